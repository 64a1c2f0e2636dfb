import EnergyHubs
import Provenance
import Quantities
import SourceMapping

/// The cables of the feeder that a park hangs on, as its file has them — *streng*.
public struct FeederFile: Sendable, Equatable {
  /// Name of the file in the folder of a study.
  public static let fileName = "feeder.csv"
  public static let columns = ["from", "to", "resistance_ohm", "reactance_ohm", "susceptance_s", "rated_a"]

  /// The file as messages show it.
  public let name: String
  public let cables: [FeederCable]

  public init(name: String, cables: [FeederCable]) {
    self.name = name
    self.cables = cables
  }

  /// - Throws: `PlanningError.invalidInput` with every column and cell that cannot be read.
  public init(_ table: SourceTable, name: String) throws(PlanningError) {
    let missing = Self.columns.filter { $0 != Self.optionalColumn && !table.columns.contains($0) }
    guard missing.isEmpty else { throw .invalidInput(missing.map { Self.noColumn($0, name) }) }
    var problems: [Diagnostic] = []
    var cables: [FeederCable] = []
    for row in table.rows {
      let cells = FeederRow(row: row, columns: table.columns, file: name)
      problems += cells.problems
      cables.append(cells.cable)
    }
    guard problems.isEmpty else { throw .invalidInput(problems) }
    self.init(name: name, cables: cables)
  }

  fileprivate static let optionalColumn = "susceptance_s"

  /// The feeder of a study that has none: its connections in a row, one piece of ordinary cable apart.
  public static func example(of park: EnergyCase) -> FeederFile {
    let nodes = ["onderstation"] + park.connections.map(\.id)
    return FeederFile(
      name: fileName,
      cables: zip(nodes, nodes.dropFirst()).map { from, to in
        FeederCable(from: from, to: to, resistance: 0.05, reactance: 0.025, ratedCurrent: 270)
      })
  }

  /// The busbar: the one node that a cable leaves and none enters; nil when there is not exactly one.
  public var source: String? {
    let roots = Set(cables.map(\.from)).subtracting(cables.map(\.to))
    return roots.count == 1 ? roots.first : nil
  }

  private static func noColumn(_ column: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "energy-grid.column", at: .init(file: file, field: column),
      message: LocalizedText(nl: "deze kolom ontbreekt", en: "this column is missing"),
      remedy: LocalizedText(
        nl: "De kolommen zijn \(columns.joined(separator: ", ")).",
        en: "The columns are \(columns.joined(separator: ", "))."))
  }
}

/// One line of the file.
private struct FeederRow {
  let cable: FeederCable
  let problems: [Diagnostic]

  init(row: SourceRow, columns: [String], file: String) {
    var problems: [Diagnostic] = []
    func cell(_ column: String) -> SourceCell {
      columns.firstIndex(of: column).map { row.cells[$0] } ?? .empty
    }
    func report(_ column: String, _ nl: String, _ en: String) {
      problems.append(
        Diagnostic(
          .error, "energy-grid.cell", at: .init(file: file, row: row.number, field: column),
          message: LocalizedText(nl: nl, en: en),
          remedy: LocalizedText(nl: "Vul de cel aan.", en: "Fill in the cell.")))
    }
    func text(_ column: String) -> String {
      switch cell(column) {
      case .text(let text) where !text.isEmpty: return text
      case .number(let number): return number.plain
      default:
        report(column, "de naam van een knoop ontbreekt", "the name of a node is missing")
        return ""
      }
    }
    func number(_ column: String) -> Double {
      switch cell(column) {
      case .number(let number): return number
      case .text(let text): if let number = Double(text) { return number }
      case .empty: if column == FeederFile.optionalColumn { return 0 }
      }
      report(column, "dit is geen getal", "this is no number")
      return 0
    }
    cable = FeederCable(
      from: text("from"), to: text("to"), resistance: number("resistance_ohm"), reactance: number("reactance_ohm"),
      susceptance: number("susceptance_s"), ratedCurrent: number("rated_a"))
    self.problems = problems
  }
}
