import CGEOS

/// Divides an area over sites by which of them is nearest — *voronoidiagram, thiessenpolygonen*.
public enum VoronoiDiagram {
  /// Cell `i` is the part of `area` that is nearer to site `i` than to any other. Together the cells are the area;
  /// neighbours have the same points on their shared border. Sites need not lie in the area.
  ///
  /// Throws `duplicateSites` when two sites are the same place, `siteWithoutCell` when a site is nearest to no part of
  /// the area, and `operationFailed` when the area is invalid.
  public static func cells(of sites: [Point], within area: MultiPolygon) throws(GeometryError) -> [MultiPolygon] {
    try checkDistinct(sites)
    guard sites.count > 1 else { return sites.map { _ in area } }
    let faces = try borders(of: sites, within: area).noded().faces()
    return try assign(faces, to: sites, within: area)
  }

  private static func checkDistinct(_ sites: [Point]) throws(GeometryError) {
    try sites.validateFinite()
    var seen: [Point: Int] = [:]
    for (i, site) in sites.enumerated() {
      if let first = seen.updateValue(i, forKey: site) { throw .duplicateSites(first: first, second: i) }
    }
  }

  /// The borders of the area and of the unclipped cells, as lines.
  private static func borders(of sites: [Point], within area: MultiPolygon) throws(GeometryError) -> GEOSShape {
    let session = try GEOSSession()
    let box = (BoundingBox(of: sites) ?? area.boundingBox).union(area.boundingBox)
    // The outer cells must reach beyond the area on every side.
    let frame = try session.shape(of: MultiPolygon(try Polygon(box.expanded(by: box.width + box.height))))
    let diagram = try session.multiPoint(sites).map("Voronoi diagram") {
      GEOSVoronoiDiagram_r($0, $1, frame.pointer, 0, 0)
    }
    return try session.lines(try diagram.paths() + area.polygons.flatMap(\.rings))
  }

  /// A face lies in one cell as a whole, so any point inside tells whose it is.
  private static func assign(
    _ faces: [Polygon], to sites: [Point], within area: MultiPolygon
  ) throws(GeometryError) -> [MultiPolygon] {
    let index = SpatialIndex(Array(sites.indices)) { BoundingBox(sites[$0]) }
    let inside = PreparedArea(area)
    var parts = [[Polygon]](repeating: [], count: sites.count)
    for face in faces {
      let place = face.pointOnSurface
      guard inside.contains(place), let site = index.nearest(to: place) else { continue }
      parts[site].append(face)
    }
    if let empty = parts.firstIndex(where: \.isEmpty) { throw .siteWithoutCell(index: empty) }
    return try parts.map { faces throws(GeometryError) in try MultiPolygon(faces) }
  }
}
