import PlaneGeometry
import Testing

@Suite struct GeoPackageBinaryTests {
  @Test func roundTrip() throws {
    for geometry in try sampleGeometries() {
      let bytes = GeoPackageBinary.encode(geometry)
      let decoded = try GeoPackageBinary.decode(bytes)
      #expect(decoded.geometry == geometry)
      #expect(decoded.srsID == 28992)
      let header = try bytes.withUnsafeBytes { try GeoPackageBinary.header(of: $0) }
      #expect(header.boundingBox == geometry.boundingBox)
      #expect(header.isEmpty == (geometry.boundingBox == nil))
    }
  }

  @Test func headerBytes() {
    let bytes = GeoPackageBinary.encode(Point(x: 1, y: 2), srsID: -1)
    // "GP", version 0, little-endian with xy envelope, reference -1, then minX maxX minY maxY.
    #expect(Array(bytes.prefix(8)) == [0x47, 0x50, 0, 0b11, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(Array(bytes[8..<16]) == [0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
    #expect(Array(bytes[8..<16]) == Array(bytes[16..<24]))
    #expect(Array(bytes[40...]) == WKB.encode(.point(Point(x: 1, y: 2))))
  }

  @Test func otherEnvelopesAndByteOrderAreRead() throws {
    let wkb = WKB.encode(.point(Point(x: 1, y: 2)))
    for (kind, numbers) in [(0, 0), (1, 4), (2, 6), (3, 6), (4, 8)] {
      let envelope = [UInt8](repeating: 0, count: numbers * 8)
      let bytes = [0x47, 0x50, 0, UInt8(kind << 1), 0, 0, 0x71, 0x40] + envelope + wkb
      let decoded = try GeoPackageBinary.decode(bytes)
      #expect(decoded.geometry == .point(Point(x: 1, y: 2)))
      #expect(decoded.srsID == 28992)
    }
    #expect(throws: GeometryError.self) { try GeoPackageBinary.decode([0x47, 0x50, 0, 0b1010, 0, 0, 0, 0] + wkb) }
  }

  @Test func everyTruncationIsAnError() throws {
    for geometry in try sampleGeometries() {
      let bytes = GeoPackageBinary.encode(geometry)
      for length in 0..<bytes.count {
        #expect(throws: GeometryError.self) { try GeoPackageBinary.decode(Array(bytes.prefix(length))) }
      }
    }
  }

  @Test func wrongHeadersAreRefused() throws {
    let bytes = GeoPackageBinary.encode(Point(x: 1, y: 2))
    for (position, value) in [(0, UInt8(0)), (1, 0), (2, 1), (3, 0b10_0011)] {
      var changed = bytes
      changed[position] = value
      #expect(throws: GeometryError.self) { try GeoPackageBinary.decode(changed) }
    }
  }

  @Test func aRegisterOfBlobsLoadsInMilliseconds() throws {
    var random = SeededGenerator(state: 2)
    let blobs = try (0..<3_800).map { _ in
      GeoPackageBinary.encode(try blob(around: Point(x: 1e5, y: 5e5), radius: 300, corners: 60, from: &random))
    }
    let clock = ContinuousClock()
    var area = 0.0
    let duration = try clock.measure {
      for blob in blobs { area += try GeoPackageBinary.decode(blob).geometry.multiPolygon?.area ?? 0 }
    }
    #expect(area > 0)
    #expect(duration < .milliseconds(100))
  }
}
