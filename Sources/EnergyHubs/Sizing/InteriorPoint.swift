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

  /// Shared unknowns, their prediction and their direction, in the order of `SizeIndex`.
  let sizes: UnsafeMutablePointer<Double>
  let predictedMoves: UnsafeMutablePointer<Double>
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
  /// Limits of one block: what they come to at the point and along both directions, and their pulls; sums per pair of roofs.
  let values: StepRows
  let predicted: StepRows
  let changes: StepRows
  let targets: StepRows
  let roofSums: StepRows
  let restSums: StepRows

  /// Number of limits that count.
  private(set) var active = 0.0
  /// Σ distance · price at the point.
  var products = 0.0
  /// Share of the way that the next round takes first.
  var step = (primal: 0.0, dual: 0.0)
  /// What every product of distance and price aims at along the direction.
  var aimed = 0.0
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
    (sizes, predictedMoves, moves) = (room(count, 0), room(count, 0), room(count, 0))
    dense = DenseSystem(count: count)
    right = [Double](repeating: 0, count: count)
    let border = layout.border
    (ties, firstTies, bond) = (room(border, .zero), room(border, .zero), room(border, .zero))
    (bandRests, shared) = (room(border, .zero), room(border, .zero))
    bandSums = room(border * (border + 1) / 2, .zero)
    let limits = layout.limits
    (values, predicted) = (room(limits, .zero), room(limits, .zero))
    (changes, targets) = (room(limits, .zero), room(limits, .zero))
    (roofSums, restSums) = (room(layout.roofs * (layout.roofs + 2), .zero), room(layout.roofs, .zero))
    start()
    active = Double(countActive())
  }

  deinit {
    for pointer in [sizes, predictedMoves, moves] { pointer.deallocate() }
    for pointer in [ties, firstTies, bond, bandSums, bandRests, shared] { pointer.deallocate() }
    for pointer in [values, predicted, changes, targets, roofSums, restSums] { pointer.deallocate() }
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

  /// The peaks of the lanes of a group at the point and along both directions.
  struct Peaks {
    let now: Lanes
    let predicted: Lanes
    let change: Lanes
  }

  func peaks(_ group: StretchGroup) -> Peaks {
    Peaks(now: peaks(group, sizes), predicted: peaks(group, predictedMoves), change: peaks(group, moves))
  }
}
