import Foundation

/// Names as they are compared: without case, accents, spaces and punctuation.
enum PlainName {
  static func of(_ name: String) -> String {
    if let plain = ofASCII(name) { return plain }
    let folded = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    return String(folded.filter { $0.isLetter || $0.isNumber })
  }

  /// The same for the usual case, without Foundation.
  private static func ofASCII(_ name: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | caseBit)
      case 0x80...: return nil
      default: continue
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let caseBit = UInt8(ascii: "a") ^ UInt8(ascii: "A")
}
