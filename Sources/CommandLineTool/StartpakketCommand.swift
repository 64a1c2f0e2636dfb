import ArgumentParser
import Foundation
import Planning
import Quantities
import Reporting
import WorkLocations

/// `werklocaties startpakket`.
struct StartpakketCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "startpakket",
      abstract: localized(
        nl: "Maak het startpakket van een of alle provincies: HTML, PDF, XLSX, GeoPackage en het verzoek als JSON.",
        en: "Make the startpakket of one or all provinces: HTML, PDF, XLSX, GeoPackage and the request as JSON."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties startpakket register.gpkg --all --out startpakketten
            werklocaties startpakket register.gpkg --province PV31 --out startpakketten
            werklocaties startpakket register.gpkg --province PV20,PV31 --horizon 2040 --out startpakketten
          """,
        en: """
          Examples:
            werklocaties startpakket register.gpkg --all --out startpakketten
            werklocaties startpakket register.gpkg --province PV31 --out startpakketten
            werklocaties startpakket register.gpkg --province PV20,PV31 --horizon 2040 --out startpakketten
          """))
  }

  @OptionGroup var register: RegisterOptions
  @OptionGroup var balance: BalanceOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  @Option(
    help: ArgumentHelp(
      localized(nl: "Provinciecodes, gescheiden door komma's.", en: "Province codes, separated by commas."),
      valueName: "codes"))
  var province: CommaList<RegionCode>?

  @Flag(help: ArgumentHelp(localized(nl: "Alle provincies van het register.", en: "All provinces of the register.")))
  var all = false

  @Option(
    help: ArgumentHelp(
      localized(nl: "Map voor de uitvoer; wordt gemaakt.", en: "Folder for the output; it is made."),
      valueName: localized(nl: "map", en: "folder")))
  var out: String

  func validate() throws {
    if all == (province != nil) {
      throw ValidationError(
        localized(
          nl: "Geef --province met een code, of --all voor alle provincies.",
          en: "Give --province with a code, or --all for every province."))
    }
  }

  func run() throws {
    let context = try CommandContext.require()
    let store = try context.environment.registers.open(register.path)
    let register = try store.load(asOf: register.referenceDate)
    let library = try library.library()
    let codes = province?.items ?? register.regions.regions(at: .province).map(\.code)
    let own = try scenarios.scenarios()
    context.console.say(Self.progress(codes.map { register.regions[$0]?.name ?? $0.text }))
    let responses = try ComposeStartpakket()(
      codes.map { request($0, own) }, register: register, library: library, hubs: store.hubs())
    let publication = try StartpakketPublication(folder: out, context: context)
    for path in try publication.publish(responses) { context.console.print(path) }
  }

  private func request(_ code: RegionCode, _ own: [PlanningScenario]) -> ComposeStartpakket.Request {
    ComposeStartpakket.Request(
      province: code, balance: balance.request(region: code, referenceDate: register.referenceDate).with(own))
  }

  private static func progress(_ names: [String]) -> LocalizedText {
    let listed = names.joined(separator: ", ")
    return LocalizedText(
      nl: "Startpakket wordt berekend: \(listed) …", en: "Computing the startpakket: \(listed) …")
  }
}
