/// Code of a region as CBS writes it: `GM0014`, `CR03`, `PV20`, `NL01`; free groupings may carry any code — *regiocode*.
public struct RegionCode: Hashable, Sendable, Codable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let text: String

  /// Trims the padding of CBS tables: `CR01  ` is `CR01`.
  public init(_ text: String) {
    // Most codes have no padding; a register holds tens of thousands of them.
    let isPlain = text.utf8.allSatisfy { $0 > UInt8(ascii: " ") && $0 < UInt8(ascii: "\u{7F}") }
    self.text = isPlain ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  public init(stringLiteral text: String) { self.init(text) }

  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  /// The country as a whole.
  public static let netherlands: RegionCode = "NL01"
  /// What some source files write where no municipality is known.
  public static let unknownMunicipality: RegionCode = "GM0000"

  /// The level that the prefix of a CBS code names.
  public var level: RegionLevel {
    switch text.prefix(2) {
    case "GM": .municipality
    case "CR": .corop
    case "PV": .province
    case "NL": .country
    default: .grouping
    }
  }

  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
