import Provenance
import Quantities
import WorkLocations

/// Supply of one market region year by year, ha net — *aanbodpad*; `usable` and soft plans as `Balance` defines them.
package struct SupplyPath: Sendable {
  /// Hard supply after reserves, per year.
  package let usable: [Double]
  /// Soft plans before their realisation, per year.
  package let soft: [Double]
}

extension Balance {
  /// Supply in every year of a period.
  package func path(through years: ClosedRange<Int>) -> SupplyPath {
    let amounts = years.map { self.amounts(through: $0, .none) as BalanceAmounts<Double> }
    return SupplyPath(usable: amounts.map(\.usable), soft: amounts.map { $0.byKind[.softPlan] ?? 0 })
  }
}

extension Balance {
  /// What the matching by strictness leaves unserved on hard supply, for many readings of demand.
  /// - Parameter demandByClass: per class and draw, ha net; may be negative.
  /// - Returns: per class and draw, ha net.
  package func shortages(demandByClass: [[Double]], horizon: Int) -> [[Double]] {
    let amounts: BalanceAmounts<Double> = amounts(through: horizon, .none)
    let supply = land(through: horizon).hard(usable: amounts.usable)
    var shortages = demandByClass.map { _ in [Double]() }
    for draw in demandByClass[0].indices {
      let unserved = matching(demandByClass.map { $0[draw] }, supply).unserved
      for space in unserved.indices { shortages[space].append(unserved[space]) }
    }
    return shortages
  }
}
