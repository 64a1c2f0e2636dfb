import Provenance
import Quantities
import WorkLocations

extension SupplyInventory {
  /// Land of a kind in a region as it stands in the register, whenever it comes, line by line.
  /// - Parameter record: the park or plan alone; nil for all.
  /// - Returns: nil for a park or plan without such land.
  public func explanation(of kind: SupplyKind, in region: RegionCode, record: String? = nil) -> Explanation? {
    let lines = lines(in: region).filter { $0.kind == kind && (record == nil || $0.record == record) }
    guard lines.isEmpty else { return .supply(lines) }
    let nothing = LocalizedText(nl: ": geen terrein of plan heeft er", en: ": no park or plan has any")
    return record == nil ? .definition(0, .netHectare, kind.label + nothing) : nil
  }
}
