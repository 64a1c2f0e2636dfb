import Provenance
import Quantities
import WorkLocations

/// What a table became — *resultaat van de koppeling*: records and every problem at once.
public struct MappedRecords: Sendable {
  /// The rows that can be records; complete only when no diagnostic is an error.
  public let records: RegisterRecords
  public let diagnostics: [Diagnostic]
  /// The latest reference date among the rows; nil without rows.
  public let referenceDate: CalendarDate?
}

extension ColumnMapping {
  /// Reads a table as this mapping says. Pure: the same table gives the same records and diagnostics.
  public func records(from table: SourceTable, in context: MappingContext) -> MappedRecords {
    var reading = TableReading(table, by: self, in: context)
    reading.reportProblems()
    if !reading.findings.hasErrors { reading.readRows() }
    return MappedRecords(
      records: reading.records, diagnostics: reading.findings.diagnostics, referenceDate: reading.latestDate)
  }
}

extension TableReading {
  /// Nothing is read when the mapping is wrong or a required column is missing.
  fileprivate mutating func reportProblems() {
    for problem in mapping.problems() { findings.add(problem) }
    for field in fields.fit.missing {
      let names = mapping.acceptedNames(of: field).joined(separator: ", ")
      findings.report(
        .error, "mapping.column-missing", field: field, value: fields.table.columns.joined(separator: ", "),
        LocalizedText(
          nl: "de kolom die ‘\(mapping.name)’ nodig heeft ontbreekt",
          en: "the column that ‘\(mapping.name)’ needs is missing"),
        remedy: LocalizedText(
          nl: "Noem een kolom zo: \(names); of geef een eigen kolomkoppeling op.",
          en: "Name a column: \(names); or give your own column mapping."))
    }
  }

  fileprivate mutating func readRows() {
    switch mapping.subject {
    case .parks: readParks()
    case .plots: readPlots()
    case .regions: readRegions()
    case .jobs: readJobs()
    case .landuse: readLandUse()
    case .issuance: readIssues()
    case .establishments: readEstablishments()
    case .plans: readPlans()
    case .withdrawals: readWithdrawals()
    }
  }
}
