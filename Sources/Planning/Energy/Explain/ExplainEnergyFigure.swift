import Provenance
import Quantities

/// Shows where one figure of an energy study comes from, down to the values of meters, prices and parameters — *verklaring*.
///
/// The figure is worked out again from the study and the request of the command that printed it. A figure is named by a path:
///
///     blik/piek                         blik/lid/bedrijf-01/kan-vervallen
///     afruil/punt/3/opslag              maten/kosten/energie
///     maten/contract                    maten/bewijs/gat
///     inzet/energie/ingekocht           groep/lid/bedrijf-01/kosten
///     net/knoop/station/laagste         studie/hoogstens/contract
public struct ExplainEnergyFigure: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Topic and figure, joined by `/`.
    public var figure: String
    /// The request of the command that printed it; those of other topics are left as they are.
    public var frontier: TraceFrontier.Request
    public var size: SizeHub.Request
    public var dispatch: PlanDispatch.Request
    public var group: DivideGroup.Request
    public var grid: CheckGrid.Request
    /// Degree days of the cold year, as to `StressGroup`.
    public var degreeDays: Double?

    public init(
      figure: String, frontier: TraceFrontier.Request = .init(), size: SizeHub.Request = .init(),
      dispatch: PlanDispatch.Request = .init(), group: DivideGroup.Request = .init(), grid: CheckGrid.Request = .init(),
      degreeDays: Double? = nil
    ) {
      self.figure = figure
      self.frontier = frontier
      self.size = size
      self.dispatch = dispatch
      self.group = group
      self.grid = grid
      self.degreeDays = degreeDays
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let study: EnergyCaseSummary
    public let explanation: Explanation
    /// The sources of the parameters in the tree.
    public let bibliography: [BibliographicSource]
  }

  /// What some figures need beside the study; asked for only where they do — *bestanden ernaast*.
  public struct Files {
    let feeder: () throws -> FeederFile
    let prices: () throws -> PriceYear?
    let releases: () throws -> [LoggedRelease]

    /// - Parameters:
    ///   - feeder: the cables of the park.
    ///   - prices: of another year, for the events of a group.
    ///   - releases: what the log beside the study says was given out.
    public init(
      feeder: @escaping () throws -> FeederFile, prices: @escaping () throws -> PriceYear? = { nil },
      releases: @escaping () throws -> [LoggedRelease] = { [] }
    ) {
      self.feeder = feeder
      self.prices = prices
      self.releases = releases
    }
  }

  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step of the path that does not exist, and all that
  ///   the command that printed the figure throws.
  public func callAsFunction(_ request: Request, _ park: EnergyCase, library: PlanningLibrary, files: Files) throws
    -> Response
  {
    let explained = try explained(request, park, library, files)
    let explanation = try explained.explanation(of: request.figure)
    return Response(
      request: request, study: EnergyCaseSummary(park), explanation: explanation,
      bibliography: library.cited(by: explanation.leaves.compactMap(\.reading)))
  }

  /// Every figure of the topic that a request's path begins with, with its tree.
  public func trees(of request: Request, _ park: EnergyCase, library: PlanningLibrary, files: Files) throws
    -> [(path: String, explanation: Explanation)]
  {
    try explained(request, park, library, files).trees
  }

  private func explained(_ request: Request, _ park: EnergyCase, _ library: PlanningLibrary, _ files: Files) throws
    -> any ExplainedEnergy
  {
    let steps = request.figure.split(separator: "/").map(String.init)
    let first = steps.first ?? ""
    switch EnergyTopic(rawValue: first) {
    case .study: return ExplainedStudy(park)
    case .look: return try ExplainedLook(park)
    case .frontier: return try ExplainedFrontier(request.frontier, park)
    case .size: return try ExplainedSizing.explained(request.size, park)
    case .dispatch: return try ExplainedOperation.explained(request.dispatch, park)
    case .group where steps.dropFirst().first == StressFigure.step:
      return try ExplainedStress(
        .init(division: request.group, degreeDays: request.degreeDays), park, try files.prices(), library,
        path: request.figure)
    case .group: return try ExplainedGroup(request.group, park, library)
    case .grid: return try ExplainedGrid(request.grid, try files.feeder(), park, library, path: request.figure)
    case .share:
      return try ExplainedShare(steps, park.releases + files.releases(), park, library)
    case .report:
      return try ExplainedReport(.init(group: request.group, sizing: request.size), park, library)
    case nil: throw PlanningError.noStep(first, after: "", possible: EnergyTopic.allCases.map(\.rawValue))
    }
  }
}
