import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing

/// The figures of an energy study are explained: each tree gives what the command prints, through its references.
@Suite struct ExplainEnergyFigureTests {
  /// Two firms, prices that differ by hour, panels and a battery that pay.
  private static func park() throws -> EnergyCase {
    let year = EnergyTests.year
    func hour(_ step: Int) -> Int { step % 24 }
    let day = (0..<year.count).map { Float(hour($0) >= 8 && hour($0) < 18 ? 40 + $0 % 7 : 6) }
    let night = (0..<year.count).map { Float(hour($0) < 6 ? 25 : 10 + $0 % 5) }
    let sun = (0..<year.count).map { hour($0) >= 10 && hour($0) < 16 ? 0.7 : 0 }
    let price = (0..<year.count).map { 0.05 + 0.01 * Double(hour($0) % 12) }
    return EnergyCase(
      name: "polder", isSynthetic: true, year: year,
      connections: [
        EnergyConnection(
          id: "a", name: "Bakker", offtake: .init(contracted: Kilowatts(90)),
          profile: try #require(Profile(year, kilowatts: day, origin: .measured(filled: 0)))),
        EnergyConnection(
          id: "b", name: "Koelhuis", offtake: .init(contracted: Kilowatts(60)),
          profile: try #require(Profile(year, kilowatts: night, origin: .derived))),
      ], importPrice: price, exportPrice: price.map { $0 - 0.03 },
      roofs: [EnergyRoof(name: "zuid", factor: sun, most: Kilowatts(50), price: 45)],
      limits: EnergyLimits(contractMost: 150, export: 60, batteryEnergyMost: 60, batteryPowerMost: 30),
      coefficients: EnergyCoefficients(
        contractPrice: 40, peakPrice: 2, batteryEnergyPrice: 12, batteryPowerPrice: 3, chargeEfficiency: 0.95,
        dischargeEfficiency: 0.94, hourlyLoss: 0.001, wear: 0.01,
        underuse: UnderuseRule(usedShare: 0.5, unused: Kilowatts(30)), topHours: 20))
  }

  private static let request = ExplainEnergyFigure.Request(
    figure: "", frontier: .init(power: 20, capacity: 40, limit: 55, points: 6), size: .init(),
    dispatch: .init(batteryEnergy: 40, batteryPower: 15, roofs: ["zuid": 30], contract: 80), group: .init())

  private func library() -> PlanningLibrary {
    Polder.library(
      ParameterSet([
        Polder.parameter("energy-scan/group-reserve", .share, ["": 0.1]),
        Polder.parameter("energy-group/duration-share", .share, ["": 0.85]),
        Polder.parameter("energy-grid/power-factor", .factor, ["": 0.95]),
        Polder.parameter("energy-grid/voltage-deviation", .share, ["": 0.1]),
      ]))
  }

  private func response(_ path: String, _ request: ExplainEnergyFigure.Request = request) throws
    -> ExplainEnergyFigure.Response
  {
    let park = try Self.park()
    var request = request
    request.figure = path
    return try ExplainEnergyFigure()(request, park, library: library()) { .example(of: park) }
  }

  private func paths(_ topic: String) throws -> [String] {
    let park = try Self.park()
    var request = Self.request
    request.figure = topic
    return try ExplainEnergyFigure().figures(of: request, park, library: library()) { .example(of: park) }
  }

  /// From the leaves, through the references to other figures.
  private func evaluated(_ explanation: Explanation, _ known: inout [String: Double]) throws -> Double {
    switch explanation.basis {
    case .formula(let operation, _, let parts):
      return operation.apply(try parts.map { try evaluated($0, &known) })
    case .figure(let path):
      if let value = known[path] { return value }
      let value = try evaluated(response(path).explanation, &known)
      known[path] = value
      return value
    default: return explanation.value
    }
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * max(1, abs(one), abs(other))
  }

  /// Every path means its own figure, and its tree gives its value again.
  @Test(arguments: ["blik", "afruil", "groep", "net"]) func everyFigureFollowsFromItsLeaves(_ topic: String) throws {
    let paths = try paths(topic)
    #expect(Set(paths).count == paths.count && paths.count > 10)
    var known: [String: Double] = [:]
    for path in paths {
      let found = try response(path)
      #expect(found.request.figure == path)
      let value = try evaluated(found.explanation, &known)
      #expect(isClose(value, found.explanation.value), "\(path): \(found.explanation.value) is not \(value)")
    }
  }

  @Test func theLookIsThatOfTheCommand() throws {
    let look = try LookAtGroup()(try Self.park())
    var printed = [
      "piek": look.peak, "som-van-pieken": look.sumOfPeaks, "gelijktijdigheid": look.simultaneity,
      "contracten": look.contracted, "onbenut": look.unused, "kan-vervallen": look.atRisk, "verbruik": look.annual,
    ]
    for level in look.duration { printed["duur/\(Int((level.share * 100).rounded()))"] = level.hours }
    for (month, peak) in look.monthlyPeaks.enumerated() { printed["maand/\(month + 1)"] = peak }
    for member in look.members {
      printed["lid/\(member.id)/contract"] = member.contracted
      printed["lid/\(member.id)/piek"] = member.peak
      printed["lid/\(member.id)/verbruik"] = member.annual
      printed["lid/\(member.id)/deel-in-top"] = member.shareOfTop
      printed["lid/\(member.id)/kan-vervallen"] = member.atRisk
    }
    try compare(printed, topic: "blik")
    #expect(look.atRisk > 0)
  }

  @Test func theFrontierIsThatOfTheCommand() throws {
    let frontier = try TraceFrontier()(Self.request.frontier, try Self.park())
    var printed: [String: Double?] = [
      "piek": frontier.peak, "vermogen": frontier.power, "laagste-grens": frontier.lowestLimit,
      "grens-bij-inhoud": frontier.limitForCapacity,
    ]
    func add(_ point: TraceFrontier.Point?, _ place: String) throws {
      let point = try #require(point)
      printed["\(place)/grens"] = point.limit
      printed["\(place)/opslag"] = point.capacity
      printed["\(place)/marginaal"] = point.marginal
    }
    for (number, point) in frontier.points.enumerated() { try add(point, "punt/\(number + 1)") }
    try add(frontier.knee, "knik")
    try add(frontier.pointForLimit, "bij-grens")
    try compare(printed, topic: "afruil")
    #expect(frontier.points[0].capacity > 10)
  }

  @Test func theGroupIsThatOfTheCommand() throws {
    for key in DivisionKey.allCases {
      var request = Self.request
      request.group = .init(key: key.rawValue)
      let group = try DivideGroup()(request.group, try Self.park(), library: library())
      var printed: [String: Double?] = [
        "contracten": group.contracts, "som-van-pieken": group.sumOfPeaks, "piek": group.peak,
        "gelijktijdigheid": group.simultaneity, "recht": group.contract, "vrij": group.freedFirm,
        "vrij-deel-van-de-uren": group.freedNonFirm, "overschrijding": group.excess,
        "overschrijding-uren": group.excessHours, "kosten-alleen": group.costAlone, "kosten-samen": group.costTogether,
      ]
      for member in group.members {
        printed["lid/\(member.id)/kosten"] = member.cost
        printed["lid/\(member.id)/kosten-alleen"] = member.costAlone
        printed["lid/\(member.id)/voordeel"] = member.saving
        printed["lid/\(member.id)/kosten-niemand-slechter"] = member.spared
      }
      for (path, value) in printed { try expect("groep/" + path, gives: value, request) }
    }
  }

  @Test func theGridIsThatOfTheCommand() throws {
    let park = try Self.park()
    let grid = try CheckGrid()(.init(), .example(of: park), park, library: library())
    var printed: [String: Double?] = ["verlies": grid.losses, "verlies-deel": grid.lossShare]
    for node in grid.nodes {
      printed["knoop/\(node.name)/laagste"] = node.lowest
      printed["knoop/\(node.name)/hoogste"] = node.highest
    }
    for cable in grid.cables {
      printed["kabel/\(cable.from)–\(cable.to)/stroom"] = cable.current
      printed["kabel/\(cable.from)–\(cable.to)/belasting"] = cable.loading
      printed["kabel/\(cable.from)–\(cable.to)/uren-te-veel"] = cable.hoursOver
    }
    try compare(printed, topic: "net")
  }

  /// Every figure of a topic that the command prints; what is left over has no command to be compared with.
  private func compare(_ printed: [String: Double?], topic: String) throws {
    let paths = Set(try paths(topic))
    for (path, value) in printed {
      #expect(paths.contains("\(topic)/\(path)"), "\(path)")
      try expect("\(topic)/\(path)", gives: value, Self.request)
    }
  }

  private func expect(_ path: String, gives value: Double?, _ request: ExplainEnergyFigure.Request) throws {
    let tree = try response(path, request).explanation
    let value = try #require(value)
    #expect(isClose(tree.value, value) && isClose(tree.evaluated(), value), "\(path): \(tree.value) is not \(value)")
  }

  @Test func aStepThatDoesNotExistNamesWhatIsPossible() throws {
    func remedy(_ path: String) -> String? {
      let error = #expect(throws: PlanningError.self) { try response(path) }
      return error?.diagnostics.first?.remedy?.nl
    }
    #expect(remedy("") == "Hier kan: blik, afruil, maten, inzet, groep, net.")
    #expect(remedy("blik/lid/a/pek") == "Hier kan: contract, piek, verbruik, deel-in-top, kan-vervallen.")
    #expect(remedy("afruil/punt/9") == "Hier kan: 1, 2, 3, 4, 5, 6.")
  }
}
