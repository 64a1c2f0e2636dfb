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
    var classes = SpaceClass.all.map(ClassBalance.nothing)
    for part in parts {
      for index in classes.indices { classes[index] = classes[index] + part.classes[index] }
    }
    return Confrontation(
      usable: usable, balance: parts.map(\.balance).total(), verdict: rules.verdict(usable: usable, demand: demand),
      classes: classes, spills: Spill.merged(parts.map(\.spills)), proof: nil)
  }
}

extension ClassBalance {
  fileprivate static func nothing(_ space: SpaceClass) -> ClassBalance {
    ClassBalance(
      spaceClass: space, demand: .zero, supply: .zero, servedByOwn: .zero, servedByStricter: .zero, shortage: .zero,
      unused: .zero)
  }

  fileprivate static func + (left: ClassBalance, right: ClassBalance) -> ClassBalance {
    ClassBalance(
      spaceClass: left.spaceClass, demand: left.demand + right.demand, supply: left.supply + right.supply,
      servedByOwn: left.servedByOwn + right.servedByOwn,
      servedByStricter: left.servedByStricter + right.servedByStricter, shortage: left.shortage + right.shortage,
      unused: left.unused + right.unused)
  }
}

extension Spill {
  /// In the order of demand and land.
  fileprivate static func merged(_ parts: [[Spill]]) -> [Spill] {
    let all = SpaceClass.all
    var areas = [NetHectares](repeating: .zero, count: all.count * all.count)
    for spills in parts {
      for spill in spills { areas[spill.demand.index * all.count + spill.land.index] += spill.area }
    }
    return areas.indices.filter { areas[$0] > .zero }.map { place in
      Spill(demand: all[place / all.count], land: all[place % all.count], area: areas[place])
    }
  }
}
