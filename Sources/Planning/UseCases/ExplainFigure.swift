import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// Shows where one figure of a balance comes from, down to records and parameters — *verklaring van een cijfer*.
///
/// The figure is worked out again from the request, by the same formulas. A figure is named by a path, from large to small:
///
///     PV30/hoog/2040/balans
///     CR33/laag/2030/vraag
///     CR33/laag/2030/vraag/uitbreiding/industrie-voeding/business-park
///     CR33/laag/2030/aanbod/terstond/262015001
///     CR33/laag/2034/uitgifte-extrapolatie/hoog
///     CR33/laag/2034/verhuizingen
///     CR33/laag/2040/band/balans/p90
///     CR33/laag/2040/trekking/812/vraag
///     CR33/mijn-scenario/2040/wijziging/2/balans
///     CR33/mijn-scenario/2040/na/2/balans
///     register/CR33/aanbod/terstond
///     terugtoets/NL01/uitgifte/score/corop/alle/5/uitgifte-extrapolatie/bias
///     bewaard/2024-01-01/CR33/verhuizingen/-/2024/2034/fout
public struct ExplainFigure: Sendable {
  /// What stands before a path where there is more than one register, as a reader typed it.
  private let before: [String]

  public init() { before = [] }

  init(before: [String]) { self.before = before }

  public struct Request: Codable, Sendable, Equatable {
    /// Region, scenario, horizon and figure, joined by `/`.
    public var figure: String
    /// The forecast that the figure is of: its balance, and for bands and chances also its draws. Region and scenario are those of
    /// the path; the horizon too, except that bands depend on the last horizon of the forecast.
    public var forecast: RunForecast.Request
    /// Plans that are frozen, for figures of the waterbed.
    public var freeze: [String]?
    /// The land-use table that a back-test is of, instead of a register.
    public var landUse: String?
    /// Years ahead of the back-test that a figure is of; nil for those of a back-test without this option.
    public var lengths: [Int]?

    public init(figure: String, balance: RunBalance.Request = .init()) {
      self.init(figure: figure, forecast: .init(balance: balance))
    }

    public init(figure: String, forecast: RunForecast.Request) {
      self.figure = figure
      self.forecast = forecast
    }

    public var balance: RunBalance.Request { forecast.balance }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let register: RegisterSummary
    public let explanation: Explanation
    /// The sources of the parameters in the tree.
    public let bibliography: [BibliographicSource]

    public init(
      request: Request, register: RegisterSummary, explanation: Explanation, bibliography: [BibliographicSource]
    ) {
      self.request = request
      self.register = register
      self.explanation = explanation
      self.bibliography = bibliography
    }
  }

  /// - Parameter stored: the forecasts that were kept, for figures of their scores.
  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step of the path that does not exist, and with
  ///   every missing parameter.
  public func callAsFunction(
    _ request: Request, register: Register, library: PlanningLibrary, stored: [StoredForecast] = []
  ) throws(PlanningError) -> Response {
    if let (request, explanation) = try storedScore(request, register, stored) {
      return Response(request, register, explanation, library)
    }
    if let (request, explanation) = try registered(request, register, library) {
      return Response(request, register, explanation, library)
    }
    if let (request, explanation) = try backtested(request, register, library) {
      return Response(request, register, explanation, library)
    }
    let world = try request.world(register, library)
    let path = try FigurePath(request, register: world.register, library: world.library, before: before)
    let (request, explanation) =
      if let changed = try changed(path, request, register, library) {
        changed
      } else if let frozen = try frozen(path, request, world.register, world.library) {
        frozen
      } else {
        try explanationOrSpread(path, request, world.register, world.library, beside: request.topics)
      }
    return Response(request, world.register, explanation, world.library)
  }

