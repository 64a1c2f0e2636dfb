/// The smallest axis-parallel rectangle around something; borders belong to it.
public struct BoundingBox: Hashable, Sendable, Codable {
  public let minX: Double
  public let minY: Double
  public let maxX: Double
  public let maxY: Double

  /// The corners may be given in either order.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = min(minX, maxX)
    self.minY = min(minY, maxY)
    self.maxX = max(minX, maxX)
    self.maxY = max(minY, maxY)
  }

  /// The box of one point, without extent.
  public init(_ point: Point) {
    self.init(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
  }

  /// The box around `points`; nil when there are none.
  public init?(of points: some Sequence<Point>) {
    var box: (minX: Double, minY: Double, maxX: Double, maxY: Double)?
    for point in points {
      let so = box ?? (point.x, point.y, point.x, point.y)
      box = (min(so.minX, point.x), min(so.minY, point.y), max(so.maxX, point.x), max(so.maxY, point.y))
    }
    guard let box else { return nil }
    self.init(minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY)
  }

  /// The box around `boxes`; nil when there are none.
  public init?(around boxes: some Sequence<BoundingBox>) {
    var iterator = boxes.makeIterator()
    guard var whole = iterator.next() else { return nil }
    while let next = iterator.next() { whole = whole.union(next) }
    self = whole
  }

  public var width: Double { maxX - minX }
  public var height: Double { maxY - minY }
  public var center: Point { Point(x: minX + width / 2, y: minY + height / 2) }

  public func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// True when the boxes share at least one point; touching is enough.
  public func intersects(_ other: BoundingBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  public func contains(_ point: Point) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }

  public func contains(_ other: BoundingBox) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  /// The box moved outwards by `margin` on every side; a negative margin shrinks it, at most to its centre.
  public func expanded(by margin: Double) -> BoundingBox {
    let dx = max(margin, -width / 2)
    let dy = max(margin, -height / 2)
    return BoundingBox(minX: minX - dx, minY: minY - dy, maxX: maxX + dx, maxY: maxY + dy)
  }

  /// The distance from `point` to the nearest place in the box; 0 inside.
  public func distance(to point: Point) -> Double {
    let nearest = Point(x: min(max(point.x, minX), maxX), y: min(max(point.y, minY), maxY))
    return nearest.distance(to: point)
  }
}
