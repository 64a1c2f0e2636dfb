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
    try insertPlots(of: parks)
  }

  private mutating func insertPlots(of parks: [WorkLocation]) throws {
    let kind = PlotRow.recordKind
    let hasPlots = try kind.tables.contains { try $0.hasRows(in: database) }
    guard let withoutShape = kind.withoutShape, hasPlots || parks.contains(where: { !$0.plots.isEmpty }) else { return }
    let removals = try kind.tables.map { table in
      try database.cachedStatement(
        sql: "DELETE FROM \(table.quotedName) WHERE rin_nummer = ? AND \(PlotRow.parkDate) = ?")
    }
    try ShapeStoring.run(kind, withoutShape: withoutShape, in: database) { storing in
      for park in parks {
        for removal in removals {
          try removal.run([.text(park.rin.text), .text(park.origin.referenceDate.description)])
        }
        for plot in park.plots.map({ PlotRow($0, of: park) }).inOrder() { try store(plot, by: &storing) }
      }
    }
  }

  /// Inserts in the order in which records are read, so that reading finds them sorted.
  mutating func insert<Record: StoredRecord>(_ records: [Record]) throws {
    guard !records.isEmpty else { return }
    let records = records.inOrder()
    let kind = Record.recordKind
    guard let withoutShape = kind.withoutShape else { return try upsert(records) }
    try ShapeStoring.run(kind, withoutShape: withoutShape, in: database) { storing in
      for record in records { try store(record, by: &storing) }
    }
  }

  private mutating func store(_ record: some StoredRecord, by storing: inout ShapeStoring) throws {
    row.clear()
    try record.write(to: &row)
    try storing.store(&row, shape: record.shape)
  }

  private mutating func upsert<Record: StoredRecord>(_ records: [Record]) throws {
    let statement = try database.cachedStatement(sql: Record.recordKind.upsert)
    for record in records {
      row.clear()
      try record.write(to: &row)
      try statement.run(row.values)
    }
  }
}

extension RecordKind {
  fileprivate var upsert: String {
    let unique = Set(uniquePositions)
    let changes = columns.indices.filter { !unique.contains($0) }.map { position in
      "\(columns[position].quotedName) = excluded.\(columns[position].quotedName)"
    }
    let action = changes.isEmpty ? "DO NOTHING" : "DO UPDATE SET \(changes.joined(separator: ", "))"
    return main.insertion + " ON CONFLICT (\(uniqueTerms.joined(separator: ", "))) \(action)"
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
