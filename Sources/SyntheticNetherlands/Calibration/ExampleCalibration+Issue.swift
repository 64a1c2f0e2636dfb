import Quantities
import WorkLocations

extension ExampleCalibration {
  /// National issue in a year: a published year as it is, between two published years along a straight line, outside
  /// them the nearest.
  func nationalIssue(in year: Int) -> NetHectares {
    let known = (issue[.netherlands] ?? [:]).sorted { $0.key < $1.key }
    guard let first = known.first, let last = known.last else { return .zero }
    guard year > first.key else { return first.value }
    guard year < last.key else { return last.value }
    let next = known.first { $0.key >= year } ?? last
    let before = known.last { $0.key <= year } ?? first
    guard next.key > before.key else { return next.value }
    let passed = Double(year - before.key) / Double(next.key - before.key)
    return before.value + (next.value - before.value) * passed
  }

  /// Provinces that published their issue of exactly this year.
  func provincialIssue(in year: Int) -> [(province: RegionCode, area: NetHectares)] {
    issue.sorted { $0.key < $1.key }.compactMap { code, years in
      guard code.level == .province, let area = years[year] else { return nil }
      return (code, area)
    }
  }
}
