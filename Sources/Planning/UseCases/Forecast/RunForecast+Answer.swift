import ForecastBands
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Uncertainty
import WorkLocations

extension RunForecast {
  /// Answers a request from a register and a parameter library. Pure: equal arguments give equal answers.
  /// - Throws: `PlanningError.invalidInput` with every problem in the request, or every missing or impossible parameter.
  public func callAsFunction(_ request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> Response
  {
    try self(request, from: StartingSituation(register, region: request.balance.region), library: library)
  }

  /// Answers a request from a situation that was prepared before, for another parameter library.
  public func callAsFunction(_ request: Request, from situation: StartingSituation, library: PlanningLibrary)
    throws(PlanningError) -> Response
  {
    try answer(request, from: situation, library: library).response
  }

  /// The answer with what it was worked out from, for who explains it.
  func answer(_ request: Request, from situation: StartingSituation, library: PlanningLibrary) throws(PlanningError)
    -> (response: Response, answers: [ForecastAnswer])
  {
    let situation = situation.of(request.balance.region)
    let problems = request.problems(situation, library)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    let inputs = try ForecastInputs.perScenario(request, from: situation, library: library)
    var answers: [ForecastAnswer] = []
    for (scenario, inputs) in inputs {
      answers.append(
        ForecastAnswer(
          request: request, scenario: scenario, draws: try inputs.draws(request, scenario: scenario), inputs: inputs))
    }
    let first = inputs[0].inputs
    let parameters = Set(inputs.flatMap { $0.inputs.parameters }).orderedByPath()
    let response = Response(
      request: request, register: RegisterSummary(situation.register), regions: situation.summaries,
      startYear: first.balance.model.startYear,
      draws: Dictionary(uniqueKeysWithValues: answers.map { ($0.scenario, $0.draws.summary.draws) }),
      largeShortage: first.largeShortage(request), acceptedRisk: first.acceptedRisk(request),
      bands: first.balance.scope.regions.flatMap { region in answers.map { $0.bands(of: region) } },
      segments: request.hasSegments ? answers.flatMap(\.segments) : [], repair: first.repair, parameters: parameters,
      bibliography: library.cited(by: parameters), diagnostics: problems + (first.repair.map { [$0.notice] } ?? []))
    return (response, answers)
  }
}

extension ForecastInputs {
  func largeShortage(_ request: RunForecast.Request) -> NetHectares {
    request.largeShortage ?? NetHectares(coefficients.largeShortage.value)
  }

  func acceptedRisk(_ request: RunForecast.Request) -> Double {
    request.acceptedRisk ?? coefficients.acceptedRisk.value
  }

  func draws(_ request: RunForecast.Request, scenario: String) throws(PlanningError) -> ForecastDraws {
    let horizons = request.balance.horizons
    let market = try model(
      scenario: scenario, lastYear: horizons.max() ?? balance.model.startYear,
      horizons: request.hasSegments ? horizons : [])
    return ForecastDraws(
      market, scope: balance.scope, request: request, largeShortage: largeShortage(request),
      risk: acceptedRisk(request))
  }
}

extension CorrelationRepair {
  var notice: Diagnostic {
    Diagnostic(
      .warning, "forecast.correlation-repaired", at: .init(record: "uncertainty/sector-correlation"),
      value: Self.spelled(largestChange),
      message: LocalizedText(
        nl:
          "de correlaties spraken elkaar tegen en zijn vervangen door de dichtstbijzijnde mogelijke; grootste wijziging",
        en: "the correlations contradicted each other and were replaced by the nearest possible ones; largest change"),
      remedy: LocalizedText(nl: "Herstel de parameter.", en: "Mend the parameter."))
  }
}

/// The answer for one scenario.
struct ForecastAnswer {
  let request: RunForecast.Request
  let scenario: String
  let draws: ForecastDraws
  let inputs: ForecastInputs

