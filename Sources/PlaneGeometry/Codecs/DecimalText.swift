/// Decimal notation with a point, whatever the language of the machine.
enum DecimalText {
  /// At most `decimals` digits after the point, rounded half away from zero, without trailing zeros.
  static func write(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "null" }
    let digits = max(0, min(decimals, mostDecimals))
    let power = (0..<digits).reduce(1.0) { power, _ in power * 10 }
    let scaled = (value * power).rounded()
    guard abs(scaled) < exactIntegers else { return value.description }
    return write(Int(scaled), digits: digits)
  }

  private static func write(_ scaled: Int, digits: Int) -> String {
    var number = scaled.magnitude
    var digits = digits
    while digits > 0 && number % 10 == 0 {
      number /= 10
      digits -= 1
    }
    let text = String(number)
    let sign = scaled < 0 ? "-" : ""
    guard digits > 0 else { return sign + text }
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  private static let mostDecimals = 15
  /// Above 2^53 a double no longer holds every integer.
  private static let exactIntegers = 9_007_199_254_740_992.0
}
