import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// Jobs of every sector of a case in a year, in the order of its sectors.
  func jobs<Figure: Derivation>(_ item: DemandCase, _ year: Int) -> [Figure] {
    item.coefficients.sectors.map { jobs(item, $0, year) }
  }

  /// Jobs of a sector in a year — *banen*: between two years of the user's forecast on the straight line, after the last known
  /// year with growth from there. Without a forecast: the base year's jobs × growth.
  ///
  /// Example: 100 jobs in 2024 and a forecast of 180 in 2032 are 100 + 80 × 2/8 = 120 in 2026.
  func jobs<Figure: Derivation>(_ item: DemandCase, _ sector: SectorCoefficients, _ year: Int) -> Figure {
    let forecast = economy.forecasts.points(item.region, sector.sector.id, item.scenario)
    let before = forecast.last { $0.year <= year }
    let known: Figure =
      before.map { economy.sum($0.counts, in: item.region) } ?? economy.jobs(item.region, sector.sector.id)
    let knownYear = before?.year ?? economy.baseYear
    if let after = forecast.first(where: { $0.year > year }), year > knownYear {
      return interpolated(known, knownYear, economy.sum(after.counts, in: item.region), after.year, at: year)
    }
    return grown(known, by: growthFactor(sector, item.scenario, from: knownYear, to: year), sector, year)
  }

  /// Growth of a sector between two years; nil when nothing grows.
  func growthFactor<Figure: Derivation>(
    _ sector: SectorCoefficients, _ scenario: String, from knownYear: Int, to year: Int
  ) -> Figure? {
    guard year > knownYear, let growth = sector.growth[scenario] else { return nil }
    return growth.compoundFactor(from: knownYear, to: year)
  }

  /// J × Π (1 + g); the jobs themselves when nothing grows.
  func grown<Figure: Derivation>(_ known: Figure, by factor: Figure?, _ sector: SectorCoefficients, _ year: Int)
    -> Figure
  {
    guard let factor else { return known }
    return .formula(
      .product, .job,
      FormulaName(
        nl: "banen \(sector.sector.label.nl) in \(year)", en: "jobs \(sector.sector.label.en) in \(year)",
        notation: "J × Π (1 + g)"), known, factor)
  }

  /// On the straight line between two known years.
  private func interpolated<Figure: Derivation>(
    _ before: Figure, _ beforeYear: Int, _ after: Figure, _ afterYear: Int, at year: Int
  ) -> Figure {
    let way = Figure.formula(
      .quotient, .share, FormulaName(nl: "deel van de periode", en: "part of the period", notation: "jaren / jaren"),
      [.years(year - beforeYear), .years(afterYear - beforeYear)])
    let rise = Figure.formula(
      .difference, .job, FormulaName(nl: "verschil", en: "difference", notation: "J₂ − J₁"), [after, before])
    let part = Figure.formula(
      .product, .job, FormulaName(nl: "tot \(year)", en: "up to \(year)", notation: "(J₂ − J₁) × deel"), [rise, way])
    return .formula(
      .sum, .job, FormulaName(nl: "banen in \(year)", en: "jobs in \(year)", notation: "J₁ + (J₂ − J₁) × deel"),
      [before, part])
  }
}
