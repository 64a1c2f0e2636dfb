/// Writes numbers for a reader, without the system's locale: the same number gives the same bytes everywhere.
///
/// Dutch: `1.234,5`; English: `1,234.5`. Data files use `plain`: `1234.5`.
public struct NumberStyle: Sendable, Hashable {
  public let decimals: Int
  private let decimalMark: String
  private let groupMark: String

  public init(decimals: Int, language: Language) {
    self.decimals = decimals
    decimalMark = language == .nl ? "," : "."
    groupMark = language == .nl ? "." : ","
  }

  private init(plainDecimals: Int) {
    decimals = plainDecimals
    decimalMark = "."
    groupMark = ""
  }

  /// Decimal point and no grouping, for CSV and other data.
  public static func plain(decimals: Int) -> NumberStyle { NumberStyle(plainDecimals: decimals) }

  /// Rounds half away from zero and never writes `-0`; what is not a number is a dash.
  public func callAsFunction(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let scale = Self.powerOfTen(decimals)
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 9e15 else { return String(value) }
    let whole = Int64(scaled.magnitude)
    let sign = scaled < 0 ? "-" : ""
    return sign + grouped(whole / Int64(scale)) + fraction(whole % Int64(scale))
  }

  /// The number with its sign always shown, for changes.
  public func signed(_ value: Double) -> String {
    let text = self(value)
    return value.isFinite && value > 0 && text != self(0) ? "+" + text : text
  }

  private func grouped(_ number: Int64) -> String {
    let digits = Array(String(number))
    guard !groupMark.isEmpty else { return String(digits) }
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { out += groupMark }
      out.append(digit)
    }
    return out
  }

  private func fraction(_ number: Int64) -> String {
    guard decimals > 0 else { return "" }
    let digits = String(number)
    return decimalMark + String(repeating: "0", count: decimals - digits.count) + digits
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}

extension Quantity {
  /// The amount with its unit, for a reader.
  public func formatted(decimals: Int = 1, in language: Language) -> String {
    let symbol = Self.unit.symbol[language]
    return NumberStyle(decimals: decimals, language: language)(value) + (symbol.isEmpty ? "" : " " + symbol)
  }
}
