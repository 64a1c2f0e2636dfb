/// The order of the bytes of a number; the raw value is the marker in well-known binary.
public enum ByteOrder: UInt8, Sendable, CaseIterable {
  case bigEndian = 0
  case littleEndian = 1

  static let host: ByteOrder = UInt16(1).littleEndian == 1 ? .littleEndian : .bigEndian
}
