/// A side of a ring with its lower end first. Two neighbours that share a side in opposite directions so compute with
/// the same numbers, and a point on the shared border belongs to exactly one of them.
struct Edge: Sendable {
  let low: Point
  let high: Point

  init(_ a: Point, _ b: Point) {
    (low, high) = (a.y, a.x) <= (b.y, b.x) ? (a, b) : (b, a)
  }

  /// True when a line from `point` to the east passes this side.
  func crossesEast(of point: Point) -> Bool {
    low.y <= point.y && point.y < high.y && x(at: point.y) > point.x
  }

  func crosses(_ y: Double) -> Bool { low.y <= y && y < high.y }

  func x(at y: Double) -> Double {
    low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x)
  }
}

extension [Point] {
  func forEachEdge(_ body: (Edge) -> Void) {
    for i in indices.dropLast() { body(Edge(self[i], self[i + 1])) }
  }
}
