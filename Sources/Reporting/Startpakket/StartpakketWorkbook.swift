import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

/// The startpakket of a province as a workbook — *rekenblad*.
public enum StartpakketWorkbook {
  /// Eleven sheets: the tables of the report, with the full lists where the report shows a part.
  public static func compose(_ response: ComposeStartpakket.Response, language: Language) -> Workbook {
    let edition = Edition(response, in: language)
    let sheets: [(name: String, table: Table)] = [
      (edition.words("Samenvatting", "Summary"), edition.overviewSheet),
      (edition.words("Vraag", "Demand"), edition.demandSheet),
      (edition.words("Aanbod", "Supply"), edition.supplySheet),
      (edition.words("Balans", "Balance"), edition.balanceByMarketRegion),
      (edition.words("Segmenten", "Segments"), edition.segmentSheet),
      ("Mismatch", edition.mismatch()),
      (edition.words("Werklocaties", "Work locations"), edition.parkSheet),
      (edition.words("Plannen", "Plans"), edition.planTable),
      (edition.words("Onttrekkingen", "Withdrawals"), edition.withdrawalTable),
      ("Parameters", edition.parameterTable()),
      (edition.words("Bronnen", "Sources"), edition.sourceSheet),
    ]
    return Workbook(
      title: edition.words(
        "Startpakket werklocaties \(response.province.name)", "Work locations in \(response.province.name)"),
      sheets: sheets.map { Workbook.Sheet(named: $0.name, $0.table, in: edition) })
  }
}

extension Workbook.Sheet {
  /// A table as a sheet: typed cells, the marks in words, what it is and whether it is synthetic above it.
  fileprivate init(named name: String, _ table: Table, in edition: Edition) {
    let notes = table.notes.map(\.plain) + (table.hasAssumptions ? [AssumptionMark.legend[edition.language]] : [])
    let warning = edition.isSynthetic ? [sentence(edition.syntheticLabel)] : []
    let marks = table.columns.indices.filter { column in table.rows.contains { $0.cells[column].isAssumed } }
    self.init(
      name: name, heading: [table.caption, edition.footer] + warning + notes,
      columns: table.columns.map(Self.title) + marks.map { Self.markTitle(table.columns[$0]) },
      rows: table.rows.map { row in
        row.cells.map { Workbook.Cell($0.content) }
          + marks.map { row.cells[$0].isAssumed ? .text(AssumptionMark.word[edition.language]) : .empty }
      })
  }

  private static func title(_ column: Table.Column) -> String {
    column.title + (column.unit.isEmpty ? "" : " (\(column.unit))")
      + (column.isAssumed ? " \(AssumptionMark.sign)" : "")
  }

  /// A number cell holds no sign; the column that says so stands at the end.
  private static func markTitle(_ column: Table.Column) -> String { "\(AssumptionMark.sign) \(column.title)" }
}

private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

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
