/// One exterior ring with holes — *vlak*. Rings are closed: the last point is the first.
public struct Polygon: Hashable, Sendable {
  public let exterior: [Point]
  public let holes: [[Point]]

  /// Throws when a ring has fewer than four points, is not closed, or has a coordinate that is not finite. Whether
  /// rings cross is another question: `MultiPolygon.invalidReason`.
  public init(exterior: [Point], holes: [[Point]] = []) throws(GeometryError) {
    try exterior.validateRing()
    for hole in holes { try hole.validateRing() }
    self.init(validExterior: exterior, validHoles: holes)
  }

  /// The rectangle of a bounding box, counter-clockwise.
  public init(_ box: BoundingBox) throws(GeometryError) {
    let corner = Point(x: box.minX, y: box.minY)
    try self.init(exterior: [
      corner, Point(x: box.maxX, y: box.minY), Point(x: box.maxX, y: box.maxY), Point(x: box.minX, y: box.maxY), corner,
    ])
  }

  private init(validExterior: [Point], validHoles: [[Point]]) {
    exterior = validExterior
    holes = validHoles
  }

  public var rings: [[Point]] { [exterior] + holes }

  /// Area in square metres for coordinates in metres: planar, the holes taken off.
  public var area: Double {
    holes.reduce(abs(exterior.signedRingArea)) { $0 - abs($1.signedRingArea) }
  }

  /// Length of all borders, those of holes included.
  public var perimeter: Double {
    holes.reduce(exterior.pathLength) { $0 + $1.pathLength }
  }

  public var boundingBox: BoundingBox {
    BoundingBox(of: exterior) ?? BoundingBox(exterior[0])
  }

  /// The same polygon with its exterior counter-clockwise and its holes clockwise (RFC 7946; PDOK's GeoPackage
  /// validator).
  public func oriented() -> Polygon {
    Polygon(
      validExterior: exterior.ring(counterClockwise: true), validHoles: holes.map { $0.ring(counterClockwise: false) })
  }

  func forEachEdge(_ body: (Edge) -> Void) {
    exterior.forEachEdge(body)
    for hole in holes { hole.forEachEdge(body) }
  }
}
