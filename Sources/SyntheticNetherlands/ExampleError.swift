import Quantities
import WorkLocations

/// Why the example could not be made.
public enum ExampleError: Error, Equatable, Sendable {
  /// An embedded table of facts cannot be read. `row` counts from 1 without the header; 0 is the table as a whole.
  case malformedFacts(table: String, row: Int, field: String, value: String)
  /// The calibration contradicts itself or leaves something out; all problems at once.
  case invalidCalibration([LocalizedText])
  /// A total does not fit in the parts that may carry it.
  case doesNotFit(subject: LocalizedText, total: Int)
  /// A park finds no free place inside the drawn boundary of its municipality.
  case noRoom(municipality: RegionCode, park: String)

  public var message: LocalizedText {
    switch self {
    case .malformedFacts(let table, let row, let field, let value):
      LocalizedText(
        nl: "feitentabel \(table), rij \(row), veld \(field): ‘\(value)’ is niet leesbaar",
        en: "table of facts \(table), row \(row), field \(field): ‘\(value)’ cannot be read")
    case .invalidCalibration(let problems):
      problems.dropFirst().reduce(problems.first ?? LocalizedText(both: "")) { $0 + LocalizedText(both: "; ") + $1 }
    case .doesNotFit(let subject, let total):
      subject
        + LocalizedText(
          nl: ": een totaal van \(total) past niet binnen de onderdelen",
          en: ": a total of \(total) does not fit in the parts")
    case .noRoom(let municipality, let park):
      LocalizedText(
        nl: "geen plaats voor \(park) binnen de getekende grens van \(municipality)",
        en: "no room for \(park) inside the drawn boundary of \(municipality)")
    }
  }
}
