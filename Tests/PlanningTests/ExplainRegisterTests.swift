import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing
import WorkLocations

@Suite struct ExplainRegisterTests {
  private static func register() throws -> Register {
    try Polder.register { records in
      records.clusters = [
        try Cluster(
          id: "c/1", name: "Dijken", kind: .campus, municipalities: ["GM9001", "GM9004"],
          parks: records.parks.prefix(3).map(\.rin), origin: Polder.origin())
      ]
      records.housingAreas = [
        try HousingArea(
          id: "h1", name: "Nieuw Land", municipalities: ["GM9001"], homes: 5000, origin: Polder.origin())
      ]
      records.landUse = try Polder.municipalities.enumerated().map { index, municipality in
        try LandUseObservation(
          region: municipality, year: 2017, businessPark: GrossHectares(Double(1 << index)), origin: Polder.origin())
      }
    }
  }

  private func explain(_ path: String) throws -> Explanation {
    try ExplainFigure()(.init(figure: path), register: Self.register(), library: Polder.library()).explanation
  }

  private func refusal(_ path: String) throws -> String {
    let error = #expect(throws: PlanningError.self) { try explain(path) }
    return try #require(error?.diagnostics.first).remedy.nl
  }

  private func check(_ path: String, _ value: Double) throws {
    let tree = try explain(path)
    #expect(tree.evaluated() == value && tree.value == value, "\(path): \(tree.evaluated()), \(value)")
    // A sum of no records is a zero that says so.
    #expect(tree.leaves.allSatisfy { isRecord($0) || value == 0 }, "\(path)")
  }

  private func isRecord(_ leaf: Explanation) -> Bool {
    if case .record(_, _, _, .some) = leaf.basis { true } else { false }
  }

  /// Counts and areas of parks, of a country, a market, a province and a municipality.
  @Test(arguments: ["NL01", "PV92", "CR91", "GM9001"] as [RegionCode]) func parksAreCountedFromTheirRecords(
    _ region: RegionCode
  ) throws {
    let parks = try Self.register().parks(in: region)
    let place = "register/\(region)/parken"
    try check("\(place)/aantal", Double(parks.count))
    try check("\(place)/bruto", parks.compactMap(\.attributes.gross).total().value)
    try check("\(place)/netto", parks.compactMap(\.attributes.net).total().value)
    for kind in ParkKind.allCases {
      let own = parks.filter { $0.kind == kind }
      try check("\(place)/aantal/soort/\(kind.rawValue)", Double(own.count))
      try check("\(place)/netto/soort/\(kind.rawValue)", own.compactMap(\.attributes.net).total().value)
    }
    let counts = try Availability.allCases.map {
      try explain("\(place)/aantal/beschikbaarheid/\($0.rawValue)").evaluated()
    }
    #expect(counts.reduce(0, +) == Double(parks.count) && counts.count { $0 > 0 } > 0)
    let filled = parks.count { $0.attributes.net != nil }
    try check("\(place)/aantal/gevuld/netto_ha", Double(filled))
    try check("\(place)/aantal/gevuld/vlak", Double(parks.count { $0.outline != nil }))
    #expect(try explain("\(place)/aandeel/gevuld/netto_ha").evaluated() == Double(filled) / Double(parks.count))
    let date = try #require(parks.first?.origin.referenceDate)
    try check("\(place)/aantal/gemeten/\(date)", Double(parks.count { $0.origin.referenceDate == date }))
  }

  /// A number of one park is its record; later land of which no year is named waits for the parameter.
  @Test func figuresOfOnePark() throws {
    let parks = try Self.register().parks
    for park in parks {
      guard let gross = park.attributes.gross else { continue }
      try check("register/NL01/parken/bruto/\(park.rin)", gross.value)
    }
    let run = try RunBalance()(.init(), register: Self.register(), library: Polder.library())
    let sites = SiteSupply.all(parks, run.supply)
    #expect(sites.contains { $0.laterFrom != nil })
    for site in sites where site.issuable > .zero {
      let rin = site.park.rin
      #expect(try explain("register/NL01/aanbod/terstond/\(rin)").evaluated() == site.immediate.value)
      #expect(try explain("register/NL01/aanbod/niet-terstond/\(rin)").evaluated() == site.later.value)
      guard let year = site.laterFrom else { continue }
      let tree = try explain("register/NL01/parken/vanaf/\(rin)")
      #expect(tree.evaluated() == Double(year) && tree.unit == .calendarYear, "\(rin)")
    }
  }

