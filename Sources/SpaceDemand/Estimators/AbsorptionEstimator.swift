import Provenance
import Quantities

/// Demand as the mean yearly issue, extrapolated — *uitgifte-extrapolatie*.
///
/// Formula, for observations i of the window with uptake d(i) (ha) over g(i) years:
///
///     r(i)    = d(i) / g(i)                          yearly rate, ha a year; issue − buy-back, or the change of a land-use series
///     r′(i)   = r(i) winsorised                      `OutlierRule`
///     m       = Σ g(i) r′(i) / Σ g(i)                mean yearly uptake, ha a year
///     centre  = m × H                                ha over H years
///     s²      = Σ g(i) (r(i) − m)² / (n − 1)         variance of one year's uptake, ha² a year
///     half    = t(n−1, q) × √(s² × H × (1 + H / W))  W = Σ g(i): years of the window
///     band    = centre − half … centre + half        P10 to P90 with q = 0.9
///
/// The factor H is the spread of a sum of H years, H²/W that of a mean known from W years only. Student's t because s is itself
/// estimated from n observations. The variance takes the years as they were: the large lot that the centre plays down will come
/// again some day. The band is not cut at zero, since buy-back and withdrawal exist.
///
/// - Parameters: `estimators/absorption-window`, `absorption-least-years`, `outlier-limit`, `band-quantile`.
/// - Source: mean uptake of ten years without outliers, practice in Dutch Ladder texts (domain notes 1.4); the band is the
///   usual prediction interval, general knowledge of statistics.
/// - Valid for: regions that issue land in most years, over about as many years as the window. It assumes years that do not
///   hang together and a mean that does not move: a business cycle or a changed policy breaks both, so the band is held
///   against the past in the back-test and widened by what that shows.
/// - Not covered: sector groups, categories and plot sizes, for issue is not registered by them; demand that found no land.
///
/// Example: issue of 1, 2, 3, 4 and 40 ha, k = 4: 40 becomes 7, m = 17 / 5 = 3.4, ten years 34 ha;
/// s² = (2.4² + 1.4² + 0.4² + 0.6² + 36.6²) / 4 = 336.95, half = 1.533 × √(336.95 × 10 × 3) = 154.2 ha.
public struct AbsorptionEstimator: Sendable {
  /// The observations in the window, ascending.
  public let observations: [UptakeObservation]
  let rules: AbsorptionRules

  /// Why there is no estimate.
  public enum Refusal: Error, Equatable, Sendable {
    case noObservations
    /// The observations in the window cover too few years.
    case tooFewYears(Int, least: Int)
  }

  /// The estimator of a series, or why there is none. A result and no throwing initialiser: the optimiser of Swift 6.3
  /// returned the latter's error although nothing was thrown.
  /// - Parameter observations: ascending; those that lie wholly in the window before the end of the last one are used.
  public static func fitted(to observations: [UptakeObservation], rules: AbsorptionRules) -> Result<Self, Refusal> {
    guard let last = observations.last?.lastYear else { return .failure(.noObservations) }
    let inside = observations.filter { $0.firstYear > last - rules.windowYears }
    let years = inside.reduce(0) { $0 + $1.years }
    guard years >= rules.leastYearCount else { return .failure(.tooFewYears(years, least: rules.leastYearCount)) }
    return .success(AbsorptionEstimator(observations: inside, rules: rules))
  }

  private init(observations: [UptakeObservation], rules: AbsorptionRules) {
    self.observations = observations
    self.rules = rules
  }

  public var firstYear: Int { observations[0].firstYear }
  public var lastYear: Int { observations[observations.endIndex - 1].lastYear }
  /// Last years of the observations that were drawn back to the border.
  public var treatedYears: [Int] {
    let rule = OutlierRule<Double>(observations.map { $0.rate() }, limit: rules.outlierLimit)
    return observations.filter { rule.isOutlier($0.rate()) }.map(\.lastYear)
  }

  public func centre(years: Int) -> NetHectares { NetHectares(centre(years)) }

  /// A border of the band; nil with one observation, from which no spread follows.
  public func border(_ side: BandSide, years: Int) -> NetHectares? { border(side, years).map { NetHectares($0) } }

  public func explanation(of side: BandSide?, years: Int) -> Explanation? {
    guard let side else { return centre(years) }
    return border(side, years)
  }
}

