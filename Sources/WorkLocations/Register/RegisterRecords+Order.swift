import Quantities

extension RegisterRecords {
  /// The same records in the order of their keys. Sums of fractions depend on their order in the last bits; this makes the
  /// answer independent of the order in which a source or a store gives its records.
  func ordered() -> RegisterRecords {
    var result = self
    result.parks.arrange { $0.rin < $1.rin }
    result.planCapacities.arrange { $0.id < $1.id }
    result.withdrawals.arrange { $0.id < $1.id }
    result.clusters.arrange { $0.id < $1.id }
    result.housingAreas.arrange { $0.id < $1.id }
    result.jobs.arrange { $0.orderingKey < $1.orderingKey }
    result.landUse.arrange { ($0.region, $0.year) < ($1.region, $1.year) }
    result.issues.arrange { $0.orderingKey < $1.orderingKey }
    result.establishments.arrange { $0.id < $1.id }
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

extension Array {
  /// Sorts only what is not in order yet: a store gives its records in order, and moving thousands of them costs time.
  fileprivate mutating func arrange(_ precedes: (Element, Element) -> Bool) {
    guard zip(self, dropFirst()).contains(where: { precedes($1, $0) }) else { return }
    sort(by: precedes)
  }
}
