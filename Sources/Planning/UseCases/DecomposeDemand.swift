import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// Splits expansion into the effects of jobs, location preference and land per job — *ontleding van de uitbreidingsvraag*.
public struct DecomposeDemand: Sendable {
  public init() {}

  public struct Response: Codable, Sendable, Equatable {
    public let request: RunBalance.Request
    public let register: RegisterSummary
    public let regions: [RegionSummary]
    /// By region, scenario and horizon, like the balances of `RunBalance`; each sums to the expansion there.
    public let effects: [DemandEffects]
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]

    public func effects(of region: RegionCode, scenario: String, horizon: Int) -> DemandEffects? {
      effects.first { $0.region == region && $0.scenario == scenario && $0.horizon == horizon }
    }
  }

  /// Takes the request of a balance. Pure: equal arguments give equal answers.
  /// - Throws: `PlanningError.invalidInput` with every problem in the request and every missing parameter.
  public func callAsFunction(_ request: RunBalance.Request, register: Register, library: PlanningLibrary)
    throws(PlanningError) -> Response
  {
    let situation = StartingSituation(register, region: request.region)
    let worlds = try request.worlds(situation, library)
    let plain = PlanningWorld(register: register, library: library)
    var effects: [DemandEffects] = []
    var parameters = Set<ParameterReading>()
    for scenario in request.scenarios {
      let world = worlds[scenario] ?? plain
      let inputs = try BalanceInputs(
        request.part([scenario]), from: situation.updated(to: world.register), library: world.library)
      effects += inputs.effects(scenario: scenario, horizons: request.horizons)
      parameters.formUnion(inputs.parameters)
    }
    let readings = parameters.orderedByPath()
    let regions = BalanceScope(request.region, in: register.regions).regions
    return Response(
      request: request, register: RegisterSummary(register), regions: regions.map(register.regions.summary),
      effects: regions.flatMap { region in effects.filter { $0.region == region } }, parameters: readings,
      bibliography: library.cited(by: readings))
  }
}

extension BalanceInputs {
  /// Effects in every region of the answer; larger regions are the sums of their markets.
  func effects(scenario: String, horizons: [Int]) -> [DemandEffects] {
    horizons.flatMap { horizon in
      let markets = Dictionary(
        uniqueKeysWithValues: scope.markets.map {
          ($0, model.effects(of: $0, scenario: scenario, horizon: horizon))
        })
      return scope.regions.compactMap { region in
        markets[region] ?? .sum(of: scope.markets(in: region).compactMap { markets[$0] }, as: region)
      }
    }
  }
}
