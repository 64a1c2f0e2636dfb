import Provenance
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
    Dictionary(uniqueKeysWithValues: regions.map { ($0, NetHectares(mean(in: $0) as Double)) })
  }

  /// The mean over the years that the issue series of a region covers; without a series what the parks report for the
  /// reference year.
  func mean<Figure: Derivation>(in region: RegionCode) -> Figure {
    let yearly = issues.yearly(in: region)
    guard !yearly.isEmpty else { return reported(in: region) }
    return .formula(
      .quotient, .netHectarePerYear,
      FormulaName(nl: "gemiddelde uitgifte per jaar", en: "mean yearly uptake", notation: "Σ opname / jaren"),
      .sum(.netHectare, nl: "opname in alle jaren", en: "uptake in all years", yearly.map { $0.amount() }),
      .years(yearly.count))
  }

  private func reported<Figure: Derivation>(in region: RegionCode) -> Figure {
    let parks = register.parks(in: region)
    func sum(_ amount: KeyPath<WorkLocationAttributes, NetHectares?>, _ field: String, nl: String, en: String) -> Figure
    {
      .sum(
        .netHectarePerYear, nl: nl, en: en,
        parks.compactMap { park in
          park.attributes[keyPath: amount].map { area in
            .record(area.value, .netHectarePerYear, park.field(field))
          }
        })
    }
    return .formula(
      .difference, .netHectarePerYear,
      FormulaName(
        nl: "uitgifte in het peiljaar", en: "uptake in the reference year", notation: "uitgegeven − teruggekocht"),
      sum(\.issuedThisYear, "uitgifte_huidig_jaar_ha", nl: "uitgegeven", en: "issued"),
      sum(\.boughtBack, "terugkoop_gemeente_ha", nl: "teruggekocht", en: "bought back"))
  }
}
