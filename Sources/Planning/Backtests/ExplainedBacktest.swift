import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// The figures of a back-test of one series as trees — *verklaarde terugtoets*: a score leads to its cases, a case to what was
/// forecast and what happened, and those to levels, records and parameters.
struct ExplainedBacktest {
  let run: RunBacktest.Run
  /// Region asked about.
  let region: RegionCode

  var series: RunBacktest.Series { run.subjects.series }
  var outcomes: [ForecastOutcome] { run.report?.outcomes ?? [] }
  var unit: Unit { series == .issue ? .netHectare : .grossHectare }

  /// The start of every path: topic, region asked about and series.
  private var root: String { "\(BacktestFigure.topic)/\(region)/\(series.rawValue)" }

  func path(of figure: BacktestFigure) -> String { "\(root)/\(figure.path)" }

  /// Nil where there is no such figure.
  func explanation(of figure: BacktestFigure) -> Explanation? {
    switch figure {
    case .score(let place, let figure):
      formulas(place)?.figure(figure) { other in
        value(of: other, place).map { reference(to: .score(place, other), $0, other.unit(self.unit), other.label) }
      }
    case .outcome(let place, let figure): outcome(place).flatMap { explanation(of: figure, $0) }
    case .weight(let forecaster, let length): weight(forecaster, length)
    case .weighedError(let forecaster, let length):
      common(length)[forecaster].flatMap { formulas($0).figure(.meanSquaredError) { _ in nil } }
    case .level(let region, let year): level(of: region, in: year)
    case .uptake(let region, let year): run.subjects.source.explainedUptake(in: RegionCode(region), year: year)
    case .published(let year): run.subjects.source.explainedPublished(region, in: year)
    case .nominalCoverage: run.rules.absorption.explainedCoverage
    }
  }

  func reference(to figure: BacktestFigure, _ value: Double, _ unit: Unit, _ label: LocalizedText) -> Explanation {
    Explanation(label, value: value, unit: unit, basis: .figure(path: path(of: figure)))
  }
}

// MARK: Scores

extension ExplainedBacktest {
  /// The trees of the scores over all sizes, long sums folded, by path.
  var printed: [String: Explanation] {
    let rows = run.report?.scores.filter { $0.sizeClass == nil } ?? []
    let figures = rows.flatMap { row in BacktestReport.printedFigures.map { BacktestFigure.score(row.place, $0) } }
    return Dictionary(
      uniqueKeysWithValues: figures.compactMap { figure in
        explanation(of: figure).map {
          (path(of: figure), $0.folded(to: BalanceExplanations.partsShownOfMany, [.sum, .maximum]))
        }
      })
  }

  func outcomes(_ place: BacktestFigure.ScorePlace) -> [ForecastOutcome] {
    outcomes.filter {
      $0.level == place.level && $0.length == place.length && $0.forecaster == place.forecaster
        && (place.sizeClass == nil || $0.sizeClass == place.sizeClass)
    }
  }

  private func formulas(_ place: BacktestFigure.ScorePlace) -> ScoreFormulas<Explanation>? {
    let own = outcomes(place)
    return own.isEmpty ? nil : formulas(own)
  }

  private func formulas(_ own: [ForecastOutcome]) -> ScoreFormulas<Explanation> {
    let nominal = run.rules.absorption.explainedCoverage
    return ScoreFormulas(
      own, nominal: reference(to: .nominalCoverage, nominal.value, nominal.unit, nominal.label), unit: unit
    ) { outcome, figure in
      reference(
        to: .outcome(outcome.place, figure), outcome.value(of: figure) ?? 0, figure.unit(unit),
        LocalizedText(both: "\(outcome.region) \(outcome.cut)–\(outcome.cut + outcome.length)"))
    }
  }

  private func value(of figure: ScoreFigure, _ place: BacktestFigure.ScorePlace) -> Double? {
    ScoreFormulas.value(of: figure, outcomes(place), nominal: run.rules.absorption.nominalCoverage)
  }

  // MARK: Weights

  private func common(_ length: Int) -> [String: [ForecastOutcome]] {
    guard let weights = run.report?.weights.first(where: { $0.length == length }) else { return [:] }
    return CombinationWeights.common(
      to: weights.weights.keys.sorted(), length: length, from: BacktestReport.weighed(outcomes))
  }

  private func weight(_ forecaster: String, _ length: Int) -> Explanation? {
    let common = common(length)
    guard common[forecaster] != nil else { return nil }
    let errors = common.keys.map { other in
      (other, formulas(common[other] ?? []).figure(.meanSquaredError, from: { _ in nil }))
    }.compactMap { other, error in
      error.map {
        (
          other,
          reference(
            to: .weighedError(forecaster: other, length: length), $0.value, $0.unit,
            $0.label + LocalizedText(both: ", " + other))
        )
      }
    }
    return CombinationWeights.weight(of: forecaster, errors: Dictionary(uniqueKeysWithValues: errors))
  }
}

extension ScoreFigure {
  /// - Parameter land: the unit of land of the series.
  func unit(_ land: Unit) -> Unit {
    switch self {
    case .bias, .meanAbsoluteError: land
    case .meanSquaredError: .one
    case .relativeError, .coverage, .coverageElsewhere: .share
    case .widening, .wideningWithout: .factor
    case .rank, .heldElsewhere, .count, .cuts: .count
    }
  }
}
