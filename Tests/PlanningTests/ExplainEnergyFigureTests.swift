import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing

/// The figures of an energy study are explained: each tree gives what the command prints, through its references.
@Suite struct ExplainEnergyFigureTests {
  private var request: ExplainEnergyFigure.Request { EnergyTrees.request }
  private var library: PlanningLibrary { EnergyTrees.library }

  private func trees(_ request: ExplainEnergyFigure.Request = EnergyTrees.request) throws -> EnergyTrees {
    EnergyTrees(park: try EnergyTrees.park(), request: request)
  }

  /// Every tree gives its value again from its leaves, through the trees it refers to; asked alone it is the same tree.
  @Test(arguments: ["studie", "blik", "afruil", "maten", "inzet", "groep", "net", "rapport"])
  func everyFigureFollowsFromItsLeaves(_ topic: String) throws {
    let others = topic == "rapport" ? ["blik", "groep", "maten"] : topic == "studie" ? ["blik"] : []
    let trees = try trees()
    let known = try others.map { try trees($0) }.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    _ = try trees.check(topic, and: known)
  }

  @Test func theLookIsThatOfTheCommand() throws {
    let look = try LookAtGroup()(try EnergyTrees.park())
    var printed = [
      "piek": look.peak, "som-van-pieken": look.sumOfPeaks, "gelijktijdigheid": look.simultaneity,
      "contracten": look.contracted, "onbenut": look.unused, "kan-vervallen": look.atRisk, "verbruik": look.annual,
      "deel-in-top": look.members.reduce(0) { $0 + $1.shareOfTop },
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
    try trees().compare(printed, topic: "blik")
    #expect(look.atRisk > 0)
  }

  @Test func theStudyIsThatOfTheCommand() throws {
    let park = try EnergyTrees.park(third: true, heat: [Double](repeating: 12, count: EnergyTests.year.count))
    let check = CheckEnergyCase()(park)
    var printed: [String: Double?] = [
      "hoogstens/contract": check.limits.contractMost, "hoogstens/teruglevering": check.limits.export,
      "hoogstens/batterij-kwh": check.limits.batteryEnergyMost, "hoogstens/batterij-kw": check.limits.batteryPowerMost,
      "hoogstens/dak/zuid": check.roofs[0].most, "dak/zuid/vollasturen": check.roofs[0].fullLoadHours,
      "inkoopprijs": check.meanPrice, "warmtevraag": check.heat,
    ]
    for member in check.connections {
      printed["lid/\(member.id)/contract"] = member.contracted
      printed["lid/\(member.id)/piek"] = member.peak
      printed["lid/\(member.id)/verbruik"] = member.annual
      printed["lid/\(member.id)/dak"] = member.roofMost
    }
    try EnergyTrees(park: park).compare(printed, topic: "studie")
    #expect(check.heat ?? 0 > 0)
  }

  @Test func theFrontierIsThatOfTheCommand() throws {
    let frontier = try TraceFrontier()(EnergyTrees.request.frontier, try EnergyTrees.park())
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
    try trees().compare(printed, topic: "afruil")
    #expect(frontier.points[0].capacity > 10)
  }

  @Test func theGroupIsThatOfTheCommand() throws {
    for key in DivisionKey.allCases {
      var request = EnergyTrees.request
      request.group = .init(key: key.rawValue)
      let group = try DivideGroup()(request.group, try EnergyTrees.park(), library: library)
      var printed: [String: Double?] = [
        "contracten": group.contracts, "som-van-pieken": group.sumOfPeaks, "piek": group.peak,
        "gelijktijdigheid": group.simultaneity, "recht": group.contract, "vrij": group.freedFirm,
        "vrij-deel-van-de-uren": group.freedNonFirm, "overschrijding": group.excess,
        "overschrijding-uren": group.excessHours, "kosten-alleen": group.costAlone, "kosten-samen": group.costTogether,
        "voordeel": group.costAlone - group.costTogether,
      ]
      for member in group.members {
        printed["lid/\(member.id)/kosten"] = member.cost
        printed["lid/\(member.id)/kosten-alleen"] = member.costAlone
        printed["lid/\(member.id)/voordeel"] = member.saving
        printed["lid/\(member.id)/kosten-niemand-slechter"] = member.spared
      }
      try trees(request).compare(printed, topic: "groep")
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
    let response = try SizeHub()(EnergyTrees.request.size, try EnergyTrees.park())
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
    let most = response.most
    printed["bewijs/hoogstens-te-winnen"] = max(0, proof.cost - proof.lowerBound)
    printed["hoogstens/contract"] = most.contract
    printed["hoogstens/batterij-kwh"] = most.batteryEnergy
    printed["hoogstens/batterij-kw"] = most.batteryPower
    printed["hoogstens/dak/zuid"] = most.roofs["zuid"]
    for how in ["apart", "samen"] {
      for device in ["zonnepanelen", "batterij", "e-boiler"] { printed["\(how)/kosten/\(device)"] = 0 }
    }
    try trees().compare(printed, topic: "maten")
    #expect(answer.sizes.batteryEnergy > 1 && answer.energy.cycles > 1)
  }

  @Test func theOperationIsThatOfTheCommand() throws {
    let (response, _) = try PlanDispatch()(EnergyTrees.request.dispatch, try EnergyTrees.park())
    var printed = flows(try #require(response.costs), try #require(response.energy), response.sizes)
    printed["bewijs/ondergrens"] = response.lowerBound
    printed["bewijs/gat"] = response.gap
    printed["zonder-batterij"] = response.withoutBattery
    printed["duurder-zonder-batterij"] = try #require(response.withoutBattery) - #require(response.cost)
    printed["waarde-van-kwh"] = response.worth?.capacity
    printed["waarde-van-contract"] = response.worth?.importLimit.reduce(0, +)
    try trees().compare(printed, topic: "inzet")
  }

  /// Sizes that cannot do it: too little power, and power enough with too little storage.
  @Test(arguments: [
    PlanDispatch.Request(batteryEnergy: 40, batteryPower: 15, roofs: ["zuid": 30], contract: 30),
    PlanDispatch.Request(batteryEnergy: 5, batteryPower: 25, contract: 45),
    PlanDispatch.Request(contract: 30),
  ])
  func whatSizesFallShortOfIsThatOfTheCommand(_ request: PlanDispatch.Request) throws {
    let park = try EnergyTrees.park()
    let (response, _) = try PlanDispatch()(request, park)
    let shortfall = try #require(response.shortfall)
    #expect((shortfall.stepsWithoutPower > 0) == (shortfall.missingPower > 0) && shortfall.neededLimitRise > 0)
    let printed: [String: Double?] = [
      "tekort/stappen-zonder-vermogen": Double(shortfall.stepsWithoutPower),
      "tekort/vermogen": shortfall.missingPower, "tekort/inhoud-nodig": shortfall.neededCapacity,
      "tekort/contract-hoger": shortfall.neededLimitRise, "tekort/niet-af-te-voeren": shortfall.surplus,
      "zonder-batterij": response.withoutBattery, "contract": request.contract,
      "batterij-kwh": request.batteryEnergy ?? 0, "dak/zuid": request.roofs["zuid"] ?? 0,
    ]
    let trees = try trees(.init(figure: "", dispatch: request))
    let known = Dictionary(
      uniqueKeysWithValues: try printed.filter { $0.value != nil }.keys.map {
        ("inzet/\($0)", try trees.response("inzet/\($0)").explanation)
      })
    let sizes = try ["batterij-kw"].map { ("inzet/\($0)", try trees.response("inzet/\($0)").explanation) }
    let all = known.merging(sizes) { first, _ in first }
    for (path, value) in printed {
      guard let value else { continue }
      let found = try trees.evaluated(try #require(known["inzet/\(path)"]), all)
      #expect(trees.isClose(found, value), "\(path): \(found) is not \(value)")
    }
    let refused = #expect(throws: PlanningError.self) { try trees.response("inzet/kosten") }
    #expect(refused?.diagnostics.first?.remedy.nl.contains("tekort") == true)
  }

  /// Without sizes of its own the operation is that of the sizes chosen, and says so.
  @Test func chosenSizesAreReferredTo() throws {
    let tree = try trees(.init(figure: "")).response("inzet/contract").explanation
    #expect(tree.basis == .figure(path: "maten/contract"))
    #expect(try trees().isClose(tree.value, trees().response("maten/contract").explanation.value))
  }

  @Test func theGridIsThatOfTheCommand() throws {
    let park = try EnergyTrees.park()
    let grid = try CheckGrid()(.init(), .example(of: park), park, library: library)
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
    try trees().compare(printed, topic: "net")
  }

  @Test func aStepThatDoesNotExistNamesWhatIsPossible() throws {
    func remedy(_ path: String) -> String? {
      let error = #expect(throws: PlanningError.self) { try trees().response(path) }
      return error?.diagnostics.first?.remedy.nl
    }
    #expect(remedy("") == "Hier kan: studie, blik, afruil, maten, inzet, groep, net, rapport, deling.")
    #expect(remedy("blik/lid/a/pek") == "Hier kan: contract, piek, verbruik, deel-in-top, kan-vervallen.")
    #expect(remedy("afruil/punt/9") == "Hier kan: 1, 2, 3, 4, 5, 6.")
  }
}
