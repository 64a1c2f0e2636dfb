import PlaneGeometry
import Testing

@Suite struct WKBTests {
  @Test(arguments: ByteOrder.allCases) func roundTrip(order: ByteOrder) throws {
    for geometry in try sampleGeometries() {
      #expect(try WKB.decode(WKB.encode(geometry, order: order)) == geometry)
    }
  }

  @Test func knownBytes() {
    let bytes: [UInt8] = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x40]
    #expect(WKB.encode(.point(Point(x: 1, y: 2))) == bytes)
  }

  @Test(arguments: ByteOrder.allCases) func everyTruncationIsAnError(order: ByteOrder) throws {
    for geometry in try sampleGeometries() {
      let bytes = WKB.encode(geometry, order: order)
      for length in 0..<bytes.count {
        #expect(throws: GeometryError.self) { try WKB.decode(Array(bytes.prefix(length))) }
      }
      #expect(throws: GeometryError.self) { try WKB.decode(bytes + [0]) }
    }
  }

  @Test func everyChangedByteIsReadOrRefused() throws {
    var decoded = 0
    for geometry in try sampleGeometries() {
      let bytes = WKB.encode(geometry)
      for i in bytes.indices {
        for value: UInt8 in [0, 1, 0x7F, 0xFF] {
          var changed = bytes
          changed[i] = value
          if (try? WKB.decode(changed)) != nil { decoded += 1 }
        }
      }
    }
    #expect(decoded > 0)
  }

  @Test func zAndMAreDropped() throws {
    let xyzm: [Double] = [1, 2, 3, 4]
    for (code, numbers) in [(1001, 3), (2001, 3), (3001, 4), (0x8000_0001, 3), (0x4000_0001, 3), (0xC000_0001, 4)] {
      let bytes = [1] + littleEndian(UInt32(code)) + xyzm.prefix(numbers).flatMap { littleEndian($0.bitPattern) }
      #expect(try WKB.decode(bytes) == .point(Point(x: 1, y: 2)))
    }
    let ring = [0, 0, 9, 1, 0, 9, 1, 1, 9, 0, 0, 9].map { littleEndian(Double($0).bitPattern) }.flatMap { $0 }
    let polygonZ = [1] + littleEndian(UInt32(1003)) + littleEndian(UInt32(1)) + littleEndian(UInt32(4)) + ring
    #expect(try WKB.decode(polygonZ) == .polygon(Polygon(exterior: points([0, 0, 1, 0, 1, 1, 0, 0]))))
  }

  @Test func postGISReferenceIsSkipped() throws {
    let bytes =
      [1] + littleEndian(UInt32(0x2000_0001)) + littleEndian(UInt32(28992)) + littleEndian(1.0.bitPattern)
      + littleEndian(2.0.bitPattern)
    #expect(try WKB.decode(bytes) == .point(Point(x: 1, y: 2)))
  }

  @Test func hugeCountsAndDeepNestingAreRefused() {
    let huge = [1] + littleEndian(UInt32(6)) + littleEndian(UInt32.max)
    #expect(throws: GeometryError.self) { try WKB.decode(huge) }
    let level = [1] + littleEndian(UInt32(7)) + littleEndian(UInt32(1))
    let deep = Array(repeatElement(level, count: 100_000).joined())
    #expect(throws: GeometryError.self) { try WKB.decode(deep) }
  }

  @Test func errorsSayWhere() {
    #expect(throws: GeometryError.malformed(format: "WKB", offset: 0, reason: "byte order must be 0 or 1")) {
      try WKB.decode([7, 1, 0, 0, 0] as [UInt8])
    }
    #expect(throws: GeometryError.malformed(format: "WKB", offset: 5, reason: "geometry type 17 is not supported")) {
      try WKB.decode([1, 17, 0, 0, 0] as [UInt8])
    }
  }

  private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
