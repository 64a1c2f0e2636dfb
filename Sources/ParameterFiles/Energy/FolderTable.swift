import Foundation
import Planning
import Provenance
import Quantities
import SourceMapping

/// A table of a study's folder: CSV, or a sheet of a workbook where there is no CSV.
struct FolderTable {
  let folder: URL
  /// Reads workbooks.
  let sheets: any SourceReader

  /// - Parameters:
  ///   - name: the CSV file; the workbook has the same name with .xlsx.
  ///   - sheet: the sheet of `workbook` that holds the table; nil takes the first of a workbook of its own.
  /// - Returns: nil when there is neither, or when it cannot be read, which is then told.
  func cells(_ name: String, sheetOf workbook: String? = nil, _ reader: inout FieldReader) -> TableReader? {
    if let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)) {
      return TableReader(table: DelimitedTable(String(decoding: bytes, as: UTF8.self)), file: name)
    }
    let stem = String(name.prefix { $0 != "." })
    for book in [stem + ".xlsx"] + (workbook.map { [$0] } ?? []) {
      let path = folder.appendingPathComponent(book).path
      guard FileManager.default.fileExists(atPath: path) else { continue }
      do {
        let tables = try sheets.read(path, layer: nil)
        guard let table = tables.first(where: { $0.layer == stem }) ?? (book.hasPrefix(stem) ? tables.first : nil)
        else {
          continue
        }
        return TableReader(table: DelimitedTable(table), file: "\(book) [\(table.layer)]")
      } catch let error as PlanningError {
        reader.add(error.diagnostics)
        return nil
      } catch { return nil }
    }
    return nil
  }
}

extension DelimitedTable {
  /// A sheet as text, numbers with a point.
  init(_ sheet: SourceTable) {
    var header = sheet.columns
    var rows = sheet.rows.map { row in (number: row.number, cells: row.cells.map(Self.text)) }
    // A sheet with one row only is read as one without a header.
    if header == header.indices.map({ "Field\($0 + 1)" }), let first = rows.first {
      header = first.cells
      rows = rows.dropFirst().map { (number: $0.number - 1, cells: $0.cells) }
    }
    self.init(header: header.map { $0.trimmingCharacters(in: .whitespaces) }, rows: rows)
  }

  private static func text(_ cell: SourceCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text.trimmingCharacters(in: .whitespacesAndNewlines)
    case .number(let number):
      number.magnitude < exact ? Int(exactly: number).map { String($0) } ?? "\(number)" : "\(number)"
    }
  }

  /// A spreadsheet keeps fifteen digits. A code that was typed as a number has lost its last ones: it is shown with its exponent,
  /// so that it is no code any more.
  private static let exact = 1e15
}
