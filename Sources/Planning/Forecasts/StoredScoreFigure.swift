import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// A figure of the score of a stored forecast by its path — *cijfer van een bewaarde raming*:
///
///     bewaard/2024-01-01/CR33/verhuizingen/-/2024/2034/fout
///     bewaard/2024-01-01/CR33/terreinquotient/hoog/2024/2034/werkelijk
struct StoredScoreFigure: Equatable {
  enum Figure: String, CaseIterable {
    case expected = "raming"
    case actual = "werkelijk"
    case error = "fout"
    case isHeld = "in-band"
  }

  /// Day made, region, method, scenario, start year and horizon: the key of the forecast.
  let key: [String]
  let figure: Figure

  static let topic = "bewaard"
  private static let keyCount = 6
  static let noScenario = "-"

  /// - Parameter steps: the path after the topic; nil when it names no figure.
  init?(_ steps: [String]) {
    guard steps.count == Self.keyCount + 1, let figure = Figure(rawValue: steps[Self.keyCount]) else { return nil }
    key = Array(steps.prefix(Self.keyCount))
    self.figure = figure
  }

  init(_ forecast: StoredForecast, _ figure: Figure) {
    key = forecast.key
    self.figure = figure
  }

  /// Whole path.
  var path: String { ([Self.topic] + key + [figure.rawValue]).joined(separator: "/") }
}

extension StoredForecast {
  /// The key as steps of a path.
  var key: [String] {
    [
      madeOn.description, region.text, method.rawValue, scenario ?? StoredScoreFigure.noScenario, String(startYear),
      String(horizon),
    ]
  }
}

extension ExplainFigure {
  /// The figures of `ScoreForecasts` with the way to them, by the same formulas that give them.
  /// - Returns: nil when the path is of no stored forecast.
  func storedScore(_ request: Request, _ register: Register, _ forecasts: [StoredForecast]) throws(PlanningError)
    -> (Request, Explanation)?
  {
    let steps = request.figure.split(separator: "/").map(String.init)
    guard steps.first == StoredScoreFigure.topic else { return nil }
    let rest = Array(steps.dropFirst())
    let keys = ScoreForecasts().scored(forecasts, register).map(\.forecast.key)
    guard let figure = StoredScoreFigure(rest), keys.contains(figure.key),
      let scored = ScoreForecasts().scored(forecasts, register).first(where: { $0.forecast.key == figure.key }),
      let tree = scored.figure(figure.figure) as Explanation?
    else { throw Self.refusal(rest, keys) }
    return (Request(figure: request.figure, balance: .init(referenceDate: request.balance.referenceDate)), tree)
  }

  private static func refusal(_ steps: [String], _ keys: [[String]]) -> PlanningError {
    func possible(_ before: [String]) -> [String] {
      let here = keys.filter { zip($0, before).allSatisfy(==) }
      guard let key = here.first, before.count < key.count else {
        return here.isEmpty || before.count > here[0].count
          ? [] : StoredScoreFigure.Figure.allCases.map(\.rawValue)
      }
      return here.map { $0[before.count] }.unique()
    }
    let place = steps.indices.first { !possible(Array(steps[..<$0])).contains(steps[$0]) } ?? steps.endIndex
    let before = Array(steps[..<place])
    return .noStep(
      place < steps.endIndex ? steps[place] : "", after: ([StoredScoreFigure.topic] + before).joined(separator: "/"),
      possible: possible(before))
  }
}
