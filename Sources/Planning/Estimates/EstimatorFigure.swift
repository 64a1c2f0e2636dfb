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
    let years = (request.horizons.first ?? inputs.startYear) - inputs.startYear
    let explanation =
      method == .absorption
      ? inputs.absorption[request.region]?.explanation(of: side, years: years)
      : inputs.moves.hasJobs(in: request.region)
        ? inputs.moves.explanation(in: request.region, years: years, side: side) : nil
    guard let explanation else { throw .invalidInput(inputs.missing.map(\.asError)) }
    return explanation
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
