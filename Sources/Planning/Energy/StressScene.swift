import EnergyHubs
import Quantities

/// The group under one event: who is left, its year, and the sizes that stand — *geval*.
struct StressScene: Sendable {
  let event: StressGroup.Event
  let subject: String?
  /// Places of those left among the members of the whole group.
  let members: [Int]
  var park: EnergyCase
  let sizes: HubSizes
  /// EUR a year for what is paid but does not work.
  var paidForNothing = 0.0

  /// The year as planned first.
  static func all(_ park: EnergyCase, _ sizes: HubSizes, cold: ColdYear, prices: PriceYear?) -> [StressScene] {
    let all = Array(park.connections.indices)
    var scenes = [StressScene(event: .asPlanned, subject: nil, members: all, park: park, sizes: sizes)]
    for place in all where all.count > 2 {
      scenes.append(
        StressScene(
          event: .memberLeaves, subject: park.connections[place].name, members: all.filter { $0 != place },
          park: park.leaving(place), sizes: sizes.leaving(park.connections[place], park)))
    }
    if sizes.batteryEnergy > 0 {
      var bare = sizes
      (bare.batteryEnergy, bare.batteryPower) = (0, 0)
      scenes.append(
        StressScene(
          event: .batteryFails, subject: nil, members: all, park: park, sizes: bare,
          paidForNothing: park.fixedCost(sizes).battery))
    }
    scenes.append(StressScene(event: .coldYear, subject: nil, members: all, park: park.colder(cold), sizes: sizes))
    if let prices {
      scenes.append(
        StressScene(event: .priceYear, subject: prices.name, members: all, park: park.priced(prices), sizes: sizes))
    }
    return scenes
  }

  /// How the method of the group knows it.
  var groupEvent: GroupEvent {
    switch event {
    case .asPlanned: .asPlanned
    case .memberLeaves: .memberLeaves(leaver)
    case .batteryFails, .coldYear, .priceYear: .named(event.rawValue)
    }
  }

  var leaver: Int { (0...members.count).first { !members.contains($0) } ?? members.count }

  /// The cheapest operation with sizes that stand; only the contract may rise.
  func solved() throws(SizingError) -> SolvedScene {
    var problem = park.sizingProblem(.init())
    let prices = park.coefficients
    for (place, roof) in park.roofs.enumerated() {
      problem.roofs[place].power = SizeRange(fixed: sizes.roofs[roof.name] ?? 0, price: roof.price)
    }
    problem.battery.energy = SizeRange(fixed: sizes.batteryEnergy, price: prices.batteryEnergyPrice)
    problem.battery.power = SizeRange(fixed: sizes.batteryPower, price: prices.batteryPowerPrice)
    let peak = park.load.max() ?? 0
    problem.contract = SizeRange(
      least: sizes.contract, most: max(sizes.contract, peak), price: prices.contractPrice)
    let answer = try Sizing.solve(problem)
    return SolvedScene(problem: problem, answer: answer, told: SizeHub.Answer(answer, problem, park))
  }

  func operated() throws(SizingError) -> StressOperation {
    let answer = try solved().told
    var cost = answer.cost
    cost.battery += paidForNothing
    return StressOperation(cost: cost, contract: answer.sizes.contract, gap: answer.proof.gap)
  }

  /// What these members of the whole group pay without it.
  func costAlone(of chosen: [Int]) -> Double {
    chosen.compactMap { members.firstIndex(of: $0) }.reduce(0) { $0 + park.costAlone(of: park.connections[$1]).total }
  }

  /// Each its own energy; what is left by the key.
  func divided(_ total: Double, _ key: DivisionKey, _ request: DivideGroup.Request) -> [Double] {
    let alone = park.connections.map { park.costAlone(of: $0) }
    let contracts = park.connections.map { $0.offtake.contracted?.value ?? max(0, $0.profile.peak.value) }
    let peak = max(0, park.load.max() ?? 0)
    let keyed = KeyedDivision(
      key, park, contracts: contracts, costsAlone: alone.map(\.total),
      contractPerPeak: peak > 0 ? sizes.contract / peak : 0, request)
    let rest = keyed.division(of: total - alone.reduce(0) { $0 + $1.energy })
    return zip(alone, rest.shares).map { $0.energy + $1 }
  }
}

/// The operation of one event, with the question and the answer that it was made of.
struct SolvedScene: Sendable {
  let problem: SizingProblem
  let answer: SizingAnswer
  let told: SizeHub.Answer
}

/// What a year of one event costs together.
struct StressOperation: Sendable {
  let cost: HubCost
  let contract: Double
  let gap: Double
}

extension HubSizes {
  /// Without the panels on one roof, in proportion to its room.
  fileprivate func leaving(_ connection: EnergyConnection, _ park: EnergyCase) -> HubSizes {
    var sizes = self
    for roof in park.roofs where roof.name == connection.roof && roof.most > .zero {
      sizes.roofs[roof.name] = (roofs[roof.name] ?? 0) * (1 - connection.roofMost.value / roof.most.value)
    }
    return sizes
  }
}
