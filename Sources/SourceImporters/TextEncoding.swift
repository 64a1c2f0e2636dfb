/// Finds out how a text file is encoded and brings it to UTF-8 without byte order mark.
enum TextEncoding {
  /// UTF-16 by its mark; UTF-8 where the bytes are valid; else Windows-1252, in which every byte means something.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) { return fromUTF16(bytes.dropFirst(2), bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return fromUTF16(bytes.dropFirst(2), bigEndian: true) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
    return String(validating: bytes, as: UTF8.self) != nil ? bytes : fromWindows1252(bytes)
  }

  private static func fromUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    let pairs = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { i in
      let (high, low) = bigEndian ? (bytes[i], bytes[i + 1]) : (bytes[i + 1], bytes[i])
      return UInt16(high) << 8 | UInt16(low)
    }
    return Array(String(decoding: pairs, as: UTF16.self).utf8)
  }

  private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: String(character(byte)).utf8) }
    }
    return text
  }

  private static func character(_ byte: UInt8) -> Unicode.Scalar {
    let special = Int(byte) - 0x80
    return special < specials.count ? specials[special] : Unicode.Scalar(byte)
  }

  /// Bytes 80 to 9F, where Windows-1252 differs from Latin-1. Source: WHATWG Encoding Standard, index windows-1252.
  private static let specials: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
