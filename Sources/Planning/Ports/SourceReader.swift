import SourceMapping

/// The bytes of a source file as they can be cited.
public struct SourceFingerprint: Sendable, Hashable {
  /// SHA-256 in hexadecimal.
  public let checksum: String
  public let byteCount: Int

  public init(checksum: String, byteCount: Int) {
    self.checksum = checksum
    self.byteCount = byteCount
  }
}

/// Reads tables and layers from files of any format users bring.
public protocol SourceReader: Sendable {
  /// Every table or layer of a file, in the order of the file. With `layer`, only that one.
  /// - Throws: `PlanningError` with a readable reason and remedy.
  func read(_ path: String, layer: String?) throws -> [SourceTable]
  func fingerprint(of path: String) throws -> SourceFingerprint
}
