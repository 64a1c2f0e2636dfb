/// Reads numbers and points from bytes that are not trusted: every read checks the length first.
struct ByteReader {
  let bytes: UnsafeRawBufferPointer
  let format: String
  var offset = 0
  var order = ByteOrder.littleEndian

  var remaining: Int { bytes.count - offset }

  func malformed(_ reason: String) -> GeometryError {
    .malformed(format: format, offset: offset, reason: reason)
  }

  mutating func readByte() throws(GeometryError) -> UInt8 {
    try require(1)
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func readUInt32() throws(GeometryError) -> UInt32 {
    try require(MemoryLayout<UInt32>.size)
    defer { offset += MemoryLayout<UInt32>.size }
    let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return order == .host ? raw : raw.byteSwapped
  }

  mutating func readDouble() throws(GeometryError) -> Double {
    try require(MemoryLayout<Double>.size)
    defer { offset += MemoryLayout<Double>.size }
    return double(at: offset)
  }

  /// A count of items of at least `size` bytes each; a count that cannot fit is refused before memory is reserved for
  /// it.
  mutating func readCount(ofItemsOfSize size: Int) throws(GeometryError) -> Int {
    let count = Int(try readUInt32())
    guard count * size <= remaining else {
      throw malformed("\(count) items announced, \(remaining) bytes left")
    }
    return count
  }

  /// `count` points of `dimensions` numbers each, of which the first two are kept. The caller has checked the length.
  mutating func readPoints(count: Int, dimensions: Int) -> [Point] {
    let start = offset
    let size = dimensions * MemoryLayout<Double>.size
    offset += count * size
    return [Point](unsafeUninitializedCapacity: count) { buffer, initialized in
      if order == .host && dimensions == 2 {
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: .init(rebasing: bytes[start..<start + count * size]))
      } else {
        for i in 0..<count { buffer.initializeElement(at: i, to: point(at: start + i * size)) }
      }
      initialized = count
    }
  }

  mutating func skip(_ count: Int) throws(GeometryError) {
    try require(count)
    offset += count
  }

  private func point(at offset: Int) -> Point {
    Point(x: double(at: offset), y: double(at: offset + MemoryLayout<Double>.size))
  }

  private func double(at offset: Int) -> Double {
    let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(bitPattern: order == .host ? raw : raw.byteSwapped)
  }

  private func require(_ count: Int) throws(GeometryError) {
    guard count <= remaining else { throw malformed("\(count) bytes expected, \(remaining) left") }
  }
}
