import ArgumentParser
import Planning
import Reporting
import WorkLocations

/// `werklocaties explain`.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: localized(
        nl: "Laat zien waar een cijfer vandaan komt: formule, parameters met bron, records met herkomst.",
        en: "Show where a figure comes from: formula, parameters with source, records with origin."),
      discussion: localized(
        nl: """
          Een cijfer heet naar regio, scenario, jaar en post.
          Voorbeelden:
            werklocaties explain register.gpkg CR33/hoog/2040/balans
            werklocaties explain register.gpkg PV30/laag/2030/vraag
            werklocaties explain register.gpkg CR33/hoog/2040/aanbod/terstond
            werklocaties explain register.gpkg CR33/hoog/2034/uitgifte-extrapolatie
            werklocaties explain register.gpkg CR33/hoog/2040/klasse/c4-large-dry/tekort
            werklocaties explain register.gpkg CR33/hoog/2040/band/balans/p90
            werklocaties explain register.gpkg CR33/hoog/2040/tornado/groei/laag
            werklocaties explain register.gpkg CR33/hoog/2040/omslagpunt/groei
            werklocaties explain register.gpkg register/PV22/parken/netto
            werklocaties explain register.gpkg energiescan/PV31/vrij-te-spelen
            werklocaties explain register.gpkg energiescan/SYN02649/elektriciteit/hoog
            werklocaties explain register.gpkg energiescan/SYN02649/hub/kosten
          Van een terugtoets: terugtoets/NL01/uitgifte/score/corop/alle/5/uitgifte-extrapolatie/bias, met --lengths als bij
          backtest; met --land-use 70262ned.csv zonder register: terugtoets/NL01/bodemgebruik/stand/CR33/2012. Van een bewaarde
          raming: bewaard/2024-01-01/CR33/verhuizingen/-/2024/2034/fout.
          Een post die niet bestaat, noemt wat er op die plaats wel kan. Banden hangen af van trekkingen, begin en het laatste
          eindjaar: geef dezelfde opties als bij forecast. Met --scenario-file ook wat een wijziging doet, en elk cijfer na de
          eerste wijzigingen: CR33/mijn-scenario/2040/wijziging/2/balans, CR33/mijn-scenario/2040/na/2/vraag. Met
          --freeze de cijfers van het waterbed: CR33/hoog/2040/waterbed/vertrekt, CR33/hoog/2040/waterbed/buur/CR34/komt-aan.
          Cijfers van energy scan heten energiescan/gebied of RIN/post; geef --stations en --study als bij de scan;
          die van scan --size energiescan/gebied of RIN/hub/post, en energiescan/RIN/maten/post zoals bij energy size.
          Een nul heeft ook een boom, en een omslagpunt dat er niet is: de balans aan beide einden van het zoekbereik.
          """,
        en: """
          A figure is named by region, scenario, year and item.
          Examples:
            werklocaties explain register.gpkg CR33/hoog/2040/balans
            werklocaties explain register.gpkg PV30/laag/2030/vraag
            werklocaties explain register.gpkg CR33/hoog/2040/aanbod/terstond
            werklocaties explain register.gpkg CR33/hoog/2034/uitgifte-extrapolatie
            werklocaties explain register.gpkg CR33/hoog/2040/klasse/c4-large-dry/tekort
            werklocaties explain register.gpkg CR33/hoog/2040/band/balans/p90
            werklocaties explain register.gpkg CR33/hoog/2040/tornado/groei/laag
            werklocaties explain register.gpkg CR33/hoog/2040/omslagpunt/groei
            werklocaties explain register.gpkg register/PV22/parken/netto
            werklocaties explain register.gpkg energiescan/PV31/vrij-te-spelen
            werklocaties explain register.gpkg energiescan/SYN02649/elektriciteit/hoog
            werklocaties explain register.gpkg energiescan/SYN02649/hub/kosten
          Of a back-test: terugtoets/NL01/uitgifte/score/corop/alle/5/uitgifte-extrapolatie/bias, with --lengths as to
          backtest; with --land-use 70262ned.csv without a register: terugtoets/NL01/bodemgebruik/stand/CR33/2012. Of a stored
          forecast: bewaard/2024-01-01/CR33/verhuizingen/-/2024/2034/fout.
          An item that does not exist names what is possible there. Bands depend on draws, seed and the last end year: give
          the same options as to forecast. With --scenario-file also what a change does, and any figure after the first
          changes: CR33/my-scenario/2040/wijziging/2/balans, CR33/my-scenario/2040/na/2/vraag. With --freeze
          the figures of the waterbed: CR33/hoog/2040/waterbed/vertrekt, CR33/hoog/2040/waterbed/buur/CR34/komt-aan.
          Figures of energy scan are named energiescan/area or RIN/item; give --stations and --study as to the scan;
          those of scan --size energiescan/area or RIN/hub/item, and energiescan/RIN/maten/item as of energy size.
          A zero has a tree too, and so has a break-even that is not there: the balance at both ends of the search range.
          """))
  }

  @OptionGroup var register: RegisterOptions

  @Argument(
    help: ArgumentHelp(
      localized(nl: "Het cijfer: regio/scenario/jaar/post.", en: "The figure: region/scenario/year/item."),
      valueName: localized(nl: "cijfer", en: "figure")))
  var figure: String?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "De CBS-tabel 70262ned als CSV, in plaats van een register, voor cijfers van een terugtoets.",
        en: "CBS table 70262ned as CSV, instead of a register, for figures of a back-test."),
      valueName: localized(nl: "bestand", en: "file")))
  var landUse: String?

  @OptionGroup var lengths: LengthOptions
  @OptionGroup var horizon: HorizonOptions
  @OptionGroup var rounding: RoundingOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var scenarios: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Plannen die bevriezen, voor cijfers van het waterbed.",
        en: "Plans that are frozen, for figures of the waterbed."),
      valueName: localized(nl: "plannen", en: "plans")))
  var freeze: CommaList<String>?

  @OptionGroup var scan: ScanFileOptions
  @OptionGroup var sizing: ParkSizingOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  @Flag(help: ArgumentHelp(localized(nl: "De boom als JSON.", en: "The tree as JSON.")))
  var json = false

  /// With a land-use table the only argument is the figure.
  func validate() throws {
    guard (landUse == nil) == (figure != nil) else {
      throw ValidationError(
        localized(
          nl: "Geef een register en een cijfer, of --land-use en een cijfer.",
          en: "Give a register and a figure, or --land-use and a figure."))
    }
  }

  func run() throws {
    let context = try CommandContext.require()
    if let figure, ExplainScan.explains(figure) { return try explainScan(figure, context) }
    let response = try response(context)
    context.console.print(
      json
        ? try CanonicalJSON.text(response)
        : ExplanationText.text(response, language: context.language))
  }

  private func response(_ context: CommandContext) throws -> ExplainFigure.Response {
    let balance = RunBalance.Request(
      horizons: horizon.horizons, referenceDate: register.referenceDate, rounding: rounding.rounding,
      ownScenarios: try scenarios.scenarios())
    var request = ExplainFigure.Request(
      figure: figure ?? register.path, forecast: sampling.request(balance: balance, hasSegments: false))
    request.freeze = freeze?.items
    request.landUse = landUse
    request.lengths = lengths.lengths?.items
    let library = try library.library()
    guard landUse == nil else {
      return try BacktestLandUse().explain(request, library: library, in: context.environment)
    }
    let store = try context.environment.registers.open(register.path)
    return try ExplainFigure()(
      request, register: store.load(asOf: register.referenceDate), library: library, stored: store.forecasts())
  }

  private func explainScan(_ figure: String, _ context: CommandContext) throws {
    let response = try scan.explanation(
      of: figure, register: register.register(), try library.library(), library, sizing: sizing, context)
    context.console.print(
      json
        ? try CanonicalJSON.text(response)
        : ExplanationText.text(response, language: context.language))
  }
}
