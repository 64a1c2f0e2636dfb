extension InteriorPoint {
  /// Eliminates the right-hand side of a group for another target, into `right`.
  func reduce(_ group: StretchGroup, _ target: Double) {
    var rest = RestSums()
    var band = Band()
    clearRests()
    let peak = peaks(group, sizes)
    for (offset, block) in group.blocks.enumerated() {
      let rows = blocks[block]
      evaluate(rows, peak)
      aim(rows, target, true)
      let pull = reduce(rows, &rest)
      guard scaled.hasBattery else { continue }
      if offset == 0 { beginRest(pull, &band) } else { reduceBand(rows, pull, &band) }
    }
    add(rest, group)
    if scaled.hasBattery { addBandRest(band, group) }
  }

  func add(_ rest: RestSums, _ group: StretchGroup) {
    let index = scaled.index
    right[index.power] += rest.power.sum()
    right[index.energy] += rest.energy.sum()
    for roof in 0..<layout.roofs { right[roof] += restSums[roof].sum() }
    for (lane, stretch) in group.stretches.enumerated() { right[index.peak(stretch.period)] += rest.peak[lane] }
  }

  /// What each limit pulls with: `targets`.
  @inline(__always)
  func aim(_ rows: StepRows, _ target: Double, _ corrected: Bool) {
    let wanted = Lanes(repeating: target)
    for limit in 0..<layout.limits {
      let own = rows.limit(limit)
      var pull = wanted - own[.price] * (values[limit] - own[.slack])
      if corrected { pull -= own[.dSlack] }
      targets[limit] = pull * own[.inverse]
    }
  }

  @inline(__always)
  private func pull(_ limit: StepLimit) -> Lanes { targets[limit.rawValue] }

  /// Eliminates the right-hand side of single steps; what is left pulls at flow and content.
  @inline(__always)
  func reduce(_ rows: StepRows, _ rest: inout RestSums) -> FlowRest {
    var imported = pull(.importLow) - pull(.importPeak) - rows[.importCost]
    if layout.hasRight { imported -= targets[layout.importRight] }
    var peak = pull(.importPeak)
    for piece in 0..<layout.pieces {
      let sign = signs[piece]
      let piece = (rows: layout.piece(rows, piece), low: layout.low(piece: piece))
      let own = targets[piece.low] - targets[piece.low + 1] - piece.rows[.cost]
      let inverse = piece.rows[.pivot]
      let part = (imported * sign + own) * inverse
      piece.rows[.rest] = part
      peak += piece.rows[.top] * part * sign
      let given: Lanes = piece.rows[.sum] * own * inverse
      imported = imported * piece.rows[.keep] - given * sign
    }
    let own = pull(.generationLow) - pull(.generationHigh)
    let inverse = rows[.generationPivot]
    let part = (own - imported) * inverse
    rows[.generationRest] = part
    let used = imported * rows[.generationKeep] + rows[.generationSum] * own * inverse
    peak -= rows[.generationTop] * part
    let available = pull(.generationHigh) + weight(rows, .generationHigh) * part
    return reduceBattery(rows, used, peak: peak, available: available, &rest)
  }

  @inline(__always)
  private func reduceBattery(
    _ rows: StepRows, _ used: Lanes, peak: Lanes, available: Lanes, _ rest: inout RestSums
  ) -> FlowRest {
    let charge = pull(.chargeLow) - pull(.chargeHigh)
    let discharge = pull(.dischargeLow) - pull(.dischargeHigh) - scaled.wear
    let inverse = rows[.dischargePivot]
    let part = (discharge + charge * scaled.ratio + used * (scaled.ratio - 1)) * inverse
    rows[.dischargeRest] = part
    rest.power += pull(.dischargeHigh) + pull(.chargeHigh) + rows[.dischargePower] * part
    rest.energy += pull(.contentHigh)
    rest.peak += peak + rows[.dischargePeak] * part
    let use = available + rows[.dischargeUse] * part
    for roof in 0..<layout.roofs { restSums[roof] += use * rows[layout.factor + roof] }
    let given: Lanes = rows[.dischargeFlow] * discharge * inverse
    return FlowRest(
      flow: charge * rows[.keepCharge] + used * rows[.keepUse] - given, content: pull(.contentLow) - pull(.contentHigh))
  }

  /// The direction of every step of a group from that of the shared unknowns, from the last step to the first.
  func recover(_ group: StretchGroup, _ target: Double, _ corrected: Bool, _ reach: inout Reach) {
    var sums = ReachSums()
    let (peak, change) = (peaks(group, sizes), peaks(group, moves))
    var content = readBorder(group)
    for (offset, block) in group.blocks.enumerated().reversed() {
      let rows = blocks[block]
      if scaled.hasBattery { content = recoverBand(rows, content, isFirst: offset == 0) }
      let step = recover(rows, change)
      evaluate(rows, peak)
      for limit in 0..<layout.limits { targets[limit] = values[limit] - rows.limit(limit)[.slack] }
      evaluateDirection(rows, step, change)
      if corrected { correct(rows, target, &sums) } else { predict(rows, &sums) }
    }
    sums.add(to: &reach, corrected: corrected)
  }

  @inline(__always)
  private func recover(_ rows: StepRows, _ peak: Lanes) -> Step {
    let power = moves[scaled.index.power]
    var available = Lanes.zero
    for roof in 0..<layout.roofs { available += rows[layout.factor + roof] * moves[roof] }
    let flow = rows[.dFlow]
    let fixed: Lanes = rows[.dischargePower] * power + rows[.dischargePeak] * peak + rows[.dischargeUse] * available
    let pulled: Lanes = rows[.dischargeFlow] * flow - fixed
    let discharge = rows[.dischargeRest] - pulled * rows[.dischargePivot]
    rows[.dDischarge] = discharge
    let net = flow + discharge * (scaled.ratio - 1)
    let tied: Lanes = weight(rows, .generationHigh) * available - rows[.generationTop] * peak
    let bond: Lanes = rows[.generationSum] * net + tied
    let generation = rows[.generationRest] + bond * rows[.generationPivot]
    rows[.dGeneration] = generation
    var imported = net - generation
    for piece in (0..<layout.pieces).reversed() {
      let own = layout.piece(rows, piece)
      let bond = own[.sum] * imported - own[.top] * peak
      let part = own[.rest] - bond * own[.pivot] * signs[piece]
      own[.dPower] = part
      imported += part * signs[piece]
    }
    return Step(generation: generation, discharge: discharge, flow: flow, content: rows[.dContent])
  }

  /// How far the prediction reaches, and the products it would leave; `targets` holds what is still missing of each
  /// distance. With r = change / distance the price changes by −price · (1 + r), and longest steps follow from the
  /// extremes of r. Leaves the product of both changes for the correction.
  @inline(__always)
  private func predict(_ rows: StepRows, _ sums: inout ReachSums) {
    for limit in 0..<layout.limits {
      let own = rows.limit(limit)
      let price = own[.price]
      let change = values[limit] + targets[limit]
      let share = change * own[.inverse]
      let weighted = change * price
      let both = -weighted * (1 + share)
      own[.dSlack] = both
      sums.primal = .larger(sums.primal, -share)
      sums.dual = .larger(sums.dual, share)
      sums.change += weighted
      sums.both += both
    }
  }

  /// Change of distances and prices, and how far they reach; a largest quotient is found by products.
  @inline(__always)
  private func correct(_ rows: StepRows, _ target: Double, _ sums: inout ReachSums) {
    let wanted = Lanes(repeating: target)
    for limit in 0..<layout.limits {
      let own = rows.limit(limit)
      let (price, inverse) = (own[.price], own[.inverse])
      let change = values[limit] + targets[limit]
      let dPrice = (wanted - own[.dSlack] - price * change) * inverse - price
      own[.dSlack] = change
      own[.dPrice] = dPrice
      sums.primal = .larger(sums.primal, -change * inverse)
      let further = -dPrice * sums.dualPrice .> sums.dual * price
      sums.dual.replace(with: -dPrice, where: further)
      sums.dualPrice.replace(with: price, where: further)
    }
  }

  private struct ReachSums {
    var primal = Lanes.zero
    /// Largest fall of a price and the price it is a share of.
    var dual = Lanes.zero
    var dualPrice = Lanes.one
    var change = Lanes.zero
    var both = Lanes.zero

    func add(to reach: inout Reach, corrected: Bool) {
      reach.primal = max(reach.primal, primal.max())
      reach.dual = max(reach.dual, corrected ? (dual / dualPrice).max() : 1 + dual.max())
      reach.change += change.sum()
      reach.both += both.sum()
    }
  }
}
