import PlaneGeometry

/// One of every kind, and one of every kind empty.
func sampleGeometries() throws -> [Geometry] {
  let polygon = try squareWithHole().oriented()
  let line = points([0, 0, 1.5, 2.25])
  let area = try MultiPolygon([polygon] + (try rectangle(0.1, 0.2, 0.3, 1e6).polygons))
  let filled: [Geometry] = [
    .point(Point(x: 155_000.123_456, y: -1e-7)), .lineString(line), .polygon(polygon), .multiPoint(line),
    .multiLineString([line, line.reversed()]), .multiPolygon(area),
    .collection([.point(line[0]), .collection([.polygon(polygon)]), .empty(.polygon)]),
  ]
  return filled + Geometry.Kind.allCases.map(Geometry.empty)
}
