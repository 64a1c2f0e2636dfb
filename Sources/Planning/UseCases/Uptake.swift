import Quantities
import SpaceDemand
import WorkLocations

/// Mean yearly uptake of land: issued minus bought back — *gemiddelde uitgifte per jaar*.
struct Uptake {
  private let register: Register
  private let issues: CountedIssues

  init(_ register: Register) {
    self.register = register
    issues = CountedIssues(register, through: register.referenceDate.year)
  }

  /// The mean of each of several regions.
  func means(in regions: [RegionCode]) -> [RegionCode: NetHectares] {
    Dictionary(uniqueKeysWithValues: regions.map { ($0, mean(in: $0)) })
  }

  /// The mean over the years that the issue series of a region covers; without a series what the parks report for the
  /// reference year.
  func mean(in region: RegionCode) -> NetHectares {
    let observations = issues.rows(in: region)
    let years = Set(observations.map(\.year)).count
    guard years > 0 else { return reported(in: region) }
    return observations.map { $0.issued - $0.boughtBack }.total() * (1 / Double(years))
  }

  private func reported(in region: RegionCode) -> NetHectares {
    register.parks(in: region).map { ($0.attributes.issuedThisYear ?? .zero) - ($0.attributes.boughtBack ?? .zero) }
      .total()
  }
}
