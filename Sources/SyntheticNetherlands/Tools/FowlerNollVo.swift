/// The hash FNV-1a of 64 bits (Fowler, Noll and Vo; RFC 9923): tells contents apart, protects nothing.
enum FowlerNollVo {
  static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64 = offset) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* prime }
  }

  /// A digest in 64 hexadecimal digits: four hashes of the text, each started from the one before. Not a SHA-256.
  static func digest(_ text: String) -> String {
    var hash = offset
    var digits = ""
    for _ in 0..<4 {
      hash = Self.hash(text.utf8, from: hash)
      let word = String(hash, radix: 16)
      digits += String(repeating: "0", count: 16 - word.count) + word
    }
    return digits
  }
}
