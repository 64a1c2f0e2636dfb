import ForecastEvaluation
import Provenance
import Quantities
import WorkLocations

/// The figures of `RunBacktest` with the way to them, by the same formulas that give them.
extension ExplainFigure {
  /// - Returns: nil when the path is of no back-test.
  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step that does not exist.
  func backtested(_ request: Request, _ register: Register, _ library: PlanningLibrary) throws(PlanningError)
    -> (Request, Explanation)?
  {
    var steps = request.figure.split(separator: "/").map(String.init)
    guard steps.first == BacktestFigure.topic else { return nil }
    let region = RegionCode(steps.count > 1 ? steps[1] : "")
    guard !register.regions.municipalities(in: region).isEmpty else {
      throw .noStep(region.text, after: BacktestFigure.topic, possible: FigurePath.larger(register.regions))
    }
    let name = steps.count > 2 ? steps[2] : ""
    guard let series = RunBacktest.Series(rawValue: name) else {
      throw .noStep(
        name, after: "\(BacktestFigure.topic)/\(region)", possible: RunBacktest.Series.allCases.map(\.rawValue))
    }
    steps.removeFirst(3)
    let figure = BacktestFigure(steps)
    let length = figure?.length ?? BacktestSteps.length(of: steps)
    // Forecasts from jobs know the jobs of every target year, so that the lengths of one run hang together.
    let lengths = RunBacktest.Request.defaultLengths
    let own = request.lengths ?? length.map { lengths.contains($0) ? lengths : [$0] } ?? lengths
    let backtest = RunBacktest.Request(region: region, lengths: own)
    let problems = backtest.problems(register)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    let run = try RunBacktest().run(backtest, series: series, register: register, library: library)
    let explained = ExplainedBacktest(run: run, region: region)
    guard let tree = figure.flatMap(explained.explanation) else {
      throw BacktestSteps(explained).refusal(of: steps)
    }
    var again = Request(figure: request.figure, balance: .init(referenceDate: request.balance.referenceDate))
    again.landUse = request.landUse
    again.lengths = request.lengths
    return (again, tree)
  }
}

/// What may follow on the path of a back-test.
struct BacktestSteps {
  private let explained: ExplainedBacktest

  init(_ explained: ExplainedBacktest) { self.explained = explained }

  /// Years ahead in a path that names no figure yet; nil where it has none.
  static func length(of steps: [String]) -> Int? {
    let place: Int? =
      switch steps.first.flatMap(BacktestFigure.Kind.init) {
      case .score, .outcome: 3
      case .weights: 1
      default: nil
      }
    guard let place, steps.indices.contains(place), let length = Int(steps[place]), length > 0 else { return nil }
    return length
  }

  func refusal(of steps: [String]) -> PlanningError {
    let place = steps.indices.first { !possible(after: Array(steps[..<$0])).contains(steps[$0]) } ?? steps.endIndex
    let before = Array(steps[..<place])
    let start = [BacktestFigure.topic, explained.region.text, explained.series.rawValue]
    return .noStep(
      place < steps.endIndex ? steps[place] : "", after: (start + before).joined(separator: "/"),
      possible: possible(after: before))
  }

  /// Empty at the end of a path.
  func possible(after steps: [String]) -> [String] {
    let rest = Array(steps.dropFirst())
    guard let first = steps.first else { return BacktestFigure.Kind.allCases.map(\.rawValue) }
    return switch BacktestFigure.Kind(rawValue: first) {
    case .score: scoreSteps(after: rest)
    case .outcome: outcomeSteps(after: rest)
    case .weights: weightSteps(after: rest)
    case .level, .uptake: regionSteps(after: rest)
    case .published: rest.isEmpty ? explained.run.subjects.published.map { String($0.year) } : []
    case .nominalCoverage, nil: []
    }
  }

  private func scoreSteps(after steps: [String]) -> [String] {
    let here = explained.outcomes.filter { outcome in
      let own = [outcome.level, nil, String(outcome.length), outcome.forecaster]
      let isOfClass = steps.count < 2 || steps[1] == BacktestFigure.allSizes || steps[1] == outcome.sizeClass
      return isOfClass && zip(steps, own).allSatisfy { step, own in own == nil || own == step }
    }
    return switch steps.count {
    case 0: here.map(\.level).unique()
    case 1: [BacktestFigure.allSizes] + here.map(\.sizeClass).filter { !$0.isEmpty }.unique().sorted()
    case 2: Set(here.map(\.length)).sorted().map(String.init)
    case 3: here.map(\.forecaster).unique()
    case 4: ScoreFigure.simple.map(\.path) + [ScoreFigure.held, ScoreFigure.without]
    case 5: [ScoreFigure.held, ScoreFigure.without].contains(steps[4]) ? cuts(here) : []
    default: []
    }
  }

  private func outcomeSteps(after steps: [String]) -> [String] {
    let here = explained.outcomes.filter { outcome in
      let own = [outcome.region, String(outcome.cut), String(outcome.length), outcome.forecaster]
      return zip(steps, own).allSatisfy(==)
    }
    return switch steps.count {
    case 0: here.map(\.region).unique()
    case 1: cuts(here)
    case 2: Set(here.map(\.length)).sorted().map(String.init)
    case 3: here.map(\.forecaster).unique()
    case 4: OutcomeFigure.allCases.filter { here.first?.value(of: $0)?.isFinite ?? false }.map(\.step)
    default: []
    }
  }

  private func cuts(_ outcomes: [ForecastOutcome]) -> [String] { Set(outcomes.map(\.cut)).sorted().map(String.init) }

  private func weightSteps(after steps: [String]) -> [String] {
    let weights = explained.run.report?.weights ?? []
    return switch steps.count {
    case 0: weights.map { String($0.length) }
    case 1: weights.first { String($0.length) == steps[0] }?.weights.keys.sorted() ?? []
    case 2: [BacktestFigure.weight, BacktestFigure.weighedError]
    default: []
    }
  }

  private func regionSteps(after steps: [String]) -> [String] {
    let regions = explained.run.subjects.regions
    return switch steps.count {
    case 0: regions.map(\.id)
    case 1: regions.first { $0.id == steps[0] }?.series.points.map { String($0.year) } ?? []
    default: []
    }
  }
}
