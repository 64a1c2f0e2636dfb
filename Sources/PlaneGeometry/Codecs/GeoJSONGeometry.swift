/// The geometry object of GeoJSON (RFC 7946, section 3.1): exteriors counter-clockwise, holes clockwise.
public enum GeoJSONGeometry {
  /// JSON text with at most `decimals` digits after the point: 7 for degrees is a centimetre, 3 for metres a
  /// millimetre.
  ///
  /// The caller brings the coordinates to the reference system that the file announces.
  public static func write(_ geometry: Geometry, decimals: Int) -> String {
    var text = ""
    append(geometry, decimals: decimals, to: &text)
    return text
  }

  public static func write(_ area: MultiPolygon, decimals: Int) -> String {
    write(.multiPolygon(area), decimals: decimals)
  }

  private static func append(_ geometry: Geometry, decimals: Int, to text: inout String) {
    let members = geometry.kind == .collection ? "geometries" : "coordinates"
    text += "{\"type\":\"\(geometry.kind.geoJSONName)\",\"\(members)\":"
    switch geometry {
    case .point(let point): append(point, decimals, &text)
    case .lineString(let points), .multiPoint(let points): append(points, decimals, &text)
    case .multiLineString(let lines): list(lines, &text) { append($0, decimals, &$1) }
    case .polygon(let polygon): append(polygon, decimals, &text)
    case .multiPolygon(let area): list(area.polygons, &text) { append($0, decimals, &$1) }
    case .collection(let geometries): list(geometries, &text) { append($0, decimals: decimals, to: &$1) }
    case .empty: text += "[]"
    }
    text += "}"
  }

  private static func append(_ polygon: Polygon, _ decimals: Int, _ text: inout String) {
    list(polygon.oriented().rings, &text) { append($0, decimals, &$1) }
  }

  private static func append(_ points: [Point], _ decimals: Int, _ text: inout String) {
    list(points, &text) { append($0, decimals, &$1) }
  }

  private static func append(_ point: Point, _ decimals: Int, _ text: inout String) {
    text += "["
    text += DecimalText.write(point.x, decimals: decimals)
    text += ","
    text += DecimalText.write(point.y, decimals: decimals)
    text += "]"
  }

  private static func list<Item>(_ items: [Item], _ text: inout String, _ append: (Item, inout String) -> Void) {
    text += "["
    for (i, item) in items.enumerated() {
      if i > 0 { text += "," }
      append(item, &text)
    }
    text += "]"
  }
}

extension Geometry.Kind {
  fileprivate var geoJSONName: String {
    switch self {
    case .point: "Point"
    case .lineString: "LineString"
    case .polygon: "Polygon"
    case .multiPoint: "MultiPoint"
    case .multiLineString: "MultiLineString"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    }
  }
}
