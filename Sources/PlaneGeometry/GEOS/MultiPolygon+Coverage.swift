import CGEOS

extension MultiPolygon {
  /// Adjacent areas with fewer points, whose shared borders stay shared: for drawing maps, not for measuring.
  ///
  /// All borders are cut at their junctions, simplified as lines and closed to faces again; a face belongs to every
  /// area that contains its middle. Where that fails, because areas are invalid or one vanishes, the areas concerned
  /// are simplified each for itself and thin gaps may show.
  public static func simplifiedCoverage(_ areas: [MultiPolygon], tolerance: Double) -> [MultiPolygon] {
    let alone = areas.map { (try? $0.simplified(tolerance: tolerance)) ?? $0 }
    guard let together = try? simplifiedTogether(areas, tolerance: tolerance) else { return alone }
    return zip(together, alone).map { $0 ?? $1 }
  }

  private static func simplifiedTogether(
    _ areas: [MultiPolygon], tolerance: Double
  ) throws(GeometryError) -> [MultiPolygon?] {
    let rings = areas.flatMap { $0.polygons.flatMap(\.rings) }
    // Borders that should be one but differ by a rounding are joined, far below what the simplification moves.
    let borders = try GEOSSession().lines(rings).noded(precision: tolerance / 100)
    let faces = try borders.map("merging lines", GEOSLineMerge_r)
      .map("simplification") { GEOSTopologyPreserveSimplify_r($0, $1, tolerance) }
      .noded().faces()
    return try assign(faces, to: areas).map(merged)
  }

  /// The faces of each area, in the order of `areas`.
  private static func assign(_ faces: [Polygon], to areas: [MultiPolygon]) -> [[MultiPolygon]] {
    let prepared = areas.map(PreparedArea.init)
    let index = SpatialIndex(Array(areas.indices)) { prepared[$0].boundingBox }
    var parts = [[MultiPolygon]](repeating: [], count: areas.count)
    for face in faces {
      let middle = face.pointOnSurface
      for i in index.elements(intersecting: BoundingBox(middle)) where prepared[i].contains(middle) {
        parts[i].append(MultiPolygon(face))
      }
    }
    return parts
  }

  private static func merged(_ faces: [MultiPolygon]) throws(GeometryError) -> MultiPolygon? {
    faces.count == 1 ? faces[0] : try union(of: faces)
  }
}
