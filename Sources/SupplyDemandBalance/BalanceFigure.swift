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
  case ofClass(SpaceClass, ClassFigure, withSoft: Bool)
  case mismatch(withSoft: Bool)
  /// Demand of one class on land of another.
  case spill(demand: SpaceClass, land: SpaceClass, withSoft: Bool)
  /// A step by which demand found land, counted from 1.
  case step(Int, withSoft: Bool)
}

/// A figure of one class of land in a confrontation — *cijfer van een ruimteklasse*; see `ClassBalance`.
public enum ClassFigure: String, Sendable, Hashable, CaseIterable {
  case supply = "aanbod"
  case servedByOwn = "op-eigen"
  case servedByStricter = "op-strenger"
  case shortage = "tekort"
  case unused = "ongebruikt"
}

/// The demand that a balance is explained against.
public struct ExplainedDemand {
  let total: Explanation
  let byClass: [Double]
  let ofClass: (SpaceClass) -> Explanation
  let path: (BalanceFigure) -> String

  /// - Parameters:
  ///   - total: demand in the region, before rounding.
  ///   - byClass: net demand per class in the order of `SpaceClass.all`.
  ///   - ofClass: where the demand of one class comes from.
  ///   - path: the name under which a figure of the same balance is explained.
  public init(
    total: Explanation, byClass: [Double], ofClass: @escaping (SpaceClass) -> Explanation,
    path: @escaping (BalanceFigure) -> String
  ) {
    self.total = total
    self.byClass = byClass
    self.ofClass = ofClass
    self.path = path
  }
}
