/// Any simple feature in two dimensions, as layers deliver it.
public enum Geometry: Hashable, Sendable {
  case point(Point)
  case lineString([Point])
  case polygon(Polygon)
  case multiPoint([Point])
  case multiLineString([[Point]])
  case multiPolygon(MultiPolygon)
  case collection([Geometry])
  /// `POLYGON EMPTY` and the like: a record that has a geometry column but no place.
  case empty(Kind)

  /// The type of a simple feature; the raw value is its code in well-known binary (OGC 06-103r4, table 7).
  public enum Kind: UInt32, Hashable, Sendable, CaseIterable {
    case point = 1
    case lineString, polygon, multiPoint, multiLineString, multiPolygon, collection
  }

  public var kind: Kind {
    switch self {
    case .point: .point
    case .lineString: .lineString
    case .polygon: .polygon
    case .multiPoint: .multiPoint
    case .multiLineString: .multiLineString
    case .multiPolygon: .multiPolygon
    case .collection: .collection
    case .empty(let kind): kind
    }
  }

  /// The area, where the geometry is one: a polygon is promoted. Nil for points, lines, collections and empties.
  public var multiPolygon: MultiPolygon? {
    switch self {
    case .polygon(let polygon): MultiPolygon(polygon)
    case .multiPolygon(let area): area
    default: nil
    }
  }

  /// All areas in the geometry together, those inside collections included; points and lines are left out.
  public var polygonalPart: MultiPolygon? {
    try? MultiPolygon(polygonsInside)
  }

  public var boundingBox: BoundingBox? {
    switch self {
    case .point(let point): BoundingBox(point)
    case .lineString(let points), .multiPoint(let points): BoundingBox(of: points)
    case .multiLineString(let lines): BoundingBox(around: lines.compactMap { BoundingBox(of: $0) })
    case .polygon(let polygon): polygon.boundingBox
    case .multiPolygon(let area): area.boundingBox
    case .collection(let members): BoundingBox(around: members.compactMap(\.boundingBox))
    case .empty: nil
    }
  }

  private var polygonsInside: [Polygon] {
    if case .collection(let members) = self { return members.flatMap(\.polygonsInside) }
    return multiPolygon?.polygons ?? []
  }
}
