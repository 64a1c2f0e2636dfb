/// Quantiles of a sample by linear interpolation between order statistics — *kwantielen*.
///
/// Formula: h = (n − 1) p, quantile = x₍⌊h⌋₎ + (h − ⌊h⌋) (x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎) with x₍₀₎ ≤ x₍₁₎ ≤ …
/// Source: definition 7 of R. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
///
/// Example: the quantile ¼ of 1, 2, 3, 4 is h = 0.75, so 1 + 0.75 × (2 − 1) = 1.75.
public enum Quantiles {
  /// - Parameter levels: probabilities in 0...1.
  public static func of(_ sample: UnsafeBufferPointer<Float>, at levels: [Double]) -> [Double] {
    let places = levels.map { Place(level: $0, count: sample.count) }
    let values = OrderStatistics.values(of: sample, at: places.flatMap(\.ranks))
    return places.indices.map { places[$0].between(Double(values[2 * $0]), Double(values[2 * $0 + 1])) }
  }

  public static func of(_ sample: [Double], at levels: [Double]) -> [Double] {
    let places = levels.map { Place(level: $0, count: sample.count) }
    let values = sample.withUnsafeBufferPointer { OrderStatistics.values(of: $0, at: places.flatMap(\.ranks)) }
    return places.indices.map { places[$0].between(values[2 * $0], values[2 * $0 + 1]) }
  }

  /// Two neighbours in the order and the part of the way between them.
  private struct Place {
    let ranks: [Int]
    let part: Double

    init(level: Double, count: Int) {
      let place = Double(count - 1) * min(1, max(0, level))
      let lower = Int(place)
      ranks = [lower, min(lower + 1, count - 1)]
      part = place - Double(lower)
    }

    func between(_ lower: Double, _ upper: Double) -> Double { lower + part * (upper - lower) }
  }
}
