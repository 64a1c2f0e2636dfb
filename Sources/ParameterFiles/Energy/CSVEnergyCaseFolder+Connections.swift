import EnergyHubs
import Foundation
import Planning
import Provenance
import Quantities

extension CSVEnergyCaseFolder {
  /// The lines, and where they stand.
  func connections(_ tables: FolderTable, _ reader: inout FieldReader) -> (rows: [EnergyConnectionRow], file: String) {
    let name = EnergyCaseFiles.connectionsFile
    let before = reader.problems.count
    guard let cells = tables.cells(name, &reader) else {
      if reader.problems.count == before { reader.add(PlanningError.fileMissing(path: name).diagnostics) }
      return ([], name)
    }
    typealias Row = EnergyConnectionRow
    cells.checkHeader(
      allowed: Row.textColumns + Row.numberColumns + Row.hourColumns + Row.extraColumns, required: ["id"], &reader)
    return (cells.table.rows.compactMap { Self.connection($0, cells, &reader) }, cells.file)
  }

  private static func connection(
    _ row: (number: Int, cells: [String]), _ cells: TableReader, _ reader: inout FieldReader
  ) -> EnergyConnectionRow? {
    guard let id = cells.text("id", row) else {
      reader.report(.missing("id"), at: Diagnostic.Place(file: cells.file, row: row.number, field: "id"))
      return nil
    }
    var connection = EnergyConnectionRow(row: row.number, id: id)
    connection.name = cells.text("name", row)
    connection.ean = cells.text("ean", row)
    connection.networkOperator = cells.text("operator", row)
    connection.station = cells.text("station", row)
    connection.standard = cells.text("profile", row)
    connection.roof = cells.text("roof", row)
    connection.consent = cells.flag("consent", row, &reader)
    connection.contract = cells.number("contract_kw", row, &reader)
    connection.physical = cells.number("physical_kw", row, &reader)
    connection.feedIn = cells.number("feed_in_kw", row, &reader)
    connection.feedInPhysical = cells.number("feed_in_physical_kw", row, &reader)
    connection.annual = cells.number("annual_kwh", row, &reader)
    connection.roofMost = cells.number("roof_max_kw", row, &reader)
    for column in EnergyConnectionRow.hourColumns { connection.hours[column] = cells.text(column, row) }
    for column in EnergyConnectionRow.extraColumns { connection.extras[column] = cells.number(column, row, &reader) }
    return connection
  }
}

extension TableReader {
  /// Yes or no in Dutch, English or figures; nil when the cell is empty.
  func flag(_ column: String, _ row: (number: Int, cells: [String]), _ reader: inout FieldReader) -> Bool? {
    guard let text = text(column, row)?.lowercased() else { return nil }
    if ["ja", "yes", "true", "1", "j", "y"].contains(text) { return true }
    if ["nee", "no", "false", "0", "n"].contains(text) { return false }
    reader.report(
      .unknownCode(allowed: ["ja", "nee"]), at: Diagnostic.Place(file: file, row: row.number, field: column),
      value: text)
    return nil
  }

  /// A day as yyyy-MM-dd, or day first as Dutch spreadsheets write it.
  func date(
    _ column: String, _ row: (number: Int, cells: [String]), isRequired: Bool = true, _ reader: inout FieldReader
  ) -> CalendarDate? {
    let place = Diagnostic.Place(file: file, row: row.number, field: column)
    guard let text = text(column, row) else {
      if isRequired { reader.report(.missing(column), at: place) }
      return nil
    }
    let parts = text.split { $0 == "-" || $0 == "/" }.compactMap { Int($0) }
    let reversed = parts.count == 3 ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil
    if let date = CalendarDate(text) ?? reversed { return date }
    reader.report(.notADate, at: place, value: text)
    return nil
  }
}
