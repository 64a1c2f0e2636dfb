import ForecastBands
import Provenance
import Quantities
import SpaceDemand
import Uncertainty
import WorkLocations

/// What one draw makes of jobs and coefficients, from its random numbers and the low and high of the parameters — *getrokken
/// factoren*; the formulas stand at `BandModel`.
struct DrawnFactors {
  let addOns: [AddOn]
  let inputs: ForecastInputs
  private let numbers: DrawnNumbers
  let number: Int
  let seed: UInt64
  /// Bands of growth and drift are means over the whole period of the forecast.
  let period: (start: Int, end: Int)
  private let scenario: String
  private let national: CoefficientPath
  private let sectors: [Sector]

  init(
    _ market: MarketBandModel, _ inputs: ForecastInputs, _ numbers: DrawnNumbers, _ number: Int, _ seed: UInt64,
    scenario: String
  ) {
    self.inputs = inputs
    self.numbers = numbers
    self.number = number
    self.seed = seed
    self.scenario = scenario
    addOns = market.addOns
    national = market.national
    sectors = market.sectors
    period = (market.startYear, market.startYear + market.model.sizes.years - 1)
  }

  private func place(_ sector: Sector) -> Int { sectors.firstIndex(of: sector)! }

  /// Jobs of the centre path times e to the drawn deviation.
  func jobs(_ factors: LandFactors, after year: Int, _ region: Int) -> Explanation {
    let sector = place(factors.sector)
    let (common, own) = (numbers.commonGrowth[sector], numbers.ownGrowth[region][sector])
    let share = Explanation.parameter(inputs.coefficients.commonShare)
    let parts =
      growth(common, root(of: share), sector, year, nl: "gemeenschappelijk", en: "common")
      + growth(own, root(of: .oneMinus(share)), sector, year, nl: "van de regio", en: "of the region")
    guard year > 0, parts.contains(where: { $0.value != 0 }) else { return factors.jobs }
    let deviation = Explanation.formula(
      .sum, .one,
      FormulaName(
        nl: "afwijking van de groei (logaritme)", en: "deviation of growth (logarithm)",
        notation: "√ρ (a N + b ΣN) + √(1−ρ) (a e + b Σe)"), parts)
    let factor = Explanation.formula(
      .power, .factor, FormulaName(nl: "factor op de banen", en: "factor on jobs", notation: "e^afwijking"),
      [.base, deviation])
    return .formula(
      .product, .job,
      FormulaName(
        nl: "getrokken \(factors.jobs.label.nl)", en: "drawn \(factors.jobs.label.en)", notation: "banen × factor"),
      [factors.jobs, factor])
  }

  private func growth(
    _ drawn: DrawnNumbers.Growth, _ root: Explanation, _ sector: Int, _ year: Int, nl: String, en: String
  ) -> [Explanation] {
    let spread = growthSpread(sector)
    let shock = Explanation.parameter(inputs.coefficients.growthShock[sector])
    let level = leaf(drawn.level, nl: "niveau, \(nl)", en: "level, \(en)")
    let shocks = leaf(drawn.shocks[year], nl: "som van de schokken, \(nl)", en: "sum of the shocks, \(en)")
    return [
      .formula(
        .product, .one,
        FormulaName(nl: "blijvend, \(nl)", en: "lasting, \(en)", notation: "wortel × a × N × jaren"),
        [root, spread, level, .years(year)]),
      .formula(
        .product, .one, FormulaName(nl: "schokken, \(nl)", en: "shocks, \(en)", notation: "wortel × b × ΣN"),
        [root, shock, shocks]),
    ]
  }

  /// Standard deviation of the lasting part: (ln(1 + high) − ln(1 + low)) / 2z.
  private func growthSpread(_ sector: Int) -> Explanation {
    let growth = national.readings[sector].growth
    func logarithm(_ side: BandSide) -> Explanation {
      .formula(
        .logarithm, .one, FormulaName(nl: "logaritme van de groei", en: "logarithm of growth", notation: "ln(1 + g)"),
        [.onePlus(mean(growth, side)), .base])
    }
    let width = Explanation.formula(
      .difference, .one,
      FormulaName(nl: "breedte van de groei", en: "width of growth", notation: "ln(1 + hoog) − ln(1 + laag)"),
      [logarithm(.high), logarithm(.low)])
    let twice = Explanation.formula(
      .product, .one, FormulaName(nl: "breedte van de band", en: "width of the band", notation: "2 × z"),
      [.definition(2, .one, LocalizedText(nl: "beide kanten", en: "both sides")), deviations])
    return .formula(
      .quotient, .one,
      FormulaName(nl: "spreiding van de groei (a)", en: "spread of growth (a)", notation: "breedte / 2z"),
      [width, twice])
  }

  /// min(1, max(0, F × (P + P₀ × δ × years))).
  func preference(_ then: LandFactors, _ now: LandFactors, after year: Int) -> Explanation {
    let sector = place(then.sector)
    let readings = national.readings[sector]
    let shifted = shifted(
      then.preference, now.preference, year, numbers.preference[sector].drift, readings.preferenceDrift)
    let factor = factor(numbers.preference[sector].level, readings.preference[.businessPark]!)
    let product = Explanation.formula(
      .product, .share,
      FormulaName(
        nl: "getrokken \(then.preference.label.nl)", en: "drawn \(then.preference.label.en)",
        notation: "factor × voorkeur"), [factor, shifted])
    let positive = Explanation.formula(
      .maximum, .share, FormulaName(nl: "minstens nul", en: "at least nothing", notation: "max(0, …)"),
      [.definition(0, .share, LocalizedText(nl: "nul", en: "nothing")), product])
    return .formula(
      .minimum, .share, FormulaName(nl: product.label.nl, en: product.label.en, notation: "min(1, max(0, F × P))"),
      [.definition(1, .share, LocalizedText(nl: "alles", en: "all")), positive])
  }

