import CXLSX
import Planning
import Quantities

/// One sheet being filled: lines that say what it is, then the table with a filter and a fixed header.
struct XLSXSheet {
  private let sheet: Workbook.Sheet
  private let target: UnsafeMutablePointer<lxw_worksheet>
  private let formats: XLSXFormats

  init(_ sheet: Workbook.Sheet, in target: UnsafeMutablePointer<lxw_worksheet>, _ formats: XLSXFormats) {
    self.sheet = sheet
    self.target = target
    self.formats = formats
  }

  /// The first problem, or none.
  func write() -> lxw_error {
    setLayout()
    return worst(headingErrors() + columnErrors() + rowErrors())
  }

  /// Row of the column titles: below the heading and an empty line.
  private var headerRow: Int { sheet.heading.isEmpty ? 0 : sheet.heading.count + 1 }

  private func setLayout() {
    for column in sheet.columns.indices {
      worksheet_set_column(target, UInt16(column), UInt16(column), width(of: column), nil)
    }
    worksheet_freeze_panes(target, UInt32(headerRow + 1), 1)
    guard !sheet.columns.isEmpty else { return }
    worksheet_autofilter(
      target, UInt32(headerRow), 0, UInt32(headerRow + max(sheet.rows.count, 1)), UInt16(sheet.columns.count - 1))
  }

  private func headingErrors() -> [lxw_error] {
    sheet.heading.enumerated().map { row, line in
      worksheet_write_string(target, UInt32(row), 0, line, row == 0 ? formats.title : formats.heading)
    }
  }

  private func columnErrors() -> [lxw_error] {
    sheet.columns.enumerated().map { column, title in
      worksheet_write_string(target, UInt32(headerRow), UInt16(column), title, formats.column)
    }
  }

  private func rowErrors() -> [lxw_error] {
    sheet.rows.enumerated().flatMap { row, cells in
      cells.enumerated().map { column, cell in write(cell, row: UInt32(headerRow + 1 + row), column: UInt16(column)) }
    }
  }

  private func write(_ cell: Workbook.Cell, row: UInt32, column: UInt16) -> lxw_error {
    switch cell {
    case .empty: LXW_NO_ERROR
    case .text(let text): worksheet_write_string(target, row, column, text, nil)
    case .number(let value, let decimals):
      // A sheet has no "not a number"; an empty cell says the same.
      value.isFinite
        ? worksheet_write_number(target, row, column, value, formats.number(decimals: decimals)) : LXW_NO_ERROR
    }
  }

  private func worst(_ results: [lxw_error]) -> lxw_error { results.first { $0 != LXW_NO_ERROR } ?? LXW_NO_ERROR }

  /// In characters: as wide as the longest of the first rows, within limits.
  private func width(of column: Int) -> Double {
    let shown = sheet.rows.prefix(Self.rowsMeasured).map {
      Self.length($0.indices.contains(column) ? $0[column] : .empty)
    }
    let title = (sheet.columns[column].count + 1) / 2
    return Double(min(max(shown.max() ?? 0, title, Self.narrowest), Self.widest) + 2)
  }

  private static func length(_ cell: Workbook.Cell) -> Int {
    switch cell {
    case .empty: 0
    case .text(let text): text.count
    case .number(let value, let decimals): NumberStyle(decimals: decimals, language: .nl)(value).count
    }
  }

  private static let rowsMeasured = 200
  private static let narrowest = 8
  private static let widest = 60
}
