import CGEOS

extension MultiPolygon {
  /// True when no rings cross, holes lie inside and polygons do not overlap (OGC 06-103r4, clause 6.1.11).
  public var isValid: Bool { invalidReason == nil }

  /// What is wrong and where, in GEOS's words; nil when valid.
  public var invalidReason: String? { isProvenValid ? nil : judgement }

  private var judgement: String? {
    do throws(GeometryError) {
      let session = try GEOSSession()
      let shape = try session.shape(of: self)
      guard GEOSisValid_r(session.context, shape.pointer) != 1 else { return nil }
      guard let reason = GEOSisValidReason_r(session.context, shape.pointer) else {
        return session.failure("validation").description
      }
      defer { GEOSFree_r(session.context, reason) }
      return String(cString: reason)
    } catch {
      return error.description
    }
  }

  /// A valid area that covers the same ground; nil when nothing but lines is left.
  public func madeValid() throws(GeometryError) -> MultiPolygon? {
    try GEOSSession().shape(of: self).map("repair", GEOSMakeValid_r).area()
  }
}
