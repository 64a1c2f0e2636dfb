import ForecastBands
import Provenance
import Quantities
import SpaceDemand
import Uncertainty
import WorkLocations

/// The figures of `ExplainSpread` with the way to them: an end of a tornado and a break-even are figures of a world in which a
/// group of parameters was changed; a sensitivity counts squares over the draws.
extension ExplainFigure {
  /// - Returns: nil when the path is of no spread.
  func spread(_ path: FigurePath, _ request: Request, _ register: Register, _ library: PlanningLibrary)
    throws(PlanningError) -> (Request, Explanation)?
  {
    guard path.steps.first.flatMap(SpreadTopic.init) != nil else { return nil }
    let spread = ExplainedSpread(explain: self, path: path, request: request, register: register, library: library)
    guard let figure = SpreadFigure(path.steps) else { throw spread.refusal }
    let tree = try spread.explanation(of: figure)
    var again = request.forecast
    again.balance.region = path.region
    again.balance.scenarios = [path.scenario]
    again.balance.horizons = spread.horizons
    again.hasSegments = false
    return (Request(figure: request.figure, forecast: again), tree)
  }
}

private struct ExplainedSpread {
  let explain: ExplainFigure
  let path: FigurePath
  let request: ExplainFigure.Request
  let register: Register
  let library: PlanningLibrary

  func explanation(of figure: SpreadFigure) throws(PlanningError) -> Explanation {
    switch figure {
    case .end(let group, let side, let steps): try end(group, side, steps)
    case .width(let group): try width(group)
    case .breakEven(let group): try breakEven(group)
    case .atBreakEven(let group, let steps):
      try tree(
        steps, in: library.changed(group, by: try breakEvenValue(group).value),
        behind: [SpreadTopic.breakEven.rawValue, group.step])
    case .sensitivity(let group, let part, let side): try sensitivity(group, part, side)
    case .missingLand: try missingLand
    }
  }

  /// Draws depend on the last horizon of the forecast.
  var horizons: [Int] { (request.balance.horizons + [path.horizon]).unique().sorted() }

  private func end(_ group: InputGroup, _ side: BandSide, _ steps: [String]) throws(PlanningError) -> Explanation {
    let shifted = library.shifted(group) { side == .low ? $0.low : $0.high }
    let tree = try tree(
      steps.isEmpty ? [group.balanceFigure.rawValue] : steps, in: shifted,
      behind: [SpreadTopic.tornado.rawValue, group.step, side.rawValue])
    let (label, isLow) = (group.label, side == .low)
    let suffix = LocalizedText(
      nl: ", met alle waarden \(isLow ? "laag" : "hoog"): \(label.nl)",
      en: ", with all values \(isLow ? "low" : "high"): \(label.en)")
    return Explanation(tree.label + suffix, value: tree.value, unit: tree.unit, basis: tree.basis)
  }

  private func width(_ group: InputGroup) throws(PlanningError) -> Explanation {
    let low = try end(group, .low, []).reference(to: place(.tornado, group, BandSide.low.rawValue))
    let high = try end(group, .high, []).reference(to: place(.tornado, group, BandSide.high.rawValue))
    return .formula(
      .difference, .netHectare,
      FormulaName(
        nl: "breedte van de tornado: \(group.label.nl)", en: "width of the tornado: \(group.label.en)",
        notation: "de grootste − de kleinste"),
      low.value > high.value ? [low, high] : [high, low])
  }

  private var missingLand: Explanation {
    get throws(PlanningError) {
      let topic = FigureTopic.balance.rawValue
      let balance = try tree([topic], in: library, behind: []).reference(to: inside([topic]).text)
      return .formula(
        .maximum, .netHectare,
        FormulaName(nl: "ontbrekend terrein", en: "missing land", notation: "max(0, 0 − balans)"), .noLand,
        .formula(
          .difference, .netHectare, FormulaName(nl: "tekort op de balans", en: "deficit", notation: "0 − balans"),
          .noLand, balance))
    }
  }

