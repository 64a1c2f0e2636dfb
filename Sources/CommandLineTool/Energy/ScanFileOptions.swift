import ArgumentParser
import Planning
import Provenance
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

/// Files beside the register that a scan takes: stations and studies.
struct ScanFileOptions: ParsableArguments {
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

  /// Every study is read before any is judged, so that the problems of all come at once.
  func studied(_ context: CommandContext, _ options: LibraryOptions) throws -> [ScanEnergy.StudiedPark] {
    let library = try options.library(folder: "energy")
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

  static func names(_ studied: [ScanEnergy.StudiedPark]) -> [String: String]? {
    studied.isEmpty
      ? nil : Dictionary(studied.map { ($0.rin.text, $0.study.name) }, uniquingKeysWith: { first, _ in first })
  }

  func stationFile(_ context: CommandContext) throws -> StationFile? {
    try stations.map { path in
      guard let table = try context.environment.sources.read(path, layer: nil).first else {
        throw PlanningError.fileMissing(path: path)
      }
      return try StationFile(table, name: path)
    }
  }

  /// The tree of a figure of the scan.
  func explanation(
    of figure: String, register: Register, _ library: PlanningLibrary, _ options: LibraryOptions,
    sizing: ParkSizingOptions, _ context: CommandContext
  ) throws -> ExplainScan.Response {
    let prices = try sizing.prices.map { path in
      try ReadEnergyCase()(.init(path: path), library: library, in: context.environment)
    }
    let stations = try stationFile(context)
    let studied = try studied(context, options)
    return try ExplainScan()(
      .init(
        figure: figure, stations: stations?.name, studies: Self.names(studied), prices: sizing.prices,
        contractShare: sizing.contractShare), register: register, library: library, stations: stations,
      studied: studied, prices: prices)
  }
}
