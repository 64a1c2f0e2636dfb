import ArgumentParser
import Planning
import Reporting
import WorkLocations

/// `werklocaties waterbed`.
struct WaterbedCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "waterbed",
      abstract: localized(
        nl: "Wat het bevriezen van plannen doet met de regio's eromheen.",
        en: "What freezing plans does to the regions around them."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties waterbed register.gpkg --freeze PLAN-1,PLAN-2
            werklocaties waterbed register.gpkg --freeze PLAN-1 --scenario hoog --horizon 2040 --csv
          Vraag zonder plaats zoekt verder in de gemeente, de marktregio en bij de buren, naar nabijheid en vrij terrein.
          """,
        en: """
          Examples:
            werklocaties waterbed register.gpkg --freeze PLAN-1,PLAN-2
            werklocaties waterbed register.gpkg --freeze PLAN-1 --scenario hoog --horizon 2040 --csv
          Demand without a place looks on in the municipality, the market and the neighbours, by nearness and free land.
          """))
  }

  @OptionGroup var register: RegisterOptions

  @Option(
    help: ArgumentHelp(
      localized(nl: "Plannen, gescheiden door komma's.", en: "Plans, separated by commas."),
      valueName: localized(nl: "plannen", en: "plans")))
  var freeze: CommaList<String>

  @OptionGroup var balance: BalanceOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let context = try CommandContext.require()
    let request = AssessWaterbed.Request(
      plans: freeze.items, balance: balance.request(region: .netherlands, referenceDate: register.referenceDate))
    let response = try AssessWaterbed()(request, register: register.register(), library: library.library())
    context.console.report(response.diagnostics)
    let text =
      table.json
      ? try CanonicalJSON.text(response)
      : table.csv ? WaterbedTable.csv(response) : WaterbedTable.text(response, language: context.language)
    context.console.print(text)
  }
}
