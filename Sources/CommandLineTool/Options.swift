import ArgumentParser
import Planning
import Provenance
import Quantities
import WorkLocations

extension Language: ExpressibleByArgument {}
extension Rounding: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension RegionCode: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// A word per item: `2030,2040`. Spaces around commas do not count.
struct CommaList<Item: ExpressibleByArgument & Sendable>: ExpressibleByArgument, Sendable {
  let items: [Item]

  init?(argument: String) {
    let words = argument.split(separator: ",").map { $0.drop { $0 == " " } }
    let items = words.compactMap { Item(argument: String($0)) }
    guard items.count == words.count, !items.isEmpty else { return nil }
    self.items = items
  }
}

/// Options of every command.
struct LanguageOptions: ParsableArguments {
  @Option(help: ArgumentHelp(localized(nl: "Taal van de uitvoer: nl of en.", en: "Language of the output: nl or en.")))
  var language: Language = .nl
}

/// Options of every command that calculates.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .customLong("parameters"), parsing: .singleValue,
    help: ArgumentHelp(
      localized(
        nl: "Map met eigen parameters, over de ingebouwde heen gelegd; mag vaker.",
        en: "Folder with parameters of your own, laid over the built-in ones; may be repeated."),
      valueName: localized(nl: "map", en: "folder")))
  var folders: [String] = []

  func library(folder: String? = nil) throws -> PlanningLibrary {
    try CommandContext.require().environment.libraries.library(overrides: folders, standalone: false, folder: folder)
  }
}

/// The register of every command that reads one.
struct RegisterOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      localized(nl: "Het register, een GeoPackage.", en: "The register, a GeoPackage."),
      valueName: "register.gpkg"))
  var path: String

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Peildatum (jjjj-mm-dd); zonder deze optie de laatste.",
        en: "Reference date (yyyy-mm-dd); the latest without this option."),
      valueName: localized(nl: "datum", en: "date")))
  var referenceDate: CalendarDate?

  func register() throws -> Register {
    try CommandContext.require().environment.registers.open(path).load(asOf: referenceDate)
  }
}

/// The end years of every command that looks ahead.
struct HorizonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(nl: "Eindjaren, gescheiden door komma's.", en: "End years, separated by commas."),
      valueName: localized(nl: "jaren", en: "years")))
  var horizon: CommaList<Int>?

  var horizons: [Int] { horizon?.items ?? RunBalance.Request.defaultHorizons }
}

/// The scenarios of the library that a command is about.
struct ScenarioNames: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(nl: "Scenario's, gescheiden door komma's.", en: "Scenarios, separated by commas."),
      valueName: localized(nl: "namen", en: "names")))
  var scenario: CommaList<String>?

  var scenarios: [String] { scenario?.items ?? RunBalance.Request.defaultScenarios }
}

/// How a balance is rounded.
struct RoundingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Afronding per stap: none, 0.1-ha of 1-ha; gepubliceerde stukken ronden vaak per stap af.",
        en: "Rounding per step: none, 0.1-ha or 1-ha; published texts often round at each step.")))
  var rounding: Rounding = .none
}

/// What a balance is asked for.
struct BalanceOptions: ParsableArguments {
  @OptionGroup var horizon: HorizonOptions
  @OptionGroup var scenario: ScenarioNames
  @OptionGroup var rounding: RoundingOptions

  func request(region: RegionCode, referenceDate: CalendarDate?) -> RunBalance.Request {
    RunBalance.Request(
      region: region, horizons: horizon.horizons, scenarios: scenario.scenarios, referenceDate: referenceDate,
      rounding: rounding.rounding)
  }
}

extension CommandContext {
  /// The context of this call; commands run only inside `CommandLineTool.run`.
  static func require() throws -> CommandContext {
    guard let current else { throw ExitCode.failure }
    return current
  }
}
