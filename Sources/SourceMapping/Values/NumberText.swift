/// Which mark separates the decimals.
enum NumberNotation {
  case decimalComma, decimalPoint
}

/// A number as people write it: `107,4000 ha`, `€200,00 /m²`, `1.234,56`, `-0.5`, `12 345`.
struct NumberText {
  let unit: String
  /// Digits and the marks `,` and `.`; spaces between thousands are left out.
  private let digits: [UInt8]
  private let isNegative: Bool
  private let exponent: [UInt8]

  /// - Returns: nil when the text is no number with an optional unit.
  init?(_ text: String) {
    var scanner = NumberScanner(text)
    scanner.skipCurrency()
    isNegative = scanner.takeSign()
    scanner.skipCurrency()
    digits = scanner.takeDigits()
    guard digits.contains(where: Self.isDigit) else { return nil }
    exponent = scanner.takeExponent()
    unit = scanner.rest()
    guard Self.isUnit(unit) else { return nil }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// A unit has no digits besides the 2 of a square.
  private static func isUnit(_ text: String) -> Bool {
    let text = text.hasSuffix("m2") ? text.dropLast() : text[...]
    return !text.contains { $0.isNumber && $0 != "²" }
  }

  /// The notation that this number proves by itself; nil when it fits both.
  ///
  /// Proof: two kinds of marks (the last is decimal), a mark that repeats (it groups), or a single mark that cannot group
  /// thousands because not three digits follow or not one to three digits without leading zero go before.
  var provenNotation: NumberNotation? {
    let commas = digits.count { $0 == Self.comma }
    let points = digits.count { $0 == Self.point }
    switch (commas, points) {
    case (0, 0): return exponent.isEmpty ? nil : .decimalPoint
    case (1..., 1...): return lastMark == Self.comma ? .decimalComma : .decimalPoint
    case (1, 0): return canGroup ? nil : .decimalComma
    case (0, 1): return canGroup ? nil : .decimalPoint
    case (_, 0): return .decimalPoint
    default: return .decimalComma
    }
  }

  /// Whether the meaning of the mark depends on the other numbers.
  var isAmbiguous: Bool { lastMark != nil && provenNotation == nil }

  /// The value in a notation; nil when the marks do not fit it.
  func value(_ notation: NumberNotation) -> Double? {
    let decimal = notation == .decimalComma ? Self.comma : Self.point
    guard digits.count(where: { $0 == decimal }) <= 1 else { return nil }
    let plain = digits.compactMap { byte -> UInt8? in
      Self.isDigit(byte) ? byte : byte == decimal ? Self.point : nil
    }
    return Double(String(decoding: plain + exponent, as: UTF8.self)).map { isNegative ? -$0 : $0 }
  }

  /// The value with the only mark as thousands mark.
  var groupedValue: Double? { value(lastMark == Self.comma ? .decimalPoint : .decimalComma) }

  /// The value with the only mark as decimal mark.
  var decimalValue: Double? { value(lastMark == Self.comma ? .decimalComma : .decimalPoint) }

  private static let comma = UInt8(ascii: ",")
  private static let point = UInt8(ascii: ".")
  /// Digits in a group of thousands.
  private static let group = 3

  private var lastMark: UInt8? { digits.last { !Self.isDigit($0) } }

  private var canGroup: Bool {
    guard let mark = digits.firstIndex(where: { !Self.isDigit($0) }) else { return false }
    return digits.count - mark - 1 == Self.group && (1...Self.group).contains(mark) && digits[0] != UInt8(ascii: "0")
  }
}

/// Takes a number text apart from left to right.
private struct NumberScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private static let spaces: [[UInt8]] = [Array(" ".utf8), Array("\u{A0}".utf8), Array("\u{202F}".utf8)]
  private static let minus: [[UInt8]] = [Array("-".utf8), Array("−".utf8)]
  private static let currencies: [[UInt8]] = [Array("€".utf8), Array("EUR".utf8), Array("eur".utf8)]

  private mutating func take(_ options: [[UInt8]]) -> Bool {
    guard let match = options.first(where: { bytes[position...].starts(with: $0) }) else { return false }
    position += match.count
    return true
  }

  private mutating func skipSpaces() { while take(Self.spaces) {} }

  mutating func skipCurrency() {
    skipSpaces()
    _ = take(Self.currencies)
    skipSpaces()
  }

  mutating func takeSign() -> Bool {
    if take(Self.minus) { return true }
    _ = take([Array("+".utf8)])
    return false
  }

  mutating func takeDigits() -> [UInt8] {
    var digits: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if isDigit(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
        digits.append(byte)
        position += 1
      } else if digits.isEmpty || !skipGroupSpace() {
        break
      }
    }
    return digits
  }

  /// A space or apostrophe counts as thousands mark only before a digit.
  private mutating func skipGroupSpace() -> Bool {
    let start = position
    if take(Self.spaces + [Array("'".utf8)]), position < bytes.count, isDigit(bytes[position]) { return true }
    position = start
    return false
  }

  mutating func takeExponent() -> [UInt8] {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "e") || bytes[position] == UInt8(ascii: "E") else {
      return []
    }
    let signed = bytes[(position + 1)...].first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } ?? false
    let digits = bytes[(position + 1 + (signed ? 1 : 0))...].prefix(while: isDigit)
    guard !digits.isEmpty else { return [] }
    let exponent = Array(bytes[position..<digits.endIndex])
    position = digits.endIndex
    return exponent
  }

  mutating func rest() -> String {
    skipSpaces()
    var end = bytes.count
    while end > position, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
