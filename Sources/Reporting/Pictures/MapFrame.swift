import PlaneGeometry

/// The place of the plane in a drawing: RD metres to pixels, north up — *kaartvenster*.
struct MapFrame: Sendable {
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  private let box: BoundingBox
  /// Pixels per metre.
  let scale: Double

  /// As large as fits in `width` by at most `tallest`; the frame is as tall as the map.
  init(showing box: BoundingBox, left: Double, top: Double, width: Double, tallest: Double) {
    let roomy = box.expanded(by: max(box.width, box.height) * Self.margin)
    self.box = roomy
    self.left = left
    self.top = top
    scale = min(width / max(roomy.width, 1), tallest / max(roomy.height, 1))
    self.width = width
    height = roomy.height * scale
  }

  func place(_ point: Point) -> Point {
    let indent = (width - box.width * scale) / 2
    return Point(x: left + indent + (point.x - box.minX) * scale, y: top + (box.maxY - point.y) * scale)
  }

  /// Outline as path data, simplified to what the eye can see; nil when nothing is left at this scale.
  func path(_ area: MultiPolygon) -> String? {
    let rings = area.polygons.flatMap(\.rings).map { ring in ring.map(place).simplified(within: Self.visible) }
    let data = rings.filter { $0.count >= Self.fewestPoints }.map(Self.data).joined()
    return data.isEmpty ? nil : data
  }

  /// Width of an area in pixels.
  func extent(_ area: MultiPolygon) -> Double {
    max(area.boundingBox.width, area.boundingBox.height) * scale
  }

  /// A bar of a round number of kilometres, and a north arrow.
  func furniture() -> [SVGElement] {
    let kilometres = Self.roundLengths.last { $0 * Self.kilometre * scale < width / 4 } ?? 1
    let length = kilometres * Self.kilometre * scale
    let y = top + height - Self.inset
    let label = Pixels.text(kilometres) + " km"
    return [
      Shapes.line(from: (left + Self.inset, y), to: (left + Self.inset + length, y), stroke: Palette.ink, width: 2),
      Shapes.text(label, x: left + Self.inset, y: y - Self.inset / 2, size: TextSize.small),
    ] + northArrow(x: left + Self.inset + length + 2 * Self.inset, y: y)
  }

  private func northArrow(x: Double, y: Double) -> [SVGElement] {
    let (half, tall) = (5.0, 18.0)
    let data =
      "M\(Pixels.text(x)),\(Pixels.text(y - tall))L\(Pixels.text(x + half)),\(Pixels.text(y))"
      + "L\(Pixels.text(x)),\(Pixels.text(y - half))L\(Pixels.text(x - half)),\(Pixels.text(y))Z"
    return [
      SVGElement("path", ["d": data, "fill": Palette.ink]),
      Shapes.text("N", x: x, y: y - tall - 3, size: TextSize.small, anchor: .middle, isBold: true),
    ]
  }

  private static func data(_ ring: [Point]) -> String {
    "M" + ring.dropLast().map { "\(Pixels.text($0.x)),\(Pixels.text($0.y))" }.joined(separator: "L") + "Z"
  }

  private static let margin = 0.02
  /// Pixels: finer than this is not seen.
  private static let visible = 0.3
  /// A closed triangle has four.
  private static let fewestPoints = 4
  private static let kilometre = 1000.0
  private static let inset = 12.0
  private static let roundLengths: [Double] = [1, 2, 5, 10, 20, 50, 100]
}

extension [Point] {
  /// Leaves out points that lie within a distance of the line without them (Douglas and Peucker 1973); the ends stay.
  package func simplified(within tolerance: Double) -> [Point] {
    guard count > 2 else { return self }
    var keep = [Bool](repeating: false, count: count)
    keep[0] = true
    keep[count - 1] = true
    var stretches = [(0, count - 1)]
    while let (first, last) = stretches.popLast() {
      guard let (index, distance) = farthest(between: first, and: last), distance > tolerance else { continue }
      keep[index] = true
      stretches += [(first, index), (index, last)]
    }
    return indices.filter { keep[$0] }.map { self[$0] }
  }

  private func farthest(between first: Int, and last: Int) -> (index: Int, distance: Double)? {
    guard last - first > 1 else { return nil }
    var best = (index: first, distance: -1.0)
    for index in (first + 1)..<last {
      let distance = self[index].distanceToSegment(self[first], self[last])
      if distance > best.distance { best = (index, distance) }
    }
    return best
  }
}

extension Point {
  fileprivate func distanceToSegment(_ start: Point, _ end: Point) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let squared = dx * dx + dy * dy
    guard squared > 0 else { return distance(to: start) }
    let along = Swift.min(Swift.max(((x - start.x) * dx + (y - start.y) * dy) / squared, 0), 1)
    return distance(to: Point(x: start.x + along * dx, y: start.y + along * dy))
  }
}
