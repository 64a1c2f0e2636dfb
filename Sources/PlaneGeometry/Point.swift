/// A place in the plane, in the unit of its coordinate reference system: metres in RD New unless said otherwise.
///
/// For geographic systems `x` is the longitude and `y` the latitude, always in that order.
public struct Point: Hashable, Sendable, Codable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The straight-line distance in the unit of the coordinates.
  public func distance(to other: Point) -> Double {
    let dx = other.x - x
    let dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }

  /// True when neither coordinate is infinite or not a number.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Point {
  func distance(toSegmentFrom start: Point, to end: Point) -> Double {
    let dx = end.x - start.x
    let dy = end.y - start.y
    let lengthSquared = dx * dx + dy * dy
    guard lengthSquared > 0 else { return distance(to: start) }
    let along = ((x - start.x) * dx + (y - start.y) * dy) / lengthSquared
    let clamped = min(max(along, 0), 1)
    return distance(to: Point(x: start.x + clamped * dx, y: start.y + clamped * dy))
  }
}
