import Quantities

/// Years and dates as source files write them.
enum PeriodText {
  /// Digits in a year.
  private static let yearLength = 4

  /// The year of `2017`, `2017JJ00` (a whole year), `2017-01-01`, `01-01-2017`, `2017GM0014`; nil for a quarter or month
  /// (`2017KW01`) and for anything else.
  static func year(_ text: String) -> Int? {
    if let year = bare(text) { return year }
    if let date = date(text) { return date.year }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == yearLength, let year = Int(digits), year > 0 else { return nil }
    let rest = text.dropFirst(yearLength)
    return rest.isEmpty || rest.hasPrefix("JJ") || rest.hasPrefix("GM") || rest == ".0" ? year : nil
  }

  /// The year of text that is nothing else, as in nearly every row.
  private static func bare(_ text: String) -> Int? {
    guard text.utf8.count == yearLength, let year = Int(text), year >= smallestOfFourDigits else { return nil }
    return year
  }

  private static let smallestOfFourDigits = 1000

  /// A quarter or month as CBS writes it: `2023KW01`, `2023MM01`.
  static func isPartOfYear(_ text: String) -> Bool {
    let kind = text.dropFirst(yearLength).prefix(2)
    return kind == "KW" || kind == "MM"
  }

  /// `2024-01-31`, `2024/01/31`, `31-01-2024`, `31/1/2024`, `20240131`, each with or without a time behind it.
  static func date(_ text: String) -> CalendarDate? {
    let day = text.prefix { $0 != " " && $0 != "T" }
    let parts = day.split { $0 == "-" || $0 == "/" }
    guard parts.count == 3 else { return compact(day) }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    if parts[0].count == yearLength { return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) }
    guard parts[2].count == yearLength else { return nil }
    return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
  }

  private static func compact(_ text: Substring) -> CalendarDate? {
    guard text.count == yearLength * 2, let number = Int(text) else { return nil }
    return CalendarDate(year: number / 100 / 100, month: number / 100 % 100, day: number % 100)
  }
}
