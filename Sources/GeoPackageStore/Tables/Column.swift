import GRDB
import Planning

/// A column of a table — *kolom*.
struct Column: Sendable {
  /// What a column holds, by the type names of OGC 12-128, table 1.
  enum Content: String, Sendable {
    case text = "TEXT"
    case whole = "INTEGER"
    case number = "DOUBLE"
    case flag = "BOOLEAN"
    case date = "DATE"
  }

  let name: String
  let content: Content
  let isRequired: Bool
  /// The only texts allowed; empty when any text will do.
  let allowed: [String]
  /// Column of another table that must hold the same value: `bronnen(bron)`.
  let reference: String?

  init(
    _ name: String, _ content: Content, isRequired: Bool = false, allowed: [String] = [], reference: String? = nil
  ) {
    self.name = name
    self.content = content
    self.isRequired = isRequired
    self.allowed = allowed
    self.reference = reference
  }

  static func required(_ name: String, _ content: Content = .text) -> Column { Column(name, content, isRequired: true) }
  static func optional(_ name: String, _ content: Content = .text) -> Column { Column(name, content) }

  /// A required text from a closed list.
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(_ name: String, _: Choice.Type) -> Column {
    Column(name, .text, isRequired: true, allowed: Choice.allCases.map(\.rawValue))
  }

  /// The two coordinates of a point, RD New.
  static let point = [optional("x", .number), optional("y", .number)]

  /// Where a record comes from: reference date, source snapshot and row.
  static let origin = [
    required(referenceDate, .date),
    Column(source, .text, isRequired: true, reference: "bronnen(bron)"),
    optional("bronrij", .whole),
  ]

  static let referenceDate = "peildatum"
  static let source = "bron"

  var quotedName: String { name.quotedDatabaseIdentifier }

  /// The column in a CREATE TABLE.
  var declaration: String {
    var parts = [quotedName, content.rawValue]
    if isRequired { parts.append("NOT NULL") }
    if let reference { parts.append("REFERENCES \(reference)") }
    if !allowed.isEmpty {
      // Not as a list behind IN: for every row that is stored, SQLite would build an index of the list first.
      parts.append("CHECK (\(allowed.map { "\(quotedName) = '\($0)'" }.joined(separator: " OR ")))")
    }
    return parts.joined(separator: " ")
  }
}

extension Column.Content {
  init(_ type: MapLayer.ColumnType) {
    switch type {
    case .text: self = .text
    case .number: self = .number
    case .whole: self = .whole
    }
  }
}
