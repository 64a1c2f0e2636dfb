/// Why a shape could not be made, read, computed or transformed.
public enum GeometryError: Error, Hashable, Sendable {
  /// A ring needs four points: a triangle and its first point again.
  case tooFewPoints(count: Int)
  /// The last point of a ring must be the first.
  case ringNotClosed(first: Point, last: Point)
  /// A coordinate is infinite or not a number; `index` counts points from 0.
  case coordinateNotFinite(index: Int)
  /// An area without polygons is not an area.
  case noPolygons
  /// Text or bytes that are not what they should be; `offset` counts bytes from 0.
  case malformed(format: String, offset: Int, reason: String)
  /// The geometry library refused, mostly because an area is invalid (`MultiPolygon.invalidReason`).
  case operationFailed(operation: String, reason: String)
  /// Two sites of a Voronoi diagram are the same place.
  case duplicateSites(first: Int, second: Int)
  /// No part of the area is nearest to this site.
  case siteWithoutCell(index: Int)
  /// No transformation is known between the two coordinate reference systems.
  case noTransformation(from: String, to: String, reason: String)
  /// A point has no counterpart in the other coordinate reference system.
  case notTransformable(index: Int, point: Point)
}

extension GeometryError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFewPoints(let count): "a ring needs at least 4 points, this one has \(count)"
    case .ringNotClosed(let first, let last):
      "the ring is not closed: it starts at (\(first.x), \(first.y)) and ends at (\(last.x), \(last.y))"
    case .coordinateNotFinite(let index): "coordinate of point \(index) is infinite or not a number"
    case .noPolygons: "an area needs at least one polygon"
    case .malformed(let format, let offset, let reason): "not valid \(format) at byte \(offset): \(reason)"
    case .operationFailed(let operation, let reason): "\(operation) failed: \(reason)"
    case .duplicateSites(let first, let second): "sites \(first) and \(second) are the same place"
    case .siteWithoutCell(let index): "no part of the area is nearest to site \(index)"
    case .noTransformation(let from, let to, let reason): "cannot transform \(from) to \(to): \(reason)"
    case .notTransformable(let index, let point):
      "point \(index) (\(point.x), \(point.y)) lies outside the coordinate reference system"
    }
  }
}
