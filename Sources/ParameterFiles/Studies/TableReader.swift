import Provenance

/// Reads the cells of one table by column name and reports what it cannot read.
struct TableReader {
  let table: DelimitedTable
  /// The file as messages show it.
  let file: String

  /// Reports columns that are unknown, repeated or missing.
  func checkHeader(allowed: [String], required: [String], _ reader: inout FieldReader) {
    for (index, name) in table.header.enumerated() {
      if !allowed.contains(name) { report(.unknownColumn(allowed: allowed), name, value: name, &reader) }
      if table.header[..<index].contains(name) { report(.repeatedColumn, name, value: name, &reader) }
    }
    for name in required where !table.header.contains(name) { report(.missingColumn(name), name, &reader) }
    for row in table.rows where row.cells.count > table.header.count {
      reader.report(.tooManyCells, at: Diagnostic.Place(file: file, row: row.number))
    }
  }

  /// The text of a cell; nil when it is empty or the column is not there.
  func text(_ column: String, _ row: (number: Int, cells: [String])) -> String? {
    guard let index = table.header.firstIndex(of: column), index < row.cells.count else { return nil }
    return row.cells[index].isEmpty ? nil : row.cells[index]
  }

  func number(_ column: String, _ row: (number: Int, cells: [String]), _ reader: inout FieldReader) -> Double? {
    guard let text = text(column, row) else { return nil }
    let place = Diagnostic.Place(file: file, row: row.number, field: column)
    switch TableNumber(text, in: table.separator) {
    case .value(let value): return value
    case .ambiguous: reader.report(.ambiguousNumber, at: place, value: text)
    case .none: reader.report(.notANumber, at: place, value: text)
    }
    return nil
  }

  func whole(_ column: String, _ row: (number: Int, cells: [String]), _ reader: inout FieldReader) -> Int? {
    guard let text = text(column, row) else { return nil }
    if let number = Int(text) { return number }
    reader.report(
      .unexpected(.whole), at: Diagnostic.Place(file: file, row: row.number, field: column), value: text)
    return nil
  }

  private func report(_ problem: FileProblem, _ column: String, value: String? = nil, _ reader: inout FieldReader) {
    reader.report(problem, at: Diagnostic.Place(file: file, field: column), value: value)
  }
}
