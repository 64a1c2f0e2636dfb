import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// Why two runs of the balance differ — *twee berekeningen vergelijken*: by scenario, horizon, parameters or reference date.
public struct CompareRuns: Sendable {
  public init() {}

  /// One of the two runs.
  public struct Side: Codable, Sendable, Equatable {
    public var region: RegionCode
    public var scenario: String
    public var horizon: Int
    /// Whether the realised share of soft plans is taken off.
    public var countsSoftPlans: Bool
    public var referenceDate: CalendarDate?
    /// Folders laid over the built-in parameters.
    public var parameterFolders: [String]
    public var ownScenarios: [PlanningScenario]

    public init(
      region: RegionCode = .netherlands, scenario: String, horizon: Int, countsSoftPlans: Bool = false,
      referenceDate: CalendarDate? = nil, parameterFolders: [String] = [], ownScenarios: [PlanningScenario] = []
    ) {
      self.region = region
      self.scenario = scenario
      self.horizon = horizon
      self.countsSoftPlans = countsSoftPlans
      self.referenceDate = referenceDate
      self.parameterFolders = parameterFolders
      self.ownScenarios = ownScenarios
    }
  }

  public struct Request: Codable, Sendable, Equatable {
    public var from: Side
    public var to: Side

    public init(from: Side, to: Side) {
      self.from = from
      self.to = to
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let registers: [RegisterSummary]
    public let comparison: ForecastComparison
    public let diagnostics: [Diagnostic]
  }

  /// Reads what both sides need and compares them.
  public func callAsFunction(_ request: Request, register path: String, in environment: Environment) throws -> Response
  {
    let worlds = try Self.worlds(request, register: path, in: environment)
    return try self(request, from: worlds[0], to: worlds[1])
  }

  /// What both sides are computed in, without their own scenarios.
  static func worlds(_ request: Request, register path: String, in environment: Environment) throws -> [PlanningWorld] {
    let store = try environment.registers.open(path)
    return try [request.from, request.to].map { side in
      PlanningWorld(
        register: try store.load(asOf: side.referenceDate),
        library: try environment.libraries.library(overrides: side.parameterFolders, standalone: false))
    }
  }

  /// - Throws: `PlanningError.invalidInput` with every problem of both sides.
  public func callAsFunction(_ request: Request, from: PlanningWorld, to: PlanningWorld) throws(PlanningError)
    -> Response
  {
    let outlines = try Self.outlines(request, [from, to]).map { $0.outline(.numbers) }
    return Response(
      request: request, registers: [RegisterSummary(from.register), RegisterSummary(to.register)],
      comparison: ForecastComparison(
        from: request.from.label, to: request.to.label, ForecastDifference(from: outlines[0], to: outlines[1])),
      diagnostics: [])
  }

  /// - Throws: `PlanningError.invalidInput` with every problem of both sides.
  static func outlines(_ request: Request, _ worlds: [PlanningWorld]) throws(PlanningError) -> [RunOutline] {
    var problems: [Diagnostic] = []
    var outlines: [RunOutline] = []
    for (side, world) in zip([request.from, request.to], worlds) {
      do { outlines.append(try RunOutline(side, in: world)) } catch { problems += error.diagnostics }
    }
    guard outlines.count == 2 else { throw .invalidInput(problems) }
    return outlines
  }
}
