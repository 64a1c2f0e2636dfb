import ArgumentParser
import Planning
import Provenance
import Quantities

/// `werklocaties energy`.
struct EnergyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "energy",
      abstract: localized(
        nl: "Energiehub van één werklocatie: past de groep onder haar contract, wat bouwen, en wat kost het?",
        en: "Energy hub of one work location: does the group fit its contract, what to build, and at what cost?"),
      discussion: localized(
        nl: """
          Zonder map wordt het ingebouwde voorbeeldpark genomen: tien verzonnen bedrijven, een jaar in kwartieren.
            werklocaties energy look
            werklocaties energy frontier
            werklocaties energy size
            werklocaties energy report --out rapport
          Met eigen metingen:
            werklocaties energy example mijn-park   # om te vervangen
            werklocaties energy check mijn-park
            werklocaties energy size mijn-park
          Een leeg sjabloon om in te vullen, bewaren in één versleuteld bestand, en een som voor de netbeheerder:
            werklocaties energy template nieuw-park
            werklocaties energy store mijn-park --into park.wlenergie
            werklocaties energy share mijn-park --receiver Netbeheerder --purpose networkOperator --out som.csv
          Waar een cijfer vandaan komt: werklocaties energy explain maten/kosten/energie
          Van alle terreinen van het land: werklocaties energy scan register.gpkg
          Hoever de hubs in een register zijn: werklocaties energy stage register.gpkg
          """,
        en: """
          Without a folder the embedded example park is taken: ten invented firms, a year of quarters.
            werklocaties energy look
            werklocaties energy frontier
            werklocaties energy size
            werklocaties energy report --out report
          With measurements of your own:
            werklocaties energy example my-park     # to replace
            werklocaties energy check my-park
            werklocaties energy size my-park
          An empty template to fill in, one encrypted file to keep, and a sum for the network operator:
            werklocaties energy template new-park
            werklocaties energy store my-park --into park.wlenergie
            werklocaties energy share my-park --receiver Netbeheerder --purpose networkOperator --out sum.csv
          Where a figure comes from: werklocaties energy explain maten/kosten/energie
          Of all parks of the country: werklocaties energy scan register.gpkg
          How far the hubs of a register are: werklocaties energy stage register.gpkg
          """),
      subcommands: [
        EnergyExampleCommand.self, EnergyCheckCommand.self, EnergyLookCommand.self, EnergyFrontierCommand.self,
        EnergyDispatchCommand.self, EnergySizeCommand.self, EnergyGroupCommand.self, EnergyGridCommand.self,
        EnergyScanCommand.self, EnergyReportCommand.self, EnergyStageCommand.self, EnergyTemplateCommand.self,
        EnergyStoreCommand.self, EnergyShareCommand.self, EnergyExplainCommand.self,
      ])
  }
}

/// The study of every command about one park.
struct EnergyCaseOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      localized(
        nl:
          "Map met connections, load en series (CSV of XLSX) en parameters.yaml, of een bestand van energy store; de meting mag in "
          + "delen staan: load-2024-01.csv, … of bestanden in load/; "
          + "zonder map het voorbeeldpark.",
        en:
          "Folder with connections, load and series (CSV or XLSX) and parameters.yaml, or a file of energy store; the measurements may "
          + "stand in parts: load-2024-01.csv, … or files in load/; "
          + "the example park without one."),
      valueName: localized(nl: "map", en: "folder")))
  var path: String?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Bestand met de wachtzin van een opgeslagen studie; anders WERKLOCATIES_SLEUTEL.",
        en: "File with the passphrase of a stored study; else WERKLOCATIES_SLEUTEL."),
      valueName: localized(nl: "bestand", en: "file")))
  var keyFile: String?

  @Flag(
    help: ArgumentHelp(
      localized(
        nl:
          "Vul een deel van een jaar aan: een dag zonder meting krijgt de gemeten dag van zijn soort die er het dichtst bij ligt.",
        en: "Complete a part of a year: a day that was not measured gets the nearest measured day of its kind.")))
  var completeYear = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  @Flag(help: ArgumentHelp(localized(nl: "Het hele antwoord als JSON.", en: "The whole answer as JSON.")))
  var json = false

  @Flag(help: ArgumentHelp(localized(nl: "Meld rekentijden op de foutuitvoer.", en: "Report times on standard error.")))
  var timings = false

  func clock(_ context: CommandContext) -> ProcessorClock {
    ProcessorClock(console: context.console, isSilent: !timings)
  }

  var study: ReadEnergyCase.Request { .init(path: path, keyFile: keyFile, completesYear: completeYear) }

  /// What the log beside the study says was given out; nothing for the example.
  func releases(_ context: CommandContext) throws -> [LoggedRelease] {
    guard let log = try path.map({ try context.environment.energyCases.releases(of: $0) }) else { return [] }
    if log.diagnostics.hasErrors { throw PlanningError.invalidInput(log.diagnostics) }
    return log.releases
  }

  /// Reads the study and reports what is doubtful about it.
  func park(_ context: CommandContext) throws -> EnergyCase {
    if path == nil {
      context.console.say(
        LocalizedText(
          nl: "Geen map gegeven: het ingebouwde voorbeeldpark (synthetisch) wordt genomen.",
          en: "No folder given: the embedded example park (synthetic) is taken."))
    }
    let park = try clock(context).measure("load") {
      try ReadEnergyCase()(
        study, library: library.library(folder: "energy"), in: context.environment)
    }
    context.console.report(park.diagnostics)
    if park.isConfidential {
      context.console.say(
        LocalizedText(
          nl: "Vertrouwelijk: wat deze opdracht over leden zegt is alleen voor de parkbeheerder.",
          en: "Confidential: what this command says of members is for the park's manager only."))
    }
    return park
  }
}
