extension Polygon {
  /// The centre of gravity, which may lie outside a bent polygon. Without area: the mean of the exterior's points.
  public var centroid: Point { MultiPolygon(self).centroid }

  /// A point inside: the middle of the widest stretch on a horizontal line halfway up. Without area: the first point.
  public var pointOnSurface: Point {
    let y = scanLine
    var crossings: [Double] = []
    forEachEdge { if $0.crosses(y) { crossings.append($0.x(at: y)) } }
    crossings.sort()
    var widest: (start: Double, width: Double)?
    for i in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[i + 1] - crossings[i]
      if width > widest?.width ?? 0 { widest = (crossings[i], width) }
    }
    guard let widest else { return exterior[0] }
    return Point(x: widest.start + widest.width / 2, y: y)
  }

  /// A height near the middle that passes through no vertex, because a vertex could leave a stretch without width.
  private var scanLine: Double {
    let box = boundingBox
    let middle = box.center.y
    var below = box.minY
    var above = box.maxY
    for ring in rings {
      for point in ring {
        if point.y <= middle { below = max(below, point.y) } else { above = min(above, point.y) }
      }
    }
    return below + (above - below) / 2
  }
}

extension MultiPolygon {
  /// The centre of gravity, which may lie outside a bent area. Without area: the mean of the exteriors' points.
  public var centroid: Point {
    let origin = polygons[0].exterior[0]
    var area = 0.0
    var moment = Point(x: 0, y: 0)
    for polygon in polygons {
      for (ring, sign) in [(polygon.exterior, 1.0)] + polygon.holes.map({ ($0, -1.0) }) {
        let signedArea = ring.signedRingArea
        let weight = signedArea < 0 ? -sign : sign
        let own = ring.firstMoment
        area += weight * signedArea
        moment.x += weight * (own.x + signedArea * (ring[0].x - origin.x))
        moment.y += weight * (own.y + signedArea * (ring[0].y - origin.y))
      }
    }
    guard area > 0 else { return meanOfPoints }
    return Point(x: origin.x + moment.x / area, y: origin.y + moment.y / area)
  }

  /// A point inside the largest polygon.
  public var pointOnSurface: Point {
    var largest = polygons[0]
    for polygon in polygons.dropFirst() where polygon.area > largest.area { largest = polygon }
    return largest.pointOnSurface
  }

  private var meanOfPoints: Point {
    let points = polygons.flatMap { $0.exterior.dropLast() }
    let sum = points.reduce(Point(x: 0, y: 0)) { Point(x: $0.x + $1.x, y: $0.y + $1.y) }
    return Point(x: sum.x / Double(points.count), y: sum.y / Double(points.count))
  }
}
