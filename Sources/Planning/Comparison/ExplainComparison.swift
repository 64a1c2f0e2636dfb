import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// One figure of a comparison of two forecasts with the way to it — *verklaring van een verschil*; its paths: `ComparisonFigure`.
public struct ComparisonExplanation<Request: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
  /// The comparison that the figure is of.
  public let request: Request
  public let figure: String
  /// The registers that the records in the tree are of; none for published studies.
  public let registers: [RegisterSummary]
  public let explanation: Explanation
  /// The files of published studies that the figures of the tree were read from; those of a register it holds itself.
  public let files: [SourceSnapshot]
  /// The sources of the parameters in the tree.
  public let bibliography: [BibliographicSource]
  public let diagnostics: [Diagnostic]
}

extension CompareRuns {
  /// Reads what both sides need and explains a figure of the comparison. After `van` or `naar` also any figure of that run:
  /// `van/CR33/laag/2040/balans`.
  /// - Throws: `PlanningError.invalidInput` with every problem of both sides, or with what is possible at the first step of the
  ///   path that does not exist.
  public func explain(_ figure: String, _ request: Request, register path: String, in environment: Environment) throws
    -> ComparisonExplanation<Request>
  {
    let worlds = try Self.worlds(request, register: path, in: environment)
    return try explain(figure, request, from: worlds[0], to: worlds[1])
  }

  public func explain(_ figure: String, _ request: Request, from: PlanningWorld, to: PlanningWorld)
    throws(PlanningError) -> ComparisonExplanation<Request>
  {
    let worlds = [from, to]
    let tree =
      if let ofRun = try ofRun(figure, request, worlds) { ofRun } else { try ofDifference(figure, request, worlds) }
    let readings = tree.leaves.compactMap(\.reading)
    let cited = worlds.flatMap { $0.library.cited(by: readings) }.unique(by: \.id)
    return ComparisonExplanation(
      request: request, figure: figure, registers: worlds.map { RegisterSummary($0.register) }, explanation: tree,
      files: [], bibliography: cited, diagnostics: [])
  }

  private func ofDifference(_ figure: String, _ request: Request, _ worlds: [PlanningWorld]) throws(PlanningError)
    -> Explanation
  {
    let outlines = zip(ComparisonFigure.Side.allCases, try Self.outlines(request, worlds)).map { side, outline in
      outline.outline(Self.source(side, side == .from ? request.from : request.to))
    }
    let difference = ForecastDifference(from: outlines[0], to: outlines[1])
    return try ExplainedDifference(difference: difference).figures.tree(of: figure)
  }

  private static func source(_ place: ComparisonFigure.Side, _ side: Side) -> OutlineSource<Explanation> {
    OutlineSource(
      figure: { number, region, path, label in
        Explanation(
          label + .name(of: region), value: number, unit: .netHectare,
          basis: .figure(path: "\(place.rawValue)/\(region)/\(side.scenario)/\(side.horizon)/\(path)"))
      }, named: ExplainedDifference.reference(place))
  }

  /// A figure of one of the runs, in its own world; nil when the path names none.
  private func ofRun(_ figure: String, _ request: Request, _ worlds: [PlanningWorld]) throws(PlanningError)
    -> Explanation?
  {
    let steps = figure.split(separator: "/").map(String.init)
    guard let side = steps.first.flatMap(ComparisonFigure.Side.init), steps.count > 1 else { return nil }
    let (run, world) = side == .from ? (request.from, worlds[0]) : (request.to, worlds[1])
    let isOfRegion = !world.register.regions.municipalities(in: RegionCode(steps[1])).isEmpty
    guard isOfRegion || steps[1] == RegisterFigure.topic else { return nil }
    let inner = ExplainFigure.Request(figure: steps.dropFirst().joined(separator: "/"), balance: run.request)
    return try ExplainFigure(before: [side.rawValue])(inner, register: world.register, library: world.library)
      .explanation
      .referring { "\(side.rawValue)/\($0)" }
  }
}

extension CompareStudies {
  /// - Throws: `PlanningError.invalidInput` with every problem of both studies, or with what is possible at the first step of the
  ///   path that does not exist.
  public func explain(_ figure: String, _ request: Request, in environment: Environment) throws
    -> ComparisonExplanation<Request>
  {
    let readings = try Self.readings(request, in: environment)
    return try explain(figure, request, from: readings[0], to: readings[1])
  }

  /// Paths begin with the scenario and horizon of the first study: `hoog/2040/deel/banen`.
  public func explain(_ figure: String, _ request: Request, from: StudyReading, to: StudyReading)
    throws(PlanningError) -> ComparisonExplanation<Request>
  {
    let figures = try Self.pairs(request, from, to).flatMap { pair in
      let start = "\(pair.from.scenario)/\(pair.from.horizon)/"
      return ExplainedDifference(
        difference: pair.difference(from.study, to.study, behind: start), start: start
      ).figures
    }
    let tree = try figures.tree(of: figure)
    let cited = Set(tree.leaves.compactMap { $0.reading?.dated.source })
    let sources = (from.study.bibliography + to.study.bibliography).filter { cited.contains($0.id) }
    return ComparisonExplanation(
      request: request, figure: figure, registers: [], explanation: tree,
      files: (from.study.files + to.study.files).cited(in: tree), bibliography: sources.unique(by: \.id),
      diagnostics: Self.doubts(from, to))
  }
}
