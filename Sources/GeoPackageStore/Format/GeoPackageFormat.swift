import GRDB

/// The tables that make an SQLite file a GeoPackage — OGC 12-128, version 1.3, clause 1.1 and annex C.
enum GeoPackageFormat {
  /// `GPKG` in ASCII, in the header of the file.
  static let applicationIdentifier = 0x4750_4B47
  /// Version 1.3.0 as the header spells it.
  static let version = 10300
  /// A legal date for a file that has none of its own, so that the same layers give the same bytes.
  static let undated = "1970-01-01T00:00:00.000Z"

  static func createBaseTables(in database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationIdentifier)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
    for statement in [spatialReferenceSystems, contents, geometryColumns, extensions] {
      try database.execute(sql: statement)
    }
    for system in SpatialReferenceSystem.all { try system.insert(into: database) }
  }

  private static let spatialReferenceSystems = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL PRIMARY KEY,
      organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL,
      definition TEXT NOT NULL,
      description TEXT)
    """

  private static let contents = """
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY,
      data_type TEXT NOT NULL,
      identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
      srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))
    """

  private static let geometryColumns = """
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL,
      column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL,
      m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))
    """

  private static let extensions = """
    CREATE TABLE gpkg_extensions (
      table_name TEXT,
      column_name TEXT,
      extension_name TEXT NOT NULL,
      definition TEXT NOT NULL,
      scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
    """
}
