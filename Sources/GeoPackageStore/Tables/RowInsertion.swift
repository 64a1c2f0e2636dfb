import GRDB
import PlaneGeometry

/// Puts rows into a table and, where it has areas, into its R-tree: see `Table.fill`.
struct RowInsertion {
  private let database: Database
  private let statement: Statement
  /// Nil for a table without areas.
  private let index: Statement?

  init(into table: Table, in database: Database) throws {
    self.database = database
    statement = try database.cachedStatement(sql: table.insertion)
    index = table.hasGeometry ? try database.cachedStatement(sql: table.indexInsertion) : nil
  }

  /// - Parameters:
  ///   - row: every value of the row, the area as the last one.
  ///   - shape: the same area.
  func insert(_ row: RowWriter, shape: MultiPolygon?) throws {
    try statement.run(row.values)
    guard let index, let box = shape?.boundingBox else { return }
    try index.run([
      .whole(Int(database.lastInsertedRowID)), .number(box.minX), .number(box.maxX), .number(box.minY),
      .number(box.maxY),
    ])
  }
}

extension Table {
  /// Lets `work` put rows into the table, in a transaction. The trigger that would bring each of them into the R-tree rests
  /// meanwhile, and `RowInsertion` does its work: around a trigger SQLite keeps a copy of every page that a row touches, which
  /// costs more than storing the row. When the work fails, the transaction brings the trigger back.
  func fill(in database: Database, _ work: (RowInsertion) throws -> Void) throws {
    if hasGeometry { try database.execute(sql: "DROP TRIGGER IF EXISTS \(insertTriggerName)") }
    try work(RowInsertion(into: self, in: database))
    if hasGeometry { try database.execute(sql: insertTrigger) }
  }
}
