/// A day in the Gregorian calendar without time or zone; written and stored as `yyyy-MM-dd`.
///
/// A reference date (*peildatum*) is a `CalendarDate`.
public struct CalendarDate: Comparable, Hashable, Sendable, Codable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// - Returns: nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Parses `yyyy-MM-dd`; anything else is nil.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == Self.widths else { return nil }
    guard parts.allSatisfy({ $0.utf8.allSatisfy(Self.digits.contains) }) else { return nil }
    guard let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// 1 January of a year, the reference date of the national register.
  public init(startOf year: Int) {
    self.year = year
    self.month = 1
    self.day = 1
  }

  public var description: String {
    zip([year, month, day], Self.widths).map(Self.padded).joined(separator: "-")
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a date (yyyy-MM-dd)")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// The date as a reader sees it: 1 januari 2024, 1 January 2024.
  public func spelled(in language: Language) -> String {
    "\(day) \(Self.months[month - 1][language]) \(year)"
  }

  /// Digits of year, month and day in the written form.
  private static let widths = [4, 2, 2]
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static let months: [LocalizedText] = [
    LocalizedText(nl: "januari", en: "January"), LocalizedText(nl: "februari", en: "February"),
    LocalizedText(nl: "maart", en: "March"), LocalizedText(nl: "april", en: "April"),
    LocalizedText(nl: "mei", en: "May"), LocalizedText(nl: "juni", en: "June"),
    LocalizedText(nl: "juli", en: "July"), LocalizedText(nl: "augustus", en: "August"),
    LocalizedText(nl: "september", en: "September"), LocalizedText(nl: "oktober", en: "October"),
    LocalizedText(nl: "november", en: "November"), LocalizedText(nl: "december", en: "December"),
  ]
}
