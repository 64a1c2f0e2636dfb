import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension ScanEnergy {
  /// The parks that lie nearest to one station — *verzorgingsgebied bij benadering*: which station really feeds a park the
  /// register does not know.
  public struct Station: Codable, Sendable, Equatable {
    public let name: String
    /// RD New, metres.
    public let place: Point
    public let parks: Int
    /// km to the farthest of them.
    public let farthest: Double
    public let figures: Figures
  }

  /// The station of one park and the distance to it, m.
  public struct NearStation: Codable, Sendable, Equatable {
    public let name: String
    public let distance: Double
  }
}

extension EnergyScanRun {
  /// Per park the position of its nearest station; nil for a park without an outline.
  func nearest(_ file: StationFile) -> [(position: Int, distance: Double)?] {
    parks.map { park in park.outline.map { file.nearest(to: $0.centroid) } }
  }

  /// Stations with parks of the region, what a group contract frees most first.
  func stations(
    _ file: StationFile, _ chosen: [Int], _ near: [(position: Int, distance: Double)?], _ all: [ScanEnergy.Figures]
  ) -> [ScanEnergy.Station] {
    let groups = Dictionary(grouping: chosen.filter { near[$0] != nil }) { near[$0]?.position ?? 0 }
    return groups.map { position, places in
      let farthest = places.compactMap { near[$0]?.distance }.max() ?? 0
      return ScanEnergy.Station(
        name: file.stations[position].name, place: file.stations[position].place, parks: places.count,
        farthest: farthest / Self.metresPerKilometre, figures: .sum(places.map { all[$0] }))
    }.sorted { (-$0.figures.freed.value, $0.name) < (-$1.figures.freed.value, $1.name) }
  }

  func stationDiagnostics(
    _ file: StationFile, _ chosen: [Int], _ near: [(position: Int, distance: Double)?]
  ) -> [Diagnostic] {
    let lost = chosen.count { near[$0] == nil }
    let assumed = Diagnostic(
      .note, "energy-scan.nearest-station", at: .init(file: file.name),
      message: LocalizedText(
        nl: "aanname†: elk terrein hangt aan het dichtstbijzijnde station; het register kent geen netkoppeling",
        en: "assumption†: every park hangs on the nearest station; the register knows no link to the grid"),
      remedy: LocalizedText(
        nl: "Vraag de netbeheerder welk station een terrein werkelijk voedt.",
        en: "Ask the operator which station really feeds a park."))
    let unplaced = Self.told(
      file.unplaced, "energy-scan.station-without-place", file.name,
      nl: "stations zonder plaats tellen niet mee", en: "stations without a place do not count")
    let outlines = Self.told(
      lost, "energy-scan.no-outline", file.name, nl: "terreinen zonder vlak krijgen geen station",
      en: "parks without an outline get no station")
    return [assumed] + unplaced + outlines + Self.sharedNames(file)
  }

  private static func sharedNames(_ file: StationFile) -> [Diagnostic] {
    file.sharedNames.sorted { $0.key < $1.key }.map { name, own in
      let list = own.joined(separator: ", ")
      return Diagnostic(
        .note, "energy-scan.station-shared-name", at: .init(file: file.name), value: name,
        message: LocalizedText(
          nl: "\(own.count) stations hebben deze naam; hier heten zij \(list)",
          en: "\(own.count) stations have this name; here they are called \(list)"),
        remedy: LocalizedText(
          nl: "Een kolom netbeheerder houdt ze uit elkaar.", en: "A column operator tells them apart."))
    }
  }

  private static func told(_ count: Int, _ code: String, _ file: String, nl: String, en: String) -> [Diagnostic] {
    guard count > 0 else { return [] }
    return [
      Diagnostic(
        .warning, code, at: .init(file: file), value: String(count), message: LocalizedText(nl: nl, en: en),
        remedy: LocalizedText(nl: "Vul de plaats aan.", en: "Fill in the place."))
    ]
  }

  static let metresPerKilometre = 1000.0
}
