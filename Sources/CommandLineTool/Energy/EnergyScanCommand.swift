import ArgumentParser
import Planning
import Provenance
import Reporting
import WorkLocations

/// `SYN02649=mijn-park`: a park and the study of it.
struct ParkStudyArgument: ExpressibleByArgument, Sendable {
  let rin: RINNumber
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let rin = RINNumber(parts[0]) else { return nil }
    self.rin = rin
    path = parts[1]
  }
}

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

  @Option(
    help: ArgumentHelp(
      localized(
        nl:
          "Stations van het net: CSV met station en x,y of lon,lat, of een laag met punten. Elk terrein telt bij het naaste.",
        en:
          "Stations of the grid: CSV with station and x,y or lon,lat, or a layer of points. Every park counts with the nearest."
      ), valueName: localized(nl: "bestand", en: "file")))
  var stations: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      localized(
        nl:
          "Terrein met een eigen studie: haar gebruik, piek en contracten komen in de plaats van de schatting; mag vaker.",
        en: "Park with a study of its own: its use, peak and contracts take the place of the estimate; may be repeated."
      ),
      valueName: localized(nl: "RIN=map", en: "RIN=folder")))
  var study: [ParkStudyArgument] = []

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
    let stations = try stationFile(context)
    let studied = try studied(context)
    let response = try clock.measure("compute") {
      try ScanEnergy()(
        .init(region: region, stations: stations?.name, studies: Self.names(studied)), register: register,
        library: library, stations: stations, studied: studied)
    }
    context.console.report(response.diagnostics)
    let text =
      table.json
      ? try CanonicalJSON.text(response)
      : table.csv ? EnergyScanTable.csv(response) : EnergyScanTable.text(response, language: context.language)
    context.console.print(text)
  }

  /// Every study is read before any is judged, so that the problems of all come at once.
  private func studied(_ context: CommandContext) throws -> [ScanEnergy.StudiedPark] {
    let library = try library.library(folder: "energy")
    var problems: [Diagnostic] = []
    var studied: [ScanEnergy.StudiedPark] = []
    for item in study {
      do {
        let park = try ReadEnergyCase()(.init(path: item.path), library: library, in: context.environment)
        studied.append(ScanEnergy.StudiedPark(item.rin, park))
      } catch let error as PlanningError { problems += error.diagnostics }
    }
    guard problems.isEmpty else { throw PlanningError.invalidInput(problems) }
    return studied
  }

  private static func names(_ studied: [ScanEnergy.StudiedPark]) -> [String: String]? {
    studied.isEmpty
      ? nil : Dictionary(studied.map { ($0.rin.text, $0.study.name) }, uniquingKeysWith: { first, _ in first })
  }

  private func stationFile(_ context: CommandContext) throws -> StationFile? {
    try stations.map { path in
      guard let table = try context.environment.sources.read(path, layer: nil).first else {
        throw PlanningError.fileMissing(path: path)
      }
      return try StationFile(table, name: path)
    }
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
