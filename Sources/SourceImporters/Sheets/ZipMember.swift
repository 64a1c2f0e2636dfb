import CGDAL

/// A file inside a zip file, unpacked piece by piece; closed when released.
final class ZipMember {
  private let pointer: OpaquePointer

  /// Nil where the zip file has no such member, or is no zip file.
  init?(_ name: String, in path: String) {
    guard let pointer = VSIFOpenL("/vsizip/{\(path)}/\(name)", "rb") else { return nil }
    self.pointer = OpaquePointer(pointer)
  }

  /// The next bytes; none at the end.
  func read() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.piece) { target, count in
      count = VSIFReadL(target.baseAddress, 1, Self.piece, .init(pointer))
    }
  }

  deinit { VSIFCloseL(.init(pointer)) }

  private static let piece = 1 << 18
}
