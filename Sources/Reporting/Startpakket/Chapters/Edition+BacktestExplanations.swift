import ForecastEvaluation
import Planning
import Quantities
import SpaceDemand
import WorkLocations

/// Trees of the back-test's scores — *waar de scores vandaan komen*.
extension Edition {
  /// Anchor of the tree of a figure of a score; nil when the answer holds none.
  func backtestExplanation(of figure: ScoreFigure, _ row: ScoreRow, _ report: BacktestReport) -> String? {
    let path = report.path(of: figure, row, in: province)
    return response.explanations[path].map { _ in ExplanationOutline.anchor(path) }
  }

  /// Paths of the scores with a tree, in the order of the table.
  var backtestPaths: [String] {
    guard let report = response.uncertainty?.backtest else { return [] }
    return report.scores.filter { $0.sizeClass == nil }.flatMap { row in
      BacktestReport.printedFigures.map { report.path(of: $0, row, in: province) }
    }.filter { response.explanations[$0] != nil }
  }

  /// By level and years ahead, a tree for each estimator and figure.
  func backtestExplanations(_ outline: ExplanationOutline) -> [ExplanationGroup] {
    let paths = backtestPaths
    guard let report = response.uncertainty?.backtest, !paths.isEmpty else { return [] }
    let rows = report.scores.filter { $0.sizeClass == nil }
    let estimators = rows.map(\.forecaster).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return [
      ExplanationGroup(
        title: words("Terugtoets", "Back-test"),
        groups: estimators.map { estimator in
          ExplanationGroup(
            title: ForecasterName.label(estimator)[language],
            groups: rows.filter { $0.forecaster == estimator }.map { row in
              ExplanationGroup(
                title: words("\(row.level), \(row.length) jaar", "\(row.level), \(row.length) years"),
                trees: outline.trees(
                  of: BacktestReport.printedFigures.map { report.path(of: $0, row, in: province) }))
            })
        })
    ]
  }
}