  /// F × max(0, Q + Q₀ × δ × years).
  func landPerJob(_ then: LandFactors, _ now: LandFactors, after year: Int) -> Explanation {
    let sector = place(then.sector)
    let readings = national.readings[sector]
    let shifted = shifted(
      then.landPerJob, now.landPerJob, year, numbers.landPerJob[sector].drift, readings.landPerJobDrift)
    let positive = Explanation.formula(
      .maximum, .squareMetrePerJob, FormulaName(nl: "minstens nul", en: "at least nothing", notation: "max(0, …)"),
      [.definition(0, .squareMetrePerJob, LocalizedText(nl: "nul", en: "nothing")), shifted])
    return .formula(
      .product, .squareMetrePerJob,
      FormulaName(
        nl: "getrokken \(then.landPerJob.label.nl)", en: "drawn \(then.landPerJob.label.en)",
        notation: "factor × max(0, Q)"),
      [factor(numbers.landPerJob[sector].level, readings.landPerJob[.businessPark]!), positive])
  }

  /// A coefficient with what its drawn drift adds: X + X₀ × δ × years.
  private func shifted(_ then: Explanation, _ now: Explanation, _ year: Int, _ drawn: Double, _ drift: RateTimeline)
    -> Explanation
  {
    let side: BandSide = drawn > 0 ? .high : .low
    let (middle, border) = (mean(drift, nil), mean(drift, side))
    guard year > 0, middle.value != border.value else { return then }
    let width = Explanation.formula(
      .difference, then.unit,
      FormulaName(nl: "breedte van het verloop", en: "width of the drift", notation: "|grens − midden|"),
      side == .high ? [border, middle] : [middle, border])
    let slope = Explanation.formula(
      .quotient, then.unit,
      FormulaName(nl: "per standaardafwijking", en: "per standard deviation", notation: "breedte / z"),
      [width, deviations])
    let added = Explanation.formula(
      .product, then.unit,
      FormulaName(nl: "getrokken verloop", en: "drawn drift", notation: "X₀ × z × helling × jaren"),
      [now, leaf(drawn, nl: "verloop", en: "drift"), slope, .years(year)])
    return .sum(then.unit, nl: then.label.nl, en: then.label.en, [then, added])
  }

  /// The two readings of replacement as one band: half-widths added in squares.
  var replacement: Explanation {
    let drawn = numbers.replacement
    let squares = [national.returnShare, national.densityRatio].map { reading in
      Explanation.formula(
        .power, .one, FormulaName(nl: "kwadraat", en: "square", notation: "helling²"),
        [slope(reading, drawn), .definition(2, .one, LocalizedText(nl: "kwadraat", en: "square"))])
    }
    let root = Explanation.formula(
      .power, .one,
      FormulaName(nl: "samen", en: "together", notation: "√(Σ helling²)"),
      [.sum(.one, nl: "som van kwadraten", en: "sum of squares", squares), .half])
    guard drawn < 0 else { return factor(drawn, slope: root) }
    // Replacement cannot become less than nothing: the low border stays at or above zero.
    let most = Explanation.formula(
      .quotient, .one, FormulaName(nl: "tot nul", en: "down to nothing", notation: "1 / z"), [.one, deviations])
    return factor(
      drawn,
      slope: .formula(
        .minimum, .one, FormulaName(nl: "hoogstens tot nul", en: "at most down to nothing", notation: "min"),
        [root, most]))
  }

  func addOn(_ index: Int) -> Explanation {
    addOns[index].reading(in: scenario).map { factor(numbers.addOns[index], $0) } ?? .one
  }

  /// Share of soft plans that comes about in a market: the drawn share of the country times what the market has over it.
  func realisation(_ market: ParameterReading) -> Explanation {
    let national = inputs.coefficients.softRealisation
    let drawn = numbers.softRealisation
    let side: BandSide = drawn > 0 ? .high : .low
    let slope = Explanation.formula(
      .quotient, .share,
      FormulaName(nl: "per standaardafwijking", en: "per standard deviation", notation: "breedte / z"),
      [width(national, side), deviations])
    let shifted = Explanation.formula(
      .sum, .share,
      FormulaName(nl: "getrokken realisatie", en: "drawn realisation", notation: "midden + z × helling"),
      [.parameter(national), times(leaf(drawn, nl: "realisatie", en: "realisation"), slope)])
    let share = Explanation.formula(
      .minimum, .share,
      FormulaName(nl: "getrokken realisatie", en: "drawn realisation", notation: "min(1, max(0, …))"),
      [
        .definition(1, .share, LocalizedText(nl: "alles", en: "all")),
        .formula(
          .maximum, .share, FormulaName(nl: "minstens nul", en: "at least nothing", notation: "max(0, …)"),
          [.definition(0, .share, LocalizedText(nl: "nul", en: "nothing")), shifted]),
      ])
    guard market != national, national.value > 0 else { return share }
    let ratio = Explanation.formula(
      .quotient, .factor, FormulaName(nl: "markt tegenover land", en: "market over country", notation: "markt / land"),
      [.parameter(market), .parameter(national)])
    return times(share, ratio)
  }
}
