/// How much wider bands must be to cover as they say — *verbreding*.
public enum Widening {
  /// Formula: f = the ⌈p × n⌉-th smallest of |e| / h.
  /// - e: forecast − actual (ha); h: half-width of the band on the side of the actual value (ha); p: the share that the band
  ///   claims; n: outcomes with a band. Widened by f, at least the share p of these bands holds its outcome.
  /// - Below 1 the bands were too wide.
  ///
  /// Example: misses of 0.5, 1.5, 2 and 4 half-widths and p = 0.8: ⌈3.2⌉ = 4th, so f = 4; with p = 0.75 f = 2.
  public static func factor(for outcomes: [ForecastOutcome], nominal: Double) -> Double? {
    ScoreFormulas(outcomes, nominal: nominal).value(of: .widening)
  }
}
