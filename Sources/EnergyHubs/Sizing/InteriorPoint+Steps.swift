extension InteriorPoint {
  /// Eliminates the right-hand side of single steps: `flowRest` and `contentRest` for the band, the rest into `right`.
  func reduce(_ span: PeriodSpan, _ target: Double) {
    var rest = RestSums()
    for roof in 0..<layout.roofs { restSums[roof] = .zero }
    for block in span.blocks {
      let rows = blocks[block]
      evaluate(rows, at: layout.generation, sizes: sizes, period: span.period, constants: 1)
      aim(rows, target, true)
      reduce(rows, &rest)
    }
    add(rest, span.period)
  }

  func add(_ rest: RestSums, _ period: Int) {
    let index = scaled.index
    right[index.power] += rest.power.sum()
    right[index.energy] += rest.energy.sum()
    right[index.peak(period)] += rest.peak.sum()
    for roof in 0..<layout.roofs { right[roof] += restSums[roof].sum() }
  }

  /// What each limit pulls with: `targets`.
  @inline(__always)
  func aim(_ rows: UnsafeMutablePointer<Lanes>, _ target: Double, _ corrected: Bool) {
    let (slacks, prices, inverses) = (rows + layout.slack, rows + layout.price, rows + layout.inverse)
    let products = rows + layout.dSlack
    let wanted = Lanes(repeating: target)
    for limit in 0..<layout.limits {
      var pull = wanted - prices[limit] * (values[limit] - slacks[limit])
      if corrected { pull -= products[limit] }
      targets[limit] = pull * inverses[limit]
    }
  }

  @inline(__always)
  private func pull(_ limit: StepLimit) -> Lanes { targets[limit.rawValue] }

  func reduce(_ rows: UnsafeMutablePointer<Lanes>, _ rest: inout RestSums) {
    var imported = pull(.importLow) - pull(.importPeak) - pull(.importRight) - rows[layout.importCost]
    var peak = pull(.importPeak)
    for piece in 0..<layout.pieces {
      let sign = signs[piece]
      let own = targets[layout.low(piece: piece)] - targets[layout.high(piece: piece)] - rows[layout.pieceCost + piece]
      let inverse = rows[layout.piecePivot + piece]
      let part = (imported * sign + own) * inverse
      rows[layout.pieceRest + piece] = part
      peak += rows[layout.pieceTop + piece] * part * sign
      imported = imported * rows[layout.pieceKeep + piece] - rows[layout.pieceSum + piece] * own * inverse * sign
    }
    let own = pull(.generationLow) - pull(.generationHigh)
    let inverse = rows[layout.generationPivot]
    let part = (own - imported) * inverse
    rows[layout.generationRest] = part
    let used = imported * rows[layout.generationKeep] + rows[layout.generationSum] * own * inverse
    peak -= rows[layout.generationTop] * part
    let available = pull(.generationHigh) + rows[layout.generationRoom] * part
    reduceBattery(rows, used, peak: peak, available: available, &rest)
  }

  @inline(__always)
  private func reduceBattery(
    _ rows: UnsafeMutablePointer<Lanes>, _ used: Lanes, peak: Lanes, available: Lanes, _ rest: inout RestSums
  ) {
    let charge = pull(.chargeLow) - pull(.chargeHigh)
    let discharge = pull(.dischargeLow) - pull(.dischargeHigh) - scaled.wear
    let inverse = rows[layout.dischargePivot]
    let part = (discharge + charge * scaled.ratio + used * (scaled.ratio - 1)) * inverse
    rows[layout.dischargeRest] = part
    rows[layout.flowRest] =
      charge * rows[layout.keepCharge] + used * rows[layout.keepUse] - rows[layout.dischargeFlow] * discharge * inverse
    rows[layout.contentRest] = pull(.contentLow) - pull(.contentHigh)
    rest.power += pull(.dischargeHigh) + pull(.chargeHigh) + rows[layout.dischargePower] * part
    rest.energy += pull(.contentHigh)
    rest.peak += peak + rows[layout.dischargePeak] * part
    let use = available + rows[layout.dischargeUse] * part
    for roof in 0..<layout.roofs { restSums[roof] += use * rows[layout.factor + roof] }
  }

  /// The direction of every step from that of the shared unknowns and the contents.
  func recover(_ span: PeriodSpan, _ target: Double, _ corrected: Bool, _ reach: inout Reach) {
    var sums = ReachSums()
    for block in span.blocks {
      let rows = blocks[block]
      recover(rows, span.period)
      evaluate(rows, at: layout.generation, sizes: sizes, period: span.period, constants: 1)
      for limit in 0..<layout.limits { targets[limit] = values[limit] - rows[layout.slack + limit] }
      evaluate(rows, at: layout.dGeneration, sizes: moves, period: span.period, constants: 0)
      if corrected { correct(rows, target, &sums) } else { predict(rows, &sums) }
    }
    sums.add(to: &reach, corrected: corrected)
  }

  private func recover(_ rows: UnsafeMutablePointer<Lanes>, _ period: Int) {
    let (peak, power) = (moves[scaled.index.peak(period)], moves[scaled.index.power])
    var available = Lanes.zero
    for roof in 0..<layout.roofs { available += rows[layout.factor + roof] * moves[roof] }
    let flow = rows[layout.dFlow]
    let pulled =
      rows[layout.dischargeFlow] * flow - rows[layout.dischargePower] * power - rows[layout.dischargePeak] * peak
      - rows[layout.dischargeUse] * available
    let discharge = rows[layout.dischargeRest] - pulled * rows[layout.dischargePivot]
    rows[layout.dDischarge] = discharge
    let net = flow + discharge * (scaled.ratio - 1)
    let bond =
      rows[layout.generationSum] * net + rows[layout.generationRoom] * available - rows[layout.generationTop] * peak
    let generation = rows[layout.generationRest] + bond * rows[layout.generationPivot]
    rows[layout.dGeneration] = generation
    var imported = net - generation
    for piece in (0..<layout.pieces).reversed() {
      let bond = rows[layout.pieceSum + piece] * imported - rows[layout.pieceTop + piece] * peak
      let part = rows[layout.pieceRest + piece] - bond * rows[layout.piecePivot + piece] * signs[piece]
      rows[layout.dPiece + piece] = part
      imported += part * signs[piece]
    }
  }

  /// How far the prediction reaches, and the products it would leave; `targets` holds what is still missing of each
  /// distance. With r = change / distance the price changes by −price · (1 + r), and longest steps follow from the
  /// extremes of r. Leaves the product of both changes for the correction.
  @inline(__always)
  private func predict(_ rows: UnsafeMutablePointer<Lanes>, _ sums: inout ReachSums) {
    let (prices, inverses, products) = (rows + layout.price, rows + layout.inverse, rows + layout.dSlack)
    for limit in 0..<layout.limits {
      let price = prices[limit]
      let change = values[limit] + targets[limit]
      let share = change * inverses[limit]
      let both = -(change * price) * (1 + share)
      products[limit] = both
      sums.primal = .larger(sums.primal, -share)
      sums.dual = .larger(sums.dual, share)
      sums.change += change * price
      sums.both += both
    }
  }

  /// Change of distances and prices, and how far they reach; a largest quotient is found by products.
  @inline(__always)
  private func correct(_ rows: UnsafeMutablePointer<Lanes>, _ target: Double, _ sums: inout ReachSums) {
    let (prices, inverses) = (rows + layout.price, rows + layout.inverse)
    let (dSlacks, dPrices) = (rows + layout.dSlack, rows + layout.dPrice)
    let wanted = Lanes(repeating: target)
    for limit in 0..<layout.limits {
      let (price, inverse) = (prices[limit], inverses[limit])
      let change = values[limit] + targets[limit]
      let dPrice = (wanted - dSlacks[limit] - price * change) * inverse - price
      dSlacks[limit] = change
      dPrices[limit] = dPrice
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
