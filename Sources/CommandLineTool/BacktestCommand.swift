import ArgumentParser
import Planning
import Reporting
import WorkLocations

/// `werklocaties backtest`.
struct BacktestCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backtest",
      abstract: localized(
        nl: "Toets de ramers aan wat er werkelijk gebeurde, naast twee naïeve regels.",
        en: "Hold the estimators against what really happened, beside two naive rules."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties backtest register.gpkg
            werklocaties backtest register.gpkg --region PV30 --lengths 5
            werklocaties backtest register.gpkg --stored
            werklocaties backtest --land-use 70262ned.csv --cases
          Elke ramer krijgt alleen wat in het peiljaar bekend was. --land-use neemt de CBS-tabel 70262ned (bodemgebruik) met
          de herindelingen sinds 1996. --stored toetst ramingen die met estimate --store zijn bewaard.
          """,
        en: """
          Examples:
            werklocaties backtest register.gpkg
            werklocaties backtest register.gpkg --region PV30 --lengths 5
            werklocaties backtest register.gpkg --stored
            werklocaties backtest --land-use 70262ned.csv --cases
          Each estimator gets only what was known at the cut. --land-use takes CBS table 70262ned (land use) with the mergers
          since 1996. --stored scores forecasts that estimate --store kept.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      localized(nl: "Het register, een GeoPackage.", en: "The register, a GeoPackage."), valueName: "register.gpkg"))
  var path: String?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "De CBS-tabel 70262ned als CSV, in plaats van een register.",
        en: "CBS table 70262ned as CSV, instead of a register."),
      valueName: localized(nl: "bestand", en: "file")))
  var landUse: String?

  @Flag(help: ArgumentHelp(localized(nl: "Toets de bewaarde ramingen.", en: "Score the stored forecasts.")))
  var stored = false

  @Option(
    help: ArgumentHelp(
      localized(nl: "Regio, met alles wat erin ligt.", en: "Region, with all that lies in it."), valueName: "code"))
  var region: RegionCode = .netherlands

  @OptionGroup var lengths: LengthOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  @Flag(help: ArgumentHelp(localized(nl: "Het hele antwoord als JSON.", en: "The whole answer as JSON.")))
  var json = false

  @Flag(help: ArgumentHelp(localized(nl: "De scores als CSV.", en: "The scores as CSV.")))
  var csv = false

  @Flag(
    help: ArgumentHelp(
      localized(nl: "Elke raming met de werkelijkheid als CSV.", en: "Every forecast with what happened as CSV.")))
  var cases = false

  func validate() throws {
    guard (path == nil) != (landUse == nil) else {
      throw ValidationError(
        localized(nl: "Geef een register of --land-use, niet beide.", en: "Give a register or --land-use, not both."))
    }
    guard [json, csv, cases].count(where: { $0 }) <= 1 else {
      throw ValidationError(
        localized(nl: "Kies één van --json, --csv en --cases.", en: "Choose one of --json, --csv and --cases."))
    }
    if stored && (landUse != nil || cases) {
      throw ValidationError(
        localized(
          nl: "--stored gaat over een register, zonder --land-use of --cases.",
          en: "--stored is about a register, without --land-use or --cases."))
    }
  }

  func run() throws {
    let context = try CommandContext.require()
    if stored, let path { return try scoreStored(in: path, context) }
    let response = try response(context)
    context.console.report(response.diagnostics)
    context.console.print(try rendered(response, in: context))
  }

  private func response(_ context: CommandContext) throws -> RunBacktest.Response {
    let request = RunBacktest.Request(
      region: region, lengths: lengths.lengths?.items ?? RunBacktest.Request.defaultLengths)
    if let landUse {
      return try BacktestLandUse()(
        .init(path: landUse, backtest: request), library: library.library(), in: context.environment)
    }
    let register = try context.environment.registers.open(path ?? "").load(asOf: nil)
    return try RunBacktest()(request, register: register, library: library.library())
  }

  private func rendered(_ response: RunBacktest.Response, in context: CommandContext) throws -> String {
    if json { return try CanonicalJSON.text(response) }
    if cases { return BacktestTable.cases(response) }
    return csv ? BacktestTable.csv(response) : BacktestTable.text(response, language: context.language)
  }

  private func scoreStored(in path: String, _ context: CommandContext) throws {
    let store = try context.environment.registers.open(path)
    let response = ScoreForecasts()(try store.forecasts(), register: try store.load(asOf: nil))
    context.console.report(response.diagnostics)
    context.console.print(
      json
        ? try CanonicalJSON.text(response)
        : csv ? ForecastScoreTable.csv(response) : ForecastScoreTable.text(response, language: context.language))
  }
}
