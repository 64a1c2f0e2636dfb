import Uncertainty

/// Deviations of all draws, summarised once for a quantity and for its mirror image: a balance against known supply is that
/// supply minus demand, so its quantiles are those of demand from the other end.
struct Column {
  private let lower: [Double]
  private let upper: [Double]
  private let median: Double
  private let medianError: Double
  private let moments: SampleMoments

  init(_ sample: UnsafeBufferPointer<Float>, _ levels: [Double]) {
    let mirrored = levels.map { 1 - $0 }
    let around = SamplingError.ranksAroundQuantile(Self.half, draws: sample.count)
    let ends = [around.lower, around.upper].map { Double($0) / Double(max(1, sample.count - 1)) }
    let found = Quantiles.of(sample, at: levels + mirrored + [Self.half] + ends)
    lower = Array(found[..<levels.count])
    upper = Array(found[levels.count..<2 * levels.count])
    median = found[2 * levels.count]
    medianError = (found[2 * levels.count + 2] - found[2 * levels.count + 1]) / 2
    moments = SampleMoments(sample)
  }

  private static let half = 0.5

  func figure(around centre: Double) -> BandFigure {
    BandFigure(
      quantiles: lower.map { centre + $0 }, median: centre + median, standardErrorOfMedian: medianError,
      mean: centre + moments.mean, standardErrorOfMean: moments.standardError)
  }

  /// Of `centre` minus the deviations.
  func mirrored(around centre: Double) -> BandFigure {
    BandFigure(
      quantiles: upper.map { centre - $0 }, median: centre - median, standardErrorOfMedian: medianError,
      mean: centre - moments.mean, standardErrorOfMean: moments.standardError)
  }
}
