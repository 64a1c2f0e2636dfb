/// Figures of two independent samples and of the mixtures that measure sensitivity — *steekproef voor gevoeligheid*.
///
/// Sample A takes every group of inputs from one set of random numbers, B from another; mixture i is A with group i from B. Row k
/// of each is the same draw.
public struct SobolSample: Sendable {
  public let a: [Double]
  public let b: [Double]
  /// One per group.
  public let mixtures: [[Double]]

  /// - Returns: nil unless all have the same length of two or more.
  public init?(a: [Double], b: [Double], mixtures: [[Double]]) {
    guard a.count > 1, ([b] + mixtures).allSatisfy({ $0.count == a.count }) else { return nil }
    self.a = a
    self.b = b
    self.mixtures = mixtures
  }

  /// Runs a model by itself: `value(draw, swapped)` gives the figure of a draw in which `swapped` says per group whether it comes
  /// from the second set.
  public init?(draws: Int, groups: Int, value: (_ draw: Int, _ swapped: [Bool]) -> Double) {
    func figures(_ swapped: [Bool]) -> [Double] { (0..<draws).map { value($0, swapped) } }
    let none = [Bool](repeating: false, count: groups)
    self.init(
      a: figures(none), b: figures(none.map { _ in true }),
      mixtures: (0..<groups).map { group in figures(none.indices.map { $0 == group }) })
  }

  /// First-order and total index per group, from the draws with these numbers.
  ///
  /// Formulas, with V the variance of A and B together:
  ///
  ///     first(i) = 1 − mean((B − mixture i)²) / 2V     part of the variance that goes when group i becomes known
  ///     total(i) = mean((A − mixture i)²) / 2V         part that stays when all other groups become known
  ///
  /// Source: M. Jansen, "Analysis of variance designs for model output", Computer Physics Communications 117 (1999);
  /// A. Saltelli et al., "Variance based sensitivity analysis of model output", same journal 181 (2010), table 2.
  func indices(_ rows: some Sequence<Int>) -> [SobolIndex.Estimate] {
    let sums = sums(rows)
    let doubled = sums.doubledVariance
    return mixtures.indices.map { group in
      doubled > 0
        ? SobolIndex.Estimate(first: 1 - sums.first[group] / doubled, total: sums.total[group] / doubled)
        : SobolIndex.Estimate(first: 0, total: 0)
    }
  }

  /// What the indices of all draws are made of.
  package var sums: Sums { sums(a.indices) }

  package struct Sums {
    /// Σ (B − mixture)² and Σ (A − mixture)² per group.
    package var first: [Double]
    package var total: [Double]
    /// Of A and B together, and how many these are.
    package var variance = 0.0
    package var count = 0.0

    package var doubledVariance: Double { variance * count }
  }

  private func sums(_ rows: some Sequence<Int>) -> Sums {
    var moments = SampleMoments()
    let none = mixtures.map { _ in 0.0 }
    var sums = Sums(first: none, total: none)
    for row in rows {
      moments.add(a[row])
      moments.add(b[row])
      for (group, mixture) in mixtures.enumerated() {
        sums.first[group] += (b[row] - mixture[row]) * (b[row] - mixture[row])
        sums.total[group] += (a[row] - mixture[row]) * (a[row] - mixture[row])
      }
    }
    (sums.variance, sums.count) = (moments.variance, Double(moments.count))
    return sums
  }
}
