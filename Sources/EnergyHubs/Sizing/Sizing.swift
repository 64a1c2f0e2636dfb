/// Chooses sizes and dispatch at the least cost — *dimensionering*.
public enum Sizing {
  /// The cheapest sizes and dispatch, with their certificate. The battery does one thing at a time: where the lower bound is that
  /// of a hub that charges and discharges at once, the answer costs more than the bound, and its gap says how much at most.
  ///
  /// - Throws: `SizingError`; an answer that cannot prove itself is never returned.
  public static func solve(_ problem: SizingProblem) throws(SizingError) -> SizingAnswer {
    let faults = problem.faults
    guard faults.isEmpty else { throw .faults(faults) }
    let (relaxed, outcome) = relaxed(problem)
    if let relaxed {
      if let answer = alternating(problem, relaxed) { return answer }
      guard problem.isPossible else { throw .infeasible(ShortageSearch.shortage(problem, burnedBy: relaxed)) }
    } else if let shortage = ShortageSearch.shortage(problem) {
      throw .infeasible(shortage)
    }
    throw .notConverged(rounds: outcome.rounds, gap: outcome.gap)
  }

  /// An answer that proves itself, or nil; does not ask why.
  static func attempt(_ problem: SizingProblem) -> SizingAnswer? {
    relaxed(problem).answer.flatMap { alternating(problem, $0) }
  }

  /// The answer to the linear question, nil where it does not prove itself, and how far the method came.
  static func relaxed(_ problem: SizingProblem) -> (answer: SizingAnswer?, outcome: InteriorPoint.Outcome) {
    let method = InteriorPoint(ScaledProblem(problem))
    let outcome = method.run()
    guard let answer = try? method.answer(outcome), answer.certificate.faults.isEmpty else { return (nil, outcome) }
    return (answer, outcome)
  }

  /// The same answer where it charges and discharges by turns, or the nearest that does, with the same prices as proof.
  private static func alternating(_ problem: SizingProblem, _ relaxed: SizingAnswer) -> SizingAnswer? {
    let scale = relaxed.certificate.scale
    let rounding = SolverSettings.acceptedViolation * scale * problem.hoursPerStep * Double(problem.steps)
    guard relaxed.certificate.burned > rounding else { return relaxed }
    if let answer = operated(problem, relaxed, sizes: relaxed.sizes) { return answer }
    for share in SolverSettings.batteryShares {
      guard let larger = Self.relaxed(problem.withBattery(beyond: relaxed.sizes, share: share)).answer else { continue }
      if let answer = operated(problem, relaxed, sizes: larger.sizes) { return answer }
    }
    return nil
  }

  /// The cheapest operation of these sizes; nil where there is none.
  private static func operated(
    _ problem: SizingProblem, _ relaxed: SizingAnswer, sizes: ChosenSizes
  ) -> SizingAnswer? {
    let room = SolverSettings.dispatchRoom * relaxed.certificate.scale
    guard let plan = problem.operation(sizes, room: room).leastCost().plan else { return nil }
    var answer = relaxed
    answer.sizes = sizes
    answer.dispatch = SizedDispatch(plan)
    guard
      var certificate = try? SizingCheck.certificate(problem, sizes, answer.dispatch, relaxed.multipliers),
      certificate.excesses.isEmpty
    else { return nil }
    certificate.burned = relaxed.certificate.burned
    answer.cost = certificate.cost
    answer.certificate = certificate
    answer.relaxed = relaxed.dispatch
    return answer
  }
}

extension SizingProblem {
  /// With a battery of at least a share of the room between these sizes and the largest.
  fileprivate func withBattery(beyond sizes: ChosenSizes, share: Double) -> SizingProblem {
    var problem = self
    func least(_ chosen: Double, _ range: SizeRange) -> Double { chosen + share * (range.most - chosen) }
    problem.battery.energy.least = least(sizes.batteryEnergy, battery.energy)
    problem.battery.power.least = least(sizes.batteryPower, battery.power)
    return problem
  }
}
