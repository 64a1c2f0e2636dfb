#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Well-known binary in two dimensions (OGC 06-103r4, clause 8).
public enum WKB {
  public static func encode(_ geometry: Geometry, order: ByteOrder = .littleEndian) -> [UInt8] {
    var writer = ByteWriter(order: order, capacity: geometry.encodedSizeEstimate)
    writer.append(geometry)
    return writer.bytes
  }

  public static func encode(_ area: MultiPolygon, order: ByteOrder = .littleEndian) -> [UInt8] {
    encode(.multiPolygon(area), order: order)
  }

  /// Reads both byte orders and the codes of ISO (+1000, +2000, +3000) and of EWKB (flags, SRID); Z and M are dropped.
  ///
  /// Throws `malformed` when the bytes end early, go on too long or have an unknown type, and the errors of `Polygon`
  /// for bad rings. Empty members of multi-geometries are dropped.
  public static func decode(_ bytes: some ContiguousBytes) throws(GeometryError) -> Geometry {
    try bytes.withUnsafeBytes { raw in Result { () throws(GeometryError) in try decode(raw) } }.get()
  }

  public static func decode(_ bytes: UnsafeRawBufferPointer) throws(GeometryError) -> Geometry {
    var reader = ByteReader(bytes: bytes, format: "WKB")
    let geometry = try reader.readGeometry()
    guard reader.remaining == 0 else { throw reader.malformed("\(reader.remaining) bytes too many") }
    return geometry
  }
}
