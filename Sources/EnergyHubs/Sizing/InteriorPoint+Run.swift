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
      let now = prepare(round)
      guard now.gap.isFinite else { break }
      idle = now.merit < best.merit ? 0 : idle + 1
      if idle == 0 { best = now }
      if now.isDone(dualLeft) { return now }
      if idle > SolverSettings.mostIdleRounds { return now }
      advance()
    }
    return best
  }

  /// Adds what the block that was just evaluated contributes.
  @inline(__always)
  func measure(_ rows: StepRows, _ progress: inout Progress) {
    for limit in 0..<layout.limits {
      let own = rows.limit(limit)
      progress.products = progress.products.plus(own[.slack], times: own[.price])
      let missing = (own[.slack] - values[limit]).unlessZero(own[.price], .zero)
      progress.missing = .larger(progress.missing, missing)
    }
    progress.cost += rows[.importCost] * values[StepLimit.importLow.rawValue] + rows[.discharge] * scaled.wear
    for piece in 0..<layout.pieces {
      let own = layout.piece(rows, piece)
      progress.cost += own[.cost] * own[.power]
    }
  }

  func outcome(_ progress: Progress, _ round: Int) -> Outcome {
    let cost = scaled.costs.indices.reduce(progress.cost.sum()) { $0 + scaled.costs[$1] * sizes[$1] }
    products = limits.reduce(progress.products.sum()) { $0 + $1.slack * $1.price }
    return Outcome(rounds: round, gap: products / (abs(cost) + 1), missing: progress.missing.max())
  }
}

extension InteriorPoint.Outcome {
  fileprivate var merit: Double { gap + missing }

  fileprivate func isDone(_ dualLeft: Double) -> Bool {
    gap <= SolverSettings.gapTolerance && missing <= SolverSettings.residualTolerance
      && dualLeft <= SolverSettings.residualTolerance
  }
}
