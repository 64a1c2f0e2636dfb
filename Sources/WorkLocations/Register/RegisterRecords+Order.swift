import Quantities

extension RegisterRecords {
  /// The same records in the order of their keys. Sums of fractions depend on their order in the last bits; this makes the
  /// answer independent of the order in which a source or a store gives its records.
  /// - Parameter former: records that were ordered before; lists that are still the same need no look.
  func ordered(keeping former: RegisterRecords? = nil) -> RegisterRecords {
    var result = self
    result.parks.arrange(former?.parks) { $0.rin < $1.rin }
    result.planCapacities.arrange(former?.planCapacities) { $0.id < $1.id }
    result.withdrawals.arrange(former?.withdrawals) { $0.id < $1.id }
    result.clusters.arrange(former?.clusters) { $0.id < $1.id }
    result.housingAreas.arrange(former?.housingAreas) { $0.id < $1.id }
    result.jobs.arrange(former?.jobs) { $0.orderingKey < $1.orderingKey }
    result.landUse.arrange(former?.landUse) { ($0.region, $0.year) < ($1.region, $1.year) }
    result.issues.arrange(former?.issues) { $0.orderingKey < $1.orderingKey }
    result.establishments.arrange(former?.establishments) { $0.id < $1.id }
    return result
  }
}

extension JobCount {
  fileprivate var orderingKey: (RegionCode, String, Int, String, Jobs) { (region, sector, year, scenario ?? "", jobs) }
}

extension IssueObservation {
  fileprivate var orderingKey: (RegionCode, String, Int, NetHectares, NetHectares) {
    (municipality, park?.text ?? "", year, issued, boughtBack)
  }
}

extension Array where Element: Equatable {
  /// Sorts only what is not in order yet: a store gives its records in order, and moving thousands of them costs time.
  fileprivate mutating func arrange(_ former: Self?, _ precedes: (Element, Element) -> Bool) {
    guard former != self else { return }
    guard zip(self, dropFirst()).contains(where: { precedes($1, $0) }) else { return }
    sort(by: precedes)
  }
}
