import PlaneGeometry
import Planning
import Provenance
import Quantities
import WorkLocations

extension [Diagnostic] {
  var asPlanningError: PlanningError { .invalidInput(self) }
}

extension Error {
  /// The problems of a row that holds no valid record; rethrows what is no problem of the row.
  func asRowProblems(file: String, table: Table, row: Int) throws -> [Diagnostic] {
    func diagnostic(_ field: String, value: String?, _ message: LocalizedText) -> Diagnostic {
      Diagnostic(
        .error, "register.invalid-row", at: .init(file: file, layer: table.name, row: row, field: field), value: value,
        message: message,
        remedy: LocalizedText(
          nl: "Herstel de rij (fid) in het register of importeer de bron opnieuw.",
          en: "Repair the row (fid) in the register or import its source again."))
    }
    switch self {
    case let problem as RowProblem: return [diagnostic(problem.column, value: problem.value, problem.message)]
    case let record as InvalidRecord:
      return record.problems.map { diagnostic($0.field, value: $0.value, $0.message) }
    case let error as GeometryError:
      return [diagnostic(Table.geometry, value: nil, LocalizedText(both: error.description))]
    default: throw self
    }
  }
}

extension RowProblem {
  fileprivate var message: LocalizedText {
    value == nil
      ? LocalizedText(nl: "ontbreekt", en: "is missing")
      : LocalizedText(nl: "is geen waarde die hier mag staan", en: "is not a value that is allowed here")
  }
}
