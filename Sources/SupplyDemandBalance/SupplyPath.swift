import Provenance
import Quantities
import WorkLocations

/// Supply of one market region year by year, ha net — *aanbodpad*; `usable` and soft plans as `Balance` defines them.
package struct SupplyPath: Sendable {
  /// Hard supply after reserves, per year.
  package let usable: [Double]
  /// Soft plans before their realisation, per year.
  package let soft: [Double]
  /// Hard supply per class after reserves, and soft plans per class, per year and class.
  package let usableByClass: [Double]
  package let softByClass: [Double]
}

extension Balance {
  /// Supply in every year of a period.
  package func path(through years: ClosedRange<Int>) -> SupplyPath {
    let amounts = years.map { self.amounts(through: $0, .none) as BalanceAmounts<Double> }
    let land = years.map { self.land(through: $0) }
    return SupplyPath(
      usable: amounts.map(\.usable), soft: amounts.map { $0.byKind[.softPlan] ?? 0 },
      usableByClass: zip(land, amounts).flatMap { $0.hard(usable: $1.usable) }, softByClass: land.flatMap(\.soft))
  }
}
