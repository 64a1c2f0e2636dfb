import GRDB
import PlaneGeometry

extension Table {
  /// Brings the description of this table in the GeoPackage's own tables up to date: extent and date of a table with rows,
  /// no description of an empty one, because a map reader expects at least one feature in every layer.
  func describe(in database: Database, lastChange: String) throws {
    try removeDescription(in: database)
    guard try hasRows(in: database) else { return }
    try insertContents(in: database, lastChange: lastChange)
    if hasGeometry { try insertGeometryColumn(in: database) }
  }

  func hasRows(in database: Database) throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(quotedName))") ?? false
  }

  private func removeDescription(in database: Database) throws {
    for described in ["gpkg_extensions", "gpkg_geometry_columns", "gpkg_contents"] {
      try database.execute(sql: "DELETE FROM \(described) WHERE table_name = ?", arguments: [name])
    }
  }

  private func insertContents(in database: Database, lastChange: String) throws {
    let extent =
      hasGeometry
      ? "SELECT min(minx), min(miny), max(maxx), max(maxy), \(CoordinateReferenceSystem.rdNew.code)"
        + " FROM \(spatialIndexName.quotedDatabaseIdentifier)"
      : "SELECT NULL, NULL, NULL, NULL, NULL"
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents
          (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id)
        SELECT ?, ?, ?, ?, ?, * FROM (\(extent))
        """,
      arguments: [name, hasGeometry ? "features" : "attributes", title, summary, lastChange])
  }

  private func insertGeometryColumn(in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'MULTIPOLYGON', ?, 0, 0)",
      arguments: [name, Self.geometry, CoordinateReferenceSystem.rdNew.code])
    try database.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [name, Self.geometry, "http://www.geopackage.org/spec130/#extension_rtree"])
  }
}
