import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing

/// Figures of a study under another choice or after an event are explained: combinations, flexible powers, a shortage, the feeder
/// with a hub, and what may happen to a group.
@Suite struct ExplainHubWorldsTests {
  @Test func everyCombinationIsThatOfTheCommand() throws {
    let thresholds = HubThresholds(
      battery: HubThreshold(least: 10, fixedCost: 25), roofs: ["zuid": HubThreshold(fixedCost: 60)])
    let trees = EnergyTrees(park: try EnergyTrees.park(thresholds: thresholds))
    let found = try trees.check("maten")
    let response = try SizeHub()(.init(), trees.park)
    let combinations = try #require(response.combinations)
    #expect(combinations.count == 4 && combinations.contains { $0.fixedCost == 85 })
    var printed: [String: Double?] = ["kosten": response.cost, "bewijs/ondergrens": response.lowerBound]
    for combination in combinations {
      let built = (combination.battery ? ["batterij"] : []) + combination.roofs
      let place = "combinatie/" + (built.isEmpty ? "geen" : built.joined(separator: "+"))
      printed["\(place)/vast"] = combination.fixedCost
      printed["\(place)/kosten"] = combination.cost
    }
    try trees.compare(printed, "maten", found)
  }

  @Test(arguments: ["maten", "inzet"]) func flexiblePowersAreThoseOfTheCommand(_ topic: String) throws {
    let flexibility = HubFlexibility(boiler: 8, boilerValue: 0.09, curtailable: 5, curtailmentPrice: 0.4)
    let trees = EnergyTrees(park: try EnergyTrees.park(flexibility: flexibility))
    let found = try trees.check(topic)
    let energy =
      topic == "maten"
      ? try SizeHub()(.init(), trees.park).answer?.energy
      : try PlanDispatch()(trees.request.dispatch, trees.park).0.energy
    let flexible = try #require(energy?.flexible)
    try trees.compare(
      [
        "stuurbaar/e-boiler": flexible.boiler, "stuurbaar/bespaard-gas": flexible.boilerSaving,
        "stuurbaar/afgeschakeld": flexible.switchedOff, "stuurbaar/kosten-afschakelen": flexible.switchingCost,
        "kosten/energie/stuurbaar": flexible.switchingCost - flexible.boilerSaving,
      ], topic, found)
    #expect(flexible.boiler > 10)
  }

  /// The cheapest of several e-boilers, what it costs and saves, and what the hub emits less.
  @Test func theChosenBoilerIsThatOfTheCommand() throws {
    let flexibility = HubFlexibility(boilerValue: 0.13, boilerSizes: [4, 8.5], boilerPrice: 27, boilerGas: 1.1)
    let trees = EnergyTrees(
      park: try EnergyTrees.park(
        flexibility: flexibility, thresholds: HubThresholds(battery: HubThreshold(fixedCost: 25)),
        heat: (0..<EnergyTests.year.count).map { Double($0 % 10) },
        carbon: CarbonFactors(electricity: 0.3, gas: 0.18)))
    let found = try trees.check("maten")
    let response = try SizeHub()(.init(), trees.park)
    let answer = try #require(response.answer)
    let carbon = try #require(answer.energy.carbon)
    var printed: [String: Double?] = [
      "e-boiler": answer.sizes.boiler, "kosten/e-boiler": answer.cost.boiler, "kosten": response.cost,
      "bewijs/ondergrens": response.lowerBound, "bewijs/tweede-methode": answer.proof.dispatchCost,
      "co2/vermeden": carbon.total, "co2/stroom": carbon.electricity, "co2/gas": carbon.gas,
    ]
    let combinations = try #require(response.combinations)
    for combination in combinations {
      let boiler = (combination.boiler ?? 0) > 0 ? ["e-boiler-\(combination.boiler == 4 ? "4" : "8.5")"] : []
      let built = (combination.battery ? ["batterij"] : []) + boiler
      let place = "combinatie/" + (built.isEmpty ? "geen" : built.joined(separator: "+"))
      printed["\(place)/vast"] = combination.fixedCost
      printed["\(place)/kosten"] = combination.cost
    }
    try trees.compare(printed, "maten", found)
    #expect(combinations.count == 6 && answer.sizes.boiler == 8.5 && carbon.gas > 100)
  }