  @Test(arguments: ["NL01", "PV92", "GM9001"] as [RegionCode]) func plansAndWithdrawals(_ region: RegionCode) throws {
    let register = try Self.register()
    let inside = Set(register.regions.municipalities(in: region))
    let plans = register.records.planCapacities.filter { inside.contains($0.municipality) }
    let withdrawals = register.records.withdrawals.filter { inside.contains($0.municipality) }
    let place = "register/\(region)"
    try check("\(place)/plannen/aantal", Double(plans.count))
    try check("\(place)/plannen/oppervlakte", plans.map(\.area).total().value)
    for hardness in PlanHardness.allCases {
      let own = plans.filter { $0.hardness == hardness }
      try check("\(place)/plannen/aantal/hardheid/\(hardness.rawValue)", Double(own.count))
      try check("\(place)/plannen/oppervlakte/hardheid/\(hardness.rawValue)", own.map(\.area).total().value)
    }
    for plan in plans {
      try check("\(place)/plannen/oppervlakte/\(plan.id)", plan.area.value)
      if let year = plan.expectedYear { try check("\(place)/plannen/jaar/\(plan.id)", Double(year)) }
    }
    try check("\(place)/onttrekkingen/aantal", Double(withdrawals.count))
    try check("\(place)/onttrekkingen/oppervlakte", withdrawals.map(\.area).total().value)
    for withdrawal in withdrawals {
      try check("\(place)/onttrekkingen/oppervlakte/\(withdrawal.id)", withdrawal.area.value)
      try check("\(place)/onttrekkingen/jaar/\(withdrawal.id)", Double(withdrawal.year))
    }
  }

  @Test func clustersHousingAndLandUse() throws {
    let parks = try Self.register().parks(in: "GM9001").map(\.rin)
    let first = try Self.register().records.clusters[0].parks
    try check("register/NL01/clusters/terreinen/c/1", 3)
    try check("register/GM9001/clusters/terreinen/c/1", Double(first.count(where: parks.contains)))
    try check("register/GM9001/woningbouw/woningen/h1", 5000)
    try check("register/NL01/bodemgebruik/2017", 63)
    try check("register/GM9003/bodemgebruik/2017", 4)
  }

  /// Of a region and of the whole register, by severity and by rule, each with the cell that the message is about.
  @Test func messagesAreCountedOneByOne() throws {
    let (register, library) = (try Self.register(), Polder.library())
    let whole = try CheckRegister()(.init(), register: register, library: library).diagnostics
    let province = try ComposeStartpakket()(.init(province: "PV91"), register: register, library: library)
    try checkCounts(of: whole, at: "register/meldingen")
    try checkCounts(of: province.quality.diagnostics, at: "register/PV91/meldingen")
  }

  private func checkCounts(of messages: [Diagnostic], at place: String) throws {
    let rules = Dictionary(grouping: messages, by: \.code)
    try #require(!rules.isEmpty)
    var expected = [place: messages.count]
    for severity in Diagnostic.Severity.allCases {
      expected["\(place)/ernst/\(severity.label.nl)"] = messages.count(of: severity)
    }
    for (code, own) in rules { expected["\(place)/regel/\(code)"] = own.count }
    for (path, count) in expected {
      let tree = try explain(path)
      #expect(tree.value == Double(count) && tree.evaluated() == tree.value, "\(path)")
      #expect(count == 0 || tree.leaves.count == count, "\(path)")
    }
  }

  /// A path that ends too early or names what is not there says what may follow.
  @Test(arguments: [
    ("register/CR91", "aanbod, uitgifte, parken, plannen, onttrekkingen, bodemgebruik, clusters, woningbouw"),
    ("register/CR91/parken", "aantal, aandeel, bruto, netto"), ("register/CR91/parken/aantal/soort/x", "regulier"),
    ("register/CR91/parken/aantal/beschikbaarheid", "terstond, later, niets, onbekend"),
    ("register/CR91/parken/startjaar/404", "aantal, aandeel"), ("register/CR91/parken/netto/404", "soort"),
    ("register/CR91/plannen", "aantal, oppervlakte"), ("register/CR91/plannen/oppervlakte/hardheid/x", "hard, zacht"),
    ("register/NL01/onttrekkingen/oppervlakte/x", "W1"), ("register/NL01/onttrekkingen/jaar", "W1"),
    ("register/NL01/bodemgebruik/1999", "2017"), ("register/CR91/woningbouw/woningen", "h1"),
    ("register/CR91/meldingen/ernst/x", "opmerking, waarschuwing, fout"), ("register/meldingen/regel/x", "plan."),
    ("register/x", "meldingen"),
  ])
  func anUnknownStepNamesWhatIsPossible(_ path: String, _ possible: String) throws {
    let said = try refusal(path)
    #expect(said.contains(possible), "\(said)")
  }
}
