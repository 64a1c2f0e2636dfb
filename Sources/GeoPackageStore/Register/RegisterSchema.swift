import GRDB
import Planning
import Provenance
import WorkLocations

/// The tables of a register file and their versions.
enum RegisterSchema {
  /// Every kind of record; the sources first, because the others refer to them.
  static let kinds: [RecordKind] = [
    SourceSnapshot.recordKind, Region.recordKind, MunicipalMerger.recordKind, WorkLocation.recordKind,
    PlotRow.recordKind, PlanCapacity.recordKind,
    Withdrawal.recordKind, Cluster.recordKind, HousingArea.recordKind, JobCount.recordKind,
    LandUseObservation.recordKind, IssueObservation.recordKind,
    Establishment.recordKind,
  ]

  /// Kinds that came after the first version: no records of the register but what is kept beside it.
  static let laterKinds: [RecordKind] = [StoredForecast.recordKind] + hubKinds
  static let hubKinds: [RecordKind] = [HubRow.recordKind, HubStepRow.recordKind, HubDocumentRow.recordKind]

  /// How the identifiers of our migrations begin: what makes a GeoPackage a register of ours.
  static let migrationPrefix = "werklocaties-"

  /// The numbered versions of the tables. Migration 1 makes them as `kinds` describes them; a later column comes in a
  /// migration of its own, which adds it where a file lacks it.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration(migrationPrefix + "1") { database in
      try GeoPackageFormat.createBaseTables(in: database)
      for kind in kinds { try kind.create(in: database) }
    }
    migrator.registerMigration(migrationPrefix + "2") { try StoredForecast.recordKind.create(in: $0) }
    migrator.registerMigration(migrationPrefix + "3") { for kind in hubKinds { try kind.create(in: $0) } }
    return migrator
  }()

  /// Brings extent, date and presence of every layer up to date. The date is that of the newest import and not of the clock,
  /// so that the same imports give the same file.
  static func describeTables(in database: Database) throws {
    let newest = try String.fetchOne(database, sql: "SELECT max(geimporteerd_op) FROM bronnen")
    let lastChange = newest.map { $0 + "T00:00:00.000Z" } ?? GeoPackageFormat.undated
    for table in (kinds + laterKinds).flatMap(\.tables) { try table.describe(in: database, lastChange: lastChange) }
  }
}
