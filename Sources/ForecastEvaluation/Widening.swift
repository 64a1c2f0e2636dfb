/// How much wider bands must be to cover as they say — *verbreding*.
public enum Widening {
  /// Formula: f = the ⌈p × n⌉-th smallest of |e| / h.
  /// - e: forecast − actual (ha); h: half-width of the band on the side of the actual value (ha); p: the share that the band
  ///   claims; n: outcomes with a band. Widened by f, at least the share p of these bands holds its outcome.
  /// - Below 1 the bands were too wide.
  ///
  /// Example: misses of 0.5, 1.5, 2 and 4 half-widths and p = 0.8: ⌈3.2⌉ = 4th, so f = 4; with p = 0.75 f = 2.
  public static func factor(for outcomes: [ForecastOutcome], nominal: Double) -> Double? {
    let misses = outcomes.compactMap(\.missInHalfWidths).sorted()
    guard !misses.isEmpty else { return nil }
    let place = (nominal * Double(misses.count)).rounded(.up)
    let factor = misses[min(max(Int(place), 1), misses.count) - 1]
    return factor.isFinite ? factor : nil
  }

  /// Share of outcomes covered when each cut's bands take the factor of all other cuts; nil with fewer than two cuts.
  static func coverageElsewhere(of outcomes: [ForecastOutcome], nominal: Double) -> Double? {
    let banded = outcomes.filter { $0.missInHalfWidths != nil }
    let cuts = Set(banded.map(\.cut)).sorted()
    guard cuts.count > 1 else { return nil }
    let covered = cuts.flatMap { cut -> [Bool] in
      guard let factor = factor(for: banded.filter { $0.cut != cut }, nominal: nominal) else { return [] }
      return banded.filter { $0.cut == cut }.compactMap { $0.forecast.widened(by: factor).covers($0.actual) }
    }
    return covered.isEmpty ? nil : Double(covered.count { $0 }) / Double(covered.count)
  }
}
