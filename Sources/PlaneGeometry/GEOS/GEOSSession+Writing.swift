import CGEOS

extension GEOSSession {
  func shape(of area: MultiPolygon) throws(GeometryError) -> GEOSShape {
    try shape("conversion of an area") { _ in
      area.polygons.count == 1
        ? polygon(area.polygons[0]) : collection(GEOS_MULTIPOLYGON, area.polygons.map(polygon))
    }
  }

  /// All polygons of all areas in one collection.
  func shape(of areas: [MultiPolygon]) throws(GeometryError) -> GEOSShape {
    try shape("conversion of areas") { _ in
      collection(GEOS_GEOMETRYCOLLECTION, areas.flatMap(\.polygons).map(polygon))
    }
  }

  func lines(_ lines: [[Point]]) throws(GeometryError) -> GEOSShape {
    try shape("conversion of lines") { context in
      collection(
        GEOS_MULTILINESTRING, lines.map { sequence($0).flatMap { GEOSGeom_createLineString_r(context, $0) } })
    }
  }

  func multiPoint(_ points: [Point]) throws(GeometryError) -> GEOSShape {
    try shape("conversion of points") { context in
      collection(GEOS_MULTIPOINT, points.map { GEOSGeom_createPointFromXY_r(context, $0.x, $0.y) })
    }
  }

  private func polygon(_ polygon: Polygon) -> OpaquePointer? {
    let exterior = ring(polygon.exterior)
    var holes = polygon.holes.map(ring)
    guard let exterior, !holes.contains(nil) else {
      destroy([exterior] + holes)
      return nil
    }
    return GEOSGeom_createPolygon_r(context, exterior, &holes, UInt32(holes.count))
  }

  private func collection(_ type: GEOSGeomTypes, _ members: [OpaquePointer?]) -> OpaquePointer? {
    guard !members.contains(nil) else {
      destroy(members)
      return nil
    }
    var members = members
    return GEOSGeom_createCollection_r(context, Int32(type.rawValue), &members, UInt32(members.count))
  }

  private func ring(_ points: [Point]) -> OpaquePointer? {
    sequence(points).flatMap { GEOSGeom_createLinearRing_r(context, $0) }
  }

  private func sequence(_ points: [Point]) -> OpaquePointer? {
    points.withUnsafeBytes { raw in
      let numbers = raw.baseAddress?.assumingMemoryBound(to: Double.self)
      return GEOSCoordSeq_copyFromBuffer_r(context, numbers, UInt32(points.count), 0, 0)
    }
  }

  private func destroy(_ pointers: [OpaquePointer?]) {
    for pointer in pointers { GEOSGeom_destroy_r(context, pointer) }
  }
}
