import ArgumentParser
import Planning
import Quantities
import Reporting
import WorkLocations

/// `werklocaties estimate`.
struct EstimateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "estimate",
      abstract: localized(
        nl: "Raam de vraag naar ruimte op drie manieren naast elkaar, elk met een band.",
        en: "Estimate the demand for room in three ways side by side, each with a band."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties estimate register.gpkg --region PV30
            werklocaties estimate register.gpkg --region CR33 --horizon 2034 --json
            werklocaties estimate register.gpkg --region PV30 --store
          Terreinquotiënt, uitgifte-extrapolatie en verhuizingen (GIFPRO) worden nooit ongevraagd gemiddeld. Met --combine
          wegen zij mee naar hun fout in de terugtoets. Met --store blijft de raming in het register, om later te toetsen.
          """,
        en: """
          Examples:
            werklocaties estimate register.gpkg --region PV30
            werklocaties estimate register.gpkg --region CR33 --horizon 2034 --json
            werklocaties estimate register.gpkg --region PV30 --store
          Land per job, extrapolated issue and moves (GIFPRO) are never averaged unasked. With --combine they weigh by their
          error in the back-test. With --store the forecast stays in the register, to be scored later.
          """))
  }

  @OptionGroup var register: RegisterOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Regio: NL01, PV30 (provincie), CR33 (COROP), GM0014 (gemeente).",
        en: "Region: NL01, PV30 (province), CR33 (COROP), GM0014 (municipality)."), valueName: "code"))
  var region: RegionCode = .netherlands

  @OptionGroup var horizon: HorizonOptions
  @OptionGroup var scenario: ScenarioNames

  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Combineer de ramers met gewichten uit de terugtoets.",
        en: "Combine the estimators with weights from the back-test.")))
  var combine = false

  @Flag(
    help: ArgumentHelp(localized(nl: "Bewaar de ramingen in het register.", en: "Store the forecasts in the register."))
  )
  var store = false

  @Flag(help: ArgumentHelp(localized(nl: "Het hele antwoord als JSON.", en: "The whole answer as JSON.")))
  var json = false

  @Flag(help: ArgumentHelp(localized(nl: "De ramingen als CSV.", en: "The estimates as CSV.")))
  var csv = false

  func validate() throws {
    if json && csv { throw ValidationError(localized(nl: "Kies --json of --csv.", en: "Choose --json or --csv.")) }
  }

  func run() throws {
    let context = try CommandContext.require()
    let register = try self.register.register()
    let response = try EstimateDemand()(request, register: register, library: library.library())
    context.console.report(response.diagnostics)
    if store { try keep(response, in: context) }
    context.console.print(
      json
        ? try CanonicalJSON.text(response)
        : csv ? EstimateTable.csv(response) : EstimateTable.text(response, language: context.language))
  }

  private var request: EstimateDemand.Request {
    EstimateDemand.Request(
      region: region, horizons: horizon.horizons,
      scenarios: scenario.scenarios, referenceDate: register.referenceDate,
      isCombined: combine)
  }

  private func keep(_ response: EstimateDemand.Response, in context: CommandContext) throws {
    let forecasts = try response.forecasts(madeOn: context.environment.today)
    try context.environment.registers.open(register.path).store(forecasts: forecasts)
    context.console.say(
      LocalizedText(
        nl: "\(forecasts.count) ramingen bewaard in \(register.path)",
        en: "\(forecasts.count) forecasts stored in \(register.path)"))
  }
}
