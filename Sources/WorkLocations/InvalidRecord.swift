import Quantities

/// A record that cannot exist: which fields are wrong and why. Thrown by the validating initialisers.
public struct InvalidRecord: Error, Equatable, Sendable {
  public struct Problem: Equatable, Sendable {
    public let field: String
    public let value: String
    public let message: LocalizedText

    public init(field: String, value: String, message: LocalizedText) {
      self.field = field
      self.value = value
      self.message = message
    }
  }

  public let problems: [Problem]

  public init(_ problems: [Problem]) { self.problems = problems }

  /// Throws when there is any problem.
  static func check(_ problems: [Problem?]) throws(InvalidRecord) {
    let found = problems.compactMap { $0 }
    if !found.isEmpty { throw InvalidRecord(found) }
  }

  /// A problem when an amount is negative or not a number.
  static func negative(_ field: String, _ amount: (some Quantity)?) -> Problem? {
    guard let amount, !(amount.value >= 0 && amount.value.isFinite) else { return nil }
    return Problem(
      field: field, value: String(amount.value),
      message: LocalizedText(nl: "moet nul of meer zijn", en: "must be zero or more"))
  }

  /// A problem when a text is empty.
  static func empty(_ field: String, _ text: String) -> Problem? {
    // Looking at one byte settles nearly every text; a register holds hundreds of thousands.
    if let first = text.utf8.first, first > UInt8(ascii: " "), first < UInt8(ascii: "\u{7F}") { return nil }
    guard text.allSatisfy(\.isWhitespace) else { return nil }
    return Problem(field: field, value: text, message: LocalizedText(nl: "is leeg", en: "is empty"))
  }
}
