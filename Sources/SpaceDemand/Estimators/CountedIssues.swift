import Quantities
import WorkLocations

/// The rows of issued land that count — *getelde uitgifte*: a municipality's parks are left out of the years that it reports as
/// a whole.
public struct CountedIssues: Sendable {
  private let rows: [RegionCode: [IssueObservation]]
  private let regions: RegionTable

  /// - Parameter lastYear: later rows are left out; nil keeps all.
  public init(_ register: Register, through lastYear: Int? = nil) {
    let known = register.records.issues.filter { row in lastYear.map { row.year <= $0 } ?? true }
    rows = Dictionary(grouping: known, by: \.municipality).mapValues(Self.counted)
    regions = register.regions
  }

  private static func counted(_ rows: [IssueObservation]) -> [IssueObservation] {
    let whole = Set(rows.filter { $0.park == nil }.map(\.year))
    return rows.filter { $0.park == nil || !whole.contains($0.year) }
  }

  public func rows(in region: RegionCode) -> [IssueObservation] {
    regions.municipalities(in: region).flatMap { rows[$0] ?? [] }
  }

  /// One observation a year, ascending, of the years that any municipality of the region reports.
  public func yearly(in region: RegionCode) -> [UptakeObservation] {
    let byYear = Dictionary(grouping: rows(in: region), by: \.year)
    return byYear.keys.sorted().map { year in
      let rows = byYear[year] ?? []
      return UptakeObservation(
        firstYear: year, added: rows.map { Self.part($0, "uitgegeven_ha", $0.issued) },
        removed: rows.filter { $0.boughtBack > .zero }.map { Self.part($0, "teruggekocht_ha", $0.boughtBack) })
    }
  }

  private static func part(_ row: IssueObservation, _ field: String, _ amount: NetHectares) -> UptakeObservation.Part {
    let park = row.park.map { "/" + $0.text } ?? ""
    return UptakeObservation.Part(
      value: amount.value, table: "uitgifte", key: "\(row.municipality)\(park)/\(row.year)", field: field,
      origin: row.origin)
  }

  /// The yearly series up to its last year without a gap, ascending; what a level can be built from.
  public func unbroken(in region: RegionCode) -> [UptakeObservation] {
    let all = yearly(in: region)
    let start = all.indices.last { $0 > 0 && all[$0 - 1].firstYear + 1 < all[$0].firstYear } ?? all.startIndex
    return Array(all[min(start, all.endIndex)...])
  }

  /// Years in which fewer municipalities report than in the year with most: their uptake may be too low.
  public func incompleteYears(in region: RegionCode) -> [Int] {
    let reporting = Dictionary(grouping: rows(in: region), by: \.year).mapValues { Set($0.map(\.municipality)).count }
    let most = reporting.values.max() ?? 0
    return reporting.filter { $0.value < most }.keys.sorted()
  }
}

extension UptakeObservation {
  /// Uptake over all its years, ha.
  public var total: Double { amount() }
}
