import EnergyHubs
import Foundation
import Planning
import Provenance
import Quantities

extension CSVEnergyCaseFolder {
  static let consentColumns = ["connection", "purpose", "receiver", "from", "to", "given", "until", "revoked"]

  /// The permissions of `consents.csv`, or of the sheet beside the connections; none without either.
  func consents(_ tables: FolderTable, _ reader: inout FieldReader) -> [Consent] {
    let workbook = EnergyTemplate.workbookFile
    guard let cells = tables.cells(EnergyCaseFiles.consentsFile, sheetOf: workbook, &reader) else { return [] }
    cells.checkHeader(
      allowed: Self.consentColumns, required: Self.consentColumns.filter { $0 != "revoked" }, &reader)
    return cells.table.rows.compactMap { Self.consent($0, cells, &reader) }
  }

  private static func consent(
    _ row: (number: Int, cells: [String]), _ cells: TableReader, _ reader: inout FieldReader
  ) -> Consent? {
    let texts = ["connection", "receiver"].map { column -> String? in
      if let text = cells.text(column, row) { return text }
      reader.report(.missing(column), at: Diagnostic.Place(file: cells.file, row: row.number, field: column))
      return nil
    }
    let purpose: DataPurpose? = cells.code("purpose", row, &reader)
    let from = cells.date("from", row, &reader)
    let to = cells.date("to", row, &reader)
    let given = cells.date("given", row, &reader)
    let until = cells.date("until", row, &reader)
    let revoked = cells.date("revoked", row, isRequired: false, &reader)
    for (first, last, field) in [(from, to, "to"), (given, until, "until"), (given, revoked, "revoked")] {
      guard let first, let last, last < first else { continue }
      reader.report(
        .datesCross, at: Diagnostic.Place(file: cells.file, row: row.number, field: field), value: "\(last) < \(first)")
    }
    guard let connection = texts[0], let receiver = texts[1], let purpose, let from, let to, from <= to, let given,
      let until
    else { return nil }
    return Consent(
      connection: connection, purpose: purpose, receiver: receiver, data: from...to, given: given, until: until,
      revoked: revoked)
  }
}

extension TableReader {
  /// One of the codes of a closed list; what is missing or unknown is reported.
  func code<Code: RawRepresentable & CaseIterable>(
    _ column: String, _ row: (number: Int, cells: [String]), _ reader: inout FieldReader
  ) -> Code? where Code.RawValue == String {
    let text = text(column, row) ?? ""
    if let code = Code(rawValue: text) { return code }
    reader.report(
      .unknownCode(allowed: Code.allCases.map(\.rawValue)),
      at: Diagnostic.Place(file: file, row: row.number, field: column), value: text)
    return nil
  }
}

extension FileProblem {
  static let datesCross = FileProblem(
    "consent.dates-cross", nl: "deze dag ligt vóór de eerste", "Wissel de dagen om.",
    en: "this day lies before the first", "Swap the days.")
}