  func bands(of region: RegionCode) -> RegionBands {
    let area = draws.area(of: region)
    let members = draws.scope.markets(in: region).compactMap { draws.scope.markets.firstIndex(of: $0) }
    let years = draws.summary.bands(of: area).enumerated().map { index, bands in
      year(bands, index, DeterministicYear(draws.market, members, index))
    }
    return RegionBands(region: region, scenario: scenario, years: years)
  }

  private func year(_ bands: YearBands, _ index: Int, _ centre: DeterministicYear) -> RegionBands.Year {
    RegionBands.Year(
      year: draws.market.startYear + index, demand: Band(bands.demand, centre: centre.demand),
      hardSupply: NetHectares(centre.hard), balance: Band(bands.balance, centre: centre.hard - centre.demand),
      balanceWithSoft: Band(bands.balanceWithSoft, centre: centre.hard + centre.soft - centre.demand),
      shortage: Chance(bands.shortage.any), largeShortage: Chance(bands.shortage.large),
      shortageSoFar: Chance(bands.shortage.upToNow), shortageWithSoft: Chance(bands.shortageWithSoft.any),
      landForRisk: NetHectares(max(0, -bands.balance.quantiles[ForecastDraws.levels.count])))
  }

  /// Classes of land per market and horizon.
  var segments: [SegmentBands] {
    let cases = draws.scope.markets.flatMap { market in request.balance.horizons.map { (market, $0) } }
    return Parallel.map(cases) { market, horizon in segments(market, horizon) }.flatMap { $0 }
  }

  private func segments(_ market: RegionCode, _ horizon: Int) -> [SegmentBands] {
    let chosen = request.balance.horizons.firstIndex(of: horizon)!
    guard let balance = inputs.balance.markets[market],
      let demand = draws.summary.classDemand(of: draws.area(of: market), chosenYear: chosen)
    else { return [] }
    let shortage = balance.shortages(demandByClass: demand, horizon: horizon)
    return SpaceClass.all.map { space in
      SegmentBands(
        region: market, scenario: scenario, horizon: horizon, space: space, demand: demand[space.index],
        centre: draws.market.model.centreDemand(
          of: draws.area(of: market), inClass: space.index, year: horizon - draws.market.startYear),
        shortage: shortage[space.index], risk: inputs.acceptedRisk(request))
    }
  }
}

/// Deterministic demand and supply of an area in a year, ha net.
private struct DeterministicYear {
  let demand: Double
  let hard: Double
  /// Soft plans that come about.
  let soft: Double

  init(_ market: MarketBandModel, _ members: [Int], _ year: Int) {
    let model = market.model
    demand = members.reduce(0) { $0 + model.centreDemand(of: $1)[year] }
    hard = members.reduce(0) { $0 + model.hardSupply(of: $1)[year] }
    soft = members.reduce(0) { $0 + model.spread.softRealisation.value * model.softPlans(of: $1)[year] }
  }
}

extension Band {
  /// - Parameter figure: quantiles at `ForecastDraws.levels`, and more behind them.
  fileprivate init(_ figure: BandFigure, centre: Double) {
    self.init(
      centre: centre, quantiles: figure.quantiles, mean: figure.mean, standardError: figure.standardErrorOfMean)
  }

  init(centre: Double, quantiles: [Double], mean: Double, standardError: Double) {
    self.centre = NetHectares(centre)
    p5 = NetHectares(quantiles[0])
    p10 = NetHectares(quantiles[1])
    p50 = NetHectares(quantiles[2])
    p90 = NetHectares(quantiles[3])
    p95 = NetHectares(quantiles[4])
    self.mean = NetHectares(mean)
    self.standardError = NetHectares(standardError)
  }
}

extension Chance {
  /// - Parameter count: draws in which it happened, of `total`.
  init(_ count: Int, of total: Int) {
    probability = Double(count) / Double(total)
    standardError = SamplingError.ofProbability(probability, draws: total)
  }

  fileprivate init(_ chance: ShortageChance) {
    probability = chance.probability
    standardError = chance.standardError
  }
}
