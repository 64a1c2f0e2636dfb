/// How far a figure from a finite number of draws may be from that of infinitely many — *steekproeffout*.
public enum SamplingError {
  /// Standard error of a probability that was seen in a share of the draws: √(p (1 − p) / n).
  ///
  /// Where none or all of the draws show it, the share says nothing about its error; then 1/n takes the place of p.
  public static func ofProbability(_ share: Double, draws: Int) -> Double {
    let least = 1 / Double(draws)
    let p = min(1 - least, max(least, share))
    return (max(0, p * (1 - p)) / Double(draws)).squareRoot()
  }

  /// Ranks whose values lie one standard error on either side of a quantile: the number of draws below it is binomial, so that
  /// its rank is n p ± √(n p (1 − p)).
  ///
  /// Source: H. David, H. Nagaraja, "Order Statistics", 3rd ed. (2003), section 7.1.
  public static func ranksAroundQuantile(_ level: Double, draws: Int) -> (lower: Int, upper: Int) {
    let middle = Double(draws - 1) * level
    let reach = (Double(draws) * level * (1 - level)).squareRoot()
    return (
      Int(max(0, (middle - reach).rounded(.down))), Int(min(Double(draws - 1), (middle + reach).rounded(.up)))
    )
  }

  /// Standard error of a quantile: half the distance between the values at those ranks.
  public static func ofQuantile(_ level: Double, of sample: UnsafeBufferPointer<Float>) -> Double {
    let ranks = ranksAroundQuantile(level, draws: sample.count)
    let values = OrderStatistics.values(of: sample, at: [ranks.lower, ranks.upper])
    return Double(values[1] - values[0]) / 2
  }

  /// Draws after which a standard error that falls as 1/√n makes a half-width: n × (z × error / half-width)².
  /// - Parameters:
  ///   - error: standard error after `draws` draws.
  ///   - confidence: probability that the interval holds the true figure, such as 0.95.
  public static func drawsNeeded(halfWidth: Double, error: Double, draws: Int, confidence: Double) -> Double {
    let ratio = halfWidthOf(error: error, confidence: confidence) / halfWidth
    return Double(draws) * ratio * ratio
  }

  /// Half the width of the interval that holds the true figure with a probability: z × error.
  public static func halfWidthOf(error: Double, confidence: Double) -> Double {
    error * NormalDistribution.quantile((1 + confidence) / 2)
  }
}
