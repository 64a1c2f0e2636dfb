import EnergyHubs
import PlaneGeometry
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing
import WorkLocations

/// The figures of the energy scan are explained: each tree gives what the scan prints, through its references.
@Suite struct ExplainScanTests {
  private let register: Register
  private let library = Polder.library(Polder.scanParameters)

  init() throws {
    register = try Polder.register { records in
      records.parks.append(
        try Polder.park("1008", in: 3) {
          $0.net = NetHectares(5)
          $0.laterIssuableMunicipal = NetHectares(1)
        })
    }
  }

  /// Follows trees to the figures that they refer to, and those to theirs, until none is left.
  private func trees(
    _ paths: [String], studied: [ScanEnergy.StudiedPark] = [], _ library: PlanningLibrary? = nil
  ) throws -> [String: Explanation] {
    var known: [String: Explanation] = [:]
    var open = Set(paths)
    while !open.isEmpty {
      known.merge(
        try ExplainScan()
          .trees(of: open.sorted(), register: register, library: library ?? self.library, studied: studied)
      ) { first, _ in first }
      let named = open.flatMap { known[$0]?.leaves ?? [] }.compactMap(\.path)
      open = Set(named.filter { known[$0] == nil })
    }
    return known
  }

  /// From the leaves, through the references.
  private func value(_ path: String, _ trees: [String: Explanation], _ known: inout [String: Double]) throws -> Double {
    if let found = known[path] { return found }
    let found = try value(#require(trees[path]), trees, &known)
    known[path] = found
    return found
  }

  private func value(_ tree: Explanation, _ trees: [String: Explanation], _ known: inout [String: Double]) throws
    -> Double
  {
    switch tree.basis {
    case .formula(let operation, _, let parts): operation.apply(try parts.map { try value($0, trees, &known) })
    case .figure(let path): try value(path, trees, &known)
    default: tree.value
    }
  }

  private func columns(_ figures: ScanEnergy.Figures, in place: String) -> [(path: String, printed: Double)] {
    ScanItem.allCases.flatMap { item in
      (item == .exported || item == .exportPeak ? [.middle] : ScanEnd.allCases).map { end in
        (ExplainScan.path(of: item, end, in: place), figures[item, end])
      }
    }
  }

  @discardableResult private func check(
    _ printed: [(path: String, printed: Double)], studied: [ScanEnergy.StudiedPark] = [],
    _ library: PlanningLibrary? = nil
  ) throws -> [String: Explanation] {
    let trees = try trees(printed.map(\.path), studied: studied, library)
    var known: [String: Double] = [:]
    for (path, printed) in printed {
      let found = try value(path, trees, &known)
      #expect(close(found, printed), "\(path): \(found) \(printed)")
    }
    // A reference shows the number that its own tree gives.
    for (path, tree) in trees {
      for leaf in tree.leaves {
        guard let named = leaf.path else { continue }
        let found = try value(named, trees, &known)
        #expect(close(found, leaf.value), "\(path) → \(named): \(found) \(leaf.value)")
      }
    }
    return trees
  }

  private func close(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * max(abs(one), abs(other)) + 1e-9
  }

  @Test func everyColumnOfEveryParkAndRegionFollowsFromItsTree() throws {
    let scan = try ScanEnergy()(.init(), register: register, library: library)
    #expect(scan.parks.count == 7 && scan.totals.count == 3)
    let parks = scan.parks.flatMap { columns($0.figures, in: $0.rin.text) }
    let totals = scan.totals.flatMap { columns($0.figures, in: $0.region.text) }
    #expect((parks + totals).allSatisfy { $0.printed > 0 })
    let areas =
      scan.parks.map { ("energiescan/\($0.rin)/in-gebruik", $0.area.value) }
      + scan.totals.map { ("energiescan/\($0.region)/in-gebruik", $0.area.value) }
      + scan.totals.map { ("energiescan/\($0.region)/terreinen", Double($0.parks)) }
    try check(parks + totals + areas.map { (path: $0.0, printed: $0.1) })
  }

  @Test func everyPointOfTheCurveFollowsFromItsTree() throws {
    let scan = try ScanEnergy()(.init(region: "PV91"), register: register, library: library)
    let points = [0, 7, 50, 99, 100].flatMap { point in
      let found = scan.duration[point]
      return [("uren", found.hours), ("zonder-panelen", found.load), ("met-panelen", found.net)].map {
        (path: "energiescan/PV91/duur/\(point)/\($0.0)", printed: $0.1)
      }
    }
    try check(points)
  }

  /// The register with its parks on a line, ten kilometres apart.
  private static func placed(_ register: Register) throws -> Register {
    var records = register.records
    records.parks = try records.parks.enumerated().map { place, park in
      try WorkLocation(
        rin: park.rin, name: park.name, municipality: park.municipality, type: park.type, kind: park.kind,
        attributes: park.attributes,
        outline: Polder.square(at: Point(x: 100_000 + 10_000 * Double(place), y: 450_000), side: 400),
        origin: park.origin)
    }
    return Register(referenceDate: register.referenceDate, records: records)
  }

  private static func stations(_ operators: [String?]) -> StationFile {
    let places = [(100_000.0, 400_000.0), (180_000, 500_000), (250_000, 580_000)]
    return StationFile(
      name: "net.csv",
      stations: zip(["Noord", "Zuid", "Noord"], places).map { .init(name: $0, place: Point(x: $1.0, y: $1.1)) },
      operators: operators)
  }

  @Test(
    arguments: [
      ([], ["Noord (1)", "Zuid", "Noord (2)"]), (["A", "A", nil], ["Noord (1)", "Zuid", "Noord (2)"]),
      (["A", "A", "A"], ["Noord (1)", "Zuid", "Noord (2)"]), (["A", "A", "B"], ["Noord (A)", "Zuid", "Noord (B)"]),
    ] as [([String?], [String])])
  func stationsOfOneNameGetNamesOfTheirOwn(_ operators: [String?], _ names: [String]) {
    #expect(Self.stations(operators).stations.map(\.name) == names)
  }

  /// A name that a station has of its own is not given to another.
  @Test func aNumberThatIsTakenIsSkipped() {
    let names = ["Noord", "Noord (1)", "Noord"].map { StationFile.Station(name: $0, place: Point(x: 1, y: 1)) }
    #expect(StationFile(name: "", stations: names).stations.map(\.name) == ["Noord (2)", "Noord (1)", "Noord (3)"])
  }

  @Test func stationsOfOneNameAreExplainedApart() throws {
    let register = try Self.placed(register)
    let places = [0, 60_000.0].map { Point(x: 100_000 + $0, y: 450_000) }
    let stations = StationFile(name: "net.csv", stations: places.map { .init(name: "Noord", place: $0) })
    let scan = try ScanEnergy()(.init(region: "NL01"), register: register, library: library, stations: stations)
    let found = try #require(scan.stations)
    #expect(Set(found.map(\.name)) == ["Noord (1)", "Noord (2)"])
    for station in found {
      let tree = try ExplainScan()(
        .init(figure: "energiescan/NL01/station/\(station.name)/terreinen"), register: register, library: library,
        stations: stations
      ).explanation
      #expect(tree.value == Double(station.parks), "\(station.name)")
    }
    #expect(scan.diagnostics.contains { $0.code == "energy-scan.station-shared-name" && $0.value == "Noord" })
    for figure in ["energiescan/NL01/station/Noord/piek", "energiescan/NL01/station/Noord"] {
      let error = #expect(throws: PlanningError.self) {
        try ExplainScan()(.init(figure: figure), register: register, library: library, stations: stations)
      }
      let problem = try #require(error?.diagnostics.first)
      #expect(problem.code == "explain.shared-name" && problem.remedy.nl.contains("Noord (1), Noord (2)"))
    }
  }

