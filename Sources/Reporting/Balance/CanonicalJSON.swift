import Foundation

/// JSON with sorted keys: equal values give equal bytes — *canonieke JSON*.
public enum CanonicalJSON {
  /// - Throws: `EncodingError` for a number that JSON cannot hold.
  public static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
