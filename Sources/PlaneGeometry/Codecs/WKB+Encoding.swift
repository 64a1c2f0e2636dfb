extension ByteWriter {
  mutating func append(_ geometry: Geometry) {
    append(header: geometry.kind)
    switch geometry {
    case .point(let point): append(point)
    case .lineString(let points): append(counted: points)
    case .polygon(let polygon): append(rings: polygon)
    case .multiPoint(let points): append(members: points.map(Geometry.point))
    case .multiLineString(let lines): append(members: lines.map(Geometry.lineString))
    case .multiPolygon(let area): append(area)
    case .collection(let members): append(members: members)
    case .empty(.point): append(Point(x: .nan, y: .nan))
    case .empty: append(UInt32(0))
    }
  }

  private mutating func append(header kind: Geometry.Kind) {
    append(order.rawValue)
    append(kind.rawValue)
  }

  private mutating func append(counted points: [Point]) {
    append(UInt32(points.count))
    append(points)
  }

  private mutating func append(rings polygon: Polygon) {
    append(UInt32(1 + polygon.holes.count))
    append(counted: polygon.exterior)
    for hole in polygon.holes { append(counted: hole) }
  }

  private mutating func append(_ area: MultiPolygon) {
    append(UInt32(area.polygons.count))
    for polygon in area.polygons {
      append(header: .polygon)
      append(rings: polygon)
    }
  }

  private mutating func append(members: [Geometry]) {
    append(UInt32(members.count))
    for member in members { append(member) }
  }
}

extension Geometry {
  /// Bytes to reserve: exact for areas, near enough for the rest.
  var encodedSizeEstimate: Int {
    switch self {
    case .polygon(let polygon): Self.headerSize + polygon.encodedSize
    case .multiPolygon(let area):
      area.polygons.reduce(Self.headerSize) { $0 + Self.headerSize + $1.encodedSize }
    case .lineString(let points): Self.headerSize + points.count * MemoryLayout<Point>.size
    default: Self.headerSize + MemoryLayout<Point>.size
    }
  }

  /// Byte order, type, and count.
  private static var headerSize: Int { 1 + 2 * MemoryLayout<UInt32>.size }
}

extension Polygon {
  fileprivate var encodedSize: Int {
    rings.reduce(0) { $0 + MemoryLayout<UInt32>.size + $1.count * MemoryLayout<Point>.size }
  }
}
