import Foundation
import PlaneGeometry

/// Outline of a park around its own middle: a slanted rectangle with cut or notched corners and recesses in its sides.
///
/// Corners stay within a quarter of a side and recesses in its middle third, so that the outline never crosses itself.
struct ParkShape {
  /// Open ring, counter-clockwise, in metres; the middle of its bounding box is the origin.
  let points: [Point]
  let width: Double
  let height: Double

  /// - Parameters:
  ///   - area: in m²; the outline has exactly this area.
  ///   - turn: standard deviation of the turn against the axes, in radians.
  init(area: Double, aspect: ClosedRange<Double>, turn: Double, _ stream: inout RandomStream) {
    var ring = Self.unitRing(&stream)
    let (stretch, shear) = (stream.between(aspect), stream.between(ExampleRecipe.Outlines.shear))
    ring = ring.map { Point(x: ($0.x * stretch + $0.y * shear), y: $0.y) }
    let angle = turn * stream.normal() + (stream.happens(ExampleRecipe.Outlines.quarterTurnShare) ? Double.pi / 2 : 0)
    let scale = (area / Self.area(of: ring)).squareRoot()
    ring = ring.map { Self.turned($0, cos(angle) * scale, sin(angle) * scale) }
    let box = BoundingBox(of: ring) ?? BoundingBox(Point(x: 0, y: 0))
    points = ring.map { Point(x: $0.x - box.center.x, y: $0.y - box.center.y) }
    (width, height) = (box.width, box.height)
  }

  var shorterSide: Double { min(width, height) }

  private static func turned(_ point: Point, _ cosine: Double, _ sine: Double) -> Point {
    Point(x: point.x * cosine - point.y * sine, y: point.x * sine + point.y * cosine)
  }

  private static let sideCount = 4

  /// Four sides in the unit square, each the bottom one turned by a quarter.
  private static func unitRing(_ stream: inout RandomStream) -> [Point] {
    (0..<sideCount).flatMap { quarter in
      (corner(&stream) + recess(&stream)).map { point in
        (0..<quarter).reduce(point) { turned, _ in Point(x: 1 - turned.y, y: turned.x) }
      }
    }
  }

  /// The corner at the origin: cut off, or notched.
  private static func corner(_ stream: inout RandomStream) -> [Point] {
    let up = stream.between(ExampleRecipe.Outlines.corner)
    let along = stream.between(ExampleRecipe.Outlines.corner)
    let inner = stream.happens(ExampleRecipe.Outlines.chamferShare) ? [] : [Point(x: along, y: up)]
    return [Point(x: 0, y: up)] + inner + [Point(x: along, y: 0)]
  }

  /// A recess in the bottom side, or nothing.
  private static func recess(_ stream: inout RandomStream) -> [Point] {
    let from = stream.between(ExampleRecipe.Outlines.recessStart)
    let to = stream.between(ExampleRecipe.Outlines.recessEnd)
    let depth = stream.between(ExampleRecipe.Outlines.recessDepth)
    guard stream.happens(ExampleRecipe.Outlines.recessShare) else { return [] }
    return [Point(x: from, y: 0), Point(x: from, y: depth), Point(x: to, y: depth), Point(x: to, y: 0)]
  }

  /// Shoelace formula over an open ring near the origin.
  private static func area(of ring: [Point]) -> Double {
    let next = ring.dropFirst() + ring.prefix(1)
    return zip(ring, next).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) } / 2
  }
}
