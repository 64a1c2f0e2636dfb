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