  /// A figure of one world, its spread included, and the request that gives it again.
  /// - Parameter topics: first steps of what else is possible there.
  func explanationOrSpread(
    _ path: FigurePath, _ request: Request, _ register: Register, _ library: PlanningLibrary, beside topics: [String]
  ) throws(PlanningError) -> (Request, Explanation) {
    if let spread = try spread(path, request, register, library) { return spread }
    return try explanation(
      path, request, register, library, beside: SpreadTopic.allCases.map(\.rawValue) + topics)
  }

  /// The figure and the request that gives it again.
  func explanation(
    _ path: FigurePath, _ request: Request, _ register: Register, _ library: PlanningLibrary,
    beside topics: [String] = []
  ) throws(PlanningError) -> (Request, Explanation) {
    if let figure = ForecastFigure(path.steps) {
      let bands = try ExplainedBands(
        path, request.forecast, needsClasses: figure.needsClasses, register: register, library: library)
      var again = bands.request
      again.balance.ownScenarios = request.balance.ownScenarios
      return (Request(figure: request.figure, forecast: again), try bands.explanation(of: figure))
    }
    let balance = path.narrowed(request.balance)
    let narrowed = Request(figure: request.figure, balance: balance)
    return (narrowed, try explanation(path, balance, register, library, topics))
  }

  private func explanation(
    _ path: FigurePath, _ balance: RunBalance.Request, _ register: Register, _ library: PlanningLibrary,
    _ topics: [String]
  ) throws(PlanningError) -> Explanation {
    if let estimate = BacktestedEstimate(path.steps) {
      return try estimate.explanation(.init(balance), register: register, library: library)
    }
    if let estimator = EstimatorFigure(path.steps) {
      return try estimator.explanation(.init(balance), register: register, library: library)
    }
    let inputs = try BalanceInputs(balance, register: register, library: library)
    return try ExplainedFigures(inputs, path: path, rounding: balance.rounding, beside: topics)
      .explanation(of: path.steps)
  }

  /// What may follow on a path, for completion and for listing every figure of a balance.
  /// - Throws: `PlanningError.invalidInput` like a call; `figure` may stop at any step after the horizon.
  public func steps(after request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> [String]
  {
    let world = try request.world(register, library)
    let (register, library) = (world.register, world.library)
    let path = try FigurePath(request, register: register, library: library)
    let inputs = try BalanceInputs(path.narrowed(request.balance), register: register, library: library)
    return try ExplainedFigures(
      inputs, path: path, rounding: request.balance.rounding, beside: SpreadTopic.allCases.map(\.rawValue)
    ).next(after: path.steps)
  }
}

extension ExplainFigure.Response {
  fileprivate init(
    _ request: ExplainFigure.Request, _ register: Register, _ explanation: Explanation, _ library: PlanningLibrary
  ) {
    self.init(
      request: request, register: RegisterSummary(register), explanation: explanation,
      bibliography: library.cited(by: explanation.leaves.compactMap(\.reading)))
  }
}

extension ExplainFigure.Request {
  /// First steps after the horizon that this request makes possible: of the changes of a scenario, and of frozen plans.
  fileprivate var topics: [String] {
    let name = figure.split(separator: "/").dropFirst().first.map(String.init)
    let isChanged = balance.ownScenarios.contains { $0.id == name }
    return (isChanged ? [ChangeFigure.changeStep, ChangeFigure.afterStep] : [])
      + (freeze?.isEmpty == false ? [ExplainedWaterbedFigure.step] : [])
  }

  /// The world that the figure is of: with its changes where the path names a scenario of the user.
  fileprivate func world(_ register: Register, _ library: PlanningLibrary) throws(PlanningError) -> PlanningWorld {
    let name = figure.split(separator: "/").dropFirst().first.map(String.init)
    guard let scenario = balance.ownScenarios.first(where: { $0.id == name }) else {
      return PlanningWorld(register: register, library: library)
    }
    return try scenario.resolved(register, library)
  }
}

extension Explanation {
  var reading: ParameterReading? {
    guard case .parameter(let reading) = basis else { return nil }
    return reading
  }
}
