import EnergyHubs
import Planning
import Quantities
import SourceMapping

/// A sheet as the text of a table with semicolons: a workbook is read by the rules of CSV.
///
/// Moments are numbers in a workbook, days since 30 December 1899, or since 1 January 1904 in some. In columns of times they become
/// `2024-10-27 02:30`; what was typed as text stays as it is. A row without anything keeps its place, so that rows keep their number.
struct SheetText {
  private let sheet: WorkbookSheet
  private let parts: [MeterTable.TimePart?]

  /// - Parameter parts: for each column what times it holds; nil takes its numbers as they are.
  init(_ sheet: WorkbookSheet, timeParts parts: [MeterTable.TimePart?]) {
    self.sheet = sheet
    self.parts = parts.indices.map { column in
      // Days beside a column with the clock are days only when none has a clock of its own.
      let isWhole = sheet.rows.allSatisfy { row in Self.isWhole(row.cells, column) }
      return parts[column] == .day && !isWhole ? .moment : parts[column]
    }
  }

  private static func isWhole(_ cells: [SourceCell], _ column: Int) -> Bool {
    guard column < cells.count, case .number(let number) = cells[column] else { return true }
    return number == number.rounded()
  }

  var bytes: [UInt8] {
    var text: [UInt8] = []
    append(sheet.columns.map(Self.plain), to: &text)
    var last = 0
    for row in sheet.rows {
      for _ in (last + 1)..<max(last + 1, row.number) { append(["", ""], to: &text) }
      append(row.cells.enumerated().map(spelled), to: &text)
      last = row.number
    }
    return text
  }

  private func append(_ cells: [String], to text: inout [UInt8]) {
    text += cells.prefix(sheet.columns.count).joined(separator: ";").utf8
    text.append(UInt8(ascii: "\n"))
  }

  private func spelled(_ column: Int, _ cell: SourceCell) -> String {
    switch cell {
    case .empty: ""
    // Without a semicolon in its header a table has points before its decimals.
    case .text(let text): sheet.columns.count > 1 ? Self.plain(text) : text.replacing(",", with: ".")
    case .number(let number):
      if column < parts.count, let part = parts[column], let moment = moment(number, part) {
        moment
      } else {
        Int(exactly: number).map { String($0) } ?? "\(number)"
      }
    }
  }

  /// Cells may hold what divides cells and lines in text.
  private static func plain(_ text: String) -> String {
    text.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\n") }
      ? text.replacing(";", with: " ").replacing("\n", with: " ") : text
  }

  /// A moment to the second; below one day it is a clock time. Nil for what no calendar has.
  private func moment(_ serial: Double, _ part: MeterTable.TimePart) -> String? {
    guard serial >= 0, serial < Self.mostDays else { return nil }
    let seconds = Int((serial * Double(Moment.secondsPerDay)).rounded())
    let (days, second) = seconds.quotientAndRemainder(dividingBy: Moment.secondsPerDay)
    let clock = Self.clock(second)
    guard days > 0 else { return clock }
    let first = sheet.countsFrom1904 ? Self.first1904 : Self.first1900
    let date = CalendarDate(daysSince1970: days - first)
    return part == .day ? "\(date)" : "\(date) \(clock)"
  }

  private static func clock(_ second: Int) -> String {
    let perHour = Moment.secondsPerHour / Moment.secondsPerMinute
    let minutes = second / Moment.secondsPerMinute
    let rest = second % Moment.secondsPerMinute
    return ([minutes / perHour, minutes % perHour] + (rest > 0 ? [rest] : [])).map(padded).joined(separator: ":")
  }

  private static func padded(_ number: Int) -> String { number < decimalBase ? "0\(number)" : "\(number)" }

  private static let decimalBase = 10
  /// Days from the first day of a workbook to 1 January 1970.
  private static let first1900 = 25_569
  private static let first1904 = 24_107
  /// 31 December 9999.
  private static let mostDays = 2_958_466.0
}
