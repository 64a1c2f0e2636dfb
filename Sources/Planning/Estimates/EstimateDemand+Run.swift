import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

extension EstimateDemand {
  /// Answers a request from a register and a parameter library. Pure: equal arguments give equal answers.
  /// - Throws: `PlanningError.invalidInput` with every problem in the request and every missing parameter.
  public func callAsFunction(_ request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> Response
  {
    try answer(request, register: register, library: library).response
  }

  /// The answer with what it was worked out from, for who explains it.
  func answer(_ request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> (response: Response, answer: EstimateAnswer, backtest: RunBacktest.Run)
  {
    let problems = request.balance.problems(
      StartingSituation(register, region: request.region), library)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    let inputs = try EstimateInputs(request, register: register, library: library)
    let backtest = try RunBacktest().run(
      .init(region: request.region), series: .issue, register: register, library: library)
    let answer = EstimateAnswer(request, inputs: inputs, backtest: backtest.report)
    let read = backtest.report == nil ? [] : backtest.parameters
    let parameters = Set(inputs.parameters + read).orderedByPath()
    let (estimates, missing) = answer.estimates()
    let (combined, uncombined) = request.isCombined ? answer.combined(estimates) : ([], [])
    let response = Response(
      request: request, register: RegisterSummary(register),
      regions: inputs.scope.regions.map(register.regions.summary),
      estimates: estimates, combined: combined, parameters: parameters,
      bibliography: library.cited(by: parameters), diagnostics: problems + missing + uncombined)
    return (response, answer, backtest)
  }
}

extension EstimateDemand.Request {
  /// The balance of the same region, horizons and scenarios: what may be asked is the same.
  var balance: RunBalance.Request {
    RunBalance.Request(
      region: region, horizons: horizons, scenarios: scenarios, referenceDate: referenceDate,
      parameterDate: parameterDate)
  }
}

/// The estimates of one request.
struct EstimateAnswer {
  let request: EstimateDemand.Request
  let inputs: EstimateInputs
  /// How the methods did on the register's issue; nil where it has too little of it.
  let backtest: BacktestReport?

  init(_ request: EstimateDemand.Request, inputs: EstimateInputs, backtest: BacktestReport?) {
    self.request = request
    self.inputs = inputs
    self.backtest = backtest
  }

  func estimates() -> ([DemandEstimate], [Diagnostic]) {
    let estimates = inputs.scope.regions.flatMap { region in
      request.horizons.flatMap { horizon in
        landPerJob(region, horizon) + [absorption(region, horizon), moves(region, horizon)].compactMap { $0 }
      }
    }
    return (estimates, inputs.missing + notWidened(estimates))
  }

  private func landPerJob(_ region: RegionCode, _ horizon: Int) -> [DemandEstimate] {
    guard inputs.moves.hasJobs(in: region) else { return [] }
    return request.scenarios.compactMap { scenario in
      inputs.landPerJob.amounts(of: region, scenario: scenario, horizon: horizon).map { found in
        estimate(
          .landPerJob, region, scenario, horizon, found.total, basis: inputs.jobsBasis(in: region), groups: found.groups
        )
      }
    }
  }

  private func moves(_ region: RegionCode, _ horizon: Int) -> DemandEstimate? {
    guard inputs.moves.hasJobs(in: region) else { return nil }
    let years = horizon - inputs.startYear
    let total = Banded { inputs.moves.demand(in: region, years: years, side: $0) }
    let groups = inputs.groups.map { group in
      GroupEstimate(group, Banded { inputs.moves.demand(in: region, group: group, years: years, side: $0) })
    }
    return estimate(.moves, region, nil, horizon, total, basis: inputs.jobsBasis(in: region), groups: groups)
  }

  private func absorption(_ region: RegionCode, _ horizon: Int) -> DemandEstimate? {
    guard let estimator = inputs.absorption[region] else { return nil }
    let years = horizon - inputs.startYear
    let total = Banded(
      centre: estimator.centre(years: years), low: estimator.border(.low, years: years),
      high: estimator.border(.high, years: years))
    return estimate(.absorption, region, nil, horizon, total, basis: inputs.issueBasis(of: estimator, in: region))
  }

  private func estimate(
    _ method: EstimationMethod, _ region: RegionCode, _ scenario: String?, _ horizon: Int, _ amount: Banded,
    basis: EstimateBasis, groups: [GroupEstimate] = []
  ) -> DemandEstimate {
    DemandEstimate(
      region: region, method: method, scenario: scenario, startYear: inputs.startYear, horizon: horizon,
      centre: amount.centre, low: amount.low, high: amount.high,
      widened: backtest?.widened(
        amount, by: method, at: inputs.level(of: region), years: horizon - inputs.startYear), basis: basis,
      groups: groups)
  }

  private func notWidened(_ estimates: [DemandEstimate]) -> [Diagnostic] {
    let methods = Set(estimates.filter { $0.widened == nil }.map(\.method)).sorted()
    guard !methods.isEmpty else { return [] }
    return [
      Diagnostic(
        .note, "estimate.not-widened", value: methods.map(\.rawValue).joined(separator: ", "),
        message: LocalizedText(
          nl: "de band is niet aan het verleden getoetst: er is te weinig historie",
          en: "the band was not held against the past: there is too little history"),
        remedy: LocalizedText(
          nl: "Zie werklocaties backtest; importeer langere reeksen van uitgifte en banen.",
          en: "See werklocaties backtest; import longer series of issue and jobs."))
    ]
  }
}
