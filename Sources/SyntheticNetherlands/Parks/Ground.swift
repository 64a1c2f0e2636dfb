import Foundation
import PlaneGeometry

/// The cell of a municipality with the parks placed in it so far.
///
/// It works in a frame turned by the municipality's own angle, in which a park takes an upright rectangle: two parks keep
/// apart when their rectangles do, and a park lies in the cell when its rectangle does.
struct Ground {
  private let cell: PreparedArea
  private let sides: [(from: Point, to: Point)]
  private let pivot: Point
  private let cosine: Double
  private let sine: Double
  private var taken: [BoundingBox] = []

  init(cell: MultiPolygon, angle: Double) throws(GeometryError) {
    let (pivot, cosine, sine) = (cell.boundingBox.center, cos(angle), sin(angle))
    var polygons: [Polygon] = []
    for polygon in cell.polygons {
      let rings = polygon.rings.map { $0.map { Self.turned($0, around: pivot, cosine, -sine) } }
      polygons.append(try Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
    }
    sides = polygons.flatMap(\.rings).flatMap { Array(zip($0, $0.dropFirst())) }.map { (from: $0.0, to: $0.1) }
    self.cell = PreparedArea(try MultiPolygon(polygons))
    (self.pivot, self.cosine, self.sine) = (pivot, cosine, sine)
  }

  var box: BoundingBox { cell.boundingBox }

  func frame(_ point: Point) -> Point { Self.turned(point, around: pivot, cosine, -sine) }
  func map(_ point: Point) -> Point { Self.turned(point, around: pivot, cosine, sine) }

  func contains(_ framePoint: Point) -> Bool { cell.contains(framePoint) }

  /// Whether a park with this shape can lie with its middle at a point of the frame.
  func isFree(_ shape: ParkShape, at middle: Point) -> Bool {
    let claim = Self.claim(of: shape, at: middle)
    return cell.contains(middle) && !taken.contains { $0.intersects(claim) } && isInside(claim)
  }

  mutating func take(_ shape: ParkShape, at middle: Point) { taken.append(Self.claim(of: shape, at: middle)) }

  /// The park's rectangle with half of the strip between two parks.
  private static func claim(of shape: ParkShape, at middle: Point) -> BoundingBox {
    BoundingBox(
      minX: middle.x - shape.width / 2, minY: middle.y - shape.height / 2, maxX: middle.x + shape.width / 2,
      maxY: middle.y + shape.height / 2
    )
    .expanded(by: ExampleRecipe.Outlines.margin / 2)
  }

  /// A rectangle whose middle is inside lies inside as a whole when no side of the cell meets it.
  private func isInside(_ claim: BoundingBox) -> Bool {
    box.contains(claim) && !sides.contains { Self.meets(claim, $0.from, $0.to) }
  }

  /// Separating axes: x, y and the normal of the line.
  private static func meets(_ box: BoundingBox, _ from: Point, _ to: Point) -> Bool {
    guard max(from.x, to.x) >= box.minX, min(from.x, to.x) <= box.maxX else { return false }
    guard max(from.y, to.y) >= box.minY, min(from.y, to.y) <= box.maxY else { return false }
    let (normalX, normalY) = (to.y - from.y, from.x - to.x)
    let offset = (box.center.x - from.x) * normalX + (box.center.y - from.y) * normalY
    return abs(offset) <= (box.width * abs(normalX) + box.height * abs(normalY)) / 2
  }

  private static func turned(_ point: Point, around pivot: Point, _ cosine: Double, _ sine: Double) -> Point {
    let (x, y) = (point.x - pivot.x, point.y - pivot.y)
    return Point(x: pivot.x + x * cosine - y * sine, y: pivot.y + x * sine + y * cosine)
  }
}
