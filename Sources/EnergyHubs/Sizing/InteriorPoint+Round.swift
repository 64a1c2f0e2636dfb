extension InteriorPoint {
  /// How far a direction may be followed.
  struct Reach {
    /// Largest −change/value over the distances and over the prices: the inverse of the longest step.
    var primal = 0.0
    var dual = 0.0
    /// Σ change of distance · price, and Σ change · change.
    var change = 0.0
    var both = 0.0

    var primalStep: Double { primal > 1 ? 1 / primal : 1 }
    var dualStep: Double { dual > 1 ? 1 / dual : 1 }

    /// What the products of distance and price, now `products`, come to after the longest steps of a prediction: its
    /// changes of one with the other as it is take away all of them.
    func predicted(_ products: Double) -> Double {
      products * (1 - dualStep) + (primalStep - dualStep) * change + primalStep * dualStep * both
    }
  }

  /// Prediction and correction from a prepared point; the step itself is taken by the next `prepare`.
  func advance() {
    let prediction = direction(target: 0, corrected: false)
    let now = products / active
    let share = prediction.predicted(products) / products
    var centring = 1.0
    for _ in 0..<SolverSettings.centringPower { centring *= share }
    let reach = direction(target: centring * now, corrected: true)
    step.primal = min(1, SolverSettings.stepShare / max(reach.primal, SolverSettings.stepShare))
    step.dual = min(1, SolverSettings.stepShare / max(reach.dual, SolverSettings.stepShare))
    dualLeft *= 1 - step.dual
  }

  /// Solves for the direction that brings every product to `target`; the right-hand side of the prediction is there
  /// already.
  private func direction(target: Double, corrected: Bool) -> Reach {
    aimed = target
    if corrected {
      for size in right.indices { right[size] = 0 }
      for group in groups { reduce(group) }
    }
    for (size, cost) in scaled.costs.enumerated() { right[size] -= cost }
    for limit in limits {
      let tau = limit.tau(sizes, target, corrected)
      if let plus = limit.plus { right[plus] += tau }
      if let minus = limit.minus { right[minus] -= tau }
    }
    for size in 0..<scaled.index.count where isHeld(size) { right[size] = 0 }
    let moves = corrected ? moves : predictedMoves
    for (size, move) in dense.solve(right).enumerated() { moves[size] = move }
    var reach = Reach()
    for group in groups { if corrected { correct(group, &reach) } else { predict(group, &reach) } }
    for limit in limits.indices { limits[limit].follow(sizes, moves, target, corrected, &reach) }
    return reach
  }

  /// Takes the step, and divides by the distances: once per limit and round.
  @inline(__always)
  func move(_ rows: StepRows, _ peaks: Peaks) {
    let (primal, dual) = (step.primal, step.dual)
    evaluate(rows, peaks.now)
    evaluatePrediction(rows, peaks.predicted)
    evaluateChange(rows, peaks.change)
    let target = Lanes(repeating: aimed)
    for limit in 0..<layout.limits {
      let own = rows.limit(limit)
      let change = self.change(own, limit, target)
      let slack = own[.slack].plus(change.slack, times: primal)
      let price = own[.price].plus(change.price, times: dual)
      own[.slack] = slack
      own[.price] = price
      own[.inverse] = (1 / slack).unlessZero(price, .zero)
      values[limit] = values[limit].plus(changes[limit], times: primal)
    }
    rows[.generation] += rows[.dGeneration] * primal
    rows[.discharge] += rows[.dDischarge] * primal
    rows[.flow] += rows[.dFlow] * primal
    rows[.content] += rows[.dContent] * primal
    for piece in 0..<layout.pieces {
      let own = layout.piece(rows, piece)
      own[.power] += own[.dPower] * primal
    }
  }

  /// Product of the changes of distance and price that the prediction makes.
  @inline(__always)
  func product(_ own: StepRows, _ limit: Int) -> Lanes {
    let change = predicted[limit] + (values[limit] - own[.slack])
    return (change * own[.price]) * Lanes(repeating: -1).minus(change, times: own[.inverse])
  }

  /// Change of distance and price of a limit along the direction.
  @inline(__always)
  func change(_ own: StepRows, _ limit: Int, _ target: Lanes) -> (slack: Lanes, price: Lanes) {
    let price = own[.price]
    let slack = changes[limit] + (values[limit] - own[.slack])
    let left = (target - product(own, limit)).minus(price, times: slack)
    return (slack, (left * own[.inverse]) - price)
  }

  func moveSizes() {
    for size in 0..<scaled.index.count { sizes[size] += moves[size] * step.primal }
    for limit in limits.indices { limits[limit].move(step.primal, step.dual) }
  }
}

extension SizeLimit {
  fileprivate func tau(_ sizes: UnsafeMutablePointer<Double>, _ target: Double, _ corrected: Bool) -> Double {
    let aim = corrected ? target - dSlack * dPrice : target
    return (aim - price * (value(sizes) - slack)) / slack
  }

  fileprivate mutating func follow(
    _ sizes: UnsafeMutablePointer<Double>, _ moves: UnsafeMutablePointer<Double>, _ target: Double, _ corrected: Bool,
    _ reach: inout InteriorPoint.Reach
  ) {
    let aim = corrected ? target - dSlack * dPrice : target
    dSlack = change(moves) + value(sizes) - slack
    dPrice = (aim - price * dSlack) / slack - price
    reach.primal = max(reach.primal, -dSlack / slack)
    reach.dual = max(reach.dual, -dPrice / price)
    reach.change += dSlack * price
    reach.both += dSlack * dPrice
  }

  fileprivate mutating func move(_ primal: Double, _ dual: Double) {
    slack += primal * dSlack
    price += dual * dPrice
  }
}
