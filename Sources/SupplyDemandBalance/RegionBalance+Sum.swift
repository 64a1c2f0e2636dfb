import Quantities
import WorkLocations

extension RegionBalance {
  /// The balance of a region as the sum of its market regions. Shortages and spills are added, not netted: land in one
  /// market does not help firms in another.
  /// - Parameter parts: balances of one scenario and horizon; nil when there are none.
  public static func sum(of parts: [RegionBalance], as region: RegionCode, rules: BalanceRules) -> RegionBalance? {
    guard let first = parts.first else { return nil }
    let demand = parts.map(\.demand).total()
    return RegionBalance(
      region: region, scenario: first.scenario, startYear: first.startYear, horizon: first.horizon, demand: demand,
      supply: parts.map(\.supply).reduce([:]) { $0.merging($1, uniquingKeysWith: +) },
      frictionalReserve: parts.map(\.frictionalReserve).total(), ironStock: parts.map(\.ironStock).total(),
      hard: Confrontation.sum(of: parts.map(\.hard), demand: demand, rules: rules),
      withSoft: Confrontation.sum(of: parts.map(\.withSoft), demand: demand, rules: rules))
  }
}

extension Confrontation {
  fileprivate static func sum(of parts: [Confrontation], demand: NetHectares, rules: BalanceRules) -> Confrontation {
    let usable = parts.map(\.usable).total()
    return Confrontation(
      usable: usable, balance: parts.map(\.balance).total(), verdict: rules.verdict(usable: usable, demand: demand),
      classes: SpaceClass.all.indices.map { index in ClassBalance.sum(of: parts.map { $0.classes[index] }) },
      spills: Spill.merged(parts.flatMap(\.spills)), proof: nil)
  }
}

extension ClassBalance {
  fileprivate static func sum(of parts: [ClassBalance]) -> ClassBalance {
    ClassBalance(
      spaceClass: parts[0].spaceClass, demand: parts.map(\.demand).total(), supply: parts.map(\.supply).total(),
      servedByOwn: parts.map(\.servedByOwn).total(), servedByStricter: parts.map(\.servedByStricter).total(),
      shortage: parts.map(\.shortage).total(), unused: parts.map(\.unused).total())
  }
}

extension Spill {
  fileprivate static func merged(_ spills: [Spill]) -> [Spill] {
    struct Pair: Hashable {
      let demand: SpaceClass
      let land: SpaceClass
    }
    let areas = spills.reduce(into: [Pair: NetHectares]()) { areas, spill in
      areas[Pair(demand: spill.demand, land: spill.land), default: .zero] += spill.area
    }
    return areas.sorted { ($0.key.demand, $0.key.land) < ($1.key.demand, $1.key.land) }
      .map { Spill(demand: $0.key.demand, land: $0.key.land, area: $0.value) }
  }
}
