import EnergyHubs
import Provenance
import Quantities

/// The prices of another year — *prijsjaar*: a table with the column ‘price’, EUR/MWh, as `series.csv` of a study has it.
public struct PriceYear: Sendable, Equatable {
  /// The file as messages show it.
  public let name: String
  public let year: ProfileYear
  /// EUR/kWh for each step of that year.
  public let price: [Double]

  /// - Throws: `PlanningError.invalidInput` with everything that is wrong with the table.
  public init(_ table: EnergyTable, diagnostics: [Diagnostic] = []) throws(PlanningError) {
    let files = EnergyCaseFiles(connections: [], load: table, series: table, settings: EnergySettings())
    let calendar = EnergyCalendar(files)
    let rows = EnergyRows(table, calendar, longestHole: 0)
    var problems = diagnostics + rows.diagnostics
    let column = table[Self.column]
    let values = rows.values(column ?? [])
    if column == nil {
      problems.append(Self.noPrice(table.file))
    } else if !problems.hasErrors, let step = values.firstIndex(where: { !$0.isFinite }) {
      problems.append(Self.hole(table.file, row: rows.positions[step].map { $0 + 1 }))
    }
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    name = table.file
    year = calendar.year
    price = values.map { $0 / KilowattHours.perMegawattHour }
  }

  static let column = "price"

  private static func noPrice(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "energy.no-price", at: .init(file: file, field: column),
      message: LocalizedText(nl: "de kolom met prijzen ontbreekt", en: "the column of prices is missing"),
      remedy: LocalizedText(
        nl: "Voeg een kolom ‘price’ toe, EUR/MWh per stap.", en: "Add a column ‘price’, EUR/MWh for each step."))
  }

  private static func hole(_ file: String, row: Int?) -> Diagnostic {
    Diagnostic(
      .error, "energy.hole", at: .init(file: file, row: row, field: column),
      message: LocalizedText(nl: "er ontbreekt een waarde", en: "a value is missing"),
      remedy: LocalizedText(nl: "Vul elke stap met een prijs.", en: "Fill every step with a price."))
  }
}
