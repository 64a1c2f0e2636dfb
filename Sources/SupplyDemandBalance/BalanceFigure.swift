import Provenance
import Quantities
import WorkLocations

/// A figure of a region's supply or balance that can be explained — *balanscijfer*.
public enum BalanceFigure: Sendable, Hashable {
  case hardSupply
  case supply(SupplyKind)
  /// Land of one park or plan.
  case supplyOf(SupplyKind, record: String)
  case frictionalReserve
  case ironStock
  case usable(withSoft: Bool)
  case balance(withSoft: Bool)
  case shortage(withSoft: Bool)
}

/// The demand that a balance is explained against.
public struct ExplainedDemand {
  let total: Explanation
  let byClass: [Double]
  let ofClass: (SpaceClass) -> Explanation

  /// - Parameters:
  ///   - total: demand in the region, before rounding.
  ///   - byClass: net demand per class in the order of `SpaceClass.all`.
  ///   - ofClass: where the demand of one class comes from.
  public init(total: Explanation, byClass: [Double], ofClass: @escaping (SpaceClass) -> Explanation) {
    self.total = total
    self.byClass = byClass
    self.ofClass = ofClass
  }
}
