import EnergyHubs
import Foundation
import Provenance
import Quantities

/// A log of telegrams of the P1 port of a smart meter — *P1-telegrammen* (Dutch Smart Meter Requirements, P1 Companion Standard).
///
/// A telegram begins with `/` and ends with `!` and, from version 4 on, four hexadecimal digits: CRC-16 with the polynomial
/// x¹⁶ + x¹⁵ + x² + 1, least bit first, of everything from `/` through `!`. Taken are the moment 0-0:1.0.0 and the counters 1-0:1.8.x
/// and 1-0:2.8.x; the moment ends in S for summer time and W for winter time. A telegram whose digits do not fit is left out and counted.
struct TelegramLog {
  private(set) var table: SeriesTable
  private(set) var problems: [Diagnostic] = []

  private static let moment = "0-0:1.0.0"
  private static let counters = ["1-0:1.8.0", "1-0:1.8.1", "1-0:1.8.2", "1-0:2.8.0", "1-0:2.8.1", "1-0:2.8.2"]

  init(_ text: String, file: String) {
    var rows: [[String]] = []
    var damaged = 0
    var incomplete = 0
    for telegram in Self.telegrams(text.replacing("\r\n", with: "\n")) {
      guard Self.fits(telegram) else {
        damaged += 1
        continue
      }
      if let row = Self.row(telegram.body) { rows.append(row) } else { incomplete += 1 }
    }
    let used = Self.counters.indices.filter { place in rows.contains { !$0[place + 1].isEmpty } }
    table = SeriesTable(
      file: file, columns: ["time"] + used.map { Self.counters[$0] },
      rows: rows.map { row in [row[0]] + used.map { row[$0 + 1] } })
    tell(
      damaged, "meter.telegram-damaged", file, nl: "telegrammen met een controlegetal dat niet klopt zijn overgeslagen",
      en: "telegrams whose check does not fit were left out")
    tell(
      incomplete, "meter.telegram-incomplete", file, nl: "telegrammen zonder tijd of meterstand zijn overgeslagen",
      en: "telegrams without a time or a counter were left out")
  }

  private mutating func tell(_ count: Int, _ code: String, _ file: String, nl: String, en: String) {
    guard count > 0 else { return }
    problems.append(
      Diagnostic(
        .warning, code, at: .init(file: file), value: "\(count)", message: LocalizedText(nl: nl, en: en),
        remedy: LocalizedText(nl: "Controleer de kabel en het logboek.", en: "Check the cable and the log.")))
  }

  /// Bodies from `/` through `!`, and the digits behind them.
  private static func telegrams(_ text: String) -> [(body: Substring, check: Substring)] {
    var found: [(body: Substring, check: Substring)] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "/"), let end = rest[start...].firstIndex(of: "!") {
      let after = rest.index(after: end)
      let check = rest[after...].prefix { $0.isHexDigit }
      found.append((rest[start..<after], check.prefix(checkWidth)))
      rest = rest[check.endIndex...]
    }
    return found
  }

  private static let checkWidth = 4
  private static let hexadecimal = 16

  /// Older meters send no digits.
  private static func fits(_ telegram: (body: Substring, check: Substring)) -> Bool {
    guard let stated = UInt16(telegram.check, radix: hexadecimal) else { return telegram.check.isEmpty }
    // The meter counts its own line ends of two bytes.
    let body = String(telegram.body)
    return checkOf(body.replacing("\n", with: "\r\n")) == stated || checkOf(body) == stated
  }

  static func checkOf(_ text: String) -> UInt16 {
    text.utf8.reduce(UInt16(0)) { rest, byte in
      (0..<UInt8.bitWidth).reduce(rest ^ UInt16(byte)) { value, _ in
        value & 1 == 1 ? (value >> 1) ^ polynomial : value >> 1
      }
    }
  }

  private static let polynomial: UInt16 = 0xA001

  /// Moment and counters; nil without a moment or any counter.
  private static func row(_ body: Substring) -> [String]? {
    var values: [String: Substring] = [:]
    for line in body.split(separator: "\n") {
      guard let open = line.firstIndex(of: "("), let close = line[open...].firstIndex(of: ")") else { continue }
      values[String(line[..<open]).trimmingCharacters(in: .whitespaces)] = line[line.index(after: open)..<close]
    }
    guard let moment = values[moment].flatMap(spelled) else { return nil }
    let numbers = counters.map { code in values[code].map { String($0.prefix { $0 != "*" }) } ?? "" }
    return numbers.allSatisfy(\.isEmpty) ? nil : [moment] + numbers
  }

  /// 210301123000W as 2021-03-01T12:30:00+01:00.
  private static func spelled(_ text: Substring) -> String? {
    let digits = Array(text.prefix(momentWidth))
    guard digits.count == momentWidth, digits.allSatisfy(\.isNumber) else { return nil }
    let parts = stride(from: 0, to: momentWidth, by: 2).map { String(digits[$0...$0 + 1]) }
    let offset = text.last == "S" ? "+02:00" : "+01:00"
    return "20" + parts[0..<3].joined(separator: "-") + "T" + parts[3...].joined(separator: ":") + offset
  }

  private static let momentWidth = 12
}
