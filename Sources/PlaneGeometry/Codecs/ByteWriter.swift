/// Appends numbers and points to bytes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  let order: ByteOrder

  init(order: ByteOrder, capacity: Int) {
    self.order = order
    bytes.reserveCapacity(capacity)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ value: UInt32) {
    withUnsafeBytes(of: order == .host ? value : value.byteSwapped) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ value: Double) {
    let pattern = value.bitPattern
    withUnsafeBytes(of: order == .host ? pattern : pattern.byteSwapped) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ point: Point) {
    append(point.x)
    append(point.y)
  }

  mutating func append(_ points: [Point]) {
    guard order == .host else { return points.forEach { append($0) } }
    points.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
