import ArgumentParser
import Planning
import Quantities
import Reporting
import WorkLocations

/// `werklocaties compare`.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: localized(
        nl: "Vergelijk: wat elke wijziging van een scenario doet, of waarom twee ramingen verschillen.",
        en: "Compare: what each change of a scenario does, or why two forecasts differ."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties compare register.gpkg mijn-scenario.yaml --region PV30 --horizon 2040
            werklocaties compare runs register.gpkg --from laag@2040 --to hoog@2040
            werklocaties compare studies Documentation/Examples/raming-a Documentation/Examples/raming-b
          De delen tellen op tot het geheel.
          """,
        en: """
          Examples:
            werklocaties compare register.gpkg my-scenario.yaml --region PV30 --horizon 2040
            werklocaties compare runs register.gpkg --from laag@2040 --to hoog@2040
            werklocaties compare studies Documentation/Examples/raming-a Documentation/Examples/raming-b
          The parts sum to the whole.
          """),
      subcommands: [CompareScenariosCommand.self, CompareRunsCommand.self, CompareStudiesCommand.self],
      defaultSubcommand: CompareScenariosCommand.self)
  }
}

/// `werklocaties compare scenarios`.
struct CompareScenariosCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scenarios",
      abstract: localized(
        nl: "Wat elke wijziging van een scenario doet, in de gegeven volgorde.",
        en: "What each change of a scenario does, in the given order."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties compare register.gpkg mijn-scenario.yaml
            werklocaties compare register.gpkg een.yaml twee.yaml --region CR33 --horizon 2030,2040 --csv
          """,
        en: """
          Examples:
            werklocaties compare register.gpkg my-scenario.yaml
            werklocaties compare register.gpkg one.yaml two.yaml --region CR33 --horizon 2030,2040 --csv
          """))
  }

  @OptionGroup var register: RegisterOptions

  @Argument(
    help: ArgumentHelp(
      localized(nl: "De scenario's.", en: "The scenarios."), valueName: "scenario.yaml"))
  var scenarios: [String]

  @Option(
    help: ArgumentHelp(
      localized(nl: "Regio: NL01, PV30, CR33 of GM0014.", en: "Region: NL01, PV30, CR33 or GM0014."),
      valueName: "code"))
  var region: RegionCode = .netherlands

  @Option(
    help: ArgumentHelp(
      localized(nl: "Eindjaren, gescheiden door komma's.", en: "End years, separated by commas."),
      valueName: localized(nl: "jaren", en: "years")))
  var horizon: CommaList<Int>?

  @OptionGroup var library: LibraryOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let context = try CommandContext.require()
    let request = RunBalance.Request(
      region: region, horizons: horizon?.items ?? RunBalance.Request.defaultHorizons,
      referenceDate: register.referenceDate, ownScenarios: try ScenarioOptions.scenarios(scenarios))
    let response = try CompareScenarios()(request, register: register.register(), library: library.library())
    context.console.report(response.diagnostics)
    let text =
      table.json
      ? try CanonicalJSON.text(response)
      : table.csv
        ? ScenarioComparisonTable.csv(response)
        : ScenarioComparisonTable.text(response, language: context.language)
    context.console.print(text)
  }
}
