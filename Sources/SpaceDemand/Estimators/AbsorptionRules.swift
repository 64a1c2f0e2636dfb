import Provenance
import Quantities

/// How issue is extrapolated — *rekenregels van de uitgifte-extrapolatie*.
public struct AbsorptionRules: Sendable {
  /// Years that the mean is taken over, counted back from the last one.
  let window: ParameterReading
  /// Years that the observations must cover together.
  let leastYears: ParameterReading
  /// k of `OutlierRule`.
  let outlierLimit: ParameterReading
  /// Probability of the upper border of the band; the lower one has the rest.
  let quantile: ParameterReading

  /// - Parameter regions: the region and those around it, the most specific first.
  /// - Throws: `DemandError` with every parameter that is missing.
  public init(regions: [String], reader: inout ParameterReader) throws(DemandError) {
    var region = RegionReader(reader, regions: regions)
    let window = region.read("estimators/absorption-window")
    let leastYears = region.read("estimators/absorption-least-years")
    let outlierLimit = region.read("estimators/outlier-limit")
    let quantile = region.read("estimators/band-quantile")
    reader = try region.finish()
    self.init(window: window, leastYears: leastYears, outlierLimit: outlierLimit, quantile: quantile)
  }

  private init(
    window: ParameterReading, leastYears: ParameterReading, outlierLimit: ParameterReading, quantile: ParameterReading
  ) {
    self.window = window
    self.leastYears = leastYears
    self.outlierLimit = outlierLimit
    self.quantile = quantile
  }

  public var windowYears: Int { Int(window.value) }
  public var leastYearCount: Int { Int(leastYears.value) }
  /// The share of outcomes that a band claims to hold: from P10 to P90 0.8.
  public var nominalCoverage: Double { claimed() }
  public var explainedCoverage: Explanation { claimed() }

  /// 2 × q − 1.
  private func claimed<Figure: Derivation>() -> Figure {
    let twice = Figure.formula(
      .product, .share, FormulaName(nl: "aan beide kanten", en: "on both sides", notation: "2 × q"),
      .definition(2, .count, LocalizedText(nl: "twee", en: "two")), .parameter(quantile))
    return .formula(
      .difference, .share,
      FormulaName(
        nl: "deel dat de band hoort te dekken", en: "share that the band should cover", notation: "2 × q − 1"),
      twice, .one)
  }
}