extension AbsorptionEstimator {
  /// m × H.
  func centre<Figure: Derivation>(_ years: Int) -> Figure {
    .formula(
      .product, .netHectare,
      FormulaName(nl: "uitgifte-extrapolatie", en: "extrapolated issue", notation: "m × H"), [mean(), .years(years)])
  }

  /// m = Σ g r′ / Σ g.
  func mean<Figure: Derivation>() -> Figure {
    let rates: [Figure] = observations.map { $0.rate() }
    let rule = OutlierRule(rates, limit: rules.outlierLimit)
    let amounts = zip(observations, rates).map { observation, rate -> Figure in
      let kept = rule.winsorised(rate)
      return observation.years == 1 ? kept : weighted(kept, by: observation.years)
    }
    return .formula(
      .quotient, .netHectarePerYear,
      FormulaName(nl: "gemiddelde per jaar", en: "mean a year", notation: "Σ g × r′ / Σ g"),
      [.sum(.netHectare, nl: "opname in het venster", en: "uptake in the window", amounts), .years(windowYears)])
  }

  /// centre ∓ t × √(s² × H × (1 + H / W)).
  func border<Figure: Derivation>(_ side: BandSide, _ years: Int) -> Figure? {
    guard observations.count > 1 else { return nil }
    let half = Figure.formula(
      .product, .netHectare,
      FormulaName(nl: "halve breedte", en: "half-width", notation: "t × √(s² × H × (1 + H / W))"),
      [quantile(), spread(years)])
    return .formula(
      side == .low ? .difference : .sum, .netHectare,
      FormulaName(
        nl: "uitgifte-extrapolatie, \(side.rawValue)", en: "extrapolated issue, \(side == .low ? "low" : "high")",
        notation: side == .low ? "m × H − halve breedte" : "m × H + halve breedte"), [centre(years), half])
  }

  private var windowYears: Int { observations.reduce(0) { $0 + $1.years } }

  private func weighted<Figure: Derivation>(_ rate: Figure, by years: Int) -> Figure {
    .formula(
      .product, .netHectare, FormulaName(nl: "over de jaren", en: "over the years", notation: "g × r′"),
      [.years(years), rate])
  }

  private func quantile<Figure: Derivation>() -> Figure {
    let degrees = observations.count - 1
    return .definition(
      StudentDistribution.quantile(rules.quantile.value, degrees: degrees), .factor,
      LocalizedText(
        nl: "t-kwantiel bij \(degrees) vrijheidsgraden", en: "t quantile with \(degrees) degrees of freedom"))
  }
}

extension AbsorptionEstimator {
  /// √(s² × H × (1 + H / W)): the standard deviation of the error over H years.
  private func spread<Figure: Derivation>(_ years: Int) -> Figure {
    let known = Figure.onePlus(
      .formula(
        .quotient, .factor, FormulaName(nl: "jaren over venster", en: "years over window", notation: "H / W"),
        [.years(years), .years(windowYears)]))
    let variance = Figure.formula(
      .product, .one,
      FormulaName(nl: "variantie van de som", en: "variance of the sum", notation: "s² × H × (1 + H / W)"),
      [variance(), .years(years), known])
    return .formula(
      .power, .netHectare, FormulaName(nl: "spreiding", en: "spread", notation: "√"),
      [variance, .definition(1 / 2, .one, LocalizedText(nl: "een half", en: "one half"))])
  }

  /// s² = Σ g (r − m)² / (n − 1). The mean is taken as it stands: `mean` shows how it came about.
  private func variance<Figure: Derivation>() -> Figure {
    let mean: Double = mean()
    let middle = Figure.definition(mean, .netHectarePerYear, LocalizedText(nl: "gemiddelde m", en: "mean m"))
    let squares = observations.map { observation -> Figure in
      let gap = Figure.formula(
        .difference, .netHectarePerYear, FormulaName(nl: "afwijking", en: "deviation", notation: "r − m"),
        [observation.rate(), middle])
      return .formula(
        .product, .one, FormulaName(nl: "kwadraat", en: "square", notation: "g × (r − m)²"),
        [.years(observation.years), gap, gap])
    }
    return .formula(
      .quotient, .one,
      FormulaName(nl: "variantie per jaar", en: "variance a year", notation: "Σ g × (r − m)² / (n − 1)"),
      [
        .sum(.one, nl: "som van kwadraten", en: "sum of squares", squares),
        .definition(
          Double(observations.count - 1), .count,
          LocalizedText(nl: "waarnemingen min één", en: "observations less one")),
      ])
  }
}
