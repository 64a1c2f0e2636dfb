import GRDB

extension Table {
  /// The R-tree and the triggers that keep it right, whoever edits the table (OGC 12-128 version 1.3, annex F.3). Programs that
  /// add or move areas bring the functions the triggers call; we add them by `RowInsertion` and move none.
  func createSpatialIndex(in database: Database) throws {
    try database.execute(sql: "CREATE VIRTUAL TABLE \(quotedIndex) USING rtree(id, minx, maxx, miny, maxy)")
    for trigger in [insertTrigger] + otherTriggers { try database.execute(sql: trigger) }
  }

  /// `INSERT … VALUES (?, …)` for the identifier of a row and the bounds of its area.
  var indexInsertion: String { "INSERT OR REPLACE INTO \(quotedIndex) VALUES (?, ?, ?, ?, ?)" }

  var insertTriggerName: String { triggerName("insert") }

  var insertTrigger: String { trigger("insert", "INSERT", when: Self.filled, put) }

  private var otherTriggers: [String] {
    let (old, new) = ("OLD.\(Self.identifier)", "NEW.\(Self.identifier)")
    let filled = Self.filled
    let empty = "(\(Self.shape) ISNULL OR ST_IsEmpty(\(Self.shape)))"
    let drop = "DELETE FROM \(quotedIndex) WHERE id = \(old);"
    return [
      trigger("update1", "UPDATE OF \(Self.geometry)", when: "\(old) = \(new) AND \(filled)", put),
      trigger("update2", "UPDATE OF \(Self.geometry)", when: "\(old) = \(new) AND \(empty)", drop),
      trigger("update3", "UPDATE", when: "\(old) != \(new) AND \(filled)", drop + " " + put),
      trigger(
        "update4", "UPDATE", when: "\(old) != \(new) AND \(empty)",
        "DELETE FROM \(quotedIndex) WHERE id IN (\(old), \(new));"
      ),
      trigger("delete", "DELETE", when: "OLD.\(Self.geometry) NOT NULL", drop),
    ]
  }

  private static let shape = "NEW.\(geometry)"
  private static let filled = "(\(shape) NOTNULL AND NOT ST_IsEmpty(\(shape)))"

  private var put: String {
    let bounds = ["ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"].map { "\($0)(\(Self.shape))" }.joined(separator: ", ")
    return "INSERT OR REPLACE INTO \(quotedIndex) VALUES (NEW.\(Self.identifier), \(bounds));"
  }

  private var quotedIndex: String { spatialIndexName.quotedDatabaseIdentifier }

  private func triggerName(_ suffix: String) -> String { "\(spatialIndexName)_\(suffix)".quotedDatabaseIdentifier }

  private func trigger(_ suffix: String, _ event: String, when condition: String, _ action: String) -> String {
    "CREATE TRIGGER \(triggerName(suffix)) AFTER \(event) ON \(quotedName) WHEN \(condition) BEGIN \(action) END"
  }
}