  private func breakEven(_ group: InputGroup) throws(PlanningError) -> Explanation {
    let found = try breakEvenValue(group)
    let unit: Unit = group.change == .addition ? .sharePerYear : .factor
    let there = try tree(
      [group.balanceFigure.rawValue], in: library.changed(group, by: found.value),
      behind: [SpreadTopic.breakEven.rawValue, group.step])
    return Explanation(
      LocalizedText(nl: "omslagpunt: \(group.label.nl)", en: "break-even: \(group.label.en)"), value: found.value,
      unit: unit,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "zoeken naar de verandering waarbij de balans nul is",
            en: "search for the change at which the balance is zero"),
          evidence: [
            .init(
              LocalizedText(
                nl: "balans daar, zie \(place(.breakEven, group, group.balanceFigure.rawValue))",
                en: "balance there, see \(place(.breakEven, group, group.balanceFigure.rawValue))"), there.value,
              .netHectare),
            .init(LocalizedText(nl: "gezocht vanaf", en: "searched from"), found.point.lowest, unit),
            .init(LocalizedText(nl: "gezocht tot", en: "searched to"), found.point.highest, unit),
          ])))
  }

  private func breakEvenValue(_ group: InputGroup) throws(PlanningError) -> (value: Double, point: BreakEvenPoint) {
    let (situation, forecast) = drawn
    let inputs = try ForecastInputs(forecast, from: situation, library: library)
    let balances = ChangedBalances(
      request: forecast.balance, situation: situation, library: library, coefficients: inputs.coefficients)
    let point = balances.breakEven(group, path.scenario, path.horizon)
    guard let value = point.value else { throw .invalidInput([Self.noBreakEven(point)]) }
    return (value, point)
  }

  private static func noBreakEven(_ point: BreakEvenPoint) -> Diagnostic {
    Diagnostic(
      .error, "explain.no-break-even", value: point.group.step,
      message: LocalizedText(
        nl: "tussen \(point.lowest) en \(point.highest) maakt geen verandering de balans nul",
        en: "no change between \(point.lowest) and \(point.highest) makes the balance zero"),
      remedy: LocalizedText(
        nl: "Kies een andere groep, of verruim het zoekbereik in de parameters.",
        en: "Choose another group, or widen the search range in the parameters."))
  }

  // MARK: Sensitivity

  private func sensitivity(_ group: InputGroup, _ part: SobolPart, _ side: BandSide?) throws(PlanningError)
    -> Explanation
  {
    let (situation, forecast) = drawn
    let inputs = try ForecastInputs(forecast, from: situation, library: library)
    let samples = try SpreadSamples(forecast, inputs, scenario: path.scenario)
    guard let side else { return share(group, part, samples.sample(path.horizon)) }
    let resamples = ExplainSpread.Request.defaultResamples
    let found = samples.sensitivities(path.horizon, resamples).first { $0.group == group }?.index
    let bound = side == .low ? found?.lower : found?.upper
    let label = group.label
    return Explanation(
      LocalizedText(
        nl: "\(side.rawValue) van het 95%-interval over \(resamples) hertrekkingen: \(label.nl)",
        en: "\(side == .low ? "lower" : "upper") border of the 95% interval over \(resamples) resamples: \(label.en)"),
      value: (part == .first ? bound?.first : bound?.total) ?? 0, unit: .share,
      basis: .draw(number: nil, seed: forecast.seed))
  }

  /// The formulas of `SobolSample` with the sums that the draws gave.
  private func share(_ group: InputGroup, _ part: SobolPart, _ sample: SobolSample?) -> Explanation {
    let label = group.label
    let place = InputGroup.allCases.firstIndex(of: group) ?? 0
    guard let sample, case let sums = sample.sums, sums.doubledVariance > 0 else {
      return .definition(0, .share, LocalizedText(nl: "de balans varieert niet", en: "the balance does not vary"))
    }
    func counted(_ nl: String, _ en: String, _ value: Double) -> Explanation {
      Explanation(
        LocalizedText(nl: nl, en: en), value: value, unit: .one, basis: .draw(number: nil, seed: request.forecast.seed))
    }
    let other = part == .first ? "B" : "A"
    let squares = counted(
      "Σ (balans in \(other) − balans in A met deze groep uit B)², \(sample.a.count) trekkingen",
      "Σ (balance in \(other) − balance in A with this group from B)², \(sample.a.count) draws",
      part == .first ? sums.first[place] : sums.total[place])
    let variance = Explanation.formula(
      .product, .one, FormulaName(nl: "twee maal n maal variantie", en: "twice n times variance", notation: "V × 2n"),
      counted("variantie van de balans in A en B", "variance of the balance in A and B", sums.variance),
      .definition(sums.count, .count, LocalizedText(nl: "trekkingen in A en B", en: "draws in A and B")))
    let ratio = Explanation.formula(
      .quotient, .share,
      FormulaName(
        nl: "met andere: \(label.nl)", en: "with others: \(label.en)", notation: "Σ verschil² / 2nV"), squares, variance
    )
    guard part == .first else { return ratio }
    return .formula(
      .difference, .share,
      FormulaName(nl: "alleen: \(label.nl)", en: "alone: \(label.en)", notation: "1 − Σ verschil² / 2nV"), .one,
      Explanation(
        LocalizedText(nl: "wat overblijft", en: "what is left"), value: ratio.value, unit: .share, basis: ratio.basis))
  }

  // MARK: Worlds and paths

  /// The forecast of the path alone.
  private var drawn: (StartingSituation, RunForecast.Request) {
    var forecast = request.forecast
    forecast.balance.region = path.region
    forecast.balance.scenarios = [path.scenario]
    forecast.balance.ownScenarios = []
    forecast.balance.horizons = horizons
    forecast.hasSegments = false
    return (StartingSituation(register, region: path.region), forecast)
  }

  private func tree(_ steps: [String], in library: PlanningLibrary, behind: [String]) throws(PlanningError)
    -> Explanation
  {
    try explain.explanation(inside(steps), request, register, library).1
      .relocated(inside: path.scenario, behind: behind)
  }

  private func inside(_ steps: [String]) -> FigurePath {
    FigurePath(region: path.region, scenario: path.scenario, horizon: path.horizon, steps: steps)
  }

  private func place(_ topic: SpreadTopic, _ group: InputGroup, _ last: String) -> String {
    inside([topic.rawValue, group.step, last]).text
  }

  /// Names the first step that does not exist and what is possible there.
  var refusal: PlanningError {
    let known = path.steps.indices.dropFirst().first {
      !(SpreadFigure.steps(after: Array(path.steps[..<$0]))?.contains(path.steps[$0]) ?? false)
    }
    let end = known ?? path.steps.endIndex
    return .noStep(
      end < path.steps.endIndex ? path.steps[end] : "", after: inside(Array(path.steps[..<end])).text,
      possible: SpreadFigure.steps(after: Array(path.steps[..<end])) ?? [])
  }
}
