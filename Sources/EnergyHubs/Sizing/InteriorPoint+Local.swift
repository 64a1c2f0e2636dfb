/// The elimination of what belongs to single steps.
extension InteriorPoint {
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
  func factor(_ rows: StepRows, _ sums: inout BorderSums) -> FlowWeights {
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
}
