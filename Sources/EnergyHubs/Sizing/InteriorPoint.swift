/// The primal-dual interior point method for one park — *inwendige-puntmethode*.
///
/// Import and charge are written out in the other quantities, so that only inequalities are left. Each round solves
/// `Cᵀ W C Δ = Cᵀ τ − f` (C the limits, W price over distance) twice: Mehrotra's prediction and its correction. Export,
/// generation and discharge of a step are eliminated on the spot; what is left is a band in the content of the battery
/// with a border of shared unknowns, one stretch of the year after the other; what is left of that is one small dense
/// system. Eight stretches run side by side, so that the band too is eliminated eight steps at a time, in the same pass
/// over memory as its steps.
///
/// Every weight that survives an elimination is a sum of products of positive numbers (the star-mesh transformation of
/// electrical networks), so that no digits cancel when weights differ by a factor 10²⁰.
final class InteriorPoint {
  let scaled: ScaledProblem
  let layout: StepLayout
  let blocks: StepBlocks
  let groups: [StretchGroup]
  let signs: [Double]

  /// Shared unknowns and their direction, in the order of `SizeIndex`.
  let sizes: UnsafeMutablePointer<Double>
  let moves: UnsafeMutablePointer<Double>
  var limits: [SizeLimit] = []
  var dense: DenseSystem
  var right: [Double]

  /// Scratch of one group of stretches. Of the band, per place in the border: ties of the step at hand, of the first step and
  /// of what is left; sums per pair of places; what its right-hand side leaves; directions.
  let ties: StepRows
  let firstTies: StepRows
  let bond: StepRows
  let bandSums: StepRows
  let bandRests: StepRows
  let shared: StepRows
  /// Values of and pulls at the limits of one block; sums per pair of roofs.
  let values: StepRows
  let targets: StepRows
  let roofSums: StepRows
  let restSums: StepRows

  /// Number of limits that count.
  private(set) var active = 0.0
  /// Σ distance · price at the point.
  var products = 0.0
  /// Share of the way that the next round takes first.
  var step = (primal: 0.0, dual: 0.0)
  /// Share of the first error of the prices that is left.
  var dualLeft = 1.0

  init(_ scaled: ScaledProblem) {
    self.scaled = scaled
    let problem = scaled.problem
    layout = StepLayout(
      roofs: problem.roofs.count, pieces: 1 + problem.flexible.count,
      hasRight: problem.importRight.contains { $0 < problem.contract.most })
    let stretches = YearStretches(problem.peakPeriods)
    groups = stretches.groups
    blocks = StepBlocks(layout: layout, count: stretches.blocks)
    signs = scaled.pieceSigns
    func room<Value>(_ count: Int, _ zero: Value) -> UnsafeMutablePointer<Value> {
      let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
      pointer.initialize(repeating: zero, count: max(1, count))
      return pointer
    }
    let count = scaled.index.count
    (sizes, moves) = (room(count, 0), room(count, 0))
    dense = DenseSystem(count: count)
    right = [Double](repeating: 0, count: count)
    let border = layout.border
    (ties, firstTies, bond) = (room(border, .zero), room(border, .zero), room(border, .zero))
    (bandRests, shared) = (room(border, .zero), room(border, .zero))
    bandSums = room(border * (border + 1) / 2, .zero)
    (values, targets) = (room(layout.limits, .zero), room(layout.limits, .zero))
    (roofSums, restSums) = (room(layout.roofs * (layout.roofs + 2), .zero), room(layout.roofs, .zero))
    start()
    active = Double(countActive())
  }

  deinit {
    for pointer in [sizes, moves] { pointer.deallocate() }
    for pointer in [ties, firstTies, bond, bandSums, bandRests, shared] { pointer.deallocate() }
    for pointer in [values, targets, roofSums, restSums] { pointer.deallocate() }
  }

  private func countActive() -> Int {
    var count = limits.count
    for block in 0..<blocks.count {
      for limit in 0..<layout.limits {
        let price = blocks[block].limit(limit)[.price]
        for lane in 0..<Lanes.scalarCount where price[lane] > 0 { count += 1 }
      }
    }
    return count
  }

  /// The peaks of the lanes of a group, at a point or along a direction.
  func peaks(_ group: StretchGroup, _ sizes: UnsafeMutablePointer<Double>) -> Lanes {
    var peaks = Lanes.zero
    for (lane, stretch) in group.stretches.enumerated() { peaks[lane] = sizes[scaled.index.peak(stretch.period)] }
    return peaks
  }

  /// What the limits of a block come to at the point.
  @inline(__always)
  func evaluate(_ rows: StepRows, _ peak: Lanes) {
    let step = Step(
      generation: rows[.generation], discharge: rows[.discharge], flow: rows[.flow], content: rows[.content])
    evaluate(rows, step, peak, sizes, .power, constants: 1)
  }

  /// What the limits of a block come to along the direction.
  @inline(__always)
  func evaluateDirection(_ rows: StepRows, _ step: Step, _ peak: Lanes) {
    evaluate(rows, step, peak, moves, .dPower, constants: 0)
  }

  struct Step {
    var generation: Lanes
    var discharge: Lanes
    var flow: Lanes
    var content: Lanes
  }

  @inline(__always)
  private func evaluate(
    _ rows: StepRows, _ step: Step, _ peak: Lanes, _ sizes: UnsafeMutablePointer<Double>, _ power: PieceRow,
    constants: Double
  ) {
    let index = scaled.index
    let (most, energy) = (sizes[index.power], sizes[index.energy])
    var available = constants == 0 ? Lanes.zero : rows[.existing]
    for roof in 0..<layout.roofs { available += rows[layout.factor + roof] * sizes[roof] }
    let charge = step.flow + step.discharge * scaled.ratio
    var imported = charge - step.discharge - step.generation
    if constants != 0 { imported += rows[.load] }
    for piece in 0..<layout.pieces {
      let own = layout.piece(rows, piece)
      imported += own[power] * signs[piece]
      values[layout.low(piece: piece)] = own[power]
      values[layout.high(piece: piece)] = constants == 0 ? -own[power] : own[.limit] - own[power]
    }
    values[StepLimit.importLow.rawValue] = imported
    values[StepLimit.importPeak.rawValue] = peak - imported
    values[StepLimit.generationLow.rawValue] = step.generation
    values[StepLimit.generationHigh.rawValue] = available - step.generation
    values[StepLimit.dischargeLow.rawValue] = step.discharge
    values[StepLimit.dischargeHigh.rawValue] = most - step.discharge
    values[StepLimit.chargeLow.rawValue] = charge
    values[StepLimit.chargeHigh.rawValue] = most - charge
    values[StepLimit.contentLow.rawValue] = step.content
    values[StepLimit.contentHigh.rawValue] = energy - step.content
    if layout.hasRight { values[layout.importRight] = constants == 0 ? -imported : rows[.right] - imported }
  }
}
