extension InteriorPoint {
  /// How far the method came.
  struct Outcome {
    var rounds: Int
    /// Σ distance · price over the cost.
    var gap: Double
    /// Largest distance that is missing, in units of the largest load.
    var missing: Double
  }

  /// Rounds until gap and residuals are small, or nothing improves any more.
  func run() -> Outcome {
    var best = Outcome(rounds: 0, gap: .infinity, missing: .infinity)
    var idle = 0
    for round in 0..<SolverSettings.mostRounds {
      let now = measure(round)
      guard now.gap.isFinite else { break }
      idle = now.merit < best.merit ? 0 : idle + 1
      if idle == 0 { best = now }
      if now.isDone(dualLeft) { return now }
      if idle > SolverSettings.mostIdleRounds { return now }
      advance()
    }
    return best
  }

  private func measure(_ round: Int) -> Outcome {
    var products = Lanes.zero
    var cost = Lanes.zero
    var missing = Lanes.zero
    for span in spans {
      for block in span.blocks {
        let rows = blocks[block]
        evaluate(rows, at: layout.generation, sizes: sizes, period: span.period, constants: 1)
        for limit in 0..<layout.limits {
          let (slack, price) = (rows[layout.slack + limit], rows[layout.price + limit])
          products += slack * price
          missing = pointwiseMax(missing, (slack - values[limit]).replacing(with: 0, where: price .== 0))
        }
        cost += rows[layout.importCost] * values[StepLimit.importLow.rawValue]
        cost += rows[layout.discharge] * scaled.wear
        for piece in 0..<layout.pieces { cost += rows[layout.pieceCost + piece] * rows[layout.piece + piece] }
      }
    }
    let sizeCost = scaled.costs.indices.reduce(0) { $0 + scaled.costs[$1] * sizes[$1] }
    let product = limits.reduce(products.sum()) { $0 + $1.slack * $1.price }
    let gap = product / (abs(cost.sum() + sizeCost) + 1)
    return Outcome(rounds: round, gap: gap, missing: missing.max())
  }
}

extension InteriorPoint.Outcome {
  fileprivate var merit: Double { gap + missing }

  fileprivate func isDone(_ dualLeft: Double) -> Bool {
    gap <= SolverSettings.gapTolerance && missing <= SolverSettings.residualTolerance
      && dualLeft <= SolverSettings.residualTolerance
  }
}
