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
///     net/knoop/station/laagste
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

    public init(
      figure: String, frontier: TraceFrontier.Request = .init(), size: SizeHub.Request = .init(),
      dispatch: PlanDispatch.Request = .init(), group: DivideGroup.Request = .init(), grid: CheckGrid.Request = .init()
    ) {
      self.figure = figure
      self.frontier = frontier
      self.size = size
      self.dispatch = dispatch
      self.group = group
      self.grid = grid
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let study: EnergyCaseSummary
    public let explanation: Explanation
    /// The sources of the parameters in the tree.
    public let bibliography: [BibliographicSource]
  }

  /// - Parameter feeder: the cables of the park; asked for where the figure is of the grid.
  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step of the path that does not exist, and all that
  ///   the command that printed the figure throws.
  public func callAsFunction(
    _ request: Request, _ park: EnergyCase, library: PlanningLibrary, feeder: () throws -> FeederFile
  ) throws -> Response {
    let explained = try explained(request, park, library, feeder)
    let explanation = try explained.explanation(of: request.figure)
    return Response(
      request: request, study: EnergyCaseSummary(park), explanation: explanation,
      bibliography: library.cited(by: explanation.leaves.compactMap(\.reading)))
  }

  /// Every figure of the topic that a request's path begins with, with its tree.
  public func trees(
    of request: Request, _ park: EnergyCase, library: PlanningLibrary, feeder: () throws -> FeederFile
  ) throws -> [(path: String, explanation: Explanation)] {
    try explained(request, park, library, feeder).trees
  }

  private func explained(
    _ request: Request, _ park: EnergyCase, _ library: PlanningLibrary, _ feeder: () throws -> FeederFile
  ) throws -> any ExplainedEnergy {
    let first = request.figure.split(separator: "/").first.map(String.init) ?? ""
    switch EnergyTopic(rawValue: first) {
    case .look: return try ExplainedLook(park)
    case .frontier: return try ExplainedFrontier(request.frontier, park)
    case .size: return try ExplainedSizing(request.size, park)
    case .dispatch: return try ExplainedOperation(request.dispatch, park)
    case .group: return try ExplainedGroup(request.group, park, library)
    case .grid: return try ExplainedGrid(request.grid, try feeder(), park, library)
    case nil: throw PlanningError.noStep(first, after: "", possible: EnergyTopic.allCases.map(\.rawValue))
    }
  }
}
