import Uncertainty

/// Which input makes a figure uncertain — *gevoeligheid van vraag en balans*.
///
/// Groups of inputs are swapped by giving them the second set of random numbers; the batches of each run come from
/// `BandSampler.draw` with the same draws and seed.
public enum BandSensitivity {
  /// A run with the random numbers it takes: A, B, and A with one group from B.
  public static let runs: [Replicates] =
    [.first, .second] + InputGroup.allCases.map { Replicates(swapping: [$0]) }

  /// What the shares of the variance per group of inputs are counted from, groups in the order of `InputGroup.allCases`.
  /// - Parameters:
  ///   - summaries: one per run, in the order of `runs`.
  ///   - figure: the figure per draw, such as the balance of the country in a year.
  /// - Returns: nil unless there is a summary of equally many draws for each run.
  public static func sample(_ summaries: [BandSummary], figure: (BandSummary) -> [Double]) -> SobolSample? {
    guard summaries.count == runs.count else { return nil }
    let figures = summaries.map(figure)
    return SobolSample(a: figures[0], b: figures[1], mixtures: Array(figures.dropFirst(2)))
  }
}
