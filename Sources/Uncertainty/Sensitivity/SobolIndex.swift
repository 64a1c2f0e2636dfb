/// How much of the variance of a figure one group of inputs causes — *gevoeligheidsindex van Sobol*.
public struct SobolIndex: Sendable, Hashable, Codable {
  public struct Estimate: Sendable, Hashable, Codable {
    /// Part that the group causes by itself.
    public let first: Double
    /// Part in which the group is involved, together with others.
    public let total: Double
  }

  public let estimate: Estimate
  /// Bounds of the bootstrap interval.
  public let lower: Estimate
  public let upper: Estimate
}

extension SobolSample {
  /// Index per group with percentile bootstrap intervals; both are 0 where the figure does not vary.
  ///
  /// - Parameters:
  ///   - confidence: probability that an interval holds the true index.
  ///   - resamples: how many times the draws are drawn again, with replacement.
  ///   - seed: of the counted random numbers that choose them.
  public func indices(confidence: Double, resamples: Int, seed: UInt64) -> [SobolIndex] {
    let estimates = indices(a.indices)
    let rounds = (0..<resamples).map { indices(rows(resample: $0, seed)) }
    let levels = [(1 - confidence) / 2, (1 + confidence) / 2]
    return estimates.indices.map { group in
      let first = Quantiles.of(rounds.map { $0[group].first }, at: levels)
      let total = Quantiles.of(rounds.map { $0[group].total }, at: levels)
      return SobolIndex(
        estimate: estimates[group], lower: SobolIndex.Estimate(first: first[0], total: total[0]),
        upper: SobolIndex.Estimate(first: first[1], total: total[1]))
    }
  }

  private func rows(resample: Int, _ seed: UInt64) -> [Int] {
    let stream = RandomStream(seed: seed, draw: UInt32(resample), stream: Self.bootstrapStream)
    return a.indices.map { Int(stream.uniform($0) * Double(a.count)) }
  }

  /// Apart from every stream that draws inputs.
  private static let bootstrapStream: UInt32 = 0xB007
}