  @Test func aShortageIsThatOfTheCommand() throws {
    let trees = EnergyTrees(park: try EnergyTrees.park(contractMost: 20))
    let found = try trees.check("maten")
    let response = try SizeHub()(.init(), trees.park)
    let shortage = try #require(response.shortage)
    var printed: [String: Double?] = [
      "tekort/niet-te-leveren": shortage.unserved, "tekort/niet-af-te-voeren": shortage.surplus,
      "tekort/contract-toegestaan": shortage.contractAllowed, "tekort/contract-nodig": shortage.contractNeeded,
      "samen/kosten": response.joint.total,
    ]
    for (row, repair) in shortage.repairs.enumerated() {
      printed["herstel/\(row + 1)/vermogen"] = repair.power
      printed["herstel/\(row + 1)/inhoud"] = repair.energy
      printed["herstel/\(row + 1)/kosten"] = repair.cost
    }
    try trees.compare(printed, "maten", found)
    #expect(shortage.unserved > 10 && !shortage.repairs.isEmpty)
  }

  @Test func theFeederWithTheHubIsThatOfTheCommand() throws {
    var trees = EnergyTrees(park: try EnergyTrees.park(third: true))
    trees.request.grid.hub = .init()
    let found = try trees.check("net", and: trees("maten"))
    let response = try CheckGrid()(
      trees.request.grid, .example(of: trees.park), trees.park, library: EnergyTrees.library)
    let hub = try #require(response.hub)
    var printed: [String: Double?] = [
      "met-hub/verlies": hub.situation.losses, "met-hub/verlies-deel": hub.situation.lossShare,
      "met-hub/maten/contract": hub.sizes.contract, "met-hub/maten/dak/zuid": hub.sizes.roofs["zuid"],
      "verlies": response.losses,
    ]
    for node in hub.situation.nodes { printed["met-hub/knoop/\(node.name)/laagste"] = node.lowest }
    for cable in hub.situation.cables {
      printed["met-hub/kabel/\(cable.from)–\(cable.to)/belasting"] = cable.loading
      printed["met-hub/kabel/\(cable.from)–\(cable.to)/stroom"] = cable.current
    }
    try trees.compare(printed, "net", found)
    #expect(hub.situation.losses != response.losses)
    // Asked by its path alone, the hub is put on the feeder too.
    trees.request.grid.hub = nil
    #expect(try trees.response("net/met-hub/verlies").explanation == found["net/met-hub/verlies"])
  }

  @Test func theErrorOfDrawnOrdersIsThatOfTheCommand() throws {
    let plain = try EnergyTrees.park()
    let many = try (0..<13).map { number in
      let profile = plain.connections[number % 2].profile
      return EnergyConnection(
        id: "m\(number)", name: "Lid \(number)", offtake: .init(contracted: Kilowatts(90)),
        profile: try #require(
          Profile(plain.year, kilowatts: profile.kilowatts.map { $0 * Float(number + 1) }, origin: .derived)))
    }
    var trees = EnergyTrees(
      park: EnergyCase(
        name: "groot", isSynthetic: true, year: plain.year, connections: many, importPrice: plain.importPrice,
        exportPrice: plain.exportPrice, limits: plain.limits, coefficients: plain.coefficients))
    trees.request.group = .init(pairs: 20)
    let group = try DivideGroup()(trees.request.group, trees.park, library: EnergyTrees.library)
    #expect(group.orders == 40 && group.members.allSatisfy { $0.error > 0 })
    let found = try trees("groep")
    for member in group.members.prefix(2) {
      let path = "groep/lid/\(member.id)/hoogstens-ernaast"
      let value = try trees.evaluated(try #require(found[path]), found)
      #expect(trees.isClose(value, member.error), "\(path): \(value) is not \(member.error)")
    }
  }

  private static func otherPrices(_ year: ProfileYear) throws -> PriceYear {
    let times = (0..<year.count).map { String($0) }
    return try PriceYear(
      EnergyTable(
        file: "2024.csv", columns: ["price"], values: [times.indices.map { 40 + Double($0 % 17) * 9 }],
        rowCount: times.count))
  }

