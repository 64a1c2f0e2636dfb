/// Well-known text in two dimensions (OGC 06-103r4, clause 7), with the `SRID=28992;` prefix of PostGIS where present.
public enum WKT {
  /// Reads all seven simple features, `EMPTY` included, in any letter case; Z and M are dropped.
  ///
  /// Throws `malformed` with the byte where reading stopped, and the errors of `Polygon` for bad rings.
  public static func parse(_ text: String) throws(GeometryError) -> Geometry {
    try parseWithReference(text).geometry
  }

  /// As `parse`, with the number of the `SRID` prefix; nil without one.
  public static func parseWithReference(_ text: String) throws(GeometryError) -> (geometry: Geometry, srid: Int?) {
    var parser = WKTParser(text)
    let srid = try parser.reference()
    let geometry = try parser.geometry()
    try parser.end()
    return (geometry, srid)
  }

  /// Coordinates in the fewest digits that read back as the same number.
  public static func write(_ geometry: Geometry) -> String {
    switch geometry {
    case .point(let point): "POINT (\(text(point)))"
    case .lineString(let points): "LINESTRING \(list(points))"
    case .polygon(let polygon): "POLYGON \(list(polygon))"
    case .multiPoint(let points): "MULTIPOINT (\(points.map { "(\(text($0)))" }.joined(separator: ", ")))"
    case .multiLineString(let lines): "MULTILINESTRING (\(lines.map(list).joined(separator: ", ")))"
    case .multiPolygon(let area): "MULTIPOLYGON (\(area.polygons.map(list).joined(separator: ", ")))"
    case .collection(let members): "GEOMETRYCOLLECTION (\(members.map(write).joined(separator: ", ")))"
    case .empty(let kind): "\(kind.wktName) EMPTY"
    }
  }

  private static func list(_ polygon: Polygon) -> String {
    "(\(polygon.rings.map(list).joined(separator: ", ")))"
  }

  private static func list(_ points: [Point]) -> String {
    "(\(points.map(text).joined(separator: ", ")))"
  }

  private static func text(_ point: Point) -> String { "\(text(point.x)) \(text(point.y))" }

  private static func text(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Geometry.Kind {
  var wktName: String {
    switch self {
    case .point: "POINT"
    case .lineString: "LINESTRING"
    case .polygon: "POLYGON"
    case .multiPoint: "MULTIPOINT"
    case .multiLineString: "MULTILINESTRING"
    case .multiPolygon: "MULTIPOLYGON"
    case .collection: "GEOMETRYCOLLECTION"
    }
  }
}
