import Quantities

extension PeakFrontier {
  /// The lowest limit that a capacity keeps, kW. Newton's method from below: every step lands on or before the answer, and on a
  /// piecewise linear curve it ends exactly.
  public func leastLimit(capacity: KilowattHours) -> Kilowatts {
    var limit = lowestLimit
    while let need = requirement(at: limit), need.slope < 0 {
      let excess = need.capacity.value - capacity.value
      guard excess > KilowattHours.negligible.value else { break }
      let next = Kilowatts(min(peak.value, limit.value - excess / need.slope))
      guard next > limit else { break }
      limit = next
    }
    return limit
  }

  /// The trade-off from the lowest limit to the peak, at equal distances.
  public func curve(points: Int) -> [Requirement] {
    guard points > 1 else { return [] }
    let low = lowestLimit.value
    let step = (peak.value - low) / Double(points - 1)
    let limits = (0..<points).map { $0 == points - 1 ? peak.value : low + step * Double($0) }
    return requirements(at: limits).compactMap { $0 }
  }
}

extension Sequence<PeakFrontier.Requirement> {
  /// The knee — *knik*: with both axes scaled to the ends of the curve, the point furthest below the straight line between the
  /// ends. Beyond it a further kW costs more storage than the curve's average.
  public var knee: PeakFrontier.Requirement? {
    let points = Array(self)
    guard let first = points.first, let last = points.last, first.limit < last.limit else { return points.first }
    let width = last.limit.value - first.limit.value
    let height = first.capacity.value - last.capacity.value
    guard height > 0 else { return first }
    func depth(_ point: PeakFrontier.Requirement) -> Double {
      1 - (point.limit.value - first.limit.value) / width - (point.capacity.value - last.capacity.value) / height
    }
    return points.max { depth($0) < depth($1) }
  }
}
