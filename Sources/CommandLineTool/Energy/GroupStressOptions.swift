import ArgumentParser
import Planning
import Quantities

/// Which events of a group are asked after.
struct GroupStressOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Tegenvallers: elk lid vertrekt, de batterij valt uit, een koud jaar.",
        en: "Events: each member leaves, the battery fails, a cold year.")))
  var stress = false

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Graaddagen van het koude jaar ten opzichte van een gewoon jaar; zet --stress aan.",
        en: "Degree days of the cold year over those of an ordinary one; turns --stress on."), valueName: "1.15"))
  var coldYear: Double?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Prijzen van een ander jaar: een CSV met de kolom price, EUR/MWh; zet --stress aan.",
        en: "Prices of another year: a CSV with the column price, EUR/MWh; turns --stress on."),
      valueName: localized(nl: "bestand", en: "file")))
  var priceYear: String?

  var isAsked: Bool { stress || coldYear != nil || priceYear != nil }

  func prices(_ context: CommandContext) throws -> PriceYear? {
    try priceYear.map { path in
      let (table, diagnostics) = try context.environment.energyCases.table(path)
      return try PriceYear(table, diagnostics: diagnostics)
    }
  }
}
