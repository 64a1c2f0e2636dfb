extension InteriorPoint {
  /// The prediction of every step of a group from that of the shared unknowns, from the last step to the first.
  func predict(_ group: StretchGroup, _ reach: inout Reach) {
    var sums = ReachSums()
    let peaks = peaks(group)
    var content = readBorder(group, predictedMoves)
    for (offset, block) in group.blocks.enumerated().reversed() {
      let rows = blocks[block]
      if scaled.hasBattery { content = recoverBand(rows, .prediction, content, isFirst: offset == 0) }
      recover(rows, .prediction, predictedMoves, peaks.predicted)
      evaluate(rows, peaks.now)
      evaluatePrediction(rows, peaks.predicted)
      predict(rows, &sums)
    }
    reach.primal = max(reach.primal, sums.primal.max())
    reach.dual = max(reach.dual, 1 + sums.dual.max())
    reach.change += sums.change.sum()
    reach.both += sums.both.sum()
  }

  /// The corrected direction in the same way.
  func correct(_ group: StretchGroup, _ reach: inout Reach) {
    var sums = ReachSums()
    let peaks = peaks(group)
    var content = readBorder(group, moves)
    for (offset, block) in group.blocks.enumerated().reversed() {
      let rows = blocks[block]
      if scaled.hasBattery { content = recoverBand(rows, .correction, content, isFirst: offset == 0) }
      recover(rows, .correction, moves, peaks.change)
      evaluate(rows, peaks.now)
      evaluatePrediction(rows, peaks.predicted)
      evaluateChange(rows, peaks.change)
      correct(rows, &sums)
    }
    reach.primal = max(reach.primal, sums.primal.max())
    reach.dual = max(reach.dual, (sums.dual / sums.dualPrice).max())
  }

  @inline(__always)
  private func recover(_ rows: StepRows, _ place: PlaceRows, _ moves: UnsafeMutablePointer<Double>, _ peak: Lanes) {
    let power = moves[scaled.index.power]
    var available = Lanes.zero
    for roof in 0..<layout.roofs { available = available.plus(rows[layout.factor + roof], times: moves[roof]) }
    let flow = rows[place.flow]
    let fixed = (rows[.dischargePower] * power).plus(rows[.dischargePeak], times: peak)
    let pulled = (rows[.dischargeFlow] * flow).minus(rows[.dischargeUse], times: available) - fixed
    let discharge = rows[.dischargeRest].minus(pulled, times: rows[.dischargePivot])
    rows[place.discharge] = discharge
    let net = flow.plus(discharge, times: scaled.ratio - 1)
    let tied = (weight(rows, .generationHigh) * available).minus(rows[.generationTop], times: peak)
    let bond = tied.plus(rows[.generationSum], times: net)
    let generation = rows[.generationRest].plus(bond, times: rows[.generationPivot])
    rows[place.generation] = generation
    var imported = net - generation
    for piece in (0..<layout.pieces).reversed() {
      let own = layout.piece(rows, piece)
      let bond = (own[.sum] * imported).minus(own[.top], times: peak)
      let part = own[.rest].minus(bond * own[.pivot], times: signs[piece])
      own[place.power] = part
      imported = imported.plus(part, times: signs[piece])
    }
  }

  /// How far the prediction reaches, and the products it would leave. With r = change / distance the price changes by
  /// −price · (1 + r), and longest steps follow from the extremes of r.
  @inline(__always)
  private func predict(_ rows: StepRows, _ sums: inout ReachSums) {
    for limit in 0..<layout.limits {
      let own = rows.limit(limit)
      let change = predicted[limit] + (values[limit] - own[.slack])
      let share = change * own[.inverse]
      let weighted = change * own[.price]
      sums.primal = .larger(sums.primal, Lanes.zero - share)
      sums.dual = .larger(sums.dual, share)
      sums.change += weighted
      sums.both = sums.both.minus(weighted, times: 1 + share)
    }
  }

  /// How far the direction reaches; a largest quotient is found by products.
  @inline(__always)
  private func correct(_ rows: StepRows, _ sums: inout ReachSums) {
    let target = Lanes(repeating: aimed)
    for limit in 0..<layout.limits {
      let own = rows.limit(limit)
      let change = self.change(own, limit, target)
      let (price, fall) = (own[.price], Lanes.zero - change.price)
      sums.primal = .larger(sums.primal, Lanes.zero.minus(change.slack, times: own[.inverse]))
      let (mine, most) = (fall * sums.dualPrice, sums.dual * price)
      sums.dual = sums.dual.unlessLarger(mine, most, fall)
      sums.dualPrice = sums.dualPrice.unlessLarger(mine, most, price)
    }
  }

  private struct ReachSums {
    var primal = Lanes.zero
    /// Largest fall of a price and the price it is a share of.
    var dual = Lanes.zero
    var dualPrice = Lanes.one
    var change = Lanes.zero
    var both = Lanes.zero
  }
}
