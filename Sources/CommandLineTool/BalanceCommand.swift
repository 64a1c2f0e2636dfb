import ArgumentParser
import Planning
import Reporting
import WorkLocations

/// `werklocaties balance`.
struct BalanceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "balance",
      abstract: localized(
        nl: "Zet de vraag naar ruimte af tegen het aanbod, per regio, scenario en jaar.",
        en: "Set the demand for room against supply, per region, scenario and year."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties balance register.gpkg
            werklocaties balance register.gpkg --region PV30 --horizon 2030,2040 --scenario laag,hoog
            werklocaties balance register.gpkg --region CR33 --json --explain
          De balans is hard aanbod (uitgeefbaar en harde plannen, na aftrek van frictie) min de vraag; negatief is tekort.
          """,
        en: """
          Examples:
            werklocaties balance register.gpkg
            werklocaties balance register.gpkg --region PV30 --horizon 2030,2040 --scenario laag,hoog
            werklocaties balance register.gpkg --region CR33 --json --explain
          The balance is hard supply (issuable land and hard plans, less friction) minus demand; negative is a shortage.
          """))
  }

  @OptionGroup var register: RegisterOptions
  @OptionGroup var balance: BalanceOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Regio: NL01, PV30 (provincie), CR33 (COROP), GM0014 (gemeente).",
        en: "Region: NL01, PV30 (province), CR33 (COROP), GM0014 (municipality)."), valueName: "code"))
  var region: RegionCode = .netherlands

  @Flag(help: ArgumentHelp(localized(nl: "Het hele antwoord als JSON.", en: "The whole answer as JSON.")))
  var json = false

  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Bij --json: ook waar elk cijfer vandaan komt.", en: "With --json: also where every figure comes from.")))
  var explain = false

  @Flag(help: ArgumentHelp(localized(nl: "De balansen als CSV.", en: "The balances as CSV.")))
  var csv = false

  @Flag(help: ArgumentHelp(localized(nl: "Meld rekentijden op de foutuitvoer.", en: "Report times on standard error.")))
  var timings = false

  func validate() throws {
    if explain && !json {
      throw ValidationError(
        localized(nl: "Geef bij --explain ook --json.", en: "Give --json with --explain."))
    }
    if json && csv { throw ValidationError(localized(nl: "Kies --json of --csv.", en: "Choose --json or --csv.")) }
  }

  func run() throws {
    let context = try CommandContext.require()
    let library = try library.library()
    let clock = ProcessorClock(console: context.console, isSilent: !timings)
    let register = try clock.measure("load") { try self.register.register() }
    let request = balance.request(region: region, referenceDate: self.register.referenceDate)
      .with(try scenarios.scenarios())
    guard !explain else {
      let response = try clock.measure("compute") {
        try ExplainBalance()(request, register: register, library: library)
      }
      context.console.report(response.balance.diagnostics)
      return context.console.print(try CanonicalJSON.text(response))
    }
    let response = try clock.measure("compute") {
      let situation = clock.measure("prepare") { StartingSituation(register, region: region) }
      // What another parameter or plan asks for again: the situation stays.
      return try clock.measure("recompute") { try RunBalance()(request, from: situation, library: library) }
    }
    context.console.report(response.diagnostics)
    context.console.print(try rendered(response, in: context))
  }

  private func rendered(_ response: RunBalance.Response, in context: CommandContext) throws -> String {
    if json { return try CanonicalJSON.text(response) }
    return csv ? BalanceTable.csv(response) : BalanceTable.text(response, language: context.language)
  }
}
