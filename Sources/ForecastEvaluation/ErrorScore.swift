/// How well forecasts did — *score*. All of one kind: the caller groups them.
///
/// With e = forecast − actual (ha), over n outcomes:
///
///     bias      = Σ e / n                    ha; above zero: too high
///     MAE       = Σ |e| / n                  ha; mean absolute error
///     MSE       = Σ e² / n                   ha²; what weights follow from
///     relative  = Σ |e| / Σ |actual|         share; nil where nothing happened
///     coverage  = share of bands with low ≤ actual ≤ high
///     widening  = the smallest f for which bands of f times the half-width cover at least the share they claim
///
/// The relative error divides sums, not case by case: growth of a small region can be zero, and a mean of ratios would then
/// say nothing. Outcomes overlap in time and lie side by side in space, so they are not n independent trials: no test of
/// significance is made of them.
///
/// Example: errors +10, −20, +30 at actual 100, 120, 20 give bias 6.67, MAE 20, relative 60 / 240 = 0.25.
public struct ErrorScore: Sendable, Hashable, Codable {
  public let count: Int
  public let regionCount: Int
  public let cuts: [Int]
  public let bias: Double
  public let meanAbsoluteError: Double
  public let meanSquaredError: Double
  public let relativeError: Double?
  /// Outcomes that have a band.
  public let bandCount: Int
  public let coverage: Double?
  /// Infinite factors (bands without width that missed) are no factor: nil.
  public let wideningFactor: Double?
  /// Coverage of each cut's bands when they are widened by the factor of the other cuts: what widening is worth in a year
  /// that the factor was not fitted on. Nil with one cut.
  public let coverageWidenedElsewhere: Double?

  /// - Parameter nominal: the share of outcomes that a band claims to hold.
  /// - Returns: nil without outcomes.
  public init?(_ outcomes: [ForecastOutcome], nominal: Double) {
    guard !outcomes.isEmpty else { return nil }
    let score = ScoreFormulas(outcomes, nominal: nominal)
    count = outcomes.count
    regionCount = Set(outcomes.map(\.region)).count
    cuts = Set(outcomes.map(\.cut)).sorted()
    bias = score.value(of: .bias) ?? 0
    meanAbsoluteError = score.value(of: .meanAbsoluteError) ?? 0
    meanSquaredError = score.value(of: .meanSquaredError) ?? 0
    relativeError = score.value(of: .relativeError)
    bandCount = outcomes.count { $0.missInHalfWidths != nil }
    coverage = score.value(of: .coverage)
    wideningFactor = score.value(of: .widening)
    coverageWidenedElsewhere = score.value(of: .coverageElsewhere)
  }
}
