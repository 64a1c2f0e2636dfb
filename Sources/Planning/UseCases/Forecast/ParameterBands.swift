import Foundation
import Provenance
import Quantities
import Uncertainty

/// Turns the low and high of parameters into bands, and goes on past those that cannot be one so that all are reported —
/// *bandbreedte van parameters*.
struct ParameterBands {
  /// Chance of staying below the high value, and above the low one.
  let oneSided: Double
  private(set) var problems: [Diagnostic] = []

  init(oneSided: Double) { self.oneSided = oneSided }

  /// A band around 1 by which an amount is multiplied.
  mutating func factor(_ reading: ParameterReading) -> TwoPieceBand {
    band(reading, limits: 0...Double.infinity).asFactor
  }

  /// A band of a share, 0 to 1.
  mutating func share(_ reading: ParameterReading) -> TwoPieceBand { band(reading, limits: 0...1) }

  /// A band around 1 of the product of two parameters: their relative half-widths added in squares.
  mutating func product(_ left: ParameterReading, _ right: ParameterReading) -> TwoPieceBand {
    let (one, two) = (factor(left), factor(right))
    let z = NormalDistribution.quantile(oneSided)
    let below = (one.below * one.below + two.below * two.below).squareRoot() * z
    let above = (one.above * one.above + two.above * two.above).squareRoot() * z
    return TwoPieceBand(
      value: 1, low: max(0, 1 - below), high: 1 + above, probability: oneSided, limits: 0...Double.infinity)
      ?? .certain(1)
  }

  /// A band around 0 of a yearly rate, as an addition to its middle.
  func addition(_ rate: (low: Double, value: Double, high: Double)) -> TwoPieceBand {
    TwoPieceBand(value: 0, low: rate.low - rate.value, high: rate.high - rate.value, probability: oneSided)
      ?? .certain(0)
  }

  /// Standard deviation of a lasting difference in yearly log growth: the width of the band in logarithms over that of a
  /// standard normal.
  ///
  /// Example: growth of −0.5 to 0.5 % a year as P10 and P90 is (ln 1.005 − ln 0.995) / (2 × 1.2816) = 0.0039.
  func growthDeviation(_ rate: (low: Double, value: Double, high: Double)) -> Double {
    (log1p(rate.high) - log1p(rate.low)) / (2 * NormalDistribution.quantile(oneSided))
  }

  private mutating func band(_ reading: ParameterReading, limits: ClosedRange<Double>) -> TwoPieceBand {
    let dated = reading.dated
    if let band = TwoPieceBand(
      value: dated.value, low: dated.low, high: dated.high, probability: oneSided, limits: limits)
    {
      return band
    }
    problems.append(
      Diagnostic(
        .error, "forecast.band", at: .init(record: reading.path), value: "\(dated.low)…\(dated.value)…\(dated.high)",
        message: LocalizedText(
          nl: "waarde of band kan niet: lager dan nul, boven het mogelijke, of laag boven hoog",
          en: "value or band is impossible: below zero, above what can be, or low above high"),
        remedy: LocalizedText(
          nl: "Herstel value, low en high van deze parameter.", en: "Mend value, low and high of this parameter.")))
    return .certain(dated.value)
  }
}
