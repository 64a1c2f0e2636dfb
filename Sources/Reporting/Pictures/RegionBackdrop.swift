import PlaneGeometry
import WorkLocations

/// The borders under every map: municipalities thin, market regions, province — *ondergrond*.
struct RegionBackdrop: Sendable {
  let province: Region
  let marketRegions: [Region]
  let municipalities: [Region]

  /// What the map must show; nil when no region has a border.
  var extent: BoundingBox? {
    BoundingBox(
      around: (province.boundary.map { [$0] } ?? borders(marketRegions) + borders(municipalities)).map(\.boundingBox))
  }

  /// Whether any border was drawn by us rather than imported.
  var isSynthetic: Bool { ([province] + marketRegions + municipalities).contains(where: \.boundaryIsSynthetic) }

  func elements(in frame: MapFrame) -> [SVGElement] {
    areas(municipalities, frame, fill: Palette.land, stroke: Palette.line, width: "0.6")
      + areas(marketRegions, frame, fill: "none", stroke: Palette.muted, width: "1.2")
      + areas([province], frame, fill: "none", stroke: Palette.ink, width: "1.8")
  }

  private func areas(_ regions: [Region], _ frame: MapFrame, fill: String, stroke: String, width: String)
    -> [SVGElement]
  {
    borders(regions).compactMap(frame.path).map {
      SVGElement(
        "path",
        ["d": $0, "fill": fill, "stroke": stroke, "stroke-width": width, "stroke-linejoin": "round"])
    }
  }

  private func borders(_ regions: [Region]) -> [MultiPolygon] { regions.compactMap(\.boundary) }
}
