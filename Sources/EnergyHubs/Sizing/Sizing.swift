/// Chooses sizes and dispatch at the least cost — *dimensionering*.
public enum Sizing {
  /// - Throws: `SizingError`; an answer that cannot prove itself is never returned.
  public static func solve(_ problem: SizingProblem) throws(SizingError) -> SizingAnswer {
    let faults = problem.faults
    guard faults.isEmpty else { throw .faults(faults) }
    let method = InteriorPoint(ScaledProblem(problem))
    let outcome = method.run()
    let answer: SizingAnswer
    do {
      answer = try method.answer(outcome)
    } catch {
      throw try shortage(problem) ?? .notConverged(rounds: outcome.rounds, gap: outcome.gap)
    }
    guard !answer.certificate.faults.isEmpty else { return answer }
    if let shortage = try shortage(problem) { throw shortage }
    throw .notConverged(rounds: outcome.rounds, gap: answer.certificate.gap)
  }
}
