import ForecastBands
import Provenance
import Quantities
import SupplyDemandBalance
import Uncertainty
import WorkLocations

extension ExplainSpread {
  /// Answers a request from a register and a parameter library. Pure: equal arguments give equal answers.
  /// - Throws: `PlanningError.invalidInput` like `RunForecast`.
  public func callAsFunction(_ request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> Response
  {
    try self(request, from: StartingSituation(register, region: request.forecast.balance.region), library: library)
  }

  /// Answers a request from a situation that was prepared before.
  public func callAsFunction(_ request: Request, from situation: StartingSituation, library: PlanningLibrary)
    throws(PlanningError) -> Response
  {
    try answer(request, from: situation, library: library).response
  }

  /// The answer, with what the trees of its figures are made of.
  func answer(_ request: Request, from situation: StartingSituation, library: PlanningLibrary)
    throws(PlanningError) -> (response: Response, spreads: [WorkedSpread])
  {
    let situation = situation.of(request.forecast.balance.region)
    let problems = request.forecast.problems(situation, library)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    var forecast = request.forecast
    forecast.hasSegments = false
    let inputs = try ForecastInputs.perScenario(forecast, from: situation, library: library)
    let worlds = try forecast.balance.worlds(situation, library)
    var spreads: [WorkedSpread] = []
    for (scenario, inputs) in inputs {
      let samples = try SpreadSamples(forecast, inputs, scenario: scenario)
      let world = worlds[scenario]
      let balances = ChangedBalances(
        request: forecast.balance.part([scenario]),
        situation: world.map { situation.updated(to: $0.register) } ?? situation, library: world?.library ?? library,
        coefficients: inputs.coefficients)
      for horizon in forecast.balance.horizons {
        let item = try balances.spread(
          scenario, horizon, sensitivities: samples.sensitivities(horizon, request.resamples))
        spreads.append(
          WorkedSpread(
            item: item, balances: balances, sample: samples.sample(horizon), resamples: request.resamples,
            seed: forecast.seed))
      }
    }
    let parameters = Set(inputs.flatMap { $0.inputs.parameters }).orderedByPath()
    let repair = inputs.first?.inputs.repair
    let response = Response(
      request: request, register: RegisterSummary(situation.register),
      region: situation.register.regions.summary(of: forecast.balance.region), cases: spreads.map(\.item),
      parameters: parameters,
      bibliography: library.cited(by: parameters),
      diagnostics: problems + (repair.map { [$0.notice] } ?? []))
    return (response, spreads)
  }
}

/// Runs of one scenario with groups of inputs swapped.
struct SpreadSamples {
  let summaries: [BandSummary]
  let area: Int
  let startYear: Int
  let seed: UInt64

  init(_ request: RunForecast.Request, _ inputs: ForecastInputs, scenario: String) throws(PlanningError) {
    let draws = try inputs.draws(request, scenario: scenario)
    let sampler = BandSampler(draws.market.model)
    summaries = BandSensitivity.runs.map { replicates in
      BandSummary(
        draws.market.model,
        ForecastDraws.batches(sampler, 0..<draws.summary.draws, request.seed, replicates: replicates),
        draws.summary.question)!
    }
    area = draws.area(of: request.balance.region)
    startYear = draws.market.startYear
    seed = request.seed
  }

  func sensitivities(_ horizon: Int, _ resamples: Int) -> [Sensitivity] {
    let found = sample(horizon)?.indices(confidence: ForecastDraws.confidence, resamples: resamples, seed: seed) ?? []
    return zip(InputGroup.allCases, found).filter { $0.0 != .softRealisation }.map {
      Sensitivity(group: $0, index: $1)
    }
  }

  /// The balance per draw in each run.
  func sample(_ horizon: Int) -> SobolSample? {
    BandSensitivity.sample(summaries) { $0.balance(of: area, year: horizon - startYear, withSoft: false) }
  }
}

/// The deterministic balance of a region under changed parameters.
struct ChangedBalances {
  let request: RunBalance.Request
  let situation: StartingSituation
  let library: PlanningLibrary
  let coefficients: UncertaintyCoefficients

  func spread(_ scenario: String, _ horizon: Int, sensitivities: [Sensitivity]) throws(PlanningError) -> SpreadCase {
    let balance = try self.balance(library, scenario, horizon, .growth)
    var tornado: [TornadoBar] = []
    var breakEvens: [BreakEvenPoint] = []
    for group in InputGroup.allCases {
      tornado.append(
        TornadoBar(
          group: group, atLow: try self.balance(library.shifted(group, to: \.low), scenario, horizon, group),
          atHigh: try self.balance(library.shifted(group, to: \.high), scenario, horizon, group)))
      breakEvens.append(breakEven(group, scenario, horizon))
    }
    return SpreadCase(
      scenario: scenario, horizon: horizon, balance: balance, sensitivities: sensitivities,
      tornado: tornado.sorted { ($1.width, $0.group.rawValue) < ($0.width, $1.group.rawValue) },
      breakEvens: breakEvens, missingLand: max(.zero, .zero - balance))
  }

  /// Soft plans change nothing against hard supply: their group is read with them.
  func balance(_ library: PlanningLibrary, _ scenario: String, _ horizon: Int, _ group: InputGroup)
    throws(PlanningError) -> NetHectares
  {
    let response = try RunBalance()(at(scenario, horizon), from: situation, library: library)
    let balance = response.balance(of: request.region, scenario: scenario, horizon: horizon)
    return (group == .softRealisation ? balance?.withSoft.balance : balance?.hard.balance) ?? .zero
  }

  func at(_ scenario: String, _ horizon: Int) -> RunBalance.Request {
    var request = request
    request.scenarios = [scenario]
    request.horizons = [horizon]
    return request
  }

  func breakEven(_ group: InputGroup, _ scenario: String, _ horizon: Int) -> BreakEvenPoint {
    let range = coefficients.searchRange(of: group)
    let found = BreakEven.find(
      in: range, target: 0, precision: Self.precision, tolerance: Self.tolerance
    ) { amount in
      (try? balance(library.changed(group, by: amount), scenario, horizon, group))?.value ?? .nan
    }
    return BreakEvenPoint(
      group: group, change: group.change, lowest: range.lowerBound, highest: range.upperBound, value: found.input)
  }

  /// Of the balance, ha: ten square metres. A balance that is linear in a group takes one step.
  private static let tolerance = 0.001
  /// Of a factor, or of a rate a year: finer than any reader needs.
  private static let precision = 1e-5
}
