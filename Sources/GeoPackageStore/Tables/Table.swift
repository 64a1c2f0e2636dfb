import GRDB
import PlaneGeometry

/// A table of a GeoPackage: a layer with areas (*features*) or a table without geometry (*attributes*).
struct Table: Sendable {
  let name: String
  /// Name for a reader, unique in the file.
  let title: String
  let summary: String
  let columns: [Column]
  let hasGeometry: Bool

  static let identifier = "fid"
  static let geometry = "geom"

  var quotedName: String { name.quotedDatabaseIdentifier }
  var spatialIndexName: String { "rtree_\(name)_\(Self.geometry)" }

  /// Names of the columns in the order in which records are written and read; the geometry comes last, so that a reader of
  /// the other columns need not pass over it.
  var columnNames: [String] { columns.map(\.name) + (hasGeometry ? [Self.geometry] : []) }

  func create(in database: Database) throws {
    let identifier = "\(Self.identifier) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
    let geometry = hasGeometry ? ["\(Self.geometry) MULTIPOLYGON NOT NULL"] : []
    let declarations = ([identifier] + columns.map(\.declaration) + geometry).joined(separator: ",\n  ")
    try database.execute(sql: "CREATE TABLE \(quotedName) (\n  \(declarations))")
    if hasGeometry { try createSpatialIndex(in: database) }
  }

  /// `INSERT INTO … VALUES (?, …)` for every column.
  var insertion: String {
    let names = columnNames.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    let places = columnNames.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(quotedName) (\(names)) VALUES (\(places))"
  }
}
