import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// One forecast with what happened — *geval*.
extension ExplainedBacktest {
  func outcome(_ place: BacktestFigure.OutcomePlace) -> ForecastOutcome? {
    outcomes.first {
      $0.region == place.region && $0.cut == place.cut && $0.length == place.length && $0.forecaster == place.forecaster
    }
  }

  /// Nil for a figure that needs a band where there is none, and for a miss without bound.
  func explanation(of figure: OutcomeFigure, _ outcome: ForecastOutcome) -> Explanation? {
    guard let value = outcome.value(of: figure), value.isFinite else { return nil }
    return switch figure {
    case .forecast: forecast(outcome, nil)
    case .low: forecast(outcome, .low)
    case .high: forecast(outcome, .high)
    case .actual: growth(figure.label, outcome.region, from: outcome.cut, to: outcome.cut + outcome.length)
    default:
      outcome.derived(figure, unit) { other in
        reference(
          to: .outcome(outcome.place, other), outcome.value(of: other) ?? 0, other.unit(unit), other.label)
      }
    }
  }

  private func forecast(_ outcome: ForecastOutcome, _ side: BandSide?) -> Explanation? {
    guard let history = series(of: outcome.region)?.through(outcome.cut) else { return nil }
    switch outcome.forecaster {
    case NoChange.id: return NoChange.centre(unit)
    case GrowthContinues.id:
      return GrowthContinues.centre(
        history, length: outcome.length, window: Explanation(run.rules.naiveWindow), unit
      ) { levelReference(outcome.region, $0) }
    case EstimationMethod.absorption.rawValue:
      return AbsorptionForecaster(rules: run.rules.absorption).estimator(on: history)?
        .explanation(of: side, years: outcome.length).map { onLevels($0, of: outcome.region) }
        .map { side == nil ? $0 : leadingToCentre($0, outcome) }
    default:
      return EstimationMethod(rawValue: outcome.forecaster).flatMap {
        run.realised.explanation(
          of: $0, in: RegionCode(outcome.region), cut: outcome.cut, length: outcome.length, side: side)
      }
    }
  }

  /// The tree of an estimator in the unit of the series, in which each level that it took leads to its own tree.
  private func onLevels(_ tree: Explanation, of region: String) -> Explanation {
    if case .record(AbsorptionForecaster.seriesTable, let key, _, _) = tree.basis, let year = Int(key) {
      return levelReference(region, year) ?? tree
    }
    let unit = unit == .grossHectare ? tree.unit.gross : tree.unit
    guard case .formula(let operation, let notation, let parts) = tree.basis else {
      return Explanation(tree.label, value: tree.value, unit: unit, basis: tree.basis)
    }
    return Explanation(
      tree.label, value: tree.value, unit: unit,
      basis: .formula(operation, notation: notation, parts: parts.map { onLevels($0, of: region) }))
  }

  /// The tree of a border in which the centre, which has a tree of its own, is not written out again.
  private func leadingToCentre(_ tree: Explanation, _ outcome: ForecastOutcome) -> Explanation {
    forecast(outcome, nil).map { centre in
      tree.referring(to: [(path(of: .outcome(outcome.place, .forecast)), centre)])
    } ?? tree
  }

  // MARK: Levels

  private func series(of region: String) -> LevelSeries? {
    run.subjects.regions.first { $0.id == region }?.series
      ?? (region == self.region.text ? LevelSeries(run.subjects.totals) : nil)
  }

  private func levelReference(_ region: String, _ year: Int) -> Explanation? {
    series(of: region)?.level(in: year).map {
      reference(
        to: .level(region: region, year: year), $0, unit,
        LocalizedText(nl: "stand in \(year)", en: "level in \(year)"))
    }
  }

  private func growth(_ label: LocalizedText, _ region: String, from start: Int, to end: Int) -> Explanation? {
    guard let before = levelReference(region, start), let after = levelReference(region, end) else { return nil }
    return .formula(.difference, unit, FormulaName(label, notation: "L(c + H) − L(c)"), after, before)
  }

  /// Measured, or between the measurements around it.
  func level(of region: String, in year: Int) -> Explanation? {
    guard let series = series(of: region) else { return nil }
    return series.level(in: year, unit) { point in
      guard point.year == year else {
        return reference(
          to: .level(region: region, year: point.year), point.level, unit,
          LocalizedText(nl: "stand in \(point.year)", en: "level in \(point.year)"))
      }
      return run.subjects.source.explainedLevel(of: RegionCode(region), in: year) { figure, value, label in
        reference(to: figure, value, unit, label)
      }
    }
  }
}

extension ForecastOutcome {
  var place: BacktestFigure.OutcomePlace {
    .init(region: region, cut: cut, length: length, forecaster: forecaster)
  }
}

extension OutcomeFigure {
  /// - Parameter land: the unit of land of the series.
  func unit(_ land: Unit) -> Unit {
    switch self {
    case .forecast, .low, .high, .actual, .error, .absoluteError, .absoluteActual, .halfWidth: land
    case .squaredError: .one
    case .miss: .factor
    case .isHeld: .count
    }
  }
}

extension Unit {
  /// The same of gross land.
  fileprivate var gross: Unit {
    switch self {
    case .netHectare: .grossHectare
    case .netHectarePerYear: .grossHectarePerYear
    default: self
    }
  }
}
