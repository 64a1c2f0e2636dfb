#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The geometry blob of a GeoPackage: a header with reference system and envelope, then well-known binary
/// (OGC 12-128r18, clause 2.1.3).
public enum GeoPackageBinary {
  public struct Header: Hashable, Sendable {
    public let srsID: Int
    public let isEmpty: Bool
    /// Nil when the writer left it out, or the geometry is empty.
    public let boundingBox: BoundingBox?
  }

  /// Little-endian, with an envelope unless the geometry is empty.
  public static func encode(
    _ geometry: Geometry, srsID: Int = CoordinateReferenceSystem.rdNew.code
  ) -> [UInt8] {
    var writer = ByteWriter(order: .littleEndian, capacity: largestHeader + geometry.encodedSizeEstimate)
    let box = geometry.boundingBox
    for byte in magic { writer.append(byte) }
    writer.append(version)
    writer.append(Flag.littleEndian | (box == nil ? Flag.empty : Flag.envelopeXY))
    writer.append(UInt32(truncatingIfNeeded: srsID))
    if let box {
      for bound in [box.minX, box.maxX, box.minY, box.maxY] { writer.append(bound) }
    }
    writer.append(geometry)
    return writer.bytes
  }

  public static func encode(
    _ area: MultiPolygon, srsID: Int = CoordinateReferenceSystem.rdNew.code
  ) -> [UInt8] {
    encode(.multiPolygon(area), srsID: srsID)
  }

  public static func encode(_ point: Point, srsID: Int = CoordinateReferenceSystem.rdNew.code) -> [UInt8] {
    encode(.point(point), srsID: srsID)
  }

  /// Throws `malformed` for anything but a standard GeoPackage geometry, and the errors of `WKB.decode`.
  public static func decode(_ bytes: some ContiguousBytes) throws(GeometryError) -> (geometry: Geometry, srsID: Int) {
    try bytes.withUnsafeBytes { raw in Result { () throws(GeometryError) in try decode(raw) } }.get()
  }

  public static func decode(
    _ bytes: UnsafeRawBufferPointer
  ) throws(GeometryError) -> (geometry: Geometry, srsID: Int) {
    var reader = ByteReader(bytes: bytes, format: formatName)
    let header = try readHeader(&reader)
    let geometry = try reader.readGeometry()
    guard reader.remaining == 0 else { throw reader.malformed("\(reader.remaining) bytes too many") }
    return (geometry, header.srsID)
  }

  /// The header alone, without reading the geometry.
  public static func header(of bytes: UnsafeRawBufferPointer) throws(GeometryError) -> Header {
    var reader = ByteReader(bytes: bytes, format: formatName)
    return try readHeader(&reader)
  }

  private static func readHeader(_ reader: inout ByteReader) throws(GeometryError) -> Header {
    for byte in magic where try reader.readByte() != byte { throw reader.malformed("does not start with GP") }
    guard try reader.readByte() == version else { throw reader.malformed("unknown version") }
    let flags = try reader.readByte()
    guard flags & Flag.extended == 0 else { throw reader.malformed("extended geometry types are not supported") }
    reader.order = flags & Flag.littleEndian != 0 ? .littleEndian : .bigEndian
    let srsID = Int(Int32(bitPattern: try reader.readUInt32()))
    let isEmpty = flags & Flag.empty != 0
    let box = try readEnvelope(&reader, flags: flags)
    return Header(srsID: srsID, isEmpty: isEmpty, boundingBox: isEmpty ? nil : box)
  }

  private static func readEnvelope(
    _ reader: inout ByteReader, flags: UInt8
  ) throws(GeometryError) -> BoundingBox? {
    let kind = Int(flags & Flag.envelopeMask) / Int(Flag.envelopeXY)
    guard envelopeNumbers.indices.contains(kind) else { throw reader.malformed("unknown envelope type") }
    guard kind > 0 else { return nil }
    let (minX, maxX) = (try reader.readDouble(), try reader.readDouble())
    let (minY, maxY) = (try reader.readDouble(), try reader.readDouble())
    try reader.skip((envelopeNumbers[kind] - envelopeNumbers[1]) * MemoryLayout<Double>.size)
    return BoundingBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }

  private static let formatName = "GeoPackage geometry"
  private static let magic = Array("GP".utf8)
  private static let version: UInt8 = 0
  /// Numbers in the envelope: none, xy, xyz, xym, xyzm.
  private static let envelopeNumbers = [0, 4, 6, 6, 8]
  private static let largestHeader = 40

  private enum Flag {
    static let littleEndian: UInt8 = 0b0000_0001
    static let envelopeXY: UInt8 = 0b0000_0010
    static let envelopeMask: UInt8 = 0b0000_1110
    static let empty: UInt8 = 0b0001_0000
    static let extended: UInt8 = 0b0010_0000
  }
}
