import ArgumentParser
import Planning
import Quantities
import Reporting
import WorkLocations

/// `werklocaties forecast`.
struct ForecastCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "forecast",
      abstract: localized(
        nl: "Raam vraag en balans met bandbreedte: hoe zeker is een tekort, en hoeveel ruimte neemt het weg?",
        en: "Forecast demand and balance with bands: how sure is a shortage, and how much room takes it away?"),
      discussion: localized(
        nl: """
          Elke parameter met een lage en hoge waarde wordt vaak getrokken; de balans zelf blijft het midden.
          Voorbeelden:
            werklocaties forecast register.gpkg
            werklocaties forecast register.gpkg --region PV31 --draws 10000
            werklocaties forecast register.gpkg --region CR38 --precision 5 --segments
            werklocaties forecast register.gpkg --region CR38 --why
          Dezelfde opdracht geeft op elke machine en met elk aantal rekenkernen dezelfde cijfers.
          """,
        en: """
          Every parameter with a low and a high value is drawn many times; the balance itself stays the middle.
          Examples:
            werklocaties forecast register.gpkg
            werklocaties forecast register.gpkg --region PV31 --draws 10000
            werklocaties forecast register.gpkg --region CR38 --precision 5 --segments
            werklocaties forecast register.gpkg --region CR38 --why
          The same command gives the same figures on any machine and any number of cores.
          """))
  }

  @OptionGroup var register: RegisterOptions
  @OptionGroup var balance: BalanceOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var sampling: SamplingOptions

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Regio: NL01, PV30 (provincie), CR33 (COROP), GM0014 (gemeente).",
        en: "Region: NL01, PV30 (province), CR33 (COROP), GM0014 (municipality)."), valueName: "code"))
  var region: RegionCode = .netherlands

  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Ook per klasse terrein (milieucategorie, kavelgrootte, water).",
        en: "Also per class of land (environmental category, plot size, water).")))
  var segments = false

  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Waar de spreiding vandaan komt: gevoeligheid, tornado en omslagpunten.",
        en: "Where the spread comes from: sensitivity, tornado and break-even points.")))
  var why = false

  @Flag(help: ArgumentHelp(localized(nl: "Het hele antwoord als JSON.", en: "The whole answer as JSON.")))
  var json = false

  @Flag(help: ArgumentHelp(localized(nl: "De banden als CSV.", en: "The bands as CSV.")))
  var csv = false

  @Flag(help: ArgumentHelp(localized(nl: "Meld rekentijden op de foutuitvoer.", en: "Report times on standard error.")))
  var timings = false

  func validate() throws {
    if json && csv { throw ValidationError(localized(nl: "Kies --json of --csv.", en: "Choose --json or --csv.")) }
    if why && csv { throw ValidationError(localized(nl: "--why kan niet als CSV.", en: "--why cannot be CSV.")) }
  }

  func run() throws {
    let context = try CommandContext.require()
    let library = try library.library()
    let clock = ProcessorClock(console: context.console, isSilent: !timings)
    let register = try clock.measure("load") { try self.register.register() }
    let own = try scenarios.scenarios()
    let request = sampling.request(
      balance: balance.request(region: region, referenceDate: self.register.referenceDate).with(own),
      hasSegments: segments)
    if request.draws > 0 {
      context.console.say(
        LocalizedText(nl: "\(request.draws) trekkingen per scenario …", en: "\(request.draws) draws per scenario …"))
    }
    if why {
      try explain(request, register, library, clock, context)
    } else {
      try forecast(request, register, library, clock, context)
    }
  }

  private func forecast(
    _ request: RunForecast.Request, _ register: Register, _ library: PlanningLibrary, _ clock: ProcessorClock,
    _ context: CommandContext
  ) throws {
    let response = try clock.measure("draw") { try RunForecast()(request, register: register, library: library) }
    context.console.report(response.diagnostics)
    context.console.print(
      json
        ? try CanonicalJSON.text(response)
        : csv ? ForecastTable.csv(response) : ForecastTable.text(response, language: context.language))
  }

  private func explain(
    _ request: RunForecast.Request, _ register: Register, _ library: PlanningLibrary, _ clock: ProcessorClock,
    _ context: CommandContext
  ) throws {
    let response = try clock.measure("explain") {
      try ExplainSpread()(ExplainSpread.Request(forecast: request), register: register, library: library)
    }
    context.console.report(response.diagnostics)
    context.console.print(
      json ? try CanonicalJSON.text(response) : SpreadTable.text(response, language: context.language))
  }
}

/// How a forecast is drawn.
struct SamplingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(nl: "Aantal trekkingen per scenario.", en: "Number of draws per scenario."),
      valueName: localized(nl: "aantal", en: "number")))
  var draws: Int = RunForecast.Request.defaultDraws

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Trek tot de mediaan van de balans op zoveel hectaren nauwkeurig is (95 %); --draws is dan het meeste.",
        en: "Draw until the median balance is known to so many hectares (95 %); --draws is then the most."),
      valueName: "ha"))
  var precision: Double?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Begin van de toevalsreeks.", en: "Start of the random series."),
      valueName: localized(nl: "getal", en: "number")))
  var seed: UInt64 = RunForecast.Request.defaultSeed

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Noem de kans op een tekort groter dan dit apart.", en: "State the chance of a shortage above this."),
      valueName: "ha"))
  var largeShortage: Double?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Aanvaarde kans op een tekort, 0 tot 1; de uitkomst noemt de hectaren die daarvoor nodig zijn.",
        en: "Accepted probability of a shortage, 0 to 1; the result names the hectares that this takes."),
      valueName: localized(nl: "kans", en: "chance")))
  var risk: Double?

  @Flag(
    help: ArgumentHelp(
      localized(
        nl:
          "Vervang correlaties die elkaar tegenspreken door de dichtstbijzijnde mogelijke, en meld hoeveel dat scheelt.",
        en: "Replace correlations that contradict each other by the nearest possible ones, and say by how much.")))
  var repairCorrelations = false

  func request(balance: RunBalance.Request, hasSegments: Bool) -> RunForecast.Request {
    RunForecast.Request(
      balance: balance, draws: draws, precision: precision.map { NetHectares($0) }, seed: seed,
      largeShortage: largeShortage.map { NetHectares($0) }, acceptedRisk: risk,
      repairsCorrelations: repairCorrelations, hasSegments: hasSegments)
  }
}
