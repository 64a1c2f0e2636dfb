/// Divides a change over the inputs that caused it — *Shapleygemiddelde*.
///
/// Changing the inputs one after another gives each a part that depends on the order; the mean over all orders does not, and
/// the parts add up to the change. Formula, for n inputs and every set S of the others already changed:
///
///     part(i) = Σ over S of |S|! (n − |S| − 1)! / n! × (f(S and i after) − f(S after))
///
/// Source: L. Shapley, "A value for n-person games" (1953); for decomposition A. Shorrocks, J. Economic Inequality 11 (2013).
///
/// Example: jobs 10 → 12 at 200 → 250 m² change 2,000 into 3,000 m². Jobs first: 400 and 600; land first: 500 and 500. The
/// means are 450 for jobs and 550 for land per job, together 1,000.
public enum ShapleyMean {
  /// Most inputs: 2ⁿ values are worked out.
  public static let mostInputs = 16

  /// - Parameters:
  ///   - inputs: each input before and after; at most `mostInputs`.
  ///   - value: the figure for a choice of every input, called once per choice.
  /// - Returns: one part per input; their sum is value(after) − value(before) but for rounding. Nil for too many inputs.
  public static func parts(of inputs: [(before: Double, after: Double)], value: ([Double]) -> Double) -> [Double]? {
    guard inputs.count <= mostInputs else { return nil }
    let values = (0..<1 << inputs.count).map { set in
      value(inputs.enumerated().map { set >> $0.offset & 1 == 1 ? $0.element.after : $0.element.before })
    }
    let parts = inputs.indices.map { part($0, values, weights(inputs.count)) }
    return closed(parts, total: values[values.count - 1] - values[0])
  }

  private static func part(_ input: Int, _ values: [Double], _ weights: [Double]) -> Double {
    values.indices.filter { $0 >> input & 1 == 0 }.reduce(0) { sum, set in
      sum + weights[set.nonzeroBitCount] * (values[set | 1 << input] - values[set])
    }
  }

  /// |S|! (n − |S| − 1)! / n! per size of S: 1 over n times the number of sets of that size.
  private static func weights(_ count: Int) -> [Double] {
    var sets = 1.0
    return (0..<count).map { size in
      defer { sets = sets * Double(count - 1 - size) / Double(size + 1) }
      return 1 / (Double(count) * sets)
    }
  }

  /// What rounding left goes to the largest part, where it weighs least.
  private static func closed(_ parts: [Double], total: Double) -> [Double] {
    guard let largest = parts.indices.max(by: { abs(parts[$0]) < abs(parts[$1]) }) else { return parts }
    var parts = parts
    parts[largest] += total - parts.reduce(0, +)
    return parts
  }
}
