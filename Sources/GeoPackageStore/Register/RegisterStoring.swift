import GRDB
import Provenance
import Quantities
import WorkLocations

/// One storing of records, inside a transaction.
struct RegisterStoring {
  let database: Database
  private var row = RowWriter()

  init(_ database: Database) { self.database = database }

  mutating func store(_ records: RegisterRecords) throws {
    try insert(records.snapshots)
    try insert(records.regions)
    try insert(records.mergers)
    try insert(parks: records.parks)
    try insert(records.planCapacities)
    try insert(records.withdrawals)
    try insert(records.clusters)
    try insert(records.housingAreas)
    try insert(records.jobs)
    try insert(records.landUse)
    try insert(records.issues)
    try insert(records.establishments)
  }

  /// The plots of a measurement come and go with it.
  private mutating func insert(parks: [WorkLocation]) throws {
    let strayPlots = parks.flatMap(\.strayPlots)
    if strayPlots.hasErrors { throw strayPlots.asPlanningError }
    let parks = parks.inOrder()
    try insert(parks)
    try insertPlots(of: parks)
  }

  private mutating func insertPlots(of parks: [WorkLocation]) throws {
    let tables = PlotRow.recordKind.tables
    let removals = try tables.map { table in
      try database.cachedStatement(
        sql: "DELETE FROM \(table.quotedName) WHERE rin_nummer = ? AND \(PlotRow.parkDate) = ?")
    }
    var mayHavePlots = try tables.contains { try $0.hasRows(in: database) }
    for park in parks {
      for removal in removals where mayHavePlots {
        try removal.run([.text(park.rin.text), .text(park.origin.referenceDate.description)])
      }
      mayHavePlots = mayHavePlots || !park.plots.isEmpty
      try insert(park.plots.map { PlotRow($0, of: park) })
    }
  }

  /// Inserts in the order in which records are read, so that reading finds them sorted.
  private mutating func insert<Record: StoredRecord>(_ records: [Record]) throws {
    guard !records.isEmpty else { return }
    let records = records.inOrder()
    if let withoutShape = Record.recordKind.withoutShape {
      try replace(records, in: Record.recordKind.main, orWithoutShapeIn: withoutShape)
    } else {
      try upsert(records)
    }
  }

  private mutating func upsert<Record: StoredRecord>(_ records: [Record]) throws {
    let statement = try database.cachedStatement(sql: Record.recordKind.upsert)
    for record in records {
      row.clear()
      try record.write(to: &row)
      try statement.run(row.values)
    }
  }

  /// Replaces instead of updating: the record may move between two tables, and the R-tree's triggers of version 1.3 do not
  /// bear an upsert.
  private mutating func replace<Record: StoredRecord>(
    _ records: [Record], in main: Table, orWithoutShapeIn withoutShape: Table
  ) throws {
    let positions = Record.recordKind.uniquePositions
    var main = try StoringTable(main, of: Record.recordKind, in: database)
    var withoutShape = try StoringTable(withoutShape, of: Record.recordKind, in: database)
    for record in records {
      row.clear()
      try record.write(to: &row)
      if let shape = record.shape {
        try withoutShape.remove(row, at: positions)
        row.add(shape)
        try main.store(row)
      } else {
        try main.remove(row, at: positions)
        try withoutShape.store(row)
      }
    }
  }
}

/// One of the two tables of a kind, with areas or without, while records are stored.
private struct StoringTable {
  private let replacement: Statement
  private let removal: Statement
  /// In an empty table there is nothing to look for.
  private var hasRows: Bool

  init(_ table: Table, of kind: RecordKind, in database: Database) throws {
    replacement = try database.cachedStatement(sql: table.replacement)
    removal = try database.cachedStatement(sql: kind.removal(from: table))
    hasRows = try table.hasRows(in: database)
  }

  /// Stores a row in the place of the row with the same key.
  mutating func store(_ row: RowWriter) throws {
    try replacement.run(row.values)
    hasRows = true
  }

  /// Removes the row whose key is at the given positions of another row.
  func remove(_ row: RowWriter, at positions: [Int]) throws {
    guard hasRows else { return }
    try removal.run(positions.map { row.values[$0] })
  }
}

extension RecordKind {
  fileprivate var upsert: String {
    let unique = Set(uniquePositions)
    let changes = columns.indices.filter { !unique.contains($0) }.map { position in
      "\(columns[position].quotedName) = excluded.\(columns[position].quotedName)"
    }
    return main.insertion
      + " ON CONFLICT (\(uniqueTerms.joined(separator: ", "))) DO UPDATE SET \(changes.joined(separator: ", "))"
  }

  fileprivate func removal(from table: Table) -> String {
    "DELETE FROM \(table.quotedName) WHERE \(uniqueTerms.map { "\($0) = ?" }.joined(separator: " AND "))"
  }
}

extension WorkLocation {
  /// Plots that say they belong to another park: storing them here would move them.
  fileprivate var strayPlots: [Diagnostic] {
    plots.filter { $0.park != rin }.map { plot in
      Diagnostic(
        .error, "register.stray-plot", at: .init(row: plot.origin.row, field: "rin_nummer", record: rin.text),
        value: plot.park.text,
        message: LocalizedText(
          nl: "kavel \(plot.id) hoort bij een andere werklocatie",
          en: "plot \(plot.id) belongs to another work location"),
        remedy: LocalizedText(nl: "Herstel het RIN-nummer van de kavel.", en: "Repair the RIN number of the plot."))
    }
  }
}