  @Test(arguments: [DivisionKey.shapley, .contract, .peakContribution])
  func everyEventIsThatOfTheCommand(_ key: DivisionKey) throws {
    let park = try EnergyTrees.park(third: true)
    var trees = EnergyTrees(park: park, prices: try Self.otherPrices(park.year))
    trees.request.group = .init(key: key.rawValue)
    let found = key == .shapley ? try trees.check("groep/na") : try trees("groep/na")
    let stress = try StressGroup()(
      .init(division: trees.request.group), park, prices: trees.prices, library: EnergyTrees.library)
    #expect(Set(stress.outcomes.map(\.event)) == Set(StressGroup.Event.allCases))
    var printed: [String: Double?] = [
      "gekozen/contract": stress.sizes.contract, "gekozen/batterij-kwh": stress.sizes.batteryEnergy,
      "koud-jaar/graaddagen": stress.degreeDays, "koud-jaar/warmtedeel": stress.heatingShare,
    ]
    for outcome in stress.outcomes {
      let place = place(outcome, park)
      printed["\(place)/kosten"] = outcome.cost?.total
      printed["\(place)/kosten/batterij"] = outcome.cost?.battery
      printed["\(place)/kosten/zonnepanelen"] = outcome.cost?.panels
      printed["\(place)/meer"] = outcome.increase
      printed["\(place)/kosten-alleen"] = outcome.costAlone
      printed["\(place)/contract"] = outcome.contract
      printed["\(place)/contract-stijging"] = outcome.contractRise
      printed["\(place)/bewijs/gat"] = outcome.gap
      for member in outcome.members {
        printed["\(place)/lid/\(member.id)/kosten"] = member.cost
        printed["\(place)/lid/\(member.id)/meer"] = member.increase
        printed["\(place)/lid/\(member.id)/voordeel"] = member.saving
      }
    }
    try trees.compare(printed, "groep/na", found)
    // An event by itself: the others are not worked out, and the tree is the same.
    let alone = "groep/na/koud-jaar/lid/a/meer"
    #expect(try trees.response(alone).explanation == found[alone])
  }

  private func place(_ outcome: StressGroup.Outcome, _ park: EnergyCase) -> String {
    switch outcome.event {
    case .asPlanned: "plan"
    case .memberLeaves: "vertrek/" + (park.connections.first { $0.name == outcome.subject }?.id ?? "")
    case .batteryFails: "batterij-uit"
    case .coldYear: "koud-jaar"
    case .priceYear: "prijsjaar"
    }
  }

  /// A cold year leads to meters, the month and the degree days; other prices to their file.
  @Test func anEventLeadsToItsCause() throws {
    let park = try EnergyTrees.park(third: true)
    let trees = EnergyTrees(park: park, prices: try Self.otherPrices(park.year))
    func names(_ path: String) throws -> Set<String> {
      Set(
        try trees.response(path).explanation.leaves.map { leaf in
          switch leaf.basis {
          case .record(let table, _, _, _): table
          case .figure(let path): path
          case .parameter(let reading): reading.key
          default: ""
          }
        })
    }
    let factor = "groep/na/koud-jaar/lid/a/maandfactor/"
    #expect(try names("groep/na/koud-jaar/groep/lid/a/piek").contains { $0.hasPrefix(factor) })
    #expect(
      try names(factor + "1").isSuperset(of: ["energy-group/heating-month", "load.csv"]))
    #expect(try names("groep/na/prijsjaar/lid/a/energie-alleen").contains("2024.csv"))
    #expect(try names("groep/na/vertrek/c/dak/zuid").isSuperset(of: ["groep/na/gekozen/dak/zuid", "connections.csv"]))
  }

  @Test func aStepThatDoesNotExistNamesTheEvents() throws {
    let trees = EnergyTrees(park: try EnergyTrees.park(third: true))
    func remedy(_ path: String) -> String {
      let error = #expect(throws: PlanningError.self) { try trees.response(path) }
      return error?.diagnostics.first?.remedy.nl ?? ""
    }
    #expect(remedy("groep/pik").contains("kosten-samen") && remedy("groep/pik").contains(", na"))
    #expect(remedy("groep/na/koud").contains("koud-jaar") && remedy("groep/na/koud").contains("vertrek"))
    #expect(remedy("net/hub").contains("met-hub"))
  }
}
