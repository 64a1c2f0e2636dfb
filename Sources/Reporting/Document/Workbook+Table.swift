import Planning
import Quantities

extension Workbook.Sheet {
  /// A table as a sheet: typed cells, the marks in words, what it is and whether it is synthetic above it.
  /// - Parameters:
  ///   - footer: what stands below the title of every sheet.
  ///   - warning: that data are synthetic; nil when all is real.
  init(named name: String, _ table: Table, footer: String, warning: String?, in language: Language) {
    let notes = table.notes.map(\.plain) + (table.hasAssumptions ? [AssumptionMark.legend[language]] : [])
    let marks = table.columns.indices.filter { column in table.rows.contains { $0.cells[column].isAssumed } }
    self.init(
      name: name, heading: [table.caption, footer] + [warning].compactMap { $0 } + notes,
      columns: table.columns.map(Self.title) + marks.map { Self.markTitle(table.columns[$0]) },
      rows: table.rows.map { row in
        row.cells.map { Workbook.Cell($0.content) }
          + marks.map { row.cells[$0].isAssumed ? .text(AssumptionMark.word[language]) : .empty }
      })
  }

  private static func title(_ column: Table.Column) -> String {
    column.title + (column.unit.isEmpty ? "" : " (\(column.unit))")
      + (column.isAssumed ? " \(AssumptionMark.sign)" : "")
  }

  /// A number cell holds no sign; the column that says so stands at the end.
  private static func markTitle(_ column: Table.Column) -> String { "\(AssumptionMark.sign) \(column.title)" }
}

extension Workbook.Cell {
  fileprivate init(_ content: Table.Cell.Content) {
    self =
      switch content {
      case .text(let text), .code(let text): .text(text)
      case .number(let value, let decimals): .number(value, decimals: decimals)
      case .ordinal(let number): .number(Double(number), decimals: 0)
      case .empty: .empty
      }
  }
}
