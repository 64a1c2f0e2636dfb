import ForecastEvaluation
import Quantities
import SpaceDemand

/// The absorption estimator as it would have been used at the cut: on the growth between the measurements known then.
struct AbsorptionForecaster: Forecaster {
  let rules: AbsorptionRules
  var id: String { EstimationMethod.absorption.rawValue }

  func forecast(for _: EvaluatedRegion, history: LevelSeries, length: Int) -> BandedForecast? {
    guard let estimator = estimator(on: history) else { return nil }
    return BandedForecast(
      centre: estimator.centre(years: length).value, low: estimator.border(.low, years: length)?.value,
      high: estimator.border(.high, years: length)?.value)
  }

  /// Nil where the history is too short.
  func estimator(on history: LevelSeries) -> AbsorptionEstimator? {
    let observations = zip(history.points, history.points.dropFirst()).map { before, after in
      UptakeObservation(
        firstYear: before.year, years: after.year - before.year, added: [Self.part(after)], removed: [Self.part(before)]
      )
    }
    return try? AbsorptionEstimator.fitted(to: observations, rules: rules).get()
  }

  /// The table that the leaves of its trees name: levels, not records.
  static let seriesTable = "reeks"

  private static func part(_ point: LevelSeries.Point) -> UptakeObservation.Part {
    .init(value: point.level, table: seriesTable, key: String(point.year), field: "ha", origin: nil)
  }
}

/// Forecasts that were worked out beforehand, for methods that need more than the series.
struct TabledForecaster: Forecaster {
  struct Place: Hashable {
    let region: String
    let cut: Int
    let length: Int
  }

  let id: String
  let table: [Place: BandedForecast]

  func forecast(for subject: EvaluatedRegion, history: LevelSeries, length: Int) -> BandedForecast? {
    history.last.flatMap { table[Place(region: subject.id, cut: $0.year, length: length)] }
  }
}
