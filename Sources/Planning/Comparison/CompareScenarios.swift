import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// What each change of a scenario does, one after another — *scenario's vergelijken*.
///
/// Formula, per region, horizon and figure F, for a scenario of n changes:
///
///     step(k) = F(after the first k changes) − F(after the first k − 1)
///     total   = F(after all) − F(base) = Σ step(k)
///
/// The order is that of the scenario: of two changes that touch the same figure the later one gets what is left.
public struct CompareScenarios: Sendable {
  public init() {}

  /// One region and horizon of a scenario.
  public struct RegionChange: Codable, Sendable, Equatable {
    public let region: RegionCode
    public let horizon: Int
    /// Without the changes.
    public let base: ComparedFigures
    /// What each change adds, in their order.
    public let steps: [ComparedFigures]
    public let total: ComparedFigures
    /// With all changes.
    public let end: ComparedFigures
    /// Expansion by effect, without and with the changes.
    public let baseEffects: EffectSums
    public let endEffects: EffectSums
  }

  /// Expansion of a region by effect.
  public struct EffectSums: Codable, Sendable, Equatable {
    public let employment: NetHectares
    public let preference: NetHectares
    public let density: NetHectares

    init(_ effects: DemandEffects) {
      employment = effects[.employment]
      preference = effects[.preference]
      density = effects[.density]
    }
  }

  public struct Comparison: Codable, Sendable, Equatable {
    public let scenario: String
    public let label: LocalizedText
    public let base: String
    /// The changes in a few words.
    public let steps: [LocalizedText]
    /// By region and horizon.
    public let changes: [RegionChange]
  }

  public struct Response: Codable, Sendable, Equatable {
    /// The scenarios that were compared are its `ownScenarios`.
    public let request: RunBalance.Request
    public let register: RegisterSummary
    public let regions: [RegionSummary]
    public let comparisons: [Comparison]
    public let diagnostics: [Diagnostic]
  }

  /// - Parameter request: a balance request; its own scenarios are compared with their bases.
  /// - Throws: `PlanningError.invalidInput` with every problem of the request and of all scenarios; nothing is run then.
  public func callAsFunction(_ request: RunBalance.Request, register: Register, library: PlanningLibrary)
    throws(PlanningError) -> Response
  {
    var request = request
    request.scenarios = request.ownScenarios.map(\.id)
    let situation = StartingSituation(register, region: request.region)
    let worlds = try request.worlds(situation, library)
    let plain = PlanningWorld(register: register, library: library)
    var comparisons: [Comparison] = []
    for scenario in request.ownScenarios {
      comparisons.append(try compare(scenario, request.part([scenario.id]), plain))
    }
    let regions = BalanceScope(request.region, in: register.regions).regions
    return Response(
      request: request, register: RegisterSummary(register), regions: regions.map(register.regions.summary),
      comparisons: comparisons, diagnostics: request.scenarios.flatMap { worlds[$0]?.diagnostics ?? [] })
  }

  private func compare(_ scenario: PlanningScenario, _ request: RunBalance.Request, _ plain: PlanningWorld)
    throws(PlanningError) -> Comparison
  {
    var runs: [ScenarioRun] = []
    for count in 0...scenario.steps.count {
      let world = try scenario.prefix(count).resolved(plain.register, plain.library)
      let isEnd = count == 0 || count == scenario.steps.count
      runs.append(try ScenarioRun(request, world, withEffects: isEnd))
    }
    let changes = runs[0].regions.flatMap { region in
      request.horizons.compactMap { RegionChange(runs, region, $0) }
    }
    return Comparison(
      scenario: scenario.id, label: scenario.label, base: scenario.base,
      steps: scenario.steps.map(\.modification.label),
      changes: changes)
  }
}

/// One run of one scenario; the effects only where they are shown.
private struct ScenarioRun {
  let regions: [RegionCode]
  let figures: [Place: ComparedFigures]
  let effects: [Place: CompareScenarios.EffectSums]

  struct Place: Hashable {
    let region: RegionCode
    let horizon: Int
  }

  init(_ request: RunBalance.Request, _ world: PlanningWorld, withEffects: Bool) throws(PlanningError) {
    let situation = StartingSituation(world.register, region: request.region)
    let inputs = try BalanceInputs(request, from: situation, library: world.library)
    let run = BalanceRun(request, inputs)
    regions = inputs.scope.regions
    figures = Dictionary(
      uniqueKeysWithValues: run.balances.map {
        (Place(region: $0.region, horizon: $0.horizon), ComparedFigures($0))
      })
    let split = withEffects ? try DecomposeDemand()(request, register: world.register, library: world.library) : nil
    effects = Dictionary(
      uniqueKeysWithValues: (split?.effects ?? []).map {
        (Place(region: $0.region, horizon: $0.horizon), CompareScenarios.EffectSums($0))
      })
  }
}

extension CompareScenarios.RegionChange {
  /// - Parameter runs: after none, one, … all of the changes.
  fileprivate init?(_ runs: [ScenarioRun], _ region: RegionCode, _ horizon: Int) {
    let place = ScenarioRun.Place(region: region, horizon: horizon)
    let found = runs.compactMap { $0.figures[place] }
    let effects = [runs.first, runs.last].compactMap { $0?.effects[place] }
    guard let base = found.first, let end = found.last, let first = effects.first, let last = effects.last else {
      return nil
    }
    self.region = region
    self.horizon = horizon
    self.base = base
    steps = zip(found.dropFirst(), found).map { $0 - $1 }
    total = end - base
    self.end = end
    baseEffects = first
    endEffects = last
  }
}