  /// Down to the hour: records of land and jobs, the rhythm of a sector group, the height of the sun.
  @Test func treesEndInRecordsAndParameters() throws {
    let trees = try trees([
      ExplainScan.path(of: .exportPeak, in: "1003"), ExplainScan.path(of: .freed, .low, in: "1003"),
    ])
    let leaves = trees.values.flatMap(\.leaves)
    let keys = Set(leaves.compactMap(\.key))
    #expect(
      keys.isSuperset(
        of: [
          "national-electricity", "electricity-intensity", "winter-swing", "night-share", "latitude", "solar-yield",
          "unused-share", "quarter-factor", "group-reserve", "park-spread", "degree-days",
        ].map { "energy-scan/" + $0 }))
    #expect(keys.contains("demand/land-per-job"))
    let tables = Set(
      leaves.compactMap { leaf in if case .record(let table, _, _, .some) = leaf.basis { table } else { nil } })
    #expect(tables == ["banen", "werklocaties"])
  }

  private static func study() throws -> EnergyCase {
    let year = ProfileYear(2024, step: .hour)
    func firm(_ id: String, _ day: Float, _ contracted: Double) throws -> EnergyConnection {
      let hours = (0..<year.count).map { (8..<18).contains($0 % 24) ? day + Float($0 % 5) : day / 4 }
      return EnergyConnection(
        id: id, name: id, offtake: .init(contracted: Kilowatts(contracted)),
        profile: try #require(Profile(year, kilowatts: hours, origin: .measured(filled: 0))))
    }
    let price = [Double](repeating: 0.1, count: year.count)
    return EnergyCase(
      name: "studie", isSynthetic: true, year: year, connections: [try firm("a", 40, 90), try firm("b", 25, 60)],
      importPrice: price, exportPrice: price, roofs: [],
      limits: EnergyLimits(contractMost: 150, export: 60, batteryEnergyMost: 60, batteryPowerMost: 30),
      coefficients: EnergyCoefficients(
        contractPrice: 40, peakPrice: 2, batteryEnergyPrice: 12, batteryPowerPrice: 3, chargeEfficiency: 0.95,
        dischargeEfficiency: 0.94, hourlyLoss: 0.001, wear: 0.01,
        underuse: UnderuseRule(usedShare: 0.5, unused: Kilowatts(30)), topHours: 20))
  }

  @Test func aStudyLeadsToItsLook() throws {
    let rin = try #require(RINNumber("1004"))
    let studied = [ScanEnergy.StudiedPark(rin, try Self.study())]
    let scan = try ScanEnergy()(.init(), register: register, library: library, studied: studied)
    let park = try #require(scan.parks.first { $0.rin == rin })
    #expect(park.figures.unused.value > 50)
    try check(
      columns(park.figures, in: rin.text) + columns(scan.totals[0].figures, in: "NL01"), studied: studied)
    let peak = try #require(try trees([ExplainScan.path(of: .peak, in: "1004")], studied: studied).keys.sorted().last)
    #expect(peak.hasPrefix("energiescan/1004/studie/blik/"))
  }

  /// The hours of a studied park are those of its firms; its panels stay the estimate.
  @Test func theCurveIsThatOfTheStudy() throws {
    let rin = try #require(RINNumber("1004"))
    let study = try Self.study()
    let studied = [ScanEnergy.StudiedPark(rin, study)]
    func curve(_ studied: [ScanEnergy.StudiedPark]) throws -> [ScanEnergy.DurationPoint] {
      try ScanEnergy()(.init(), register: register, library: library, studied: studied).duration
    }
    let (before, after) = (try curve([]), try curve(studied))
    #expect(before.map(\.load) != after.map(\.load) && before.map(\.hours) == after.map(\.hours))
    let points = [0, 40, 100].flatMap { point in
      [("zonder-panelen", after[point].load), ("met-panelen", after[point].net)].map {
        (path: "energiescan/NL01/duur/\(point)/\($0.0)", printed: $0.1)
      }
    }
    try check(points, studied: studied)
    // Twice as much in every hour of the study is as much more in the sum of the curve as in the use.
    let twice = try study.connections.map { connection in
      EnergyConnection(
        id: connection.id, name: connection.name, offtake: connection.offtake,
        profile: try #require(
          Profile(study.year, kilowatts: connection.profile.kilowatts.map { 2 * $0 }, origin: .derived)))
    }
    let more = EnergyCase(
      name: "studie", isSynthetic: true, year: study.year, connections: twice, importPrice: study.importPrice,
      exportPrice: study.exportPrice, limits: study.limits, coefficients: study.coefficients)
    let top = try curve([ScanEnergy.StudiedPark(rin, more)])
    let peak = study.load.max() ?? 0
    #expect(top[0].load > after[0].load && top[0].load <= after[0].load + peak / 1000 + 1e-9)
  }

  private static let hubParameters: [(String, Quantities.Unit, Double)] = [
    ("energy/contract-price", .euroPerKilowattYear, 40), ("energy/peak-price", .euroPerKilowattMonth, 2),
    ("energy/battery-energy-cost", .euro, 150), ("energy/battery-power-cost", .euro, 80),
    ("energy/battery-life", .year, 15),
    ("energy/discount-rate", .share, 0.05), ("energy/maintenance-share", .share, 0.01),
    ("energy/charge-efficiency", .share, 0.95), ("energy/discharge-efficiency", .share, 0.95),
    ("energy/hourly-loss", .share, 0), ("energy/wear", .euroPerKilowattHour, 0.01),
    ("energy/underuse-share", .share, 0.5),
    ("energy/underuse-power", .kilowatt, 1000), ("energy/top-hours", .hour, 50), ("energy/solar-cost", .euro, 700),
    ("energy/solar-life", .year, 25), ("energy/feed-in-discount", .euroPerKilowattHour, 0.03),
    ("energy/battery-power-share", .share, 0.3), ("energy/battery-hours", .hour, 2),
    ("energy-scan/feed-in-share", .share, 0.6),
  ]

  /// With `--size`: of every park, of the region, and down to the figures of the scan that the study of a park is made of.
  @Test func everyHubFollowsFromItsTree() throws {
    let own = ParameterSet(Self.hubParameters.map { Polder.parameter($0.0, $0.1, ["": $0.2]) })
    let library = Polder.library(Polder.scanParameters.overridden(by: own))
    let answer = try SizeAllParks()(.init(), register: register, library: library) { nil }
    let parks = answer.parks.flatMap { park -> [(String, Double?)] in
      let hub = park.hub
      return [
        ("elektriciteit", park.electricity), ("gecontracteerd", park.contracted), ("apart", park.separate),
        ("samen", park.joint), ("contract", hub?.contract), ("zonnepanelen", hub?.panels),
        ("batterij-kwh", hub?.batteryEnergy), ("batterij-kw", hub?.batteryPower), ("kosten", hub?.cost),
        ("voordeel", park.saving), ("ondergrens", hub?.lowerBound), ("gat", hub?.gap),
        ("overschrijding", hub?.largestViolation),
      ].map { ("energiescan/\(park.rin)/hub/\($0.0)", $0.1) }
    }
    let totals = answer.totals.flatMap { total -> [(String, Double?)] in
      [
        ("terreinen", Double(total.parks)), ("hubs", Double(total.hubs)), ("onmogelijk", Double(total.impossible)),
        ("elektriciteit", total.electricity), ("gecontracteerd", total.contracted), ("contract", total.contract),
        ("zonnepanelen", total.panels), ("batterij-kwh", total.batteryEnergy), ("batterij-kw", total.batteryPower),
        ("apart", total.separate), ("samen", total.joint), ("kosten", total.cost),
        ("voordeel", total.separate - total.cost), ("ondergrens", total.lowerBound), ("gat", total.gap),
      ].map { ("energiescan/\(total.region)/hub/\($0.0)", $0.1) }
    }
    #expect(answer.totals[0].hubs > 3)
    let printed = (parks + totals).compactMap { path, value in value.map { (path: path, printed: $0) } }
    let trees = try check(printed, library)
    let keys = Set(trees.values.flatMap(\.leaves).compactMap(\.key))
    #expect(
      keys.isSuperset(of: [
        "energy/contract-price", "energy/solar-cost", "energy-scan/quarter-factor", "energy-scan/night-share",
      ]))
  }

  @Test(arguments: [
    ("energiescan", "landelijk"), ("energiescan/9999/piek", "PV91"), ("energiescan/1003/pieken", "vrij-te-spelen"),
    ("energiescan/1003/vraag/9000", "1 … 8784"), ("energiescan/PV91/duur/101/uren", "100"),
    ("energiescan/1003/in-som/zon", "onbenut"), ("energiescan/1003/hubs", "maten"),
    ("energiescan/landelijk/ritme/maken/jaar", "logistiek"),
  ]) func anUnknownStepNamesWhatIsPossible(figure: String, possible: String) throws {
    let error = #expect(throws: PlanningError.self) {
      try ExplainScan()(.init(figure: figure), register: register, library: library)
    }
    let remedy = try #require(error?.diagnostics.first?.remedy)
    #expect(remedy.nl.contains(possible), "\(remedy.nl)")
  }
}

extension Explanation {
  fileprivate var path: String? { if case .figure(let path) = basis { path } else { nil } }
  fileprivate var key: String? { if case .parameter(let reading) = basis { reading.key } else { nil } }
}
