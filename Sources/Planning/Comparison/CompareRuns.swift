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
    let store = try environment.registers.open(path)
    let worlds = try [request.from, request.to].map { side in
      PlanningWorld(
        register: try store.load(asOf: side.referenceDate),
        library: try environment.libraries.library(overrides: side.parameterFolders, standalone: false))
    }
    return try self(request, from: worlds[0], to: worlds[1])
  }

  /// - Throws: `PlanningError.invalidInput` with every problem of both sides.
  public func callAsFunction(_ request: Request, from: PlanningWorld, to: PlanningWorld) throws(PlanningError)
    -> Response
  {
    var problems: [Diagnostic] = []
    var outlines: [ForecastOutline] = []
    for (side, world) in [(request.from, from), (request.to, to)] {
      do { outlines.append(try side.outline(in: world)) } catch { problems += error.diagnostics }
    }
    guard outlines.count == 2 else { throw .invalidInput(problems) }
    return Response(
      request: request, registers: [RegisterSummary(from.register), RegisterSummary(to.register)],
      comparison: ForecastComparison(
        from: request.from.label, to: request.to.label, ForecastDifference(from: outlines[0], to: outlines[1])),
      diagnostics: problems)
  }
}

extension CompareRuns.Side {
  fileprivate var label: LocalizedText { LocalizedText(both: "\(region) \(scenario) \(horizon)") }

  private var request: RunBalance.Request {
    RunBalance.Request(
      region: region, horizons: [horizon], scenarios: [scenario], referenceDate: referenceDate,
      ownScenarios: ownScenarios)
  }

  /// The run as the parts of its figure: demand minus usable land, market by market.
  fileprivate func outline(in world: PlanningWorld) throws(PlanningError) -> ForecastOutline {
    let situation = StartingSituation(world.register, region: region)
    let world = try request.worlds(situation, world.library)[scenario] ?? world
    let part = request.part([scenario])
    let inputs = try BalanceInputs(part, from: situation.updated(to: world.register), library: world.library)
    let run = BalanceRun(part, inputs)
    let lines = inputs.scope.markets.flatMap { market in
      inputs.model.outline(of: market, scenario: scenario, horizon: horizon)
        + amounts(run.demands.first { $0.region == market })
    }
    let supply = inputs.scope.markets.compactMap { market in
      run.balances.first { $0.region == market }.map { (market.text, self.supply($0)) }
    }
    return ForecastOutline(lines: lines, supply: Dictionary(uniqueKeysWithValues: supply))
  }

  /// Replacement and add-ons, one line each.
  private func amounts(_ demand: RegionDemand?) -> [ForecastOutline.Line] {
    (demand?.lines ?? []).compactMap { line in
      switch line.component {
      case .expansion: nil
      case .replacement(let withdrawal):
        ForecastOutline.Line(
          area: demand!.region.text, name: "\(withdrawal)/\(line.sectorGroup)", replacement: line.net.value)
      case .addOn(let id): ForecastOutline.Line(area: demand!.region.text, name: id, additional: line.net.value)
      }
    }
  }

  private func supply(_ balance: RegionBalance) -> ForecastOutline.Supply {
    let soft = balance.softSupply.value
    let realised = (balance.withSoft.usable - balance.hard.usable).value
    return ForecastOutline.Supply(
      hard: balance.hardSupply.value, hardCounted: 1, soft: soft,
      softCounted: countsSoftPlans && soft > 0 ? realised / soft : 0,
      reserve: (balance.frictionalReserve + balance.ironStock).value)
  }
}
