/// A number as a table writes it: `1236`, `1.236,5` in a table with semicolons, `1,236.5` in one with commas.
enum TableNumber: Equatable {
  case value(Double)
  /// A single mark before three digits, `1.236`, may divide thousands or decimals.
  case ambiguous
  case none

  init(_ text: String, in separator: DelimitedTable.Separator) {
    let decimal: Character = separator == .semicolon ? "," : "."
    let group: Character = separator == .semicolon ? "." : ","
    let digits = text.filter { !$0.isWhitespace }
    let groups = digits.filter { $0 == group }.count
    if digits.contains(decimal) || groups > 1 {
      self = Self.plain(
        Self.isGrouped(digits, by: group, before: decimal) ? digits.filter { $0 != group } : "", decimal)
    } else if groups == 1 {
      self = Self.looksGrouped(digits, by: group) ? .ambiguous : Self.plain(digits, group)
    } else {
      self = Self.plain(digits, decimal)
    }
  }

  private static func plain(_ digits: String, _ decimal: Character) -> TableNumber {
    guard let value = Double(String(digits.map { $0 == decimal ? "." : $0 })), value.isFinite else { return .none }
    return .value(value)
  }

  /// Whether every group after the first has three digits and no mark stands behind the decimals.
  private static func isGrouped(_ digits: String, by group: Character, before decimal: Character) -> Bool {
    let whole = digits.prefix { $0 != decimal }
    let groups: [Substring] = whole.split(separator: group, omittingEmptySubsequences: false)
    return !digits.dropFirst(whole.count).contains(group) && groups.dropFirst().allSatisfy { $0.count == groupSize }
  }

  /// `1.236` looks grouped; `0.236`, `12.5` and `1234.567` do not.
  private static func looksGrouped(_ digits: String, by group: Character) -> Bool {
    let parts: [Substring] = digits.split(separator: group, omittingEmptySubsequences: false)
    let head = parts[0].drop { $0 == "-" }
    return parts[1].count == groupSize && (1...groupSize).contains(head.count) && head.first != "0"
  }

  /// Digits between two marks in a number that is written in thousands.
  private static let groupSize = 3
}
