/// Numbers of the GS1 system — *EAN, GLN, GSRN*.
public enum GS1 {
  /// Digits of the code of an energy connection.
  public static let connectionLength = 18

  public static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// Whether the last digit fits the others: from the right they weigh 1, 3, 1, 3, … and sum to a multiple of ten.
  ///
  /// Example: 4006381333931 has 1 + 3×3 + 9 + 3×3 + 3 + 3×3 + 1 + 3×8 + 3 + 3×6 + 0 + 3×0 + 4 = 90.
  public static func hasValidCheckDigit(_ digits: String) -> Bool {
    let values = digits.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
    let sum = values.reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 3) }
    return !values.isEmpty && sum.isMultiple(of: 10)
  }
}
