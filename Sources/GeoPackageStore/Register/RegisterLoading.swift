import GRDB
import PlaneGeometry
import Planning
import Provenance
import Quantities
import WorkLocations

/// One reading of a register: of every record the latest on or before a date, in an order that does not depend on the order
/// of storing.
struct RegisterLoading {
  let database: Database
  let path: String
  /// Nil: the latest of everything.
  let date: CalendarDate?
  private(set) var problems: [Diagnostic] = []
  private var sources: Set<String> = []

  init(_ database: Database, path: String, date: CalendarDate?) {
    self.database = database
    self.path = path
    self.date = date
  }

  /// - Throws: `PlanningError.invalidInput` with every row that holds no valid record.
  mutating func register() throws -> Register {
    let records = try records()
    if problems.hasErrors { throw problems.asPlanningError }
    return Register(referenceDate: try referenceDate(), records: records)
  }

  /// Every stored forecast.
  /// - Throws: `PlanningError.invalidInput` with every row that holds none.
  mutating func forecasts() throws -> [StoredForecast] {
    let forecasts = try fetch(StoredForecast.self)
    if problems.hasErrors { throw problems.asPlanningError }
    return forecasts
  }

  private mutating func records() throws -> RegisterRecords {
    var records = RegisterRecords()
    records.regions = try fetch(Region.self)
    records.mergers = try fetch(MunicipalMerger.self)
    records.parks = try parks()
    records.planCapacities = try fetch(PlanCapacity.self)
    records.withdrawals = try fetch(Withdrawal.self)
    records.clusters = try fetch(Cluster.self)
    records.housingAreas = try fetch(HousingArea.self)
    records.jobs = try fetch(JobCount.self)
    records.landUse = try fetch(LandUseObservation.self)
    records.issues = try fetch(IssueObservation.self)
    records.establishments = try fetch(Establishment.self)
    records.snapshots = try snapshots()
    return records
  }

  private mutating func parks() throws -> [WorkLocation] {
    let latestParks = try latest(of: WorkLocation.recordKind)
    let plots = try fetch(PlotRow.self, where: latestParks.map { "(\(PlotRow.parkDate), rin_nummer) IN \($0)" })
    let plotsByPark = Dictionary(grouping: plots, by: \.park).mapValues { $0.map(\.plot) }
    return try fetch(WorkLocation.self, where: condition(on: WorkLocation.recordKind, latest: latestParks)) {
      try WorkLocation(from: &$0, plots: plotsByPark)
    }
  }

  /// Sources of the records read, and files that were imported by then though later ones took the place of their records.
  /// Generated data counts only while a record of it does.
  private mutating func snapshots() throws -> [SourceSnapshot] {
    try fetch(SourceSnapshot.self).filter { snapshot in
      sources.contains(snapshot.id) || (!snapshot.isSynthetic && date.map { snapshot.referenceDate <= $0 } ?? true)
    }
  }

  private func referenceDate() throws -> CalendarDate {
    if let date { return date }
    let dated = RegisterSchema.kinds.filter(\.isDated)
    let stored =
      try ReferenceDates.newest(of: [WorkLocation.recordKind], in: database)
      ?? ReferenceDates.newest(of: dated, in: database)
    guard let stored else { throw RegisterProblem.empty.planningError(at: path) }
    return stored
  }
}

extension RegisterLoading {
  mutating func fetch<Record: StoredRecord>(_: Record.Type) throws -> [Record] {
    let latest = Record.recordKind.isDated ? try latest(of: Record.recordKind) : nil
    return try fetch(Record.self, where: condition(on: Record.recordKind, latest: latest))
  }

  private mutating func fetch<Record: StoredRecord>(_: Record.Type, where condition: String?) throws -> [Record] {
    try fetch(Record.self, where: condition) { try Record(from: &$0) }
  }

  private mutating func fetch<Record: StoredRecord>(
    _: Record.Type, where condition: String?, make: (inout RowReader) throws -> Record
  ) throws -> [Record] {
    var records: [Record] = []
    for table in Record.recordKind.tables { try read(table, where: condition, into: &records, make: make) }
    return records.inOrder()
  }

  private mutating func read<Record: StoredRecord>(
    _ table: Table, where condition: String?, into records: inout [Record], make: (inout RowReader) throws -> Record
  ) throws {
    let names = (table.columnNames + [Table.identifier]).map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    let filter = condition.map { " WHERE \($0)" } ?? ""
    let statement = try database.cachedStatement(sql: "SELECT \(names) FROM \(table.quotedName)\(filter)")
    let rows = try Row.fetchCursor(statement, arguments: condition == nil ? [] : dateArgument)
    var reader = RowReader(table)
    while let row = try rows.next() {
      reader.begin(row)
      do {
        records.append(try make(&reader))
      } catch {
        problems += try error.asRowProblems(file: path, table: table, row: row[table.columnNames.count])
      }
    }
    sources.formUnion(reader.sources)
  }

  private func condition(on kind: RecordKind, latest: String?) -> String? {
    latest.map { "(\(kind.uniqueTerms.joined(separator: ", "))) IN \($0)" }
  }

  /// The dates and keys of the latest records of a kind; nil when all of its records are, so that nothing needs a search.
  private func latest(of kind: RecordKind) throws -> String? {
    guard try mayHoldEarlierOrLater(kind) else { return nil }
    let keys = kind.key.map(\.quotedName).joined(separator: ", ")
    let limit = date == nil ? "" : " WHERE \(Column.referenceDate) <= :date"
    let measured = kind.tables.map {
      "SELECT \(kind.uniqueTerms.joined(separator: ", ")) FROM \($0.quotedName)\(limit)"
    }
    return "(WITH gemeten (datum, \(keys)) AS (\(measured.joined(separator: " UNION ALL ")))"
      + " SELECT max(datum), \(keys) FROM gemeten GROUP BY \(keys))"
  }

  /// Whether a kind has records of several dates, or of a date that is later than asked.
  private func mayHoldEarlierOrLater(_ kind: RecordKind) throws -> Bool {
    guard let range = try ReferenceDates.range(of: kind, in: database) else { return false }
    return range.lowerBound != range.upperBound || date.map { range.upperBound > $0.description } ?? false
  }

  private var dateArgument: StatementArguments {
    date.map { ["date": $0.description] } ?? []
  }
}
