import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// area(t₁) − area(t₀), ha net.
  func expansion<Figure: Derivation>(
    _ sector: SectorCoefficients, _ type: LocationType, from start: Figure, to end: Figure
  ) -> Figure {
    .formula(
      .difference, .netHectare,
      FormulaName(
        nl: "uitbreiding \(sector.sector.label.nl), \(type.label.nl)",
        en: "expansion \(sector.sector.label.en), \(type.label.en)", notation: "ruimte(t₁) − ruimte(t₀)"), end, start)
  }

  /// Net land of a sector on a location type in a year, ha net.
  func area<Figure: Derivation>(
    _ item: DemandCase, _ sector: SectorCoefficients, _ type: LocationType, _ jobs: Figure, _ year: Int
  ) -> Figure {
    area(
      jobs, preference(sector, type, year), concentration(item.region, sector, type), landPerJob(sector, type, year),
      year)
  }

  /// Net land of jobs: J × P × c × Q / 10 000, ha net.
  ///
  /// Example: 1,000 jobs, of which a share 0.5 on business parks at 200 m² each, need 1,000 × 0.5 × 1 × 200 / 10,000 = 10 ha.
  func area<Figure: Derivation>(
    _ jobs: Figure, _ preference: Figure, _ concentration: Figure, _ landPerJob: Figure, _ year: Int
  ) -> Figure {
    let land = Figure.formula(
      .product, .squareMetre, FormulaName(nl: "ruimte in m²", en: "land in m²", notation: "J × P × c × Q"),
      jobs, preference, concentration, landPerJob)
    return .formula(
      .quotient, .netHectare,
      FormulaName(nl: "ruimte in \(year)", en: "land in \(year)", notation: "J × P × c × Q / 10 000"),
      land, .definition(SquareMetres.perHectare, .squareMetre, LocalizedText(nl: "m² in een ha", en: "m² in a ha")))
  }

  /// Share of a sector's jobs on a location type in a year, at most 1: min(1, P × (1 + Σ p)).
  func preference<Figure: Derivation>(_ sector: SectorCoefficients, _ type: LocationType, _ year: Int) -> Figure {
    let name = FormulaName(nl: "locatietypevoorkeur", en: "location preference", notation: "min(1, P × (1 + Σ p))")
    let drifted = Figure.formula(
      .product, .share, name,
      [.parameter(sector.preference[type]!), sector.preferenceDrift.linearFactor(from: startYear, to: year)])
    return .formula(.minimum, .share, name, [.one, drifted])
  }

  /// Land per job in a year: Q × (1 + Σ q), m² per job.
  func landPerJob<Figure: Derivation>(_ sector: SectorCoefficients, _ type: LocationType, _ year: Int) -> Figure {
    .formula(
      .product, .squareMetrePerJob, FormulaName(nl: "terreinquotiënt", en: "land per job", notation: "Q × (1 + Σ q)"),
      [.parameter(sector.landPerJob[type]!), sector.landPerJobDrift.linearFactor(from: startYear, to: year)])
  }

  /// How many times the national preference for seaports holds in a region: its share of seaport land over its share of
  /// the sector's jobs; 1 for other types.
  ///
  /// Example: with a quarter of the seaport land and a half of the jobs the preference holds 0.25 / 0.5 = 0.5 times.
  func concentration<Figure: Derivation>(_ region: RegionCode, _ sector: SectorCoefficients, _ type: LocationType)
    -> Figure
  {
    guard type == .seaport else { return .one }
    let stock: Figure = economy.stock(region, type)
    guard stock.number > 0 else { return .definition(0, .factor, Self.noSeaport) }
    let land = Figure.share(
      stock, of: economy.stockInCountry(type), nl: "aandeel zeehaventerrein",
      en: "share of seaport land")
    let jobs = Figure.share(
      economy.jobs(region, sector.sector.id), of: economy.jobsInCountry(sector.sector.id), nl: "aandeel banen",
      en: "share of jobs")
    return .share(land, of: jobs, nl: "concentratie in de zeehaven", en: "seaport concentration")
  }

  /// Gross land for net land: net / (1 − public share).
  func gross<Figure: Derivation>(_ net: Figure, _ type: LocationType, _ coefficients: RegionCoefficients) -> Figure {
    gross(net, of: coefficients.issuable(type))
  }

  /// - Parameter issuable: part of the gross area that is plots.
  func gross<Figure: Derivation>(_ net: Figure, of issuable: Figure) -> Figure {
    .formula(
      .quotient, .grossHectare, FormulaName(nl: "bruto", en: "gross", notation: "netto / (1 − openbaar deel)"),
      net, issuable)
  }

  private static let noSeaport = LocalizedText(
    nl: "geen zeehaventerrein in de regio", en: "no seaport land in the region")
}

extension RegionCoefficients {
  func issuable<Figure: Derivation>(_ type: LocationType) -> Figure { Self.issuable(publicShare[type]) }

  /// Part of the gross area that is plots: 1 − public share; all of it for a type without such a share.
  static func issuable<Figure: Derivation>(_ publicShare: ParameterReading?) -> Figure {
    .oneMinus(publicShare.map(Figure.parameter) ?? .definition(0, .share, Self.noPublicShare))
  }

  private static let noPublicShare = LocalizedText(
    nl: "openbaar deel (niet voor dit locatietype)", en: "public share (not for this location type)")
}
