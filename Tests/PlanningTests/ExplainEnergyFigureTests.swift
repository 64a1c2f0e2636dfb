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

  private func trees(_ topic: String, _ request: ExplainEnergyFigure.Request = request) throws -> [String: Explanation]
  {
    let park = try Self.park()
    var request = request
    request.figure = topic
    let found = try ExplainEnergyFigure().trees(of: request, park, library: library()) { .example(of: park) }
    let byPath = Dictionary(found.map { ($0.path, $0.explanation) }, uniquingKeysWith: { first, _ in first })
    #expect(byPath.count == found.count && found.count > 10)
    return byPath
  }

  /// From the leaves, through the references to other figures.
  private func evaluated(_ explanation: Explanation, _ trees: [String: Explanation]) throws -> Double {
    switch explanation.basis {
    case .formula(let operation, _, let parts):
      return operation.apply(try parts.map { try evaluated($0, trees) })
    case .figure(let path): return try evaluated(try #require(trees[path], "\(path)"), trees)
    default: return explanation.value
    }
  }

  private func isClose(_ one: Double, _ other: Double, scale: Double = 1) -> Bool {
    abs(one - other) <= 1e-9 * max(scale, 1, abs(one), abs(other))
  }

  /// The largest term of the sums and differences that end in the figure: what its rounding is measured against.
  private func scale(_ tree: Explanation) -> Double {
    guard case .formula(let operation, _, let parts) = tree.basis, ![.product, .quotient].contains(operation) else {
      return abs(tree.value)
    }
    return parts.map(scale).max() ?? 0
  }

  /// Every tree gives its value again from its leaves, through the trees it refers to; asked alone it is the same tree.
  @Test(arguments: ["blik", "afruil", "maten", "inzet", "groep", "net"])
  func everyFigureFollowsFromItsLeaves(_ topic: String) throws {
    let trees = try trees(topic)
    for (path, tree) in trees {
      let value = try evaluated(tree, trees)
      #expect(isClose(value, tree.value), "\(path): \(tree.value) is not \(value)")
    }
    for path in trees.keys.sorted().prefix(3) {
      let response = try response(path)
      #expect(response.explanation == trees[path])
      #expect(try self.response(path, response.request).explanation == response.explanation)
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
      try compare(printed, topic: "groep", request)
    }
  }

  private func costs(_ cost: HubCost, _ place: String = "") -> [String: Double?] {
    [
      "\(place)kosten": cost.total, "\(place)kosten/energie": cost.energy, "\(place)kosten/contract": cost.contract,
      "\(place)kosten/maandpieken": cost.peaks,
    ]
  }

  private func flows(_ cost: HubCost, _ energy: HubEnergy, _ sizes: HubSizes) -> [String: Double?] {
    var printed = costs(cost).merging(
      [
        "kosten/zonnepanelen": cost.panels, "kosten/batterij": cost.battery, "contract": sizes.contract,
        "batterij-kwh": sizes.batteryEnergy, "batterij-kw": sizes.batteryPower, "dak/zuid": sizes.roofs["zuid"],
        "energie/verbruik": energy.load, "energie/ingekocht": energy.imported, "energie/teruggeleverd": energy.exported,
        "energie/opgewekt": energy.generated, "energie/afgeregeld": energy.curtailed,
        "energie/ontladen": energy.discharged, "energie/eigen-gebruik": energy.ownUse, "energie/cycli": energy.cycles,
      ]) { first, _ in first }
    for (month, peak) in sizes.monthlyPeaks.enumerated() { printed["maandpiek/\(month + 1)"] = peak }
    return printed
  }

  @Test func theSizesAreThoseOfTheCommand() throws {
    let response = try SizeHub()(Self.request.size, try Self.park())
    let answer = try #require(response.answer)
    let (proof, worth) = (answer.proof, answer.worth)
    var printed = flows(answer.cost, answer.energy, answer.sizes)
      .merging(costs(try #require(response.separate), "apart/")) { first, _ in first }
      .merging(costs(response.joint, "samen/")) { first, _ in first }
    printed["bewijs/ondergrens"] = proof.lowerBound
    printed["bewijs/gat"] = proof.gap
    printed["bewijs/tweede-methode"] = proof.dispatchCost
    printed["bewijs/verschil"] = proof.dispatchDifference
    printed["bewijs/overschrijding"] = proof.largestViolation
    printed["bewijs/verstookt"] = proof.burned
    for (name, unit) in [
      ("contract", worth.contract), ("batterij-kwh", worth.batteryEnergy), ("batterij-kw", worth.batteryPower),
      ("dak/zuid", worth.roofs["zuid"]),
    ] {
      printed["waarde/\(name)/bruto"] = unit?.gross
      printed["waarde/\(name)/netto"] = unit?.net
    }
    try compare(printed, topic: "maten")
    #expect(answer.sizes.batteryEnergy > 1 && answer.energy.cycles > 1)
  }

  @Test func theOperationIsThatOfTheCommand() throws {
    let (response, _) = try PlanDispatch()(Self.request.dispatch, try Self.park())
    var printed = flows(try #require(response.costs), try #require(response.energy), response.sizes)
    printed["bewijs/ondergrens"] = response.lowerBound
    printed["bewijs/gat"] = response.gap
    printed["zonder-batterij"] = response.withoutBattery
    printed["duurder-zonder-batterij"] = try #require(response.withoutBattery) - #require(response.cost)
    printed["waarde-van-kwh"] = response.worth?.capacity
    printed["waarde-van-contract"] = response.worth?.importLimit.reduce(0, +)
    try compare(printed, topic: "inzet")
  }

  /// Without sizes of its own the operation is that of the sizes chosen, and says so.
  @Test func chosenSizesAreReferredTo() throws {
    let tree = try response("inzet/contract", .init(figure: "")).explanation
    #expect(tree.basis == .figure(path: "maten/contract"))
    #expect(isClose(tree.value, try response("maten/contract").explanation.value))
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

  /// What a command prints, against the trees of its topic.
  private func compare(
    _ printed: [String: Double?], topic: String, _ request: ExplainEnergyFigure.Request = request
  ) throws {
    let trees = try trees(topic, request)
    for (path, value) in printed {
      let tree = try #require(trees["\(topic)/\(path)"], "\(path)")
      let value = try #require(value)
      #expect(isClose(tree.value, value, scale: scale(tree)), "\(path): \(tree.value) is not \(value)")
    }
  }

  @Test func aStepThatDoesNotExistNamesWhatIsPossible() throws {
    func remedy(_ path: String) -> String? {
      let error = #expect(throws: PlanningError.self) { try response(path) }
      return error?.diagnostics.first?.remedy.nl
    }
    #expect(remedy("") == "Hier kan: blik, afruil, maten, inzet, groep, net.")
    #expect(remedy("blik/lid/a/pek") == "Hier kan: contract, piek, verbruik, deel-in-top, kan-vervallen.")
    #expect(remedy("afruil/punt/9") == "Hier kan: 1, 2, 3, 4, 5, 6.")
  }
}
