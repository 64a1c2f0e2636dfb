/// Formulas on a closed ring of points. They subtract the first point before multiplying, because RD coordinates are
/// large against the extent of a park and their products would lose the square metres.
extension [Point] {
  /// Positive when counter-clockwise (shoelace formula).
  var signedRingArea: Double {
    guard let origin = first else { return 0 }
    var twice = 0.0
    for i in indices.dropLast() { twice += cross(i, around: origin) }
    return twice / 2
  }

  /// The integral of the position, relative to the first point, over the enclosed area; signed like the area.
  var firstMoment: Point {
    guard let origin = first else { return Point(x: 0, y: 0) }
    var moment = Point(x: 0, y: 0)
    for i in indices.dropLast() {
      let weight = cross(i, around: origin) / 6
      moment.x += weight * (self[i].x + self[i + 1].x - 2 * origin.x)
      moment.y += weight * (self[i].y + self[i + 1].y - 2 * origin.y)
    }
    return moment
  }

  var pathLength: Double {
    var length = 0.0
    for i in indices.dropLast() { length += self[i].distance(to: self[i + 1]) }
    return length
  }

  func validateRing() throws(GeometryError) {
    guard count >= 4 else { throw .tooFewPoints(count: count) }
    try validateFinite()
    guard self[0] == self[count - 1] else { throw .ringNotClosed(first: self[0], last: self[count - 1]) }
  }

  func validateFinite() throws(GeometryError) {
    // The sum of products with 0 is not a number as soon as one coordinate is not finite: one branch per ring, not per
    // point.
    var probe = 0.0
    for point in self { probe += point.x * 0 + point.y * 0 }
    if probe.isNaN { throw .coordinateNotFinite(index: firstIndex { !$0.isFinite } ?? 0) }
  }

  func ring(counterClockwise: Bool) -> [Point] {
    (signedRingArea < 0) == counterClockwise ? reversed() : self
  }

  private func cross(_ i: Int, around origin: Point) -> Double {
    let a = self[i]
    let b = self[i + 1]
    return (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
  }
}
