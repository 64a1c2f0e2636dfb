import Quantities

/// Divides a whole number over shares so that the parts add up to it exactly — *verdeling met grootste resten*.
///
/// Amounts of land are divided in whole square metres, so that sums of parks equal the published totals to 0.0001 ha.
enum Apportionment {
  /// Formula: part = clamp(λ × weight, floor, cap) with the λ at which the parts add up to `total`; fractions are then
  /// settled by largest remainder, ties by position.
  ///
  /// - Parameters:
  ///   - subject: what is divided, for the error.
  ///   - floors: least amount of each part; 0 where nil.
  ///   - caps: greatest amount of each part; unlimited where nil.
  /// - Throws: `ExampleError.doesNotFit` when no division respects the bounds.
  static func divide(
    _ total: Int, by weights: [Double], floors: [Int]? = nil, caps: [Int]? = nil, subject: LocalizedText
  ) throws(ExampleError) -> [Int] {
    let parts = weights.indices.map { i in
      Part(weight: weights[i], floor: floors?[i] ?? 0, cap: max(caps?[i] ?? Int.max, floors?[i] ?? 0))
    }
    let least = parts.reduce(0) { $0 + $1.floor }
    let most = parts.reduce(0) { $0.addingReportingOverflow($1.most).overflow ? Int.max : $0 + $1.most }
    guard total >= least, total <= most else { throw .doesNotFit(subject: subject, total: total) }
    let multiplier = multiplier(for: Double(total), among: parts)
    return settled(total, parts: parts, exact: parts.map { $0.amount(at: multiplier) })
  }

  private struct Part {
    let weight: Double
    let floor: Int
    let cap: Int

    /// What the part can take at most: a part without weight takes its floor.
    var most: Int { weight > 0 ? cap : floor }

    func amount(at multiplier: Double) -> Double { min(max(multiplier * weight, Double(floor)), Double(most)) }
  }

  /// The greatest multiplier found at which the parts do not exceed the total.
  private static func multiplier(for total: Double, among parts: [Part]) -> Double {
    func sum(_ multiplier: Double) -> Double { parts.reduce(0) { $0 + $1.amount(at: multiplier) } }
    var low = 0.0
    var high = 1.0
    while sum(high) < total, high < .greatestFiniteMagnitude / 2 { high *= 2 }
    for _ in 0..<bisections {
      let middle = low + (high - low) / 2
      if sum(middle) <= total { low = middle } else { high = middle }
    }
    return low
  }

  /// Halvings of the interval: one more than a `Double` has bits of precision and exponent to spare for these sums.
  private static let bisections = 100

  private static func settled(_ total: Int, parts: [Part], exact: [Double]) -> [Int] {
    var amounts = exact.map { Int($0) }
    var rest = total - amounts.reduce(0, +)
    let remainders = exact.indices.map { exact[$0] - Double(amounts[$0]) }
    let order = exact.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    while rest > 0 {
      for i in order where rest > 0 && amounts[i] < parts[i].most {
        amounts[i] += 1
        rest -= 1
      }
    }
    return amounts
  }
}
