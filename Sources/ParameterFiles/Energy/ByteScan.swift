/// Walks over the cells of delimited text without making texts of them.
struct ByteScan {
  private let bytes: [UInt8]
  private var position = 0
  private var separator = UInt8(ascii: ",")
  /// Whether the row has cells that were not asked for yet.
  private(set) var hasMore = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let lineEnd = UInt8(ascii: "\n")

  /// Names of the columns; a semicolon among them makes that the separator.
  mutating func header() -> [String] {
    let end = bytes[position...].firstIndex(of: Self.lineEnd) ?? bytes.count
    if bytes[position..<end].contains(UInt8(ascii: ";")) { separator = UInt8(ascii: ";") }
    var names: [String] = []
    guard nextRow() else { return [] }
    while hasMore { names.append(text(cell())) }
    return names
  }

  var estimatedRows: Int {
    let end = bytes[position...].firstIndex(of: Self.lineEnd) ?? bytes.count
    return (bytes.count - position) / max(1, end - position) + 1
  }

  /// Goes to the next row that holds anything; leaves what is left of this one.
  mutating func nextRow() -> Bool {
    if hasMore { position = min(bytes.count, (bytes[position...].firstIndex(of: Self.lineEnd) ?? bytes.count) + 1) }
    while position < bytes.count, Self.isSpace(bytes[position]) || bytes[position] == Self.lineEnd { position += 1 }
    hasMore = position < bytes.count
    return hasMore
  }

  /// The next cell of the row without spaces and quotes around it; empty beyond the row's end.
  mutating func cell() -> Range<Int> {
    guard hasMore else { return position..<position }
    var first = position
    var last = position
    while last < bytes.count, bytes[last] != separator, bytes[last] != Self.lineEnd { last += 1 }
    hasMore = last < bytes.count && bytes[last] == separator
    position = min(bytes.count, last + 1)
    while first < last, Self.isPadding(bytes[first]) { first += 1 }
    while last > first, Self.isPadding(bytes[last - 1]) { last -= 1 }
    return first..<last
  }

  func text(_ cell: Range<Int>) -> String { String(decoding: bytes[cell], as: UTF8.self) }

  /// A finite number with a point before the decimals, or a comma where cells are divided by semicolons; nil for anything else.
  ///
  /// Up to fifteen digits and as many decimals are exact integers, so that one division rounds correctly.
  func number(_ cell: Range<Int>) -> Double? {
    var whole = 0
    var digits = 0
    var decimals: Int?
    var index = cell.lowerBound
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    while index < cell.upperBound {
      let byte = bytes[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        whole = whole &* Self.base &+ Int(byte - UInt8(ascii: "0"))
        digits += 1
        decimals = decimals.map { $0 + 1 }
      } else if isDecimalMark(byte), decimals == nil {
        decimals = 0
      } else {
        return slowNumber(cell)
      }
      index += 1
    }
    guard digits > 0, digits < Self.powers.count else { return slowNumber(cell) }
    let value = Double(whole) / Self.powers[decimals ?? 0]
    return isNegative ? -value : value
  }

  private func isDecimalMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || (byte == UInt8(ascii: ",") && separator == UInt8(ascii: ";"))
  }

  private func slowNumber(_ cell: Range<Int>) -> Double? {
    let text = separator == UInt8(ascii: ";") ? text(cell).replacing(",", with: ".") : text(cell)
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private static let base = 10
  /// Powers of ten that are exact and more than the digits that a whole number below 2⁵³ can have.
  private static let powers: [Double] = (0..<16).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") }
  private static func isPadding(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: "\"") }
}
