import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// Shows where one figure of the energy scan comes from, down to records and parameters — *verklaring van de energiescan*.
///
/// The scan is worked out again by the same formulas; the paths stand at `ScanFigure`.
public struct ExplainScan: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// `energiescan/`, the place and the figure.
    public var figure: String
    /// The file of stations and the names of the studies, as to the scan.
    public var stations: String?
    public var studies: [String: String]?
    /// The study whose prices hold and the largest group contract as a share, as to the sizing of all parks.
    public var prices: String?
    public var contractShare: Double?

    public init(
      figure: String, stations: String? = nil, studies: [String: String]? = nil, prices: String? = nil,
      contractShare: Double? = nil
    ) {
      self.prices = prices
      self.contractShare = contractShare
      self.figure = figure
      self.stations = stations
      self.studies = studies
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    /// Whether a study was given of which figures of single members are for its park's manager only.
    public let isConfidential: Bool
    public let register: RegisterSummary
    public let explanation: Explanation
    /// The sources of the parameters in the tree.
    public let bibliography: [BibliographicSource]
  }

  /// Whether a path is of the scan.
  public static func explains(_ figure: String) -> Bool {
    figure == ScanFigure.step || figure.hasPrefix(ScanFigure.step + "/")
  }

  /// The path of a column of a park, by its RIN number, or of a region, by its code.
  public static func path(of item: ScanItem, _ end: ScanEnd = .middle, in place: String) -> String {
    ([ScanFigure.step, place, item.rawValue] + end.steps).joined(separator: "/")
  }

  /// The path of the land in use of a park.
  public static func pathOfArea(in park: RINNumber) -> String { ScanFigure.park(park, .area).path }

  /// The paths of how many parks of a region there are, and of their land in use.
  public static func pathsOfParks(in region: RegionCode) -> (count: String, area: String) {
    (ScanFigure.region(region, .sum(.parks)).path, ScanFigure.region(region, .sum(.area)).path)
  }

  /// The path of a point of a region's duration curve, 0 to 100.
  public static func path(of figure: DurationFigure, atPoint point: Int, in region: RegionCode) -> String {
    ScanFigure.region(region, .duration(point, figure)).path
  }

  /// What the paths of a place begin with.
  public static func path(in place: String) -> String { "\(ScanFigure.step)/\(place)/" }

  /// The place of what all parks share.
  public static let everyPark = ScanFigure.nationalStep

  /// - Parameter prices: the study whose prices hold for hubs; nil takes the synthetic ones of the embedded example.
  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step of the path that does not exist, and all that
  ///   the scan throws.
  public func callAsFunction(
    _ request: Request, register: Register, library: PlanningLibrary, stations: StationFile? = nil,
    studied: [ScanEnergy.StudiedPark] = [], prices: EnergyCase? = nil
  ) throws(PlanningError) -> Response {
    let scan = try explained(request, register, library, stations, studied, prices)
    let explanation = scan.explanation(of: try scan.figure(request.figure))
    return Response(
      request: request, isConfidential: studied.contains { $0.study.isConfidential },
      register: RegisterSummary(register), explanation: explanation,
      bibliography: library.cited(by: explanation.leaves.compactMap(\.reading)))
  }

  /// The trees of several figures, by path, from one scan.
  public func trees(
    of paths: some Sequence<String>, register: Register, library: PlanningLibrary, stations: StationFile? = nil,
    studied: [ScanEnergy.StudiedPark] = []
  ) throws(PlanningError) -> [String: Explanation] {
    let scan = try explained(.init(figure: ""), register, library, stations, studied, nil)
    var trees: [String: Explanation] = [:]
    for path in paths { trees[path] = scan.explanation(of: try scan.figure(path)) }
    return trees
  }

  private func explained(
    _ request: Request, _ register: Register, _ library: PlanningLibrary, _ stations: StationFile?,
    _ studied: [ScanEnergy.StudiedPark], _ prices: EnergyCase?
  ) throws(PlanningError) -> ExplainedScan {
    let settings = try EnergyScanSettings(library, on: register.referenceDate)
    let run = EnergyScanRun(register, settings: settings, sectors: library.sectors)
    let problems = ScanEnergy.problems(of: studied, parks: run.parks)
    guard problems.isEmpty else { throw .invalidInput(problems) }
    return ExplainedScan(
      run, groups: library.sectors.groups,
      studies: Dictionary(uniqueKeysWithValues: studied.map { ($0.rin, $0.study) }), stations: stations,
      sizing: try sizing(request, run, library, prices))
  }

  /// Nil for a library that knows nothing of hubs, where no hub was asked for.
  private func sizing(
    _ request: Request, _ run: EnergyScanRun, _ library: PlanningLibrary, _ prices: EnergyCase?
  ) throws(PlanningError) -> ScanSizing? {
    let year = run.calendar.year
    let share = request.contractShare ?? 1
    try SizeAllParks.check(share)
    let steps = request.figure.split(separator: "/").map(String.init)
    let isAsked = [ParkScanFigure.hubStep, EnergyTopic.size.rawValue].contains(steps.dropFirst(2).first ?? "")
    do {
      let studies = ScannedStudies(
        run, kinds: library.sectors.groups.map(\.id), year: year,
        prices: try prices.map { study throws(PlanningError) in try HourlyPrices(study, on: year) }
          ?? HourlyPrices(exampleOf: year), terms: try HubTerms(library, year: year.year), contractShare: share)
      return ScanSizing(run, studies)
    } catch {
      guard isAsked else { return nil }
      throw error
    }
  }
}
