import GRDB

extension Table {
  /// The R-tree and the triggers that keep it right, whoever edits the table (OGC 12-128 version 1.3, annex F.3).
  func createSpatialIndex(in database: Database) throws {
    let index = spatialIndexName.quotedDatabaseIdentifier
    try database.execute(sql: "CREATE VIRTUAL TABLE \(index) USING rtree(id, minx, maxx, miny, maxy)")
    for trigger in triggers(of: index) { try database.execute(sql: trigger) }
  }

  private func triggers(of index: String) -> [String] {
    let (old, new) = ("OLD.\(Self.identifier)", "NEW.\(Self.identifier)")
    let shape = "NEW.\(Self.geometry)"
    let filled = "(\(shape) NOTNULL AND NOT ST_IsEmpty(\(shape)))"
    let empty = "(\(shape) ISNULL OR ST_IsEmpty(\(shape)))"
    let bounds = ["ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"].map { "\($0)(\(shape))" }.joined(separator: ", ")
    let put = "INSERT OR REPLACE INTO \(index) VALUES (\(new), \(bounds));"
    let drop = "DELETE FROM \(index) WHERE id = \(old);"
    return [
      trigger("insert", "INSERT", when: filled, put),
      trigger("update1", "UPDATE OF \(Self.geometry)", when: "\(old) = \(new) AND \(filled)", put),
      trigger("update2", "UPDATE OF \(Self.geometry)", when: "\(old) = \(new) AND \(empty)", drop),
      trigger("update3", "UPDATE", when: "\(old) != \(new) AND \(filled)", drop + " " + put),
      trigger(
        "update4", "UPDATE", when: "\(old) != \(new) AND \(empty)", "DELETE FROM \(index) WHERE id IN (\(old), \(new));"
      ),
      trigger("delete", "DELETE", when: "OLD.\(Self.geometry) NOT NULL", drop),
    ]
  }

  private func trigger(_ suffix: String, _ event: String, when condition: String, _ action: String) -> String {
    let name = "\(spatialIndexName)_\(suffix)".quotedDatabaseIdentifier
    return "CREATE TRIGGER \(name) AFTER \(event) ON \(quotedName) WHEN \(condition) BEGIN \(action) END"
  }
}
