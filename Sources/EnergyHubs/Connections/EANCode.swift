import Quantities

/// The code of a connection: 18 digits — *EAN-code*.
///
/// The last digit is the check digit of `GS1`. A code that fails it may be a slip or an old code, so that is a warning and not a
/// refusal.
public struct EANCode: Sendable, Hashable, Codable, CustomStringConvertible {
  public let digits: String
  public var description: String { digits }

  /// Digits in a code.
  public static let length = GS1.connectionLength

  /// - Parameter text: spaces and dots are left out.
  /// - Returns: nil unless 18 digits remain.
  public init?(_ text: String) {
    let kept = text.filter { $0 != " " && $0 != "." }
    guard kept.utf8.count == Self.length, kept.utf8.allSatisfy({ GS1.isDigit($0) }) else { return nil }
    digits = kept
  }

  public var hasValidCheckDigit: Bool { GS1.hasValidCheckDigit(digits) }
}
