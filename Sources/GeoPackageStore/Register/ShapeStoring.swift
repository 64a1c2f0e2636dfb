import GRDB
import PlaneGeometry

/// The two tables of a kind whose records may have an area, while records are stored in them. A record moves from one to the
/// other when its area comes or goes.
struct ShapeStoring {
  private var withShape: KeyedTable
  private var withoutShape: KeyedTable

  /// - Parameter withoutShape: the table of `kind` for records without an area.
  static func run(
    _ kind: RecordKind, withoutShape: Table, in database: Database, _ work: (inout ShapeStoring) throws -> Void
  ) throws {
    try kind.main.fill(in: database) { insertion in
      let other = try RowInsertion(into: withoutShape, in: database)
      var storing = ShapeStoring(
        withShape: try KeyedTable(kind.main, of: kind, by: insertion, in: database),
        withoutShape: try KeyedTable(withoutShape, of: kind, by: other, in: database))
      try work(&storing)
    }
  }

  /// Stores a row, in the place of the one with the same key in either table.
  mutating func store(_ row: inout RowWriter, shape: MultiPolygon?) throws {
    guard let shape else {
      try withShape.remove(row)
      return try withoutShape.store(row, shape: nil)
    }
    try withoutShape.remove(row)
    row.add(shape)
    try withShape.store(row, shape: shape)
  }
}

/// A table in which a row takes the place of the one with the same key. Removes and inserts instead of updating, because the
/// R-tree's triggers of version 1.3 do not bear an upsert.
private struct KeyedTable {
  private let insertion: RowInsertion
  private let removal: Statement
  private let keyPositions: [Int]
  /// In an empty table there is nothing to look for.
  private var hasRows: Bool

  init(_ table: Table, of kind: RecordKind, by insertion: RowInsertion, in database: Database) throws {
    self.insertion = insertion
    let key = kind.uniqueTerms.map { "\($0) = ?" }.joined(separator: " AND ")
    removal = try database.cachedStatement(sql: "DELETE FROM \(table.quotedName) WHERE \(key)")
    keyPositions = kind.uniquePositions
    hasRows = try table.hasRows(in: database)
  }

  mutating func store(_ row: RowWriter, shape: MultiPolygon?) throws {
    do {
      try insertion.insert(row, shape: shape)
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      try remove(row)
      try insertion.insert(row, shape: shape)
    }
    hasRows = true
  }

  func remove(_ row: RowWriter) throws {
    guard hasRows else { return }
    try removal.run(keyPositions.map { row.values[$0] })
  }
}
