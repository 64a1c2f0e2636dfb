import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// A figure of an estimator by its path after the horizon — *cijfer van een ramer*:
///
///     uitgifte-extrapolatie
///     verhuizingen/hoog
///     terreinquotient/laag               the centre of the terreinquotiënt has its own topic, `vraag`
///     terreinquotient/hoek/laag-hoog     growth of jobs low, land per job high
struct EstimatorFigure {
  private enum Part {
    case amount(BandSide?)
    case corner(LandPerJobEstimates.Corner)
  }

  private let method: EstimationMethod
  private let part: Part

  /// - Returns: nil when the path names no estimator.
  init?(_ steps: [String]) {
    guard let method = steps.first.flatMap(EstimationMethod.init) else { return nil }
    self.method = method
    switch steps.count {
    case 1 where method != .landPerJob: part = .amount(nil)
    case 2:
      guard let side = BandSide(rawValue: steps[1]) else { return nil }
      part = .amount(side)
    case 3 where method == .landPerJob && steps[1] == Self.corner:
      guard let corner = LandPerJobEstimates.Corner.all.first(where: { $0.step == steps[2] }) else { return nil }
      part = .corner(corner)
    default: return nil
    }
  }

  static let topics = EstimationMethod.allCases.map(\.rawValue) + [BacktestedEstimate.combinedStep]
  private static let corner = "hoek"

  /// What may follow on the path of an estimator; nil when it names none.
  static func steps(after steps: [String]) -> [String]? {
    let sides = BandSide.allCases.map(\.rawValue)
    if let more = BacktestedEstimate.steps(after: steps) { return more }
    guard let method = steps.first.flatMap(EstimationMethod.init) else { return nil }
    switch steps.count {
    case 1: return sides + [BacktestedEstimate.widenedStep] + (method == .landPerJob ? [corner] : [])
    case 2 where method == .landPerJob && steps[1] == corner: return LandPerJobEstimates.Corner.all.map(\.step)
    default: return EstimatorFigure(steps) == nil ? nil : []
    }
  }

  /// - Throws: `PlanningError.invalidInput` with why there is no estimate.
  func explanation(_ request: EstimateDemand.Request, register: Register, library: PlanningLibrary)
    throws(PlanningError)
    -> Explanation
  {
    let inputs = try EstimateInputs(request, register: register, library: library)
    let (scenario, horizon) = (request.scenarios.first ?? "", request.horizons.first ?? inputs.startYear)
    guard let explanation = explanation(inputs, in: request.region, scenario: scenario, through: horizon) else {
      throw .invalidInput(inputs.missing.map(\.asError))
    }
    return explanation
  }

  /// Nil where there is no estimate.
  private func explanation(_ inputs: EstimateInputs, in region: RegionCode, scenario: String, through horizon: Int)
    -> Explanation?
  {
    let years = horizon - inputs.startYear
    switch (method, part) {
    case (.absorption, .amount(let side)): return inputs.absorption[region]?.explanation(of: side, years: years)
    case (.moves, .amount(let side)):
      return inputs.moves.hasJobs(in: region) ? inputs.moves.explanation(in: region, years: years, side: side) : nil
    case (.landPerJob, .amount(let side)): return landPerJob(inputs, region, scenario, horizon, side)
    case (.landPerJob, .corner(let corner)):
      return inputs.landPerJob.explanation(of: corner, in: region, scenario: scenario, horizon: horizon) { market in
        Self.reference(to: corner, inputs, market, scenario, horizon)
      }
    case (_, .corner): return nil
    }
  }

  /// A border of the terreinquotiënt: the outermost of its demand and that in the corners.
  private func landPerJob(
    _ inputs: EstimateInputs, _ region: RegionCode, _ scenario: String, _ horizon: Int, _ side: BandSide?
  ) -> Explanation? {
    guard inputs.moves.hasJobs(in: region),
      let centre = inputs.landPerJob.amounts(of: region, scenario: scenario, horizon: horizon)?.total.centre
    else { return nil }
    let corners = LandPerJobEstimates.Corner.all.compactMap {
      Self.reference(to: $0, inputs, region, scenario, horizon)
    }
    let demand = Explanation(
      LocalizedText(nl: "ruimtevraag", en: "demand"), value: centre.value, unit: .netHectare,
      basis: .figure(
        path: FigurePath(
          region: region, scenario: scenario, horizon: horizon,
          steps: [BalanceExplanations.Topic.estimate(.landPerJob, nil)]
        ).text))
    return LandPerJobEstimates.border(side, of: [demand] + corners)
  }

  private static func reference(
    to corner: LandPerJobEstimates.Corner, _ inputs: EstimateInputs, _ region: RegionCode, _ scenario: String,
    _ horizon: Int
  ) -> Explanation? {
    inputs.landPerJob.amount(corner, in: region, scenario: scenario, horizon: horizon).map { amount in
      let path = FigurePath(
        region: region, scenario: scenario, horizon: horizon,
        steps: [EstimationMethod.landPerJob.rawValue, Self.corner, corner.step])
      return Explanation(corner.label, value: amount, unit: .netHectare, basis: .figure(path: path.text))
    }
  }

  /// Of every region, horizon and estimator with a path of its own, long sums folded: by path. Absorption and moves know no
  /// scenarios; their paths take the first.
  static func explanations(_ inputs: EstimateInputs, _ request: EstimateDemand.Request) -> [String: Explanation] {
    var trees: [String: Explanation] = [:]
    for region in inputs.scope.regions {
      for horizon in request.horizons {
        for (index, scenario) in request.scenarios.enumerated() {
          let methods = EstimationMethod.allCases.filter { index == 0 || $0 == .landPerJob }
          for method in methods {
            trees.merge(explanations(of: method, inputs, region, scenario, horizon)) { first, _ in first }
          }
        }
      }
    }
    return trees
  }
}

extension EstimatorFigure {
  /// A centre and its borders, in which the centre is not written out again.
  private static func explanations(
    of method: EstimationMethod, _ inputs: EstimateInputs, _ region: RegionCode, _ scenario: String, _ horizon: Int
  ) -> [String: Explanation] {
    func tree(_ steps: [String]) -> (path: String, explanation: Explanation)? {
      EstimatorFigure([method.rawValue] + steps)?.explanation(inputs, in: region, scenario: scenario, through: horizon)
        .map { tree in
          let place = FigurePath(
            region: region, scenario: scenario, horizon: horizon, steps: [method.rawValue] + steps)
          return (place.text, tree)
        }
    }
    let centre = tree([])
    let borders = BandSide.allCases.compactMap { tree([$0.rawValue]) }.map { border in
      (path: border.path, explanation: centre.map { border.explanation.referring(to: [$0]) } ?? border.explanation)
    }
    return Dictionary(
      uniqueKeysWithValues: ([centre].compactMap(\.self) + borders).map {
        ($0.path, $0.explanation.folded(to: BalanceExplanations.partsShownOfMany))
      })
  }
}

extension LandPerJobEstimates.Corner {
  fileprivate var step: String { "\(growth.rawValue)-\(land.rawValue)" }

  fileprivate var label: LocalizedText {
    func word(_ side: BandSide) -> String { side == .low ? "low" : "high" }
    return LocalizedText(
      nl: "groei \(growth.rawValue), terreinquotiënt \(land.rawValue)",
      en: "growth \(word(growth)), land per job \(word(land))")
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
