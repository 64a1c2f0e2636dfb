import Provenance
import Quantities
import WorkLocations

/// Demand from moves of firms, not from growth of jobs — *verhuisraming (GIFPRO)*.
///
/// Formula, for sector group g of a region over H years:
///
///     E(g)    = Σ over sectors s of g: J(s) × P(s)       relevant employees: jobs on business parks
///     need(g) = E(g) × (a + b) × f(g) / 10 000 × H       ha net, land that movers and new firms take
///     freed(g)= E(g) × a × ρ × f(g) / 10 000 × H         ha net, land that movers leave and that is used again
///     demand  = Σ over g of need(g) − freed(g)
///
/// - J: jobs in the base year (`banen`); P: `demand/location-preference` on business parks.
/// - a: relocation rate, b: new-settlement rate, per employee and year (0.7 per 100 is 0.007): `estimators/relocation-rate`,
///   `estimators/new-settlement-rate`; f: net building land per employee (m²): `estimators/land-per-employee`; ρ: share of left
///   land that is used again: `estimators/moves-reuse-share`.
/// - Source: GIFPRO, known from secondary sources only (domain notes 1.4, D19); ρ is our assumption.
/// - Band: every parameter at the border of its own band at once. That is an outermost band and no P10–P90.
/// - Valid for: regions where firms move though jobs shrink; as a second opinion on the terreinquotiënt. Rates are German.
/// - Not covered: seaports, growth of firms in place, a change of jobs after the base year.
///
/// Example: 10,000 relevant employees, a = 0.007, b = 0.0015, f = 250, ρ = 0.5, ten years:
/// 10,000 × (0.0085 − 0.0035) × 250 / 10,000 × 10 = 12.5 ha.
public struct MovesEstimator: Sendable {
  private let economy: RegionalEconomy
  private let classification: SectorClassification
  private let common: MovesCoefficients
  private let special: [RegionCode: MovesCoefficients]

  /// - Parameter regions: the regions that will be asked about.
  /// - Throws: `DemandError` with every missing parameter.
  public init(
    register: Register, classification: SectorClassification, regions: [RegionCode], reader: inout ParameterReader
  ) throws(DemandError) {
    economy = RegionalEconomy(register, markets: regions)
    self.classification = classification
    common = try MovesCoefficients(classification: classification, regions: [], reader: &reader)
    let named = reader.parameters.namedRegions
    var special: [RegionCode: MovesCoefficients] = [:]
    for region in regions {
      let chain = register.regions.chain(from: region).map(\.text)
      guard !named.isDisjoint(with: chain) else { continue }
      special[region] = try MovesCoefficients(classification: classification, regions: chain, reader: &reader)
    }
    self.special = special
  }

  /// The year whose jobs are counted.
  public var baseYear: Int { economy.baseYear }

  /// Demand over a number of years; a side of the band, or the centre.
  public func demand(in region: RegionCode, years: Int, side: BandSide? = nil) -> NetHectares {
    NetHectares(demand(region, years, side))
  }

  /// Demand of one sector group.
  public func demand(in region: RegionCode, group: String, years: Int, side: BandSide? = nil) -> NetHectares {
    NetHectares(demand(region, group, years, coefficients(region).at(side)))
  }

  public func explanation(in region: RegionCode, years: Int, side: BandSide?) -> Explanation {
    demand(region, years, side)
  }

  /// Whether the region has jobs in any sector.
  public func hasJobs(in region: RegionCode) -> Bool {
    classification.sectors.contains { economy.jobs(region, $0.id) as Double > 0 }
  }

  /// Sectors without a job in the region.
  public func sectorsWithoutJobs(in region: RegionCode) -> [String] {
    classification.sectors.map(\.id).filter { economy.jobs(region, $0) as Double == 0 }
  }

  private func coefficients(_ region: RegionCode) -> MovesCoefficients { special[region] ?? common }
}

extension MovesEstimator {
  func demand<Figure: Derivation>(_ region: RegionCode, _ years: Int, _ side: BandSide?) -> Figure {
    let coefficients = coefficients(region).at(side)
    return .sum(
      .netHectare, nl: "ruimtevraag uit verhuizingen", en: "demand from moves",
      classification.groups.map { demand(region, $0.id, years, coefficients) })
  }

  /// E × (a + b − a × ρ) × f × H / 10 000.
  func demand<Figure: Derivation>(
    _ region: RegionCode, _ group: String, _ years: Int, _ coefficients: MovesCoefficients
  ) -> Figure {
    guard let perEmployee = coefficients.landPerEmployee[group] else {
      return .definition(0, .netHectare, LocalizedText(nl: "onbekende groep", en: "unknown group"))
    }
    let land = Figure.formula(
      .product, .squareMetre, FormulaName(nl: "grond in m²", en: "land in m²", notation: "E × tempo × f × H"),
      [employees(region, group, coefficients), rate(coefficients), .parameter(perEmployee), .years(years)])
    let label = classification.group(group)?.label ?? LocalizedText(both: group)
    return .formula(
      .quotient, .netHectare,
      FormulaName(
        nl: "verhuizingen \(label.nl)", en: "moves \(label.en)", notation: "E × (a + b − a × ρ) × f × H / 10 000"),
      [land, .definition(SquareMetres.perHectare, .squareMetre, LocalizedText(nl: "m² in een ha", en: "m² in a ha"))])
  }

  /// a + b − a × ρ, per employee and year.
  private func rate<Figure: Derivation>(_ coefficients: MovesCoefficients) -> Figure {
    let relocation = Figure.parameter(coefficients.relocationRate)
    let taken = Figure.formula(
      .sum, .sharePerYear, FormulaName(nl: "vertrek en vestiging", en: "moves and settlement", notation: "a + b"),
      [relocation, .parameter(coefficients.newSettlementRate)])
    let freed = Figure.formula(
      .product, .sharePerYear, FormulaName(nl: "herbruikt", en: "used again", notation: "a × ρ"),
      [relocation, .parameter(coefficients.reuseShare)])
    return .formula(
      .difference, .sharePerYear, FormulaName(nl: "tempo", en: "rate", notation: "a + b − a × ρ"), [taken, freed])
  }

  /// Σ J × P over the sectors of a group.
  private func employees<Figure: Derivation>(
    _ region: RegionCode, _ group: String, _ coefficients: MovesCoefficients
  ) -> Figure {
    let sectors = classification.sectors.filter { $0.group == group }
    return .formula(
      .sum, .job, FormulaName(nl: "relevante banen", en: "relevant jobs", notation: "Σ J × P"),
      sectors.compactMap { sector in
        coefficients.relevantShare[sector.id].map { share in
          .formula(
            .product, .job,
            FormulaName(
              nl: "op bedrijventerrein, \(sector.label.nl)", en: "on business parks, \(sector.label.en)",
              notation: "J × P"), [economy.jobs(region, sector.id), .parameter(share)])
        }
      })
  }
}
