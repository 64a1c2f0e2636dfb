import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

extension EstimateAnswer {
  /// One figure per region, scenario and horizon, only where the back-test weighs every method that gave an estimate.
  func combined(_ estimates: [DemandEstimate]) -> ([CombinedEstimate], [Diagnostic]) {
    guard let backtest, !backtest.weights.isEmpty else { return ([], [noWeights]) }
    let combined = inputs.scope.regions.flatMap { region in
      request.horizons.flatMap { horizon in
        request.scenarios.compactMap { scenario in
          self.combined(estimates, region, horizon, scenario, backtest)
        }
      }
    }
    return (combined, combined.isEmpty ? [noWeights] : [])
  }

  private func combined(
    _ estimates: [DemandEstimate], _ region: RegionCode, _ horizon: Int, _ scenario: String, _ backtest: BacktestReport
  ) -> CombinedEstimate? {
    guard
      let length = backtest.length(nearest: horizon - inputs.startYear, among: backtest.weights.map(\.length)),
      let weights = backtest.weights.first(where: { $0.length == length })
    else { return nil }
    let parts = estimates.filter {
      $0.region == region && $0.horizon == horizon && ($0.scenario == nil || $0.scenario == scenario)
        && weights.weights[$0.method.rawValue] != nil
    }
    guard parts.count == weights.weights.count else { return nil }
    func mean(_ amount: (DemandEstimate) -> NetHectares?) -> NetHectares? {
      let amounts = parts.compactMap { part in
        amount(part).map { (amount: $0.value, weight: weights.weights[part.method.rawValue] ?? 0) }
      }
      return amounts.count == parts.count ? NetHectares(Self.weighted(amounts)) : nil
    }
    return CombinedEstimate(
      region: region, scenario: scenario, horizon: horizon, centre: mean(\.centre) ?? .zero, low: mean(\.low),
      high: mean(\.high), weights: weights.weights, length: length, count: weights.count)
  }

  /// Σ weight × amount.
  static func weighted<Figure: Derivation>(_ parts: [(amount: Figure, weight: Figure)]) -> Figure {
    .sum(
      .netHectare, nl: "gewogen raming", en: "weighted estimate",
      parts.map { part in
        .formula(
          .product, .netHectare, FormulaName(nl: "bijdrage", en: "contribution", notation: "raming × gewicht"),
          part.amount, part.weight)
      })
  }

  private var noWeights: Diagnostic {
    Diagnostic(
      .warning, "estimate.no-weights",
      message: LocalizedText(
        nl: "de ramers zijn niet gecombineerd: de terugtoets kent geen twee ramers met genoeg gezamenlijke uitkomsten",
        en: "the estimators were not combined: the back-test has no two estimators with enough outcomes in common"),
      remedy: LocalizedText(
        nl: "Gebruik de ramers naast elkaar, of importeer historie van banen en uitgifte.",
        en: "Use the estimators side by side, or import history of jobs and issue."))
  }
}
