import ArgumentParser
import Planning
import Provenance
import Quantities
import Reporting
import WorkLocations

/// A scenario and a horizon as one word: `hoog@2040`.
struct ScenarioAtHorizon: ExpressibleByArgument, Sendable {
  let scenario: String
  let horizon: Int

  init?(argument: String) {
    let parts = argument.split(separator: "@").map(String.init)
    guard parts.count == 2, let horizon = Int(parts[1]) else { return nil }
    scenario = parts[0]
    self.horizon = horizon
  }
}

/// `werklocaties compare runs`.
struct CompareRunsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "runs",
      abstract: localized(
        nl: "Waarom twee berekeningen verschillen: scenario, jaar, parameters of peildatum.",
        en: "Why two runs differ: scenario, year, parameters or reference date."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties compare runs register.gpkg --from laag@2040 --to hoog@2040 --region PV30
            werklocaties compare runs register.gpkg --from hoog@2040 --to hoog@2040 --to-parameters eigen --to-soft
            werklocaties compare runs register.gpkg --from laag@2040 --to hoog@2040 --explain deel/banen
          Het cijfer is de vraag min het bruikbare aanbod: wat er nog nodig is. --explain kent van, naar, verschil, deel/OORZAAK,
          deel/OORZAAK/REGIO/REGEL en elk cijfer van een van beide: van/CR33/laag/2040/balans.
          """,
        en: """
          Examples:
            werklocaties compare runs register.gpkg --from laag@2040 --to hoog@2040 --region PV30
            werklocaties compare runs register.gpkg --from hoog@2040 --to hoog@2040 --to-parameters own --to-soft
            werklocaties compare runs register.gpkg --from laag@2040 --to hoog@2040 --explain deel/banen
          The figure is demand minus usable supply: what is still needed. --explain knows van (from), naar (to), verschil
          (difference), deel/CAUSE, deel/CAUSE/REGION/LINE and any figure of either run: van/CR33/laag/2040/balans.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      localized(nl: "Het register, een GeoPackage.", en: "The register, a GeoPackage."), valueName: "register.gpkg"))
  var path: String

  @Option(help: ArgumentHelp(localized(nl: "Eerste: scenario@jaar.", en: "First: scenario@year.")))
  var from: ScenarioAtHorizon

  @Option(help: ArgumentHelp(localized(nl: "Tweede: scenario@jaar.", en: "Second: scenario@year.")))
  var to: ScenarioAtHorizon

  @Option(
    help: ArgumentHelp(
      localized(nl: "Regio van beide.", en: "Region of both."), valueName: "code"))
  var region: RegionCode = .netherlands

  @Option(help: ArgumentHelp(localized(nl: "Andere regio van de tweede.", en: "Another region of the second.")))
  var toRegion: RegionCode?

  @Option(help: ArgumentHelp(localized(nl: "Parametermap van de eerste.", en: "Parameter folder of the first.")))
  var fromParameters: String?

  @Option(help: ArgumentHelp(localized(nl: "Parametermap van de tweede.", en: "Parameter folder of the second.")))
  var toParameters: String?

  @Option(help: ArgumentHelp(localized(nl: "Peildatum van de eerste.", en: "Reference date of the first.")))
  var fromDate: CalendarDate?

  @Option(help: ArgumentHelp(localized(nl: "Peildatum van de tweede.", en: "Reference date of the second.")))
  var toDate: CalendarDate?

  @Flag(help: ArgumentHelp(localized(nl: "De eerste telt zachte plannen mee.", en: "The first counts soft plans.")))
  var fromSoft = false

  @Flag(help: ArgumentHelp(localized(nl: "De tweede telt zachte plannen mee.", en: "The second counts soft plans.")))
  var toSoft = false

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Laat zien waar dit cijfer vandaan komt: van, naar, verschil of deel/…",
        en: "Show where this figure comes from: van, naar, verschil or deel/…"),
      valueName: localized(nl: "cijfer", en: "figure")))
  var explain: String?

  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let context = try CommandContext.require()
    let own = try scenarios.scenarios()
    let request = CompareRuns.Request(
      from: CompareRuns.Side(
        region: region, scenario: from.scenario, horizon: from.horizon, countsSoftPlans: fromSoft,
        referenceDate: fromDate, parameterFolders: [fromParameters].compactMap { $0 }, ownScenarios: own),
      to: CompareRuns.Side(
        region: toRegion ?? region, scenario: to.scenario, horizon: to.horizon, countsSoftPlans: toSoft,
        referenceDate: toDate, parameterFolders: [toParameters].compactMap { $0 }, ownScenarios: own))
    if let explain {
      return try table.print(
        CompareRuns().explain(explain, request, register: path, in: context.environment), in: context)
    }
    let response = try CompareRuns()(request, register: path, in: context.environment)
    context.console.report(response.diagnostics)
    let isSynthetic = response.registers.contains(where: \.hasSyntheticData)
    context.console.print(
      try table.rendered([response.comparison], response, isSynthetic: isSynthetic, in: context))
  }
}

