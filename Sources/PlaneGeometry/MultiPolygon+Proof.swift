/// A proof that an area is valid, for the outlines that nearly all records have. It takes a small part of the time that
/// GEOS takes to judge, and gives no other answer: it counts only differences that are larger than any rounding.
extension MultiPolygon {
  /// True when the polygons have no holes, their boxes lie apart, and no border touches itself. False says nothing: GEOS
  /// must judge then.
  var isProvenValid: Bool {
    polygons.allSatisfy { $0.holes.isEmpty && $0.exterior.isProvenSimple } && boxesLieApart
  }

  private var boxesLieApart: Bool {
    guard polygons.count > 1 else { return true }
    let boxes = polygons.map(\.boundingBox)
    return boxes.indices.allSatisfy { i in !boxes[..<i].contains { $0.intersects(boxes[i]) } }
  }
}

extension [Point] {
  /// True when the sides of this closed ring share nothing but the corners between neighbours. Goes from west to east:
  /// a side is held against the sides that begin before it ends.
  fileprivate var isProvenSimple: Bool {
    var sides = indices.dropLast().map { (west: Swift.min(self[$0].x, self[$0 + 1].x), position: $0) }
    sides.sort { $0.west < $1.west }
    for i in sides.indices {
      let side = side(sides[i].position)
      for j in i + 1..<sides.count {
        guard sides[j].west <= side.east else { break }
        guard side.isProvenClear(of: self.side(sides[j].position), ringLength: sides.count) else { return false }
      }
    }
    return true
  }

  private func side(_ position: Int) -> Side {
    Side(position: position, start: self[position], end: self[position + 1])
  }
}

/// A side of a ring in the direction in which the ring runs.
private struct Side {
  /// Number of the side in its ring, from 0.
  let position: Int
  let start: Point
  let end: Point

  var east: Double { max(start.x, end.x) }
  private var south: Double { min(start.y, end.y) }
  private var north: Double { max(start.y, end.y) }

  /// True when two sides of one ring share nothing, or as neighbours only their corner.
  func isProvenClear(of other: Side, ringLength: Int) -> Bool {
    if north < other.south || other.north < south { return true }
    if (position + 1) % ringLength == other.position { return turnsInto(other) }
    if (other.position + 1) % ringLength == position { return other.turnsInto(self) }
    return liesBeside(other) || other.liesBeside(self)
  }

  /// True when the next side does not run back over this one: it turns off, or it goes on in about the same direction.
  private func turnsInto(_ next: Side) -> Bool {
    if turn(to: next.end) != 0 { return true }
    return Self.provenSign(
      of: (end.x - start.x) * (next.end.x - next.start.x), minus: -(end.y - start.y) * (next.end.y - next.start.y)) > 0
  }

  /// True when all of this side lies on one side of the line through the other.
  private func liesBeside(_ other: Side) -> Bool {
    other.turn(to: start) * other.turn(to: end) > 0
  }

  /// 1 for a point to the left of the line through this side, -1 to the right, 0 where rounding leaves it open.
  private func turn(to point: Point) -> Int {
    Self.provenSign(
      of: (start.x - point.x) * (end.y - point.y), minus: (start.y - point.y) * (end.x - point.x))
  }

  /// The sign of a difference of products of two coordinate differences each; 0 where rounding could have made it.
  ///
  /// Formula: |a - b| > (3 + 16ε) ε (|a| + |b|), with ε half the distance from 1 to the next number. Source: Shewchuk,
  /// Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates (1997), section 4.1, bound A.
  /// The smallest normal number is added because the bound does not count underflow.
  private static func provenSign(of a: Double, minus b: Double) -> Int {
    let rounding = roundingBound * (a.magnitude + b.magnitude) + Double.leastNormalMagnitude
    let difference = a - b
    return difference > rounding ? 1 : difference < -rounding ? -1 : 0
  }

  private static let roundingBound = (3 + 16 * (Double.ulpOfOne / 2)) * (Double.ulpOfOne / 2)
}
