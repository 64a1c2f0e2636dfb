import Provenance
import Quantities
import WorkLocations

private struct IssueKey: Hashable {
  let municipality: RegionCode
  let park: RINNumber?
  let year: Int
}

extension TableReading {
  /// Land issued and bought back per municipality, or per park, and year.
  mutating func readIssues() {
    var issued = OrderedTotals<IssueKey>()
    var boughtBack = OrderedTotals<IssueKey>()
    for row in rows {
      guard let issue = record({ reading throws(InvalidRecord) in reading.issue(row) }, row: row) else { continue }
      for municipality in municipalities(row, year: issue.year) {
        let key = IssueKey(municipality: municipality.code, park: issue.park, year: issue.year)
        issued.add(issue.issued * municipality.share, to: key, row: row)
        boughtBack.add(issue.boughtBack * municipality.share, to: key, row: row)
      }
    }
    for (total, back) in zip(issued.entries, boughtBack.entries) {
      addIssue(total.key, issued: total.amount, boughtBack: back.amount, total.row)
    }
  }

  private mutating func issue(_ row: SourceRow) -> (park: RINNumber?, year: Int, issued: Double, boughtBack: Double)? {
    let issued = requiredHectares(.issued, row)
    let boughtBack = hectares(Field.boughtBack.rawValue, row)
    let park = rin(row, required: false)
    guard let year = requiredYear(row), let issued else { return nil }
    return (park, year, issued, boughtBack ?? 0)
  }

  private mutating func addIssue(_ key: IssueKey, issued: Double, boughtBack: Double, _ row: SourceRow) {
    let origin = origin(row)
    let issue = record(
      { _ throws(InvalidRecord) in
        try IssueObservation(
          municipality: key.municipality, park: key.park, year: key.year, issued: NetHectares(issued),
          boughtBack: NetHectares(boughtBack), origin: origin)
      }, row: row)
    if let issue { records.issues.append(issue) }
  }
}
