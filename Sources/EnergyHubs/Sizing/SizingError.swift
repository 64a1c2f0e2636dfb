/// Why there is no answer.
public enum SizingError: Error, Sendable, Equatable {
  /// The question itself is wrong; everything at once.
  case faults([SizingFault])
  /// No choice of sizes satisfies every limit.
  case infeasible(SizingShortage)
  /// The method did not reach an answer that it can prove; the best gap it saw, relative to the cost.
  case notConverged(rounds: Int, gap: Double)
}
