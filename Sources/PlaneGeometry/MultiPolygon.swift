/// An area of one or more polygons — *vlak of multivlak*; never empty.
public struct MultiPolygon: Hashable, Sendable {
  public let polygons: [Polygon]

  /// Throws `noPolygons` for an empty list.
  public init(_ polygons: [Polygon]) throws(GeometryError) {
    guard !polygons.isEmpty else { throw .noPolygons }
    self.polygons = polygons
  }

  public init(_ polygon: Polygon) {
    polygons = [polygon]
  }

  private init(nonEmpty polygons: [Polygon]) {
    self.polygons = polygons
  }

  /// Area in square metres for coordinates in metres.
  public var area: Double { polygons.reduce(0) { $0 + $1.area } }

  /// Length of all borders, those of holes included.
  public var perimeter: Double { polygons.reduce(0) { $0 + $1.perimeter } }

  public var boundingBox: BoundingBox {
    polygons.dropFirst().reduce(polygons[0].boundingBox) { $0.union($1.boundingBox) }
  }

  /// Every polygon with its exterior counter-clockwise and its holes clockwise.
  public func oriented() -> MultiPolygon {
    MultiPolygon(nonEmpty: polygons.map { $0.oriented() })
  }

  /// True when `point` lies inside. A point on the border belongs to the area north and east of it, so that of the
  /// areas of a subdivision exactly one contains it.
  public func contains(_ point: Point) -> Bool {
    guard boundingBox.contains(point) else { return false }
    var inside = false
    forEachEdge { if $0.crossesEast(of: point) { inside.toggle() } }
    return inside
  }

  /// The distance from `point` to the area in the unit of the coordinates; 0 inside.
  public func distance(to point: Point) -> Double {
    guard !contains(point) else { return 0 }
    var nearest = Double.infinity
    forEachEdge { nearest = min(nearest, point.distance(toSegmentFrom: $0.low, to: $0.high)) }
    return nearest
  }

  func forEachEdge(_ body: (Edge) -> Void) {
    for polygon in polygons { polygon.forEachEdge(body) }
  }
}
