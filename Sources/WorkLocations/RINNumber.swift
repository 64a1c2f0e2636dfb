/// Key of a work location in the national register — *RIN-nummer*. One to nine digits without a check digit, kept as text:
/// `1` and `262015001` both occur. Parks that are not in the national register may have letters in their key.
public struct RINNumber: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil unless the text is one or more digits, letters, `-` or `_`.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy(Self.isPlain) || text.allSatisfy(Self.mayOccur) else { return nil }
    self.text = text
  }

  /// What occurs in nearly all keys, and takes no knowledge of Unicode to see.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static func mayOccur(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  public var description: String { text }

  /// By length and then text, which orders numbers as numbers.
  public static func < (left: Self, right: Self) -> Bool {
    (left.text.utf8.count, left.text) < (right.text.utf8.count, right.text)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let rin = RINNumber(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a RIN number")
    }
    self = rin
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
