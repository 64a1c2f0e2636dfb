import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// One table on its way to records: what it says, what it became so far, and what was found wrong.
struct TableReading {
  let mapping: ColumnMapping
  let fields: FieldTable
  let context: MappingContext
  let municipalities: MunicipalityDirectory
  let placement: Placement?
  var findings: Findings
  var records = RegisterRecords()
  private(set) var latestDate: CalendarDate?

  init(_ table: SourceTable, by mapping: ColumnMapping, in context: MappingContext) {
    self.mapping = mapping
    self.context = context
    fields = FieldTable(table, by: mapping)
    municipalities = MunicipalityDirectory(regions: context.regions, mergers: context.mergers)
    var findings = Findings(file: context.fileName, layer: table.layer)
    placement = Placement.of(table, gridDirectories: context.gridDirectories, findings: &findings)
    self.findings = findings
  }

  /// Rows that mean something.
  var rows: [SourceRow] { fields.table.rows.filter { !fields.isSkipped($0) } }

  /// The origin of a row, by its own reference date or year where it states one.
  mutating func origin(_ row: SourceRow) -> Origin {
    let date = statedDate(row) ?? context.referenceDate
    latestDate = latestDate.map { max($0, date) } ?? date
    return Origin(snapshot: context.snapshot, referenceDate: date, row: row.number)
  }

  private func statedDate(_ row: SourceRow) -> CalendarDate? {
    if let date = fields.text(Field.referenceDate.rawValue, row).flatMap(PeriodText.date) { return date }
    // Where the year says what the row is about, it is no reference date.
    let year = mapping.subject.yearIsReference ? fields.text(Field.year.rawValue, row).flatMap(PeriodText.year) : nil
    return year.map(CalendarDate.init(startOf:))
  }

  /// Runs the work of one row; nothing when it found an error.
  mutating func record<Record>(_ work: (inout TableReading) throws(InvalidRecord) -> Record?, row: SourceRow) -> Record?
  {
    let before = findings.errorCount
    do throws(InvalidRecord) {
      let record = try work(&self)
      return findings.errorCount == before ? record : nil
    } catch {
      report(error, row: row)
      return nil
    }
  }

  private mutating func report(_ invalid: InvalidRecord, row: SourceRow) {
    for problem in invalid.problems {
      findings.report(
        .error, "record.invalid", row: row.number, field: fields.columnName(problem.field), value: problem.value,
        problem.message,
        remedy: LocalizedText(nl: "Verbeter de waarde in het bestand.", en: "Correct the value in the file."))
    }
  }
}

extension SourceSubject {
  fileprivate var yearIsReference: Bool {
    switch self {
    case .parks, .plots, .regions, .establishments: true
    case .jobs, .landuse, .issuance, .plans, .withdrawals: false
    }
  }
}
