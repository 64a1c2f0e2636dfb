/// Chooses sizes and dispatch at the least cost — *dimensionering*.
public enum Sizing {
  /// The cheapest sizes and dispatch, with their certificate.
  ///
  /// - Throws: `SizingError`; an answer that cannot prove itself is never returned.
  public static func solve(_ problem: SizingProblem) throws(SizingError) -> SizingAnswer {
    let faults = problem.faults
    guard faults.isEmpty else { throw .faults(faults) }
    let method = InteriorPoint(ScaledProblem(problem))
    let outcome = method.run()
    if let answer = try? method.answer(outcome), answer.certificate.faults.isEmpty { return answer }
    if let shortage = ShortageSearch.shortage(problem) { throw .infeasible(shortage) }
    throw .notConverged(rounds: outcome.rounds, gap: outcome.gap)
  }

  /// An answer that proves itself, or nil; does not ask why.
  static func attempt(_ problem: SizingProblem) -> SizingAnswer? {
    let method = InteriorPoint(ScaledProblem(problem))
    let outcome = method.run()
    guard let answer = try? method.answer(outcome), answer.certificate.faults.isEmpty else { return nil }
    return answer
  }
}
