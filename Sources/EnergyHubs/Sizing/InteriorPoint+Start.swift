extension InteriorPoint {
  /// The first point: the middle of every room, every limit at some distance.
  func start() {
    startSizes()
    for group in groups {
      let peak = peaks(group, sizes)
      for (offset, block) in group.blocks.enumerated() {
        let rows = blocks[block]
        for (lane, stretch) in group.stretches.enumerated() where offset < stretch.steps.count {
          startStep(rows, lane, stretch.steps.lowerBound + offset)
        }
        evaluate(rows, peak)
        startLimits(rows)
      }
    }
  }

  /// The middle of the room of a size, at most one unit above its lower bound.
  private func startSizes() {
    let index = scaled.index
    for size in 0...index.contract {
      let least = scaled.least[size]
      sizes[size] = scaled.isFixed(size) ? least : least + min((scaled.most[size] - least) / 2, 1)
      guard !scaled.isFixed(size) else { continue }
      limits.append(SizeLimit(plus: size, constant: -least))
      limits.append(SizeLimit(minus: size, constant: scaled.most[size]))
    }
    for period in 0..<index.periods {
      sizes[index.peak(period)] = sizes[index.contract]
      limits.append(SizeLimit(plus: index.contract, minus: index.peak(period)))
    }
    for limit in limits.indices {
      let value = limits[limit].value(sizes)
      limits[limit].slack = max(value, SolverSettings.firstSlack)
      limits[limit].price = SolverSettings.firstProduct / limits[limit].slack
    }
  }

  private func startStep(_ rows: StepRows, _ lane: Int, _ step: Int) {
    let problem = scaled.problem
    let unit = scaled.powerUnit
    rows[.load][lane] = problem.load[step] / unit
    rows[.importCost][lane] = problem.importPrice[step] * problem.hoursPerStep * unit / scaled.moneyUnit
    rows[.existing][lane] = problem.existing(at: step) / unit
    for roof in 0..<layout.roofs { rows[layout.factor + roof][lane] = problem.roofs[roof].factor[step] }
    mark(rows, lane, .importLow, .importPeak)
    if layout.hasRight, problem.importRight[step] < problem.contract.most {
      rows[.right][lane] = max(problem.importRight[step] / unit, SolverSettings.narrowest)
      rows.limit(layout.importRight)[.price][lane] = 1
    }
    for piece in 0..<layout.pieces { startPiece(rows, lane, step, piece) }
    startGeneration(rows, lane, step)
    if scaled.hasBattery { startBattery(rows, lane, step) }
  }

  private func startPiece(_ rows: StepRows, _ lane: Int, _ step: Int, _ piece: Int) {
    let limit = scaled.pieceLimit(piece, at: step)
    let own = layout.piece(rows, piece)
    own[.cost][lane] = scaled.pieceCost(piece, at: step)
    guard limit > 0 else { return }
    own[.limit][lane] = max(limit, SolverSettings.narrowest)
    own[.power][lane] = min(limit / 2, SolverSettings.firstSlack)
    rows.limit(layout.low(piece: piece))[.price][lane] = 1
    rows.limit(layout.high(piece: piece))[.price][lane] = 1
  }

  private func startGeneration(_ rows: StepRows, _ lane: Int, _ step: Int) {
    let problem = scaled.problem
    let (most, now) = problem.roofs.indices.reduce((problem.existing(at: step), rows[.existing][lane])) { sum, roof in
      let factor = problem.roofs[roof].factor[step]
      return (sum.0 + factor * problem.roofs[roof].power.most, sum.1 + factor * sizes[roof])
    }
    guard most > SolverSettings.narrowest * scaled.powerUnit else { return }
    rows[.generation][lane] = now / 2
    mark(rows, lane, .generationLow, .generationHigh)
  }

  private func startBattery(_ rows: StepRows, _ lane: Int, _ step: Int) {
    let index = scaled.index
    let content = sizes[index.energy] / 2
    rows[.content][lane] = content
    rows[.flow][lane] = content * (1 - scaled.keep)
    mark(rows, lane, .chargeLow, .chargeHigh, .contentLow, .contentHigh)
    guard !scaled.problem.mustCharge(at: step) else { return }
    rows[.discharge][lane] = sizes[index.power] / (2 * scaled.ratio)
    mark(rows, lane, .dischargeLow, .dischargeHigh)
  }

  /// Notes that these limits count; `startLimits` then sets their price.
  private func mark(_ rows: StepRows, _ lane: Int, _ limits: StepLimit...) {
    for limit in limits { rows.limit(limit)[.price][lane] = 1 }
  }

  private func startLimits(_ rows: StepRows) {
    for limit in 0..<layout.limits {
      let own = rows.limit(limit)
      let counts = own[.price] .> 0
      let slack = Lanes.larger(values[limit], Lanes(repeating: SolverSettings.firstSlack))
      own[.slack] = Lanes.one.replacing(with: slack, where: counts)
      own[.price] = Lanes.zero.replacing(with: SolverSettings.firstProduct / slack, where: counts)
    }
  }
}
