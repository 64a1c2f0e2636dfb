/// What the rest of the year costs as a function of the content now: convex, piecewise linear — *waardefunctie*.
///
/// Held as pieces by rising slope; the level does not matter to any decision and is left out. One step back is
///
///     V(u) ← min over y of f(y) + V(u + y),   u = ρ s
///
/// an infimal convolution: the pieces of f, mirrored, take their place among those of V by slope, and the ends that stick out of
/// [0, E] are cut off. That costs a merge of two sorted lists. Standing loss stretches the axis by 1/ρ in every step; the
/// stretch is kept in one number, `scale`, instead of in all pieces.
struct ValueFunction {
  /// Start of the domain in cells' kWh times `scale`.
  private(set) var start = 0.0
  private(set) var slopes: [Double]
  private(set) var lengths: [Double]
  private var scale = 1.0
  private var otherSlopes: [Double] = []
  private var otherLengths: [Double] = []
  private let capacity: Double
  private let retention: Double

  /// A value of one slope over the whole capacity.
  init(slope: Double = 0, capacity: Double, retention: Double) {
    self.capacity = capacity
    self.retention = retention
    slopes = capacity > 0 ? [slope] : []
    lengths = capacity > 0 ? [capacity] : []
  }

  /// Contents from which the rest of the year can be lived through, kWh.
  var domain: ClosedRange<Double> {
    let low = start / scale
    return low...max(low, (start + lengths.reduce(0, +)) / scale)
  }

  /// The content at which V falls no steeper than this, kWh.
  func content(whereSlopeReaches slope: Double) -> Double {
    var at = start
    for (index, own) in slopes.enumerated() where own * scale < slope { at += lengths[index] }
    return at / scale
  }

  /// Goes one step back.
  /// - Parameters:
  ///   - thresholds: for every piece of f the content after the step up to which that piece is worth using, kWh.
  /// - Returns: false when no content can serve the step.
  mutating func precede(
    by costs: borrowing StepCosts, _ step: Int, thresholds: UnsafeMutablePointer<Double>?
  ) -> Bool {
    let base = StepCosts.stride * step
    let count = costs.counts[step]
    var width = 0.0
    for piece in 0..<count { width += costs.lengths[base + piece] }
    let left = start - (costs.lowest[step] + width) * scale
    var merge = Merge(skip: max(0, -left), start: max(0, left), end: capacity * scale * retention)
    merge.reserve(slopes.count + count, &otherSlopes, &otherLengths)
    var piece = count - 1
    var taken = start
    var index = 0
    while true {
      if piece >= 0, index == slopes.count || -costs.slopes[base + piece] <= slopes[index] * scale {
        thresholds?[piece] = taken / scale
        merge.emit(
          -costs.slopes[base + piece] / scale, costs.lengths[base + piece] * scale, &otherSlopes, &otherLengths)
        piece -= 1
      } else if index < slopes.count, piece >= 0 || merge.end > merge.at {
        merge.emit(slopes[index], lengths[index], &otherSlopes, &otherLengths)
        taken += lengths[index]
        index += 1
      } else {
        break
      }
    }
    swap(&slopes, &otherSlopes)
    swap(&lengths, &otherLengths)
    start = merge.start
    let slack = costs.tolerance * scale
    scale *= retention
    if scale < .ulpOfOne { normalise() }
    return merge.skip <= slack && merge.start <= merge.end + slack
  }

  private mutating func normalise() {
    for index in slopes.indices {
      slopes[index] *= scale
      lengths[index] /= scale
    }
    start /= scale
    scale = 1
  }

  /// The pieces that fall inside the capacity, written in order.
  private struct Merge {
    /// Length still to be cut off at the left.
    var skip: Double
    let start: Double
    var at: Double
    let end: Double

    init(skip: Double, start: Double, end: Double) {
      self.skip = skip
      self.start = start
      self.end = end
      at = start
    }

    func reserve(_ count: Int, _ slopes: inout [Double], _ lengths: inout [Double]) {
      slopes.removeAll(keepingCapacity: true)
      lengths.removeAll(keepingCapacity: true)
      slopes.reserveCapacity(count)
      lengths.reserveCapacity(count)
    }

    @inline(__always)
    mutating func emit(_ slope: Double, _ length: Double, _ slopes: inout [Double], _ lengths: inout [Double]) {
      let cut = min(skip, length)
      skip -= cut
      let kept = min(length - cut, end - at)
      guard kept > 0 else { return }
      at += kept
      if slopes.last == slope {
        lengths[lengths.count - 1] += kept
      } else {
        slopes.append(slope)
        lengths.append(kept)
      }
    }
  }
}
