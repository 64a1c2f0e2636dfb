/// The primal-dual interior point method for one park — *inwendige-puntmethode*.
///
/// Import and charge are written out in the other quantities, so that only inequalities are left. Each round solves
/// `Cᵀ W C Δ = Cᵀ τ − f` (C the limits, W price over distance) twice: Mehrotra's prediction and its correction. Export,
/// generation and discharge of a step are eliminated on the spot; what is left is a band in the content of the battery
/// with a border of shared unknowns, one period after the other; what is left of that is one small dense system.
///
/// Every weight that survives an elimination is a sum of products of positive numbers (the star-mesh transformation of
/// electrical networks), so that no digits cancel when weights differ by a factor 10²⁰.
final class InteriorPoint {
  let scaled: ScaledProblem
  let layout: StepLayout
  let blocks: StepBlocks
  let spans: [PeriodSpan]
  let signs: [Double]

  /// Shared unknowns and their direction, in the order of `SizeIndex`.
  let sizes: UnsafeMutablePointer<Double>
  let moves: UnsafeMutablePointer<Double>
  var limits: [SizeLimit] = []
  var dense: DenseSystem
  var right: [Double]

  /// The eliminated band: per step its ties to the border, 1/pivot, tie to the step before and right-hand side.
  let border: UnsafeMutablePointer<Lanes>
  let pivot: UnsafeMutablePointer<Double>
  let link: UnsafeMutablePointer<Double>
  let rest: UnsafeMutablePointer<Double>
  /// Scratch: values and prices of the limits of one block; sums per pair of roofs.
  let values: UnsafeMutablePointer<Lanes>
  let targets: UnsafeMutablePointer<Lanes>
  let roofSums: UnsafeMutablePointer<Lanes>
  let restSums: UnsafeMutablePointer<Lanes>

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
    layout = StepLayout(roofs: problem.roofs.count, pieces: 1 + problem.flexible.count)
    spans = PeriodSpan.spans(of: problem.peakPeriods)
    blocks = StepBlocks(layout: layout, count: spans.last?.blocks.upperBound ?? 0)
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
    border = room(problem.steps, .zero)
    (pivot, link, rest) = (room(problem.steps, 0), room(problem.steps, 0), room(problem.steps, 0))
    (values, targets) = (room(layout.limits, .zero), room(layout.limits, .zero))
    (roofSums, restSums) = (room(layout.roofs * (layout.roofs + 2), .zero), room(layout.roofs, .zero))
    start()
    active = Double(countActive())
  }

  deinit {
    for pointer in [sizes, moves, pivot, link, rest] { pointer.deallocate() }
    for pointer in [border, values, targets, roofSums, restSums] { pointer.deallocate() }
  }

  private func countActive() -> Int {
    var count = limits.count
    for block in 0..<blocks.count {
      let prices = blocks[block] + layout.price
      for limit in 0..<layout.limits {
        for lane in 0..<Lanes.scalarCount where prices[limit][lane] > 0 { count += 1 }
      }
    }
    return count
  }

  /// What the limits of a block come to at a point (`constants` 1) or along a direction (`constants` 0).
  @inline(__always)
  func evaluate(
    _ rows: UnsafeMutablePointer<Lanes>, at point: Int, sizes: UnsafeMutablePointer<Double>, period: Int,
    constants: Double
  ) {
    let index = scaled.index
    let (peak, power, energy) = (sizes[index.peak(period)], sizes[index.power], sizes[index.energy])
    var available = rows[layout.existing] * constants
    for roof in 0..<layout.roofs { available += rows[layout.factor + roof] * sizes[roof] }
    let generation = rows[point]
    let discharge = rows[point + 1]
    let charge = rows[point + 2] + discharge * scaled.ratio
    let content = rows[point + 2 + 1]
    let pieces = rows + (point + 2 + 2)
    var imported = rows[layout.load] * constants + (charge - discharge - generation)
    for piece in 0..<layout.pieces {
      imported += pieces[piece] * signs[piece]
      values[layout.low(piece: piece)] = pieces[piece]
      values[layout.high(piece: piece)] = rows[layout.pieceLimit + piece] * constants - pieces[piece]
    }
    values[StepLimit.importLow.rawValue] = imported
    values[StepLimit.importPeak.rawValue] = peak - imported
    values[StepLimit.importRight.rawValue] = rows[layout.right] * constants - imported
    values[StepLimit.generationLow.rawValue] = generation
    values[StepLimit.generationHigh.rawValue] = available - generation
    values[StepLimit.dischargeLow.rawValue] = discharge
    values[StepLimit.dischargeHigh.rawValue] = power - discharge
    values[StepLimit.chargeLow.rawValue] = charge
    values[StepLimit.chargeHigh.rawValue] = power - charge
    values[StepLimit.contentLow.rawValue] = content
    values[StepLimit.contentHigh.rawValue] = energy - content
  }
}
