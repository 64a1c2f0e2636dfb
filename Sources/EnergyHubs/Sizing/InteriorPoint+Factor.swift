extension InteriorPoint {
  /// Takes the step of the round before, and prepares the next prediction: every block is read once. What belongs to
  /// single steps is eliminated first, then the band of the period, then the shared system is factored.
  ///
  /// - Returns: how far the point has come.
  func prepare(_ round: Int) -> Outcome {
    moveSizes()
    dense.clear()
    for size in right.indices { right[size] = 0 }
    var progress = Progress()
    for span in spans {
      var sums = BorderSums()
      var rest = RestSums()
      for pair in 0..<(layout.roofs * (layout.roofs + 2)) { roofSums[pair] = .zero }
      for roof in 0..<layout.roofs { restSums[roof] = .zero }
      for block in span.blocks {
        let rows = blocks[block]
        moveSteps(rows)
        invert(rows)
        evaluate(rows, at: layout.generation, sizes: sizes, period: span.period, constants: 1)
        measure(rows, &progress)
        factor(rows, &sums)
        aim(rows, 0, false)
        reduce(rows, &rest)
      }
      add(sums, span.period)
      add(rest, span.period)
      if scaled.hasBattery {
        factorBand(span)
        reduceBand(span)
      }
    }
    factorShared()
    return outcome(progress, round)
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

  /// The only division by distances in a round.
  @inline(__always)
  private func invert(_ rows: UnsafeMutablePointer<Lanes>) {
    for limit in 0..<layout.limits {
      rows[layout.inverse + limit] = (1 / rows[layout.slack + limit]).replacing(
        with: 0, where: rows[layout.price + limit] .== 0)
    }
  }

  /// Price over distance of a limit; zero where it does not count.
  @inline(__always)
  private func weight(_ rows: UnsafeMutablePointer<Lanes>, _ limit: Int) -> Lanes {
    rows[layout.price + limit] * rows[layout.inverse + limit]
  }

  @inline(__always)
  private func weight(_ rows: UnsafeMutablePointer<Lanes>, _ limit: StepLimit) -> Lanes {
    weight(rows, limit.rawValue)
  }

  /// Weight of the lower limit, or that which holds the quantity at zero where there is none.
  @inline(__always)
  private func lowWeight(_ rows: UnsafeMutablePointer<Lanes>, _ limit: Int) -> Lanes {
    weight(rows, limit).replacing(with: SolverSettings.pin, where: rows[layout.price + limit] .== 0)
  }

  /// Eliminates pieces, generation and discharge of eight steps. Notation: `ground` and `top` are the weights of
  /// (import)² and (import − peak)² as the quantities that are left see them.
  private func factor(_ rows: UnsafeMutablePointer<Lanes>, _ sums: inout BorderSums) {
    var ground = weight(rows, .importLow) + weight(rows, .importRight)
    var top = weight(rows, .importPeak)
    for piece in 0..<layout.pieces {
      let own = lowWeight(rows, layout.low(piece: piece)) + weight(rows, layout.high(piece: piece))
      let inverse = 1 / (own + ground + top)
      rows[layout.piecePivot + piece] = inverse
      rows[layout.pieceSum + piece] = ground + top
      rows[layout.pieceTop + piece] = top
      rows[layout.pieceKeep + piece] = own * inverse
      sums.peakPeak += ground * top * inverse
      ground *= own * inverse
      top *= own * inverse
    }
    let low = lowWeight(rows, StepLimit.generationLow.rawValue)
    let room = weight(rows, .generationHigh)
    let inverse = 1 / (low + room + ground + top)
    rows[layout.generationPivot] = inverse
    rows[layout.generationSum] = ground + top
    rows[layout.generationTop] = top
    rows[layout.generationKeep] = (low + room) * inverse
    rows[layout.generationRoom] = room
    sums.peakPeak += ground * top * inverse
    let mesh = Mesh(
      plain: low * ground * inverse, peak: low * top * inverse, use: room * ground * inverse, both: room * top * inverse
    )
    factorBattery(rows, mesh, useUse: low * room * inverse, &sums)
  }

  /// Weights of (q)², (q − peak)², (q − available)² and (q − peak − available)², with q = charge − discharge.
  private struct Mesh {
    var plain: Lanes
    var peak: Lanes
    var use: Lanes
    var both: Lanes
  }

  private func factorBattery(
    _ rows: UnsafeMutablePointer<Lanes>, _ mesh: Mesh, useUse: Lanes, _ sums: inout BorderSums
  ) {
    let (ratio, lossy) = (scaled.ratio, scaled.ratio - 1)
    let (d0, d1) = (lowWeight(rows, StepLimit.dischargeLow.rawValue), weight(rows, .dischargeHigh))
    let (c0, c1) = (weight(rows, .chargeLow), weight(rows, .chargeHigh))
    let peaks: Lanes = mesh.peak + mesh.both
    let uses: Lanes = mesh.use + mesh.both
    let all: Lanes = mesh.plain + mesh.peak + uses
    let discharge: Lanes = d0 + d1
    let charge: Lanes = c0 + c1
    let base: Lanes = discharge + charge * (ratio * ratio)
    let inverse: Lanes = 1 / (base + all * (lossy * lossy))
    let keepUse: Lanes = (discharge + charge * ratio) * inverse
    let power: Lanes = d1 + c1 * ratio
    rows[layout.dischargePivot] = inverse
    rows[layout.dischargeFlow] = charge * ratio + all * lossy
    rows[layout.dischargePower] = power
    rows[layout.dischargePeak] = peaks * lossy
    rows[layout.dischargeUse] = uses * lossy
    rows[layout.keepCharge] = (discharge - all * lossy) * inverse
    rows[layout.keepUse] = keepUse

    let high: Lanes = d1 + c1
    let mixed: Lanes = (d1 * c1 + all * high) * lossy
    let across: Lanes = d1 * c0 * ratio - d0 * c1
    rows[layout.flowWeight] = (discharge * (charge + all) + charge * all) * inverse
    rows[layout.flowPower] = (across + mixed) * inverse
    rows[layout.flowPeak] = -peaks * keepUse
    rows[layout.flowUse] = -uses * keepUse
    let top = weight(rows, .contentHigh)
    rows[layout.contentTop] = top
    rows[layout.contentWeight] = weight(rows, .contentLow) + top
    sums.energyEnergy += top

    let squared = lossy * lossy
    let own: Lanes = d0 * high + c0 * high * (ratio * ratio) + mixed * lossy
    sums.powerPower += own * inverse
    let shared: Lanes = power * inverse * (-lossy)
    sums.powerPeak += shared * peaks
    let withoutPeak: Lanes = base + (mesh.plain + mesh.use) * squared
    sums.peakPeak += peaks * withoutPeak * inverse
    let withoutUse: Lanes = base + (mesh.plain + mesh.peak) * squared
    let useOwn: Lanes = uses * withoutUse * inverse + useUse
    addRoofs(rows, power: shared * uses, peak: mesh.both * base * inverse, own: useOwn)
  }

  @inline(__always)
  private func addRoofs(_ rows: UnsafeMutablePointer<Lanes>, power: Lanes, peak: Lanes, own: Lanes) {
    let factors = rows + layout.factor
    for roof in 0..<layout.roofs {
      let sums = roofSums + roof * (layout.roofs + 2)
      let factor = factors[roof]
      sums[0] += power * factor
      sums[1] += peak * factor
      for other in 0...roof { sums[2 + other] += own * factor * factors[other] }
    }
  }

  private func add(_ sums: BorderSums, _ period: Int) {
    let index = scaled.index
    let peak = index.peak(period)
    dense.addDiagonal(sums.powerPower.sum(), index.power)
    dense.addDiagonal(sums.peakPeak.sum(), peak)
    dense.addDiagonal(sums.energyEnergy.sum(), index.energy)
    dense.add(sums.powerPeak.sum(), index.power, peak)
    for roof in 0..<layout.roofs {
      let row = roofSums + roof * (layout.roofs + 2)
      dense.add(row[0].sum(), index.power, roof)
      dense.add(row[1].sum(), peak, roof)
      for other in 0..<roof { dense.add(row[2 + other].sum(), roof, other) }
      dense.addDiagonal(row[2 + roof].sum(), roof)
    }
  }
}
