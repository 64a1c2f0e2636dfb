import Quantities
import WorkLocations

/// Mean yearly uptake of land: issued minus bought back — *gemiddelde uitgifte per jaar*.
struct Uptake {
  private let register: Register
  private let series: [RegionCode: [IssueObservation]]

  init(_ register: Register) {
    self.register = register
    let known = register.records.issues.filter { $0.year <= register.referenceDate.year }
    series = Dictionary(grouping: known, by: \.municipality)
  }

  /// The mean of each of several regions.
  func means(in regions: [RegionCode]) -> [RegionCode: NetHectares] {
    Dictionary(uniqueKeysWithValues: regions.map { ($0, mean(in: $0)) })
  }

  /// The mean over the years that the issue series of a region covers; without a series what the parks report for the
  /// reference year.
  func mean(in region: RegionCode) -> NetHectares {
    let observations = register.regions.municipalities(in: region).flatMap(counted)
    let years = Set(observations.map(\.year)).count
    guard years > 0 else { return reported(in: region) }
    return observations.map { $0.issued - $0.boughtBack }.total() * (1 / Double(years))
  }

  /// The rows of a municipality that count: its parks are left out of the years that it reports as a whole.
  private func counted(in municipality: RegionCode) -> [IssueObservation] {
    let rows = series[municipality] ?? []
    let whole = Set(rows.filter { $0.park == nil }.map(\.year))
    return rows.filter { $0.park == nil || !whole.contains($0.year) }
  }

  private func reported(in region: RegionCode) -> NetHectares {
    register.parks(in: region).map { ($0.attributes.issuedThisYear ?? .zero) - ($0.attributes.boughtBack ?? .zero) }
      .total()
  }
}
