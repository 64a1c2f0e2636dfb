import ForecastBands
import Provenance
import Quantities
import SpaceDemand
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
    case .atBreakEven(let group, let steps): try atBreakEven(group, steps)
    case .atSearchEnd(let group, let side, let steps): try atSearchEnd(group, side, steps)
    case .sensitivity(let group, let part, let side): try sensitivity(group, part, side)
    case .missingLand: try missingLand
    }
  }

  /// Draws depend on the last horizon of the forecast.
  var horizons: [Int] { (request.balance.horizons + [path.horizon]).unique().sorted() }

  private var trees: SpreadTrees { SpreadTrees(path: path, seed: request.forecast.seed) }

  private func end(_ group: InputGroup, _ side: BandSide, _ steps: [String]) throws(PlanningError) -> Explanation {
    let shifted = library.shifted(group) { side == .low ? $0.low : $0.high }
    let tree = try tree(
      steps.isEmpty ? [group.balanceFigure.rawValue] : steps, in: shifted,
      behind: [SpreadTopic.tornado.rawValue, group.step, side.rawValue])
    return trees.end(tree, group, side)
  }

  private func width(_ group: InputGroup) throws(PlanningError) -> Explanation {
    trees.width(group, low: try end(group, .low, []), high: try end(group, .high, []))
  }

  private var missingLand: Explanation {
    get throws(PlanningError) {
      let topic = FigureTopic.balance.rawValue
      return trees.missingLand(try tree([topic], in: library, behind: []).reference(to: trees.text([topic])))
    }
  }

  // MARK: Break-even

  private func breakEven(_ group: InputGroup) throws(PlanningError) -> Explanation {
    let balances = try changedBalances
    return try trees.breakEven(balances.breakEven(group, path.scenario, path.horizon), balances)
  }

  /// A figure of the world in which the balance is zero.
  private func atBreakEven(_ group: InputGroup, _ steps: [String]) throws(PlanningError) -> Explanation {
    let point = try changedBalances.breakEven(group, path.scenario, path.horizon)
    guard let value = point.value else { throw .invalidInput([Self.noBreakEven(point)]) }
    return try tree(
      steps, in: library.changed(group, by: value), behind: [SpreadTopic.breakEven.rawValue, group.step])
  }

  /// The balance, or another figure, at an end of the search range.
  private func atSearchEnd(_ group: InputGroup, _ side: BandSide, _ steps: [String]) throws(PlanningError)
    -> Explanation
  {
    let range = try changedBalances.coefficients.searchRange(of: group)
    return try tree(
      steps.isEmpty ? [group.balanceFigure.rawValue] : steps,
      in: library.changed(group, by: side == .low ? range.lowerBound : range.upperBound),
      behind: [SpreadTopic.breakEven.rawValue, group.step, side.rawValue])
  }

  private var changedBalances: ChangedBalances {
    get throws(PlanningError) {
      let (situation, forecast) = drawn
      let inputs = try ForecastInputs(forecast, from: situation, library: library)
      return ChangedBalances(
        request: forecast.balance, situation: situation, library: library, coefficients: inputs.coefficients)
    }
  }

  private static func noBreakEven(_ point: BreakEvenPoint) -> Diagnostic {
    Diagnostic(
      .error, "explain.no-break-even", value: point.group.step,
      message: LocalizedText(
        nl: "tussen \(point.lowest) en \(point.highest) maakt geen verandering de balans nul",
        en: "no change between \(point.lowest) and \(point.highest) makes the balance zero"),
      remedy: LocalizedText(
        nl:
          "Vraag \(SpreadTopic.breakEven.rawValue)/\(point.group.step) zelf, kies een andere groep, of verruim het zoekbereik in de parameters.",
        en:
          "Ask \(SpreadTopic.breakEven.rawValue)/\(point.group.step) itself, choose another group, or widen the search range in the parameters."
      ))
  }

  private func sensitivity(_ group: InputGroup, _ part: SobolPart, _ side: BandSide?) throws(PlanningError)
    -> Explanation
  {
    let (situation, forecast) = drawn
    let inputs = try ForecastInputs(forecast, from: situation, library: library)
    let samples = try SpreadSamples(forecast, inputs, scenario: path.scenario)
    guard let side else { return trees.share(group, part, samples.sample(path.horizon)) }
    let resamples = ExplainSpread.Request.defaultResamples
    let found = samples.sensitivities(path.horizon, resamples).first { $0.group == group }?.index
    return trees.border(group, part, side, of: found, resamples: resamples)
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
    try explain.explanation(path.inside(behind, steps), request, register, library).1
      .relocated(inside: path.scenario, behind: behind)
  }

  /// Names the first step that does not exist and what is possible there.
  var refusal: PlanningError {
    let known = path.steps.indices.dropFirst().first {
      !(SpreadFigure.steps(after: Array(path.steps[..<$0]))?.contains(path.steps[$0]) ?? false)
    }
    let end = known ?? path.steps.endIndex
    return .noStep(
      end < path.steps.endIndex ? path.steps[end] : "", after: path.told(path.steps[..<end]),
      possible: SpreadFigure.steps(after: Array(path.steps[..<end])) ?? [])
  }
}
