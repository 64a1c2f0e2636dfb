import CGDAL
import PlaneGeometry

/// Finds the EPSG code of the reference system that a layer states.
enum StatedReferenceSystem {
  /// GDAL's own threshold for calling two definitions the same, in percent.
  private static let enoughConfidence: Int32 = 90

  /// - Returns: nil for a system without EPSG code, such as a local or undefined one.
  static func identify(_ system: OGRSpatialReferenceH) -> CoordinateReferenceSystem? {
    code(of: system) ?? matched(system)
  }

  /// The horizontal part counts: heights are not read.
  private static func code(of stated: OGRSpatialReferenceH) -> CoordinateReferenceSystem? {
    guard let system = OSRClone(stated) else { return nil }
    defer { OSRDestroySpatialReference(system) }
    OSRDemoteTo2D(system, nil)
    let part = OSRIsProjected(system) != 0 ? "PROJCS" : "GEOGCS"
    guard let authority = OSRGetAuthorityName(system, part).map({ String(cString: $0) }),
      let code = OSRGetAuthorityCode(system, part).map({ String(cString: $0) })
    else { return nil }
    if authority == "OGC" && code.hasPrefix("CRS84") { return .wgs84 }
    return authority == "EPSG" ? Int(code).map { .epsg($0) } : nil
  }

  /// For definitions without code, as in the `.prj` of a shapefile.
  private static func matched(_ system: OGRSpatialReferenceH) -> CoordinateReferenceSystem? {
    var count: Int32 = 0
    var confidence: UnsafeMutablePointer<Int32>?
    guard let matches = OSRFindMatches(system, nil, &count, &confidence) else { return nil }
    defer {
      OSRFreeSRSArray(matches)
      VSIFree(confidence)
    }
    guard count > 0, let confidence, confidence[0] >= enoughConfidence else { return nil }
    return matches[0].flatMap(code)
  }
}
