extension InteriorPoint {
  /// Eliminates the right-hand side of a group for the correction, into `right`.
  func reduce(_ group: StretchGroup) {
    var rest = RestSums()
    var band = Band()
    clearRests()
    let peaks = peaks(group)
    for (offset, block) in group.blocks.enumerated() {
      let rows = blocks[block]
      evaluate(rows, peaks.now)
      evaluatePrediction(rows, peaks.predicted)
      aim(rows, aimed, corrected: true)
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
  func aim(_ rows: StepRows, _ target: Double, corrected: Bool) {
    let wanted = Lanes(repeating: target)
    for limit in 0..<layout.limits {
      let own = rows.limit(limit)
      var pull = wanted.minus(own[.price], times: values[limit] - own[.slack])
      if corrected { pull -= product(own, limit) }
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
      let part = own.plus(imported, times: sign) * inverse
      piece.rows[.rest] = part
      peak = peak.plus(piece.rows[.top] * part, times: sign)
      let given: Lanes = piece.rows[.sum] * own * inverse
      imported = (imported * piece.rows[.keep]).minus(given, times: sign)
    }
    let own = pull(.generationLow) - pull(.generationHigh)
    let inverse = rows[.generationPivot]
    let part = (own - imported) * inverse
    rows[.generationRest] = part
    let used = (imported * rows[.generationKeep]).plus(rows[.generationSum] * own, times: inverse)
    peak = peak.minus(rows[.generationTop], times: part)
    let available = pull(.generationHigh).plus(weight(rows, .generationHigh), times: part)
    return reduceBattery(rows, used, peak: peak, available: available, &rest)
  }

  @inline(__always)
  private func reduceBattery(
    _ rows: StepRows, _ used: Lanes, peak: Lanes, available: Lanes, _ rest: inout RestSums
  ) -> FlowRest {
    let charge = pull(.chargeLow) - pull(.chargeHigh)
    let discharge = pull(.dischargeLow) - pull(.dischargeHigh) - scaled.wear
    let inverse = rows[.dischargePivot]
    let part = discharge.plus(charge, times: scaled.ratio).plus(used, times: scaled.ratio - 1) * inverse
    rows[.dischargeRest] = part
    rest.power += (pull(.dischargeHigh) + pull(.chargeHigh)).plus(rows[.dischargePower], times: part)
    rest.energy += pull(.contentHigh)
    rest.peak += peak.plus(rows[.dischargePeak], times: part)
    let use = available.plus(rows[.dischargeUse], times: part)
    for roof in 0..<layout.roofs { restSums[roof] = restSums[roof].plus(use, times: rows[layout.factor + roof]) }
    let given: Lanes = rows[.dischargeFlow] * discharge * inverse
    return FlowRest(
      flow: (charge * rows[.keepCharge]).plus(used, times: rows[.keepUse]) - given,
      content: pull(.contentLow) - pull(.contentHigh))
  }
}
