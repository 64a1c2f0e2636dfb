import GRDB
import Provenance
import WorkLocations

/// Takes the example's records away where new ones came in their place; runs after the new records are stored.
///
/// The rules are those of `RegisterStore.replaceSynthetic`.
struct SyntheticReplacement {
  let database: Database
  /// Identifiers of the snapshots of the new records, as a JSON list.
  private let newSources: String

  private static let synthetic = "(SELECT bron FROM bronnen WHERE synthetisch)"

  init(_ database: Database, by records: RegisterRecords) throws {
    self.database = database
    newSources = try JSONText.encode(records.snapshots.map(\.id))
  }

  func run() throws {
    guard try hasSynthetic() else { return }
    let parksBefore = try syntheticParks()
    for kind in RegisterSchema.kinds where kind.hasOrigin && kind.main.name != PlotRow.recordKind.main.name {
      try removeReplaced(kind)
    }
    try removeOrphanedPlots()
    try forget(parks: parksBefore.subtracting(storedParks()))
    try removeUnusedSources()
  }

  private func hasSynthetic() throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT EXISTS \(Self.synthetic)") ?? false
  }

  private func removeReplaced(_ kind: RecordKind) throws {
    for table in kind.tables {
      try database.execute(
        sql: """
          DELETE FROM \(table.quotedName) WHERE \(Column.source) IN \(Self.synthetic) AND \(Column.source) NOT IN \(new)
            AND \(replaced(kind))
          """, arguments: ["new": newSources])
    }
  }

  private var new: String { "(SELECT value FROM json_each(:new))" }

  /// That a new record has the same values in the columns of the scope.
  private func replaced(_ kind: RecordKind) -> String {
    let scope = kind.replacementScope.joined(separator: ", ")
    let fresh = kind.tables.map { table in
      "SELECT \(scope.isEmpty ? "1" : scope) FROM \(table.quotedName) WHERE \(Column.source) IN \(new)"
    }.joined(separator: " UNION ALL ")
    return scope.isEmpty ? "EXISTS (\(fresh))" : "(\(scope)) IN (\(fresh))"
  }

  private func syntheticParks() throws -> Set<String> {
    try Set(parks(where: "\(Column.source) IN \(Self.synthetic)"))
  }

  private func storedParks() throws -> Set<String> { try Set(parks(where: "TRUE")) }

  private func parks(where condition: String) throws -> [String] {
    let each = WorkLocation.recordKind.tables.map { "SELECT rin_nummer FROM \($0.quotedName) WHERE \(condition)" }
    return try String.fetchAll(database, sql: each.joined(separator: " UNION "))
  }

  private func removeOrphanedPlots() throws {
    for plots in PlotRow.recordKind.tables {
      let withoutPark = WorkLocation.recordKind.tables.map { parks in
        """
        NOT EXISTS (SELECT 1 FROM \(parks.quotedName) AS park
          WHERE park.\(Column.referenceDate) = \(plots.quotedName).\(PlotRow.parkDate)
            AND park.rin_nummer = \(plots.quotedName).rin_nummer)
        """
      }
      try database.execute(sql: "DELETE FROM \(plots.quotedName) WHERE \(withoutPark.joined(separator: " AND "))")
    }
  }

  /// Takes references to parks that are gone out of plans, withdrawals and clusters, which stay. An observation of issued
  /// land keeps its park, because that is part of what it observes.
  private func forget(parks: Set<String>) throws {
    guard !parks.isEmpty else { return }
    let gone = try JSONText.encode(parks.sorted())
    for kind in [PlanCapacity.recordKind, Withdrawal.recordKind] {
      try database.execute(
        sql: """
          UPDATE \(kind.main.quotedName) SET rin_nummer = NULL
          WHERE rin_nummer IN (SELECT value FROM json_each(?))
          """, arguments: [gone])
    }
    try database.execute(
      sql: """
        UPDATE clusters SET werklocaties = (
          SELECT json_group_array(value) FROM json_each(clusters.werklocaties)
          WHERE value NOT IN (SELECT value FROM json_each(:gone)))
        WHERE werklocaties NOTNULL
        """, arguments: ["gone": gone])
  }

  private func removeUnusedSources() throws {
    let uses = RegisterSchema.kinds.filter(\.hasOrigin).flatMap(\.tables).map { table in
      "SELECT \(Column.source) FROM \(table.quotedName)"
    }
    try database.execute(
      sql: "DELETE FROM bronnen WHERE synthetisch AND bron NOT IN (\(uses.joined(separator: " UNION ")))")
  }
}
