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
  private var pieces: PieceList
  private var spare = PieceList()
  /// Start of the domain in cells' kWh times `scale`.
  private var start = 0.0
  private var scale = 1.0
  private let costs: StepCosts

  /// A value of one slope over the whole capacity.
  init(slope: Double = 0, _ costs: StepCosts) {
    self.costs = costs
    pieces = PieceList()
    pieces.reserve(1)
    if costs.capacity > 0 { pieces.append(slope, costs.capacity) }
  }

  /// Contents from which the rest of the year can be lived through, kWh.
  var domain: ClosedRange<Double> {
    let low = start / scale
    let width = (0..<pieces.count).reduce(0.0) { $0 + pieces.lengths[$1] }
    return low...max(low, (start + width) / scale)
  }

  /// The content at which V falls no steeper than this, kWh.
  func content(whereSlopeReaches slope: Double) -> Double {
    var at = start
    for index in 0..<pieces.count where pieces.slopes[index] * scale < slope { at += pieces.lengths[index] }
    return at / scale
  }

  /// Goes one step back.
  /// - Parameter thresholds: for every piece of f the content after the step up to which it is worth using, kWh.
  /// - Returns: false when no content can serve the step.
  mutating func precede(by step: Int, thresholds: UnsafeMutablePointer<Double>?) -> Bool {
    let slopes = costs.slopes + costs.stride * step
    let lengths = costs.lengths + costs.stride * step
    var piece = costs.counts[step] - 1
    let left = start - (costs.lowest[step] + costs.width(step)) * scale
    spare.reserve(pieces.count + costs.stride)
    var merge = Merge(into: spare, from: left, to: costs.capacity * scale * costs.retention)
    var taken = start
    var index = 0
    while true {
      if piece >= 0, index == pieces.count || -slopes[piece] <= pieces.slopes[index] * scale {
        thresholds?[piece] = taken / scale
        merge.emit(-slopes[piece] / scale, lengths[piece] * scale)
        piece -= 1
      } else if index < pieces.count, piece >= 0 || merge.end > merge.at {
        merge.emit(pieces.slopes[index], pieces.lengths[index])
        taken += pieces.lengths[index]
        index += 1
      } else {
        break
      }
    }
    spare = pieces
    pieces = merge.pieces
    start = max(0, left)
    let slack = costs.tolerance * scale
    scale *= costs.retention
    if scale < .ulpOfOne { normalise() }
    return merge.skip <= slack && start <= merge.end + slack
  }

  private mutating func normalise() {
    for index in 0..<pieces.count {
      pieces.slopes[index] *= scale
      pieces.lengths[index] /= scale
    }
    start /= scale
    scale = 1
  }

  func release() {
    pieces.release()
    spare.release()
  }

  /// The pieces that fall inside the capacity, written in order.
  private struct Merge {
    var pieces: PieceList
    /// Length still to be cut off at the left.
    var skip: Double
    var at: Double
    let end: Double

    init(into pieces: PieceList, from left: Double, to end: Double) {
      self.pieces = pieces
      self.pieces.removeAll()
      skip = max(0, -left)
      at = max(0, left)
      self.end = end
    }

    @inline(__always)
    mutating func emit(_ slope: Double, _ length: Double) {
      let cut = min(skip, length)
      skip -= cut
      let kept = min(length - cut, end - at)
      guard kept > 0 else { return }
      at += kept
      pieces.append(slope, kept)
    }
  }
}

/// Slopes and lengths in memory that is given back by hand.
private struct PieceList {
  private(set) var slopes: UnsafeMutablePointer<Double>
  private(set) var lengths: UnsafeMutablePointer<Double>
  private(set) var count = 0
  private var room = 0

  init() {
    slopes = .allocate(capacity: 0)
    lengths = .allocate(capacity: 0)
  }

  func release() {
    slopes.deallocate()
    lengths.deallocate()
  }

  /// Makes room for so many pieces; what was in the list is lost when it grows.
  mutating func reserve(_ wanted: Int) {
    guard wanted > room else { return }
    release()
    room = 2 * wanted
    slopes = .allocate(capacity: room)
    lengths = .allocate(capacity: room)
  }

  mutating func removeAll() { count = 0 }

  /// Appends a piece; one of the same slope lengthens the last.
  @inline(__always)
  mutating func append(_ slope: Double, _ length: Double) {
    if count > 0, slopes[count - 1] == slope {
      lengths[count - 1] += length
    } else {
      slopes[count] = slope
      lengths[count] = length
      count += 1
    }
  }
}

extension StepCosts {
  /// Length of the domain of f, kWh.
  @inline(__always)
  func width(_ step: Int) -> Double {
    let base = stride * step
    var width = 0.0
    for piece in base..<base + counts[step] { width += lengths[piece] }
    return width
  }
}
