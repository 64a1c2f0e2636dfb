import CGDAL
import Foundation
import PlaneGeometry

/// Takes shapes over from GDAL through well-known binary, in one buffer that grows with the largest shape.
struct ShapeBuffer {
  private var bytes: [UInt8] = []

  /// The shape of a feature, or why it could not be read.
  /// - Parameter failure: what GDAL said while it read the feature.
  mutating func shape(of feature: OGRFeatureH, failure: String?) -> (geometry: Geometry?, problem: String?) {
    guard let shape = OGR_F_GetGeometryRef(feature) else { return (nil, failure) }
    do throws(GeometryError) {
      return (try decode(shape), nil)
    } catch {
      return (nil, error.description)
    }
  }

  private mutating func decode(_ shape: OGRGeometryH) throws(GeometryError) -> Geometry {
    let type = OGR_GT_Flatten(OGR_G_GetGeometryType(shape))
    if OGR_GT_IsNonLinear(type) != 0 {
      return try decode(converted: OGR_G_GetLinearGeometry(shape, 0, nil))
    }
    if OGR_GT_IsSubClassOf(type, wkbPolyhedralSurface) != 0 || type == wkbTriangle {
      return try decode(converted: OGR_G_ForceToMultiPolygon(OGR_G_Clone(shape)))
    }
    return try decodeSimple(shape)
  }

  private mutating func decode(converted shape: OGRGeometryH?) throws(GeometryError) -> Geometry {
    guard let shape else { throw .operationFailed(operation: "OGR_G_GetLinearGeometry", reason: "no result") }
    defer { OGR_G_DestroyGeometry(shape) }
    return try decodeSimple(shape)
  }

  private mutating func decodeSimple(_ shape: OGRGeometryH) throws(GeometryError) -> Geometry {
    let size = Int(OGR_G_WkbSize(shape))
    if bytes.count < size { bytes = [UInt8](repeating: 0, count: size) }
    let decoded = bytes.withUnsafeMutableBytes { raw -> Result<Geometry, GeometryError> in
      let start = raw.baseAddress?.assumingMemoryBound(to: UInt8.self)
      guard OGR_G_ExportToIsoWkb(shape, wkbNDR, start) == OGRERR_NONE else {
        return .failure(.operationFailed(operation: "OGR_G_ExportToIsoWkb", reason: "refused"))
      }
      return Result { () throws(GeometryError) in try WKB.decode(UnsafeRawBufferPointer(rebasing: raw.prefix(size))) }
    }
    return try decoded.get()
  }
}
