import WorkLocations

/// A table whose columns have a meaning.
struct FieldTable {
  let table: SourceTable
  let mapping: ColumnMapping
  let fit: MappingFit
  /// Columns that no field takes, by position.
  let otherColumns: [Int]
  /// Attributes of a park that the table has a column or constant for.
  let attributes: [WorkLocationAttribute]
  private let notations: [Int: NumberNotation]
  private let tableNotation: NumberNotation?
  private let translations: [String: [String: String]]
  private let skipped: [(column: Int, values: Set<String>)]

  init(_ table: SourceTable, by mapping: ColumnMapping) {
    let fit = mapping.fit(table)
    self.table = table
    self.mapping = mapping
    self.fit = fit
    let used = Set(fit.columns.values).union(fit.spread.values)
    otherColumns = table.columns.indices.filter { !used.contains($0) }
    attributes = WorkLocationAttribute.all.filter {
      fit.columns[$0.name] != nil || mapping.constants[$0.name] != nil
    }
    let numeric = fit.columns.filter { Self.numericFields.contains($0.key) }.map(\.value) + fit.spread.values
    let proven = numeric.sorted().compactMap { column in Self.notation(of: column, in: table).map { (column, $0) } }
    notations = Dictionary(proven, uniquingKeysWith: { first, _ in first })
    tableNotation = proven.first?.1
    translations = mapping.values.mapValues { values in
      Dictionary(values.map { (PlainName.of($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    skipped = mapping.skip.keys.sorted().compactMap { field in
      fit.columns[field].map { ($0, Set((mapping.skip[field] ?? []).map(PlainName.of))) }
    }
  }

  private static let numericFields: Set<String> = Set(
    [
      Field.plotArea, .population, .landArea, .jobs, .businessPark, .issued, .boughtBack, .x, .y, .netArea,
      .largestPart, .returningShare,
    ].map(\.rawValue) + WorkLocationAttribute.all.filter { $0.isNumeric && !$0.isYear }.map(\.name))

  private static func notation(of column: Int, in table: SourceTable) -> NumberNotation? {
    table.rows.lazy.compactMap { row -> NumberNotation? in
      guard case .text(let text) = row.cells[column] else { return nil }
      return NumberText(text)?.provenNotation
    }.first
  }

  /// The notation that a column's other numbers prove, else the table's; nil when nothing proves one.
  func notation(of column: Int) -> NumberNotation? { notations[column] ?? tableNotation }

  /// Name of a field's column as the user sees it.
  func columnName(_ field: String) -> String { fit.columns[field].map { table.columns[$0] } ?? field }

  func cell(_ field: String, _ row: SourceRow) -> SourceCell {
    if let column = fit.columns[field], row.cells[column] != .empty { return row.cells[column] }
    return mapping.constants[field].map(SourceCell.text) ?? .empty
  }

  /// The text of a field, trimmed and translated; nil when the cell is empty.
  func statedText(_ field: String, _ row: SourceRow) -> String? {
    guard let text = Self.text(cell(field, row)) else { return nil }
    guard let values = translations[field] else { return text }
    return values[PlainName.of(text)] ?? text
  }

  /// As `statedText`, and nil where the text says that nothing is known.
  func text(_ field: String, _ row: SourceRow) -> String? {
    guard let text = statedText(field, row), !MissingValue.matches(text) else { return nil }
    return text
  }

  /// Whether the mapping leaves the row out, or nothing is in it.
  func isSkipped(_ row: SourceRow) -> Bool {
    if row.geometry == nil, row.cells.allSatisfy({ $0 == .empty }) { return true }
    return skipped.contains { rule in
      Self.text(row.cells[rule.column]).map { rule.values.contains(PlainName.of($0)) } ?? false
    }
  }

  static func text(_ cell: SourceCell) -> String? {
    switch cell {
    case .empty: nil
    case .number(let number): plain(number)
    case .text(let text): trimmed(text)
    }
  }

  private static func plain(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? String(number)
  }

  private static func trimmed(_ text: String) -> String? {
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    guard mayBeSpace(first) || mayBeSpace(last) else { return text }
    let start = text.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) }
  }

  /// Spaces are control characters, the space itself, or of several bytes.
  private static func mayBeSpace(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") || byte > 0x7F }
}
