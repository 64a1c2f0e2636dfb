import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// A figure that a back-test makes of estimates, by its path after the horizon — *raming met terugtoets*:
///
///     uitgifte-extrapolatie/verbreed/PV30/laag    a border as the back-test on PV30 widens it
///     gewogen/PV30                                the estimates in one, by the weights of the back-test on PV30
///     gewogen/PV30/hoog
struct BacktestedEstimate {
  private enum Kind {
    case widened(EstimationMethod, BandSide)
    case combined(BandSide?)
  }

  private let kind: Kind
  /// The region whose back-test it is: the one that the estimates were asked for.
  private let tested: RegionCode

  static let widenedStep = "verbreed"
  static let combinedStep = "gewogen"

  init?(_ steps: [String]) {
    if steps.count == 4, steps[1] == Self.widenedStep {
      guard let method = EstimationMethod(rawValue: steps[0]), let side = BandSide(rawValue: steps[3]) else {
        return nil
      }
      kind = .widened(method, side)
      tested = RegionCode(steps[2])
    } else if steps.first == Self.combinedStep, (2...3).contains(steps.count) {
      let side = steps.count == 3 ? BandSide(rawValue: steps[2]) : nil
      guard steps.count == 2 || side != nil else { return nil }
      kind = .combined(side)
      tested = RegionCode(steps[1])
    } else {
      return nil
    }
  }

  /// The path after the horizon.
  static func path(_ method: EstimationMethod, _ side: BandSide, by tested: RegionCode) -> String {
    [method.rawValue, widenedStep, tested.text, side.rawValue].joined(separator: "/")
  }

  /// What may follow on such a path; nil when it is of nothing that a back-test makes. A region may be any.
  static func steps(after steps: [String]) -> [String]? {
    let sides = BandSide.allCases.map(\.rawValue)
    if steps.first == combinedStep {
      if steps.count == 1 { return [RegionCode.netherlands.text] }
      return steps.count == 2 ? sides : BacktestedEstimate(steps) == nil ? nil : []
    }
    guard steps.count > 1, steps[1] == widenedStep, EstimationMethod(rawValue: steps[0]) != nil else { return nil }
    if steps.count == 2 { return [RegionCode.netherlands.text] }
    return steps.count == 3 ? sides : BacktestedEstimate(steps) == nil ? nil : []
  }

  /// - Throws: `PlanningError.invalidInput` when the region is unknown, and with why there is no such estimate.
  func explanation(_ request: EstimateDemand.Request, register: Register, library: PlanningLibrary)
    throws(PlanningError) -> Explanation
  {
    let problems = RunBacktest.Request(region: tested).problems(register)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    let inputs = try EstimateInputs(request, register: register, library: library)
    let backtest = try RunBacktest().run(
      .init(region: tested), series: .issue, register: register, library: library)
    let answer = EstimateAnswer(request, inputs: inputs, backtest: backtest.report)
    let (estimates, _) = answer.estimates()
    let own = estimates.filter { $0.region == request.region }
    guard let tree = explanation(own, answer, ExplainedBacktest(run: backtest, region: tested)) else {
      throw .invalidInput([Self.notTested(tested)])
    }
    return tree
  }

  /// - Parameter estimates: of one region, horizon and scenario.
  private func explanation(_ estimates: [DemandEstimate], _ answer: EstimateAnswer, _ backtest: ExplainedBacktest)
    -> Explanation?
  {
    switch kind {
    case .widened(let method, let side):
      estimates.first { $0.method == method }.flatMap { Self.widened($0, side, answer, backtest) }
    case .combined(let side): Self.combined(estimates, side, answer, backtest)
    }
  }

  private static func widened(
    _ estimate: DemandEstimate, _ side: BandSide, _ answer: EstimateAnswer, _ backtest: ExplainedBacktest
  ) -> Explanation? {
    let level = answer.inputs.level(of: estimate.region)
    guard let row = backtest.run.report?.widening(of: estimate.method, at: level, years: estimate.years),
      let factor = row.score.wideningFactor, estimate.widened != nil,
      let border = reference(to: estimate, side, answer), let centre = reference(to: estimate, nil, answer)
    else { return nil }
    return BandedForecast.widened(
      border, around: centre,
      by: backtest.reference(to: .score(row.place, .widening), factor, .factor, ScoreFigure.widening.label),
      .netHectare)
  }

  private static func combined(
    _ estimates: [DemandEstimate], _ side: BandSide?, _ answer: EstimateAnswer, _ backtest: ExplainedBacktest
  ) -> Explanation? {
    guard let combined = answer.combined(estimates).0.first else { return nil }
    let parts = estimates.compactMap { estimate -> (amount: Explanation, weight: Explanation)? in
      guard let weight = combined.weights[estimate.method.rawValue],
        let amount = reference(to: estimate, side, answer)
      else { return nil }
      let figure = BacktestFigure.weight(forecaster: estimate.method.rawValue, length: combined.length)
      return (amount, backtest.reference(to: figure, weight, .share, LocalizedText(nl: "gewicht", en: "weight")))
    }
    return parts.count == combined.weights.count ? EstimateAnswer.weighted(parts) : nil
  }

  private static func reference(to estimate: DemandEstimate, _ side: BandSide?, _ answer: EstimateAnswer)
    -> Explanation?
  {
    let amount = side.map { $0 == .low ? estimate.low : estimate.high } ?? estimate.centre
    guard let amount, let scenario = estimate.scenario ?? answer.request.scenarios.first else { return nil }
    let path = FigurePath(
      region: estimate.region, scenario: scenario, horizon: estimate.horizon,
      steps: [BalanceExplanations.Topic.estimate(estimate.method, side)])
    let words = side.map { LocalizedText(nl: ", \($0.rawValue)", en: $0 == .low ? ", low" : ", high") }
    return Explanation(
      estimate.method.label + (words ?? LocalizedText(both: "")), value: amount.value, unit: .netHectare,
      basis: .figure(path: path.text))
  }

  /// The widened borders of estimates, by path.
  static func explanations(_ estimates: [DemandEstimate], _ answer: EstimateAnswer, _ backtest: ExplainedBacktest)
    -> [String: Explanation]
  {
    var trees: [String: Explanation] = [:]
    for estimate in estimates where estimate.widened != nil {
      guard let scenario = estimate.scenario ?? answer.request.scenarios.first else { continue }
      for side in BandSide.allCases {
        let path = FigurePath(
          region: estimate.region, scenario: scenario, horizon: estimate.horizon,
          steps: [path(estimate.method, side, by: backtest.region)])
        trees[path.text] = widened(estimate, side, answer, backtest)
      }
    }
    return trees
  }

  private static func notTested(_ region: RegionCode) -> Diagnostic {
    Diagnostic(
      .error, "explain.not-backtested", value: region.text,
      message: LocalizedText(
        nl: "de terugtoets op dit gebied heeft te weinig uitkomsten voor een verbreding of gewichten",
        en: "the back-test on this region has too few outcomes for a widening or weights"),
      remedy: LocalizedText(
        nl: "Neem een groter gebied, zoals NL01, of importeer langere reeksen.",
        en: "Take a larger region, such as NL01, or import longer series."))
  }
}

extension ScoreRow {
  var place: BacktestFigure.ScorePlace {
    .init(level: level, sizeClass: sizeClass, length: length, forecaster: forecaster)
  }
}
