import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// A figure of an estimator by its path after the horizon: `uitgifte-extrapolatie`, `verhuizingen/hoog`. The
/// terreinquotiënt has its own topic, `vraag`.
struct EstimatorFigure {
  private let method: EstimationMethod
  private let side: BandSide?

  /// - Returns: nil when the path names no estimator.
  init?(_ steps: [String]) {
    guard let method = steps.first.flatMap(EstimationMethod.init), method != .landPerJob, steps.count <= 2 else {
      return nil
    }
    side = steps.count == 2 ? BandSide(rawValue: steps[1]) : nil
    guard steps.count == 1 || side != nil else { return nil }
    self.method = method
  }

  /// Names of the estimators with paths of their own.
  static let topics = EstimationMethod.allCases.filter { $0 != .landPerJob }.map(\.rawValue)

  /// What may follow on the path of an estimator; nil when it names none.
  static func steps(after steps: [String]) -> [String]? {
    guard EstimatorFigure(steps) != nil else { return nil }
    return steps.count == 1 ? BandSide.allCases.map(\.rawValue) : []
  }

  /// - Throws: `PlanningError.invalidInput` with why there is no estimate.
  func explanation(_ request: EstimateDemand.Request, register: Register, library: PlanningLibrary)
    throws(PlanningError)
    -> Explanation
  {
    let inputs = try EstimateInputs(request, register: register, library: library)
    let horizon = request.horizons.first ?? inputs.startYear
    guard let explanation = explanation(inputs, in: request.region, through: horizon) else {
      throw .invalidInput(inputs.missing.map(\.asError))
    }
    return explanation
  }

  /// Nil where there is no estimate.
  private func explanation(_ inputs: EstimateInputs, in region: RegionCode, through horizon: Int) -> Explanation? {
    let years = horizon - inputs.startYear
    guard method == .moves else { return inputs.absorption[region]?.explanation(of: side, years: years) }
    return inputs.moves.hasJobs(in: region) ? inputs.moves.explanation(in: region, years: years, side: side) : nil
  }

  /// Of every region, horizon and estimator with a path of its own, long sums folded: by path. These estimators know no
  /// scenarios; their paths take the first.
  static func explanations(_ inputs: EstimateInputs, _ request: EstimateDemand.Request) -> [String: Explanation] {
    guard let scenario = request.scenarios.first else { return [:] }
    var trees: [String: Explanation] = [:]
    for region in inputs.scope.regions {
      for horizon in request.horizons {
        for steps in topics.flatMap({ topic in [[topic]] + BandSide.allCases.map { [topic, $0.rawValue] } }) {
          let path = FigurePath(region: region, scenario: scenario, horizon: horizon, steps: steps).text
          let tree = EstimatorFigure(steps)?.explanation(inputs, in: region, through: horizon)
          trees[path] = tree?.folded(to: BalanceExplanations.partsShownOfMany)
        }
      }
    }
    return trees
  }
}

extension Diagnostic {
  /// What kept a figure from existing, where the figure was all that was asked for.
  fileprivate var asError: Diagnostic {
    Diagnostic(.error, code, at: place, value: value, message: message, remedy: remedy)
  }
}

extension EstimateDemand.Request {
  init(_ balance: RunBalance.Request) {
    self.init(
      region: balance.region, horizons: balance.horizons, scenarios: balance.scenarios,
      referenceDate: balance.referenceDate, parameterDate: balance.parameterDate)
  }
}
