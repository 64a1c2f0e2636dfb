import ArgumentParser
import Planning
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
          Of all parks of the country: werklocaties energy scan register.gpkg
          How far the hubs of a register are: werklocaties energy stage register.gpkg
          """),
      subcommands: [
        EnergyExampleCommand.self, EnergyCheckCommand.self, EnergyLookCommand.self, EnergyFrontierCommand.self,
        EnergyDispatchCommand.self, EnergySizeCommand.self, EnergyGroupCommand.self, EnergyGridCommand.self,
        EnergyScanCommand.self, EnergyReportCommand.self, EnergyStageCommand.self,
      ])
  }
}

/// The study of every command about one park.
struct EnergyCaseOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      localized(
        nl: "Map met connections.csv, load.csv, series.csv en parameters.yaml; zonder map het voorbeeldpark.",
        en: "Folder with connections.csv, load.csv, series.csv and parameters.yaml; the example park without one."),
      valueName: localized(nl: "map", en: "folder")))
  var path: String?

  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  @Flag(help: ArgumentHelp(localized(nl: "Het hele antwoord als JSON.", en: "The whole answer as JSON.")))
  var json = false

  @Flag(help: ArgumentHelp(localized(nl: "Meld rekentijden op de foutuitvoer.", en: "Report times on standard error.")))
  var timings = false

  func clock(_ context: CommandContext) -> ProcessorClock {
    ProcessorClock(console: context.console, isSilent: !timings)
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
        .init(path: path), library: library.library(folder: "energy"), in: context.environment)
    }
    context.console.report(park.diagnostics)
    return park
  }
}
