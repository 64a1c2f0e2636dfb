import ArgumentParser
import Planning
import Quantities
import Reporting
import WorkLocations

/// A stage by its Dutch code or its English name.
extension HubStage: ExpressibleByArgument {
  public init?(argument: String) {
    guard let stage = HubStage(rawValue: argument) ?? Self.allCases.first(where: { "\($0)" == argument }) else {
      return nil
    }
    self = stage
  }
}

extension RINNumber: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// A paper: `intentieverklaring=2026-01-05:kenmerk`.
struct HubDocumentArgument: ExpressibleByArgument, Sendable {
  let document: HubDocument

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let rest = parts[1].split(separator: ":", maxSplits: 1).map(String.init)
    let kind = HubDocumentKind(rawValue: parts[0]) ?? HubDocumentKind.allCases.first { "\($0)" == parts[0] }
    guard let kind, let date = rest.first.flatMap({ CalendarDate($0) }) else { return nil }
    document = HubDocument(kind, date: date, reference: rest.count > 1 ? rest[1] : "")
  }
}

/// `werklocaties energy stage`.
struct EnergyStageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    let (stages, kinds) = (HubStage.allCases.map(\.rawValue), HubDocumentKind.allCases.map(\.rawValue))
    return CommandConfiguration(
      commandName: "stage",
      abstract: localized(
        nl: "Toon hoever de energiehubs van een register zijn, of leg een fase met haar documenten vast.",
        en: "Show how far the energy hubs of a register are, or record a stage with its documents."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy stage register.gpkg
            werklocaties energy stage register.gpkg --park 1 --stage initiatief
            werklocaties energy stage register.gpkg --park 1 --stage verkenning --document intentieverklaring=2026-01-05:DOC-1
          Zonder --stage en --document het overzicht. Een fase waarvan documenten ontbreken wordt geweigerd; met --force wordt zij
          vastgelegd met wat ontbrak.
          Fasen: \(stages.joined(separator: ", ")).
          Documenten: \(kinds.joined(separator: ", ")).
          """,
        en: """
          Examples:
            werklocaties energy stage register.gpkg
            werklocaties energy stage register.gpkg --park 1 --stage initiative
            werklocaties energy stage register.gpkg --park 1 --stage explore --document intentLetter=2026-01-05:DOC-1
          The overview without --stage and --document. A stage whose documents are missing is refused; with --force it is recorded
          with what was missing.
          Stages: \(HubStage.allCases.map { "\($0)" }.joined(separator: ", ")).
          Documents: \(HubDocumentKind.allCases.map { "\($0)" }.joined(separator: ", ")).
          """))
  }

  @OptionGroup var register: RegisterOptions

  @Option(
    help: ArgumentHelp(
      localized(nl: "Naam van de hub.", en: "Name of the hub."), valueName: localized(nl: "naam", en: "name")))
  var hub: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      localized(
        nl: "RIN-nummer van een werklocatie van de hub; mag vaker. Met --hub worden dit haar werklocaties.",
        en: "RIN number of a work location of the hub; may be repeated. With --hub these become its work locations."),
      valueName: "RIN"))
  var park: [RINNumber] = []

  @Option(help: ArgumentHelp(localized(nl: "Fase waarin de hub komt.", en: "Stage that the hub comes into.")))
  var stage: HubStage?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      localized(nl: "Document van de hub; mag vaker.", en: "Document of the hub; may be repeated."),
      valueName: localized(nl: "soort=datum:kenmerk", en: "kind=date:reference")))
  var document: [HubDocumentArgument] = []

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Dag waarop de fase inging; zonder deze optie vandaag.",
        en: "Day on which the stage began; today without this option."), valueName: localized(nl: "datum", en: "date")))
  var since: CalendarDate?

  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Leg de fase ook vast als er documenten ontbreken.", en: "Record the stage though documents are missing.")))
  var force = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let context = try CommandContext.require()
    let store = try context.environment.registers.open(register.path)
    let (register, library) = (try store.load(asOf: register.referenceDate), try library.library())
    let day = since ?? context.environment.today
    if stage != nil || !document.isEmpty {
      let request = RegisterHubStage.Request(
        hub: hub, parks: park, stage: stage, since: day, documents: document.map(\.document), isForced: force)
      try store.store(hubs: [RegisterHubStage()(request, store.hubs(), register: register, library: library)])
    }
    let response = try ListHubStages()(store.hubs(), on: day, register: register, library: library)
    context.console.print(
      table.json
        ? try CanonicalJSON.text(response)
        : table.csv ? HubStageTable.csv(response) : HubStageTable.text(response, language: context.language))
  }
}
