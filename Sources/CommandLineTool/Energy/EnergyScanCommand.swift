import ArgumentParser
import Planning
import Provenance
import Reporting
import WorkLocations

/// `werklocaties energy scan`.
struct EnergyScanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scan",
      abstract: localized(
        nl: "Schat van elk terrein gebruik, piek, onbenutte rechten en zonnepanelen, en zet ze op volgorde.",
        en: "Estimate use, peak, unused rights and panels of every park, and rank them."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy scan register.gpkg
            werklocaties energy scan register.gpkg --region PV31
            werklocaties energy scan register.gpkg --region PV31 --csv > energie-limburg.csv
            werklocaties energy scan register.gpkg --stations onderstations.csv
            werklocaties energy scan register.gpkg --study SYN02649=mijn-park
            werklocaties energy scan register.gpkg --size
            werklocaties energy scan register.gpkg --size --prices mijn-park --contract-share 0.8
          De scan verdeelt landelijke totalen over grond in gebruik; hij leest geen meters.
          """,
        en: """
          Examples:
            werklocaties energy scan register.gpkg
            werklocaties energy scan register.gpkg --region PV31
            werklocaties energy scan register.gpkg --region PV31 --csv > energy-limburg.csv
            werklocaties energy scan register.gpkg --stations substations.csv
            werklocaties energy scan register.gpkg --study SYN02649=my-park
            werklocaties energy scan register.gpkg --size
            werklocaties energy scan register.gpkg --size --prices my-park --contract-share 0.8
          The scan spreads national totals over land in use; it reads no meters.
          """))
  }

  @OptionGroup var register: RegisterOptions

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Regio: NL01, PV30 (provincie), CR33 (COROP), GM0014 (gemeente).",
        en: "Region: NL01, PV30 (province), CR33 (COROP), GM0014 (municipality)."), valueName: "code"))
  var region: RegionCode = .netherlands

  @OptionGroup var files: ScanFileOptions
  @OptionGroup var sizing: ParkSizingOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var language: LanguageOptions

  @Flag(help: ArgumentHelp(localized(nl: "Meld rekentijden op de foutuitvoer.", en: "Report times on standard error.")))
  var timings = false

  func run() throws {
    let context = try CommandContext.require()
    let clock = ProcessorClock(console: context.console, isSilent: !timings)
    let library = try library.library()
    let register = try clock.measure("load") { try self.register.register() }
    guard !sizing.size else { return try size(register, library, clock, context) }
    let stations = try files.stationFile(context)
    let studied = try files.studied(context, self.library)
    let response = try clock.measure("compute") {
      try ScanEnergy()(
        .init(region: region, stations: stations?.name, studies: ScanFileOptions.names(studied)), register: register,
        library: library, stations: stations, studied: studied)
    }
    context.console.report(response.diagnostics)
    let text =
      table.json
      ? try CanonicalJSON.text(response)
      : table.csv ? EnergyScanTable.csv(response) : EnergyScanTable.text(response, language: context.language)
    context.console.print(text)
  }

  private func size(
    _ register: Register, _ library: PlanningLibrary, _ clock: ProcessorClock, _ context: CommandContext
  )
    throws
  {
    let response = try clock.measure("compute") {
      try SizeAllParks()(
        sizing.request(region), register: register, library: library, in: context.environment,
        progress: ParkSizingOptions.progress(context.console))
    }
    context.console.report(response.diagnostics)
    let text =
      table.json
      ? try CanonicalJSON.text(response)
      : table.csv ? ParkSizingTable.csv(response) : ParkSizingTable.text(response, language: context.language)
    context.console.print(text)
  }
}
