extension ByteReader {
  /// Collections may hold collections; deeper than this is an attack on the stack, not a map.
  private static var deepestNesting: Int { 32 }

  mutating func readGeometry() throws(GeometryError) -> Geometry {
    try readGeometry(nesting: 0)
  }

  private mutating func readGeometry(nesting: Int) throws(GeometryError) -> Geometry {
    guard nesting <= Self.deepestNesting else { throw malformed("collections nested too deep") }
    let header = try readHeader()
    switch header.kind {
    case .point: return try readPoint(header)
    case .lineString: return .orEmpty(try readLine(header), .lineString, Geometry.lineString)
    case .polygon: return try readPolygon(header).map(Geometry.polygon) ?? .empty(.polygon)
    case .multiPolygon: return try readMultiPolygon()
    case .multiPoint: return try readMultiPoint(nesting: nesting)
    case .multiLineString: return try readMultiLineString(nesting: nesting)
    case .collection: return .orEmpty(try readMembers(nesting: nesting), .collection, Geometry.collection)
    }
  }

  private mutating func readPoint(_ header: Header) throws(GeometryError) -> Geometry {
    let point = Point(x: try readDouble(), y: try readDouble())
    try skip((header.dimensions - 2) * MemoryLayout<Double>.size)
    if point.x.isNaN && point.y.isNaN { return .empty(.point) }
    try [point].validateFinite()
    return .point(point)
  }

  private mutating func readLine(_ header: Header) throws(GeometryError) -> [Point] {
    let points = try readRing(header)
    try points.validateFinite()
    return points
  }

  private mutating func readRing(_ header: Header) throws(GeometryError) -> [Point] {
    let count = try readCount(ofItemsOfSize: header.dimensions * MemoryLayout<Double>.size)
    return readPoints(count: count, dimensions: header.dimensions)
  }

  private mutating func readPolygon(_ header: Header) throws(GeometryError) -> Polygon? {
    let count = try readCount(ofItemsOfSize: MemoryLayout<UInt32>.size)
    guard count > 0 else { return nil }
    let exterior = try readRing(header)
    var holes: [[Point]] = []
    holes.reserveCapacity(count - 1)
    for _ in 1..<count { holes.append(try readRing(header)) }
    return try Polygon(exterior: exterior, holes: holes)
  }

  private mutating func readMultiPolygon() throws(GeometryError) -> Geometry {
    let count = try readCount(ofItemsOfSize: Header.smallestMember)
    var polygons: [Polygon] = []
    polygons.reserveCapacity(count)
    for _ in 0..<count {
      let header = try readHeader()
      guard header.kind == .polygon else { throw malformed("only polygons belong in a multipolygon") }
      if let polygon = try readPolygon(header) { polygons.append(polygon) }
    }
    return polygons.isEmpty ? .empty(.multiPolygon) : .multiPolygon(try MultiPolygon(polygons))
  }

  private mutating func readMultiPoint(nesting: Int) throws(GeometryError) -> Geometry {
    var points: [Point] = []
    for member in try readMembers(nesting: nesting) {
      switch member {
      case .point(let point): points.append(point)
      case .empty(.point): continue
      default: throw malformed("only points belong in a multipoint")
      }
    }
    return .orEmpty(points, .multiPoint, Geometry.multiPoint)
  }

  private mutating func readMultiLineString(nesting: Int) throws(GeometryError) -> Geometry {
    var lines: [[Point]] = []
    for member in try readMembers(nesting: nesting) {
      switch member {
      case .lineString(let points): lines.append(points)
      case .empty(.lineString): continue
      default: throw malformed("only lines belong in a multilinestring")
      }
    }
    return .orEmpty(lines, .multiLineString, Geometry.multiLineString)
  }

  private mutating func readMembers(nesting: Int) throws(GeometryError) -> [Geometry] {
    let count = try readCount(ofItemsOfSize: Header.smallestMember)
    var members: [Geometry] = []
    members.reserveCapacity(count)
    for _ in 0..<count { members.append(try readGeometry(nesting: nesting + 1)) }
    return members
  }
}

extension Geometry {
  static func orEmpty<Part>(_ parts: [Part], _ kind: Kind, _ make: ([Part]) -> Geometry) -> Geometry {
    parts.isEmpty ? .empty(kind) : make(parts)
  }
}

/// Byte order and type of one geometry.
private struct Header {
  let kind: Geometry.Kind
  let dimensions: Int

  /// Byte order, type and a count.
  static var smallestMember: Int { 1 + 2 * MemoryLayout<UInt32>.size }
}

extension ByteReader {
  private mutating func readHeader() throws(GeometryError) -> Header {
    guard let order = ByteOrder(rawValue: try readByte()) else {
      offset -= 1
      throw malformed("byte order must be 0 or 1")
    }
    self.order = order
    let code = try readUInt32()
    if code & TypeFlag.srid != 0 { try skip(MemoryLayout<UInt32>.size) }
    let plain = code & ~(TypeFlag.z | TypeFlag.m | TypeFlag.srid)
    let isoDimensions = plain / TypeFlag.isoStep
    guard isoDimensions <= 3, let kind = Geometry.Kind(rawValue: plain % TypeFlag.isoStep) else {
      throw malformed("geometry type \(code) is not supported")
    }
    let flagged = (code & TypeFlag.z != 0 ? 1 : 0) + (code & TypeFlag.m != 0 ? 1 : 0)
    // ISO: 1 is Z, 2 is M, 3 is both.
    let iso = isoDimensions == 3 ? 2 : min(Int(isoDimensions), 1)
    return Header(kind: kind, dimensions: 2 + max(flagged, iso))
  }
}

/// Where the type code hides the dimensions: PostGIS's EWKB in high bits, ISO in thousands.
private enum TypeFlag {
  static let z: UInt32 = 0x8000_0000
  static let m: UInt32 = 0x4000_0000
  static let srid: UInt32 = 0x2000_0000
  static let isoStep: UInt32 = 1000
}
