import CGEOS

extension GEOSShape {
  /// The polygons in the shape, exteriors counter-clockwise; nil when there are none. Points and lines, which an
  /// intersection may leave where areas touch, are left out.
  func area() throws(GeometryError) -> MultiPolygon? {
    let polygons = try polygons()
    return polygons.isEmpty ? nil : try MultiPolygon(polygons)
  }

  func polygons() throws(GeometryError) -> [Polygon] {
    var polygons: [Polygon] = []
    try collect(pointer, into: &polygons)
    return polygons
  }

  /// The lines in the shape, and the rings of its polygons.
  func paths() throws(GeometryError) -> [[Point]] {
    var paths: [[Point]] = []
    try collectPaths(pointer, into: &paths)
    return paths
  }

  private func collect(_ geometry: OpaquePointer, into polygons: inout [Polygon]) throws(GeometryError) {
    guard GEOSisEmpty_r(session.context, geometry) == 0 else { return }
    switch type(of: geometry) {
    case GEOS_POLYGON: polygons.append(try polygon(geometry))
    case GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION:
      for member in members(of: geometry) { try collect(member, into: &polygons) }
    default: return
    }
  }

  private func collectPaths(_ geometry: OpaquePointer, into paths: inout [[Point]]) throws(GeometryError) {
    switch type(of: geometry) {
    case GEOS_LINESTRING, GEOS_LINEARRING: paths.append(try points(geometry))
    case GEOS_POLYGON: paths += try polygon(geometry).rings
    case GEOS_POINT, GEOS_MULTIPOINT: return
    default: for member in members(of: geometry) { try collectPaths(member, into: &paths) }
    }
  }

  private func type(of geometry: OpaquePointer) -> GEOSGeomTypes {
    GEOSGeomTypes(UInt32(bitPattern: GEOSGeomTypeId_r(session.context, geometry)))
  }

  private func members(of geometry: OpaquePointer) -> [OpaquePointer] {
    (0..<GEOSGetNumGeometries_r(session.context, geometry)).compactMap {
      GEOSGetGeometryN_r(session.context, geometry, $0)
    }
  }

  private func polygon(_ geometry: OpaquePointer) throws(GeometryError) -> Polygon {
    let exterior = try points(GEOSGetExteriorRing_r(session.context, geometry))
    var holes: [[Point]] = []
    for i in 0..<GEOSGetNumInteriorRings_r(session.context, geometry) {
      holes.append(try points(GEOSGetInteriorRingN_r(session.context, geometry, i)))
    }
    return try Polygon(exterior: exterior, holes: holes).oriented()
  }

  private func points(_ line: OpaquePointer?) throws(GeometryError) -> [Point] {
    var count: UInt32 = 0
    guard let line, let sequence = GEOSGeom_getCoordSeq_r(session.context, line),
      GEOSCoordSeq_getSize_r(session.context, sequence, &count) == 1
    else { throw session.failure("reading coordinates") }
    var copied: Int32 = 0
    let points = [Point](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      let numbers = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: Double.self)
      copied = GEOSCoordSeq_copyToBuffer_r(session.context, sequence, numbers, 0, 0)
      initialized = copied == 1 ? Int(count) : 0
    }
    guard copied == 1 else { throw session.failure("reading coordinates") }
    return points
  }
}
