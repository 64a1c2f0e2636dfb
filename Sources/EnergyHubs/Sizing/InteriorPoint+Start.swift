extension InteriorPoint {
  /// The first point: the middle of every room, every limit at some distance.
  func start() {
    startSizes()
    for span in spans {
      for block in span.blocks {
        let rows = blocks[block]
        for lane in 0..<Lanes.scalarCount {
          let step = span.steps.lowerBound + (block - span.firstBlock) * Lanes.scalarCount + lane
          if step < span.steps.upperBound { startStep(rows, lane, step) } else { startNothing(rows, lane) }
        }
        evaluate(rows, at: layout.generation, sizes: sizes, period: span.period, constants: 1)
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
    for span in spans {
      sizes[index.peak(span.period)] = sizes[index.contract]
      limits.append(SizeLimit(plus: index.contract, minus: index.peak(span.period)))
    }
    for limit in limits.indices {
      let value = limits[limit].value(sizes)
      limits[limit].slack = max(value, SolverSettings.firstSlack)
      limits[limit].price = SolverSettings.firstProduct / limits[limit].slack
    }
  }

  private func startStep(_ rows: UnsafeMutablePointer<Lanes>, _ lane: Int, _ step: Int) {
    let problem = scaled.problem
    let unit = scaled.powerUnit
    rows[layout.load][lane] = problem.load[step] / unit
    rows[layout.importCost][lane] = problem.importPrice[step] * problem.hoursPerStep * unit / scaled.moneyUnit
    rows[layout.existing][lane] = problem.existing(at: step) / unit
    for roof in 0..<layout.roofs { rows[layout.factor + roof][lane] = problem.roofs[roof].factor[step] }
    mark(rows, lane, .importLow, .importPeak)
    if !problem.importRight.isEmpty, problem.importRight[step] < problem.contract.most {
      rows[layout.right][lane] = max(problem.importRight[step] / unit, SolverSettings.narrowest)
      mark(rows, lane, .importRight)
    }
    for piece in 0..<layout.pieces { startPiece(rows, lane, step, piece) }
    startGeneration(rows, lane, step)
    if scaled.hasBattery { startBattery(rows, lane) }
  }

  private func startPiece(_ rows: UnsafeMutablePointer<Lanes>, _ lane: Int, _ step: Int, _ piece: Int) {
    let limit = scaled.pieceLimit(piece, at: step)
    rows[layout.pieceCost + piece][lane] = scaled.pieceCost(piece, at: step)
    guard limit > 0 else { return }
    rows[layout.pieceLimit + piece][lane] = max(limit, SolverSettings.narrowest)
    rows[layout.piece + piece][lane] = min(limit / 2, SolverSettings.firstSlack)
    rows[layout.price + layout.low(piece: piece)][lane] = 1
    rows[layout.price + layout.high(piece: piece)][lane] = 1
  }

  private func startGeneration(_ rows: UnsafeMutablePointer<Lanes>, _ lane: Int, _ step: Int) {
    let problem = scaled.problem
    let most = problem.available(at: step, powers: problem.roofs.map(\.power.most))
    guard most > SolverSettings.narrowest * scaled.powerUnit else { return }
    let now = problem.available(at: step, powers: (0..<layout.roofs).map { sizes[$0] * scaled.powerUnit })
    rows[layout.generation][lane] = now / scaled.powerUnit / 2
    mark(rows, lane, .generationLow, .generationHigh)
  }

  private func startBattery(_ rows: UnsafeMutablePointer<Lanes>, _ lane: Int) {
    let index = scaled.index
    rows[layout.discharge][lane] = sizes[index.power] / (2 * scaled.ratio)
    rows[layout.content][lane] = sizes[index.energy] / 2
    rows[layout.flow][lane] = rows[layout.content][lane] * (1 - scaled.keep)
    mark(rows, lane, .dischargeLow, .dischargeHigh, .chargeLow, .chargeHigh, .contentLow, .contentHigh)
  }

  /// A lane behind the last step: nothing counts.
  private func startNothing(_ rows: UnsafeMutablePointer<Lanes>, _ lane: Int) {
    for limit in 0..<layout.limits { rows[layout.price + limit][lane] = 0 }
  }

  /// Notes that these limits count; `startLimits` then sets their price.
  private func mark(_ rows: UnsafeMutablePointer<Lanes>, _ lane: Int, _ limits: StepLimit...) {
    for limit in limits { rows[layout.price + limit.rawValue][lane] = 1 }
  }

  private func startLimits(_ rows: UnsafeMutablePointer<Lanes>) {
    for limit in 0..<layout.limits {
      let counts = rows[layout.price + limit] .> 0
      let slack = Lanes.larger(values[limit], Lanes(repeating: SolverSettings.firstSlack))
      rows[layout.slack + limit] = Lanes(repeating: 1).replacing(with: slack, where: counts)
      rows[layout.price + limit] = Lanes.zero.replacing(with: SolverSettings.firstProduct / slack, where: counts)
    }
  }
}
