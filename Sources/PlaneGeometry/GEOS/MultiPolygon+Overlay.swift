import CGEOS

/// Overlays throw `operationFailed` when an area is too invalid to compute with; `madeValid()` first.
extension MultiPolygon {
  /// All areas merged into one; nil for an empty list.
  public static func union(of areas: [MultiPolygon]) throws(GeometryError) -> MultiPolygon? {
    guard !areas.isEmpty else { return nil }
    return try GEOSSession().shape(of: areas).map("union", GEOSUnaryUnion_r).area()
  }

  /// What both areas cover; nil when that has no extent.
  public func intersection(with other: MultiPolygon) throws(GeometryError) -> MultiPolygon? {
    guard boundingBox.intersects(other.boundingBox) else { return nil }
    return try overlay("intersection", with: other, GEOSIntersection_r).area()
  }

  /// The area that both cover, in square metres.
  public func intersectionArea(with other: MultiPolygon) throws(GeometryError) -> Double {
    guard boundingBox.intersects(other.boundingBox) else { return 0 }
    let shape = try overlay("intersection", with: other, GEOSIntersection_r)
    return try shape.session.number("area") { GEOSArea_r($0, shape.pointer, $1) }
  }

  /// What this area covers and `other` does not; nil when nothing is left.
  public func difference(with other: MultiPolygon) throws(GeometryError) -> MultiPolygon? {
    guard boundingBox.intersects(other.boundingBox) else { return self }
    return try overlay("difference", with: other, GEOSDifference_r).area()
  }

  /// The shortest distance between the areas in the unit of the coordinates; 0 when they touch or overlap.
  public func distance(to other: MultiPolygon) throws(GeometryError) -> Double {
    let session = try GEOSSession()
    let (own, others) = (try session.shape(of: self), try session.shape(of: other))
    return try session.number("distance") { GEOSDistance_r($0, own.pointer, others.pointer, $1) }
  }

  private typealias Call = (GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?) -> OpaquePointer?

  private func overlay(
    _ operation: String, with other: MultiPolygon, _ call: Call
  ) throws(GeometryError) -> GEOSShape {
    let session = try GEOSSession()
    let (own, others) = (try session.shape(of: self), try session.shape(of: other))
    return try session.shape(operation) { call($0, own.pointer, others.pointer) }
  }
}
