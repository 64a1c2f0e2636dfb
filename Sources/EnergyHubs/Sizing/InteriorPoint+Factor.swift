extension InteriorPoint {
  /// Takes the step of the round before, and prepares the next prediction: every block is read once. What belongs to
  /// single steps is eliminated first, then the band of the period, then the shared system is factored.
  ///
  /// - Returns: how far the point has come.
  func prepare(_ round: Int) -> Outcome {
    dense.clear()
    for size in right.indices { right[size] = 0 }
    var progress = Progress()
    for group in groups { prepare(group, &progress) }
    moveSizes()
    factorShared()
    return outcome(progress, round)
  }

  private func prepare(_ group: StretchGroup, _ progress: inout Progress) {
    var sums = BorderSums()
    var rest = RestSums()
    var band = Band()
    for pair in 0..<(layout.roofs * (layout.roofs + 2)) { roofSums[pair] = .zero }
    clearBand()
    clearRests()
    let peaks = peaks(group)
    for (offset, block) in group.blocks.enumerated() {
      let rows = blocks[block]
      move(rows, peaks)
      measure(rows, &progress)
      let flow = factor(rows, &sums)
      aim(rows, 0, corrected: false)
      let pull = reduce(rows, &rest)
      guard scaled.hasBattery else { continue }
      if offset == 0 {
        beginBand(rows, flow, &band)
        beginRest(pull, &band)
      } else {
        let live = offset < group.full ? nil : group.live(offset)
        factorBand(rows, flow, &band, live: live)
        reduceBand(rows, pull, &band)
      }
    }
    add(sums, group)
    add(rest, group)
    guard scaled.hasBattery else { return }
    addBand(band, group)
    addBandRest(band, group)
  }

  private func factorShared() {
    for limit in limits {
      let weight = limit.price / limit.slack
      if let plus = limit.plus { dense.addDiagonal(weight, plus) }
      if let minus = limit.minus { dense.addDiagonal(weight, minus) }
      if let plus = limit.plus, let minus = limit.minus { dense.add(-weight, plus, minus) }
    }
    for size in 0..<scaled.index.count where isHeld(size) { dense.hold(size) }
    dense.factor()
  }

  /// Whether a shared unknown cannot move.
  func isHeld(_ size: Int) -> Bool { scaled.isFixed(size) || (!scaled.hasBattery && size >= scaled.index.sizes) }

  /// Price over distance of a limit; zero where it does not count.
  @inline(__always)
  func weight(_ rows: StepRows, _ limit: Int) -> Lanes {
    let own = rows.limit(limit)
    return own[.price] * own[.inverse]
  }

  @inline(__always)
  func weight(_ rows: StepRows, _ limit: StepLimit) -> Lanes { weight(rows, limit.rawValue) }

  /// Weight of the lower limit, or that which holds the quantity at zero where there is none.
  @inline(__always)
  private func lowWeight(_ rows: StepRows, _ limit: Int) -> Lanes {
    weight(rows, limit).unlessZero(rows.limit(limit)[.price], Lanes(repeating: SolverSettings.pin))
  }

  @inline(__always)
  private func lowWeight(_ rows: StepRows, _ limit: StepLimit) -> Lanes { lowWeight(rows, limit.rawValue) }

  /// Eliminates pieces, generation and discharge of eight steps. Notation: `ground` and `top` are the weights of
  /// (import)² and (import − peak)² as the quantities that are left see them.
  @inline(__always)
  private func factor(_ rows: StepRows, _ sums: inout BorderSums) -> FlowWeights {
    var ground = weight(rows, .importLow)
    if layout.hasRight { ground += weight(rows, layout.importRight) }
    var top = weight(rows, .importPeak)
    for piece in 0..<layout.pieces {
      let part = layout.piece(rows, piece)
      let own = lowWeight(rows, layout.low(piece: piece)) + weight(rows, layout.high(piece: piece))
      let inverse = 1 / (own + ground + top)
      let keep = own * inverse
      part[.pivot] = inverse
      part[.sum] = ground + top
      part[.top] = top
      part[.keep] = keep
      sums.peakPeak = sums.peakPeak.plus(ground * top, times: inverse)
      ground *= keep
      top *= keep
    }
    let low = lowWeight(rows, .generationLow)
    let room = weight(rows, .generationHigh)
    let inverse = 1 / (low + room + ground + top)
    rows[.generationPivot] = inverse
    rows[.generationSum] = ground + top
    rows[.generationTop] = top
    rows[.generationKeep] = (low + room) * inverse
    sums.peakPeak = sums.peakPeak.plus(ground * top, times: inverse)
    let mesh = Mesh(
      plain: low * ground * inverse, peak: low * top * inverse, use: room * ground * inverse, both: room * top * inverse
    )
    return factorBattery(rows, mesh, useUse: low * room * inverse, &sums)
  }

  /// Weights of (q)², (q − peak)², (q − available)² and (q − peak − available)², with q = charge − discharge.
  private struct Mesh {
    var plain: Lanes
    var peak: Lanes
    var use: Lanes
    var both: Lanes
  }

  @inline(__always)
  private func factorBattery(_ rows: StepRows, _ mesh: Mesh, useUse: Lanes, _ sums: inout BorderSums) -> FlowWeights {
    let (ratio, lossy) = (scaled.ratio, scaled.ratio - 1)
    let (d0, d1) = (lowWeight(rows, .dischargeLow), weight(rows, .dischargeHigh))
    let (c0, c1) = (weight(rows, .chargeLow), weight(rows, .chargeHigh))
    let peaks: Lanes = mesh.peak + mesh.both
    let uses: Lanes = mesh.use + mesh.both
    let all: Lanes = mesh.plain + mesh.peak + uses
    let discharge: Lanes = d0 + d1
    let charge: Lanes = c0 + c1
    let base: Lanes = discharge.plus(charge, times: ratio * ratio)
    let inverse: Lanes = 1 / base.plus(all, times: lossy * lossy)
    let keepUse: Lanes = discharge.plus(charge, times: ratio) * inverse
    let power: Lanes = d1.plus(c1, times: ratio)
    rows[.dischargePivot] = inverse
    rows[.dischargeFlow] = (charge * ratio).plus(all, times: lossy)
    rows[.dischargePower] = power
    rows[.dischargePeak] = peaks * lossy
    rows[.dischargeUse] = uses * lossy
    rows[.keepCharge] = discharge.minus(all, times: lossy) * inverse
    rows[.keepUse] = keepUse

    let high: Lanes = d1 + c1
    let mixed: Lanes = (d1 * c1).plus(all, times: high) * lossy
    let across: Lanes = (d1 * c0 * ratio).minus(d0, times: c1)
    let own: Lanes = (d0 * high).plus(c0 * high, times: ratio * ratio).plus(mixed, times: lossy)
    sums.powerPower = sums.powerPower.plus(own, times: inverse)
    let shared: Lanes = power * inverse * (-lossy)
    sums.powerPeak = sums.powerPeak.plus(shared, times: peaks)
    let squared = lossy * lossy
    let withoutPeak: Lanes = base.plus(mesh.plain + mesh.use, times: squared)
    sums.peakPeak = sums.peakPeak.plus(peaks * withoutPeak, times: inverse)
    let withoutUse: Lanes = base.plus(mesh.plain + mesh.peak, times: squared)
    let useOwn: Lanes = useUse.plus(uses * withoutUse, times: inverse)
    addRoofs(rows, power: shared * uses, peak: mesh.both * base * inverse, own: useOwn)
    let top = weight(rows, .contentHigh)
    sums.energyEnergy += top
    return FlowWeights(
      weight: (discharge * (charge + all)).plus(charge, times: all) * inverse, power: (across + mixed) * inverse,
      peak: Lanes.zero.minus(peaks, times: keepUse), use: Lanes.zero.minus(uses, times: keepUse),
      content: weight(rows, .contentLow) + top, contentTop: top)
  }

  @inline(__always)
  private func addRoofs(_ rows: StepRows, power: Lanes, peak: Lanes, own: Lanes) {
    let factors = rows + layout.factor
    for roof in 0..<layout.roofs {
      let sums = roofSums + roof * (layout.roofs + 2)
      let factor = factors[roof]
      sums[0] = sums[0].plus(power, times: factor)
      sums[1] = sums[1].plus(peak, times: factor)
      let weighted = own * factor
      for other in 0...roof { sums[2 + other] = sums[2 + other].plus(weighted, times: factors[other]) }
    }
  }

  private func add(_ sums: BorderSums, _ group: StretchGroup) {
    let index = scaled.index
    dense.addDiagonal(sums.powerPower.sum(), index.power)
    dense.addDiagonal(sums.energyEnergy.sum(), index.energy)
    for roof in 0..<layout.roofs {
      let row = roofSums + roof * (layout.roofs + 2)
      dense.add(row[0].sum(), index.power, roof)
      for other in 0..<roof { dense.add(row[2 + other].sum(), roof, other) }
      dense.addDiagonal(row[2 + roof].sum(), roof)
    }
    for (lane, stretch) in group.stretches.enumerated() {
      let peak = index.peak(stretch.period)
      dense.addDiagonal(sums.peakPeak[lane], peak)
      dense.add(sums.powerPeak[lane], index.power, peak)
      for roof in 0..<layout.roofs { dense.add(roofSums[roof * (layout.roofs + 2) + 1][lane], peak, roof) }
    }
  }
}