/// `werklocaties compare studies`.
struct CompareStudiesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "studies",
      abstract: localized(
        nl: "Waarom twee gepubliceerde ramingen verschillen, uit hun eigen tabellen.",
        en: "Why two published forecasts differ, from their own tables."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties compare studies Documentation/Examples/raming-a Documentation/Examples/raming-b
            werklocaties compare studies raming-a raming-b --scenario hoog --horizon 2040 --csv
            werklocaties compare studies raming-a raming-b --explain hoog/2040/deel/ruimte-per-baan
          Wat het geciteerde cijfer betekent staat in study.yaml onder ‘quotes’; zie Documentation/Examples.
          """,
        en: """
          Examples:
            werklocaties compare studies Documentation/Examples/raming-a Documentation/Examples/raming-b
            werklocaties compare studies forecast-a forecast-b --scenario hoog --horizon 2040 --csv
            werklocaties compare studies forecast-a forecast-b --explain hoog/2040/deel/ruimte-per-baan
          What the quoted figure stands for is in study.yaml under ‘quotes’; see Documentation/Examples.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      localized(nl: "Map van de eerste studie.", en: "Folder of the first study."),
      valueName: localized(nl: "map-a", en: "folder-a")))
  var from: String

  @Argument(
    help: ArgumentHelp(
      localized(nl: "Map van de tweede studie.", en: "Folder of the second study."),
      valueName: localized(nl: "map-b", en: "folder-b")))
  var to: String

  @Option(help: ArgumentHelp(localized(nl: "Alleen dit scenario.", en: "Only this scenario.")))
  var scenario: String?

  @Option(help: ArgumentHelp(localized(nl: "Alleen dit eindjaar.", en: "Only this end year.")))
  var horizon: Int?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Laat zien waar dit cijfer vandaan komt: van, naar, verschil of deel/…",
        en: "Show where this figure comes from: van, naar, verschil or deel/…"),
      valueName: localized(nl: "cijfer", en: "figure")))
  var explain: String?

  @OptionGroup var table: TableOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let context = try CommandContext.require()
    let request = CompareStudies.Request(from: from, to: to, scenario: scenario, horizon: horizon)
    if let explain {
      return try table.print(CompareStudies().explain(explain, request, in: context.environment), in: context)
    }
    let response = try CompareStudies()(request, in: context.environment)
    context.console.report(response.diagnostics)
    let isSynthetic = response.headings.contains(where: \.isSynthetic)
    context.console.print(try table.rendered(response.comparisons, response, isSynthetic: isSynthetic, in: context))
  }
}

extension TableOptions {
  /// Where a figure of a comparison comes from, as text or as JSON.
  func print<Request>(_ response: ComparisonExplanation<Request>, in context: CommandContext) throws {
    context.console.report(response.diagnostics)
    context.console.print(
      json ? try CanonicalJSON.text(response) : ExplanationText.text(response, language: context.language))
  }

  /// A comparison of forecasts as text, CSV, or the whole answer as JSON.
  func rendered(
    _ comparisons: [ForecastComparison], _ response: some Encodable, isSynthetic: Bool, in context: CommandContext
  ) throws -> String {
    if json { return try CanonicalJSON.text(response) }
    if csv { return ForecastComparisonTable.csv(comparisons) }
    return ForecastComparisonTable.text(comparisons, isSynthetic: isSynthetic, language: context.language)
  }
}
