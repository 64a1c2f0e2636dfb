import GRDB

/// Where the records of one type live and how they are told apart — *recordsoort*.
struct RecordKind: Sendable {
  /// The table with areas, or the only one.
  let main: Table
  /// The same columns for records without an area; nil where records never have one.
  let withoutShape: Table?
  /// Columns that identify a record within one reference date.
  let key: [Column]
  /// Columns that identify what a real record replaces of the example: the example's records with the same values go. An
  /// empty list: all of the example's records of this kind.
  let replacementScope: [String]
  /// Whether the register keeps one record per reference date; else a later one takes the place of the earlier.
  let isDated: Bool

  var tables: [Table] { [main] + (withoutShape.map { [$0] } ?? []) }
  var columns: [Column] { main.columns }
  /// Whether every record names the snapshot it comes from.
  var hasOrigin: Bool { columns.contains { $0.reference != nil } }

  /// Records that are attributes only.
  init(
    _ name: String, title: String, summary: String, columns: [Column], key: [String], replacementScope: [String] = [],
    isDated: Bool = true
  ) {
    main = Table(name: name, title: title, summary: summary, columns: columns, hasGeometry: false)
    withoutShape = nil
    self.key = columns.filter { key.contains($0.name) }
    self.replacementScope = replacementScope
    self.isDated = isDated
  }

  /// Records with an area, or without one in a table of their own: a map layer holds no empty geometries.
  init(
    _ name: String, title: String, summary: String, columns: [Column], key: [String], replacementScope: [String] = [],
    isDated: Bool = true, withoutShape: (name: String, title: String)
  ) {
    main = Table(name: name, title: title, summary: summary, columns: columns, hasGeometry: true)
    self.withoutShape = Table(
      name: withoutShape.name, title: withoutShape.title, summary: summary, columns: columns, hasGeometry: false)
    self.key = columns.filter { key.contains($0.name) }
    self.replacementScope = replacementScope
    self.isDated = isDated
  }

  /// The key as SQL terms that are never NULL, because NULLs in an index all differ.
  var keyTerms: [String] {
    key.map { $0.isRequired ? $0.quotedName : "ifnull(\($0.quotedName), '')" }
  }

  /// What is unique in a table of this kind: the key, at a reference date. The date comes first in the index, so that the
  /// first and last date of a table are found without a search.
  var uniqueTerms: [String] { (isDated ? [Column.referenceDate] : []) + keyTerms }

  /// Positions of the unique columns among all columns, in the order of `uniqueTerms`.
  var uniquePositions: [Int] {
    ((isDated ? [Column.referenceDate] : []) + key.map(\.name)).compactMap { name in
      columns.firstIndex { $0.name == name }
    }
  }

  func create(in database: Database) throws {
    for table in tables {
      try table.create(in: database)
      let index = "\(table.name)_sleutel".quotedDatabaseIdentifier
      let terms = uniqueTerms.joined(separator: ", ")
      try database.execute(sql: "CREATE UNIQUE INDEX \(index) ON \(table.quotedName) (\(terms))")
    }
  }
}
