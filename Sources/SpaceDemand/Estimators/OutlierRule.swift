import Provenance
import Quantities

/// The median of rates and how far they may lie from it — *uitschieterregel*: winsorising at median ± k × MAD.
///
/// Formula, for yearly rates r(i) (ha a year):
///
///     r̃      = median r(i)
///     MAD    = median |r(i) − r̃|
///     r′(i)  = min(max(r(i), r̃ − k × MAD), r̃ + k × MAD)
///
/// - k: factor, parameter `estimators/outlier-limit`. Land is issued in lumps: a large lot is drawn back to the border, not
///   thrown away. When more than half the years are alike MAD is 0 and nothing is an outlier.
/// - Source: winsorising and the median absolute deviation are general knowledge of statistics; that years that stand out are
///   set apart is practice in Dutch Ladder texts (domain notes 1.4).
///
/// Example: 1, 2, 3, 4, 40 have median 3 and MAD 1; with k = 4 the last becomes 7.
struct OutlierRule<Figure: Derivation> {
  let median: Figure
  let deviation: Figure
  private let limit: Figure

  init(_ rates: [Figure], limit: ParameterReading) {
    let median = Self.median(rates, nl: "mediaan van de jaren", en: "median of the years")
    self.median = median
    deviation = Self.median(
      rates.map { Self.distance($0, median) }, nl: "mediane afwijking (MAD)", en: "median absolute deviation (MAD)")
    self.limit = .parameter(limit)
  }

  /// The rate itself, or the border that it passes.
  func winsorised(_ rate: Figure) -> Figure {
    guard deviation.number > 0 else { return rate }
    let (low, high) = (border(.difference, "−"), border(.sum, "+"))
    if rate.number < low.number { return drawnBack(.maximum, [low, rate]) }
    return rate.number > high.number ? drawnBack(.minimum, [high, rate]) : rate
  }

  /// The record of an outlier stays in sight beside the border that takes its place.
  private func drawnBack(_ operation: Explanation.Operation, _ parts: [Figure]) -> Figure {
    .formula(
      operation, .netHectarePerYear,
      FormulaName(nl: "uitschieter, teruggebracht", en: "outlier, drawn back", notation: "tot de grens"), parts)
  }

  func isOutlier(_ rate: Figure) -> Bool { winsorised(rate).number != rate.number }

  private func border(_ operation: Explanation.Operation, _ sign: String) -> Figure {
    let width = Figure.formula(
      .product, .netHectarePerYear,
      FormulaName(nl: "toegestane afwijking", en: "allowed deviation", notation: "k × MAD"),
      [limit, deviation])
    return .formula(
      operation, .netHectarePerYear,
      FormulaName(nl: "grens voor uitschieters", en: "border of outliers", notation: "mediaan \(sign) k × MAD"),
      [median, width])
  }

  /// |a − b| = max(a − b, b − a).
  private static func distance(_ one: Figure, _ other: Figure) -> Figure {
    func difference(_ parts: [Figure]) -> Figure {
      .formula(.difference, .netHectarePerYear, FormulaName(nl: "verschil", en: "difference", notation: "a − b"), parts)
    }
    return .formula(
      .maximum, .netHectarePerYear, FormulaName(nl: "afwijking", en: "deviation", notation: "|r − mediaan|"),
      [difference([one, other]), difference([other, one])])
  }

  /// The middle value, or the mean of the two in the middle.
  private static func median(_ values: [Figure], nl: String, en: String) -> Figure {
    let sorted = values.sorted { $0.number < $1.number }
    guard let last = sorted.last else { return .definition(0, .netHectarePerYear, LocalizedText(nl: nl, en: en)) }
    let middle = sorted.count / 2
    guard sorted.count.isMultiple(of: 2), middle > 0 else { return sorted.count == 1 ? last : sorted[middle] }
    let pair = Figure.formula(
      .sum, .netHectarePerYear, FormulaName(nl: "de middelste twee", en: "the middle two", notation: "a + b"),
      [sorted[middle - 1], sorted[middle]])
    return .formula(
      .quotient, .netHectarePerYear, FormulaName(nl: nl, en: en, notation: "(a + b) / 2"),
      [pair, .definition(2, .count, LocalizedText(nl: "twee", en: "two"))])
  }
}
