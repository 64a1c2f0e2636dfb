import GRDB
import Planning
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

  mutating func store(forecasts: [StoredForecast]) throws { try insert(forecasts) }

  /// The plots of a measurement come and go with it.
  private mutating func insert(parks: [WorkLocation]) throws {
    let strayPlots = parks.flatMap(\.strayPlots)
    if strayPlots.hasErrors { throw strayPlots.asPlanningError }
    let parks = parks.inOrder()
    try insert(parks)
    let removals = try PlotRow.recordKind.tables.map { table in
      try database.cachedStatement(
        sql: "DELETE FROM \(table.quotedName) WHERE rin_nummer = ? AND \(PlotRow.parkDate) = ?")
    }
    for park in parks {
      for removal in removals {
        try removal.run([.text(park.rin.text), .text(park.origin.referenceDate.description)])
      }
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

  /// Removes and inserts instead of updating: the record may move between two tables, and the R-tree's triggers of
  /// version 1.3 do not bear an upsert.
  private mutating func replace<Record: StoredRecord>(
    _ records: [Record], in main: Table, orWithoutShapeIn withoutShape: Table
  ) throws {
    let kind = Record.recordKind
    let positions = kind.uniquePositions
    let removals = try kind.removals.map { try database.cachedStatement(sql: $0) }
    let withShape = try database.cachedStatement(sql: main.insertion)
    let withoutShape = try database.cachedStatement(sql: withoutShape.insertion)
    for record in records {
      row.clear()
      try record.write(to: &row)
      let key = positions.map { row.values[$0] }
      for removal in removals { try removal.run(key) }
      if let shape = record.shape { row.add(shape) }
      let insertion = record.shape == nil ? withoutShape : withShape
      try insertion.run(row.values)
    }
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

  fileprivate var removals: [String] {
    let key = uniqueTerms.map { "\($0) = ?" }.joined(separator: " AND ")
    return tables.map { "DELETE FROM \($0.quotedName) WHERE \(key)" }
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
