import ForecastEvaluation
import Planning
import Quantities
import SpaceDemand
import WorkLocations

/// A back-test for the terminal and for data files — *toetstabel*.
public enum BacktestTable {
  /// Per series: the series itself, a row per level, size class, length and forecaster, and the verdict.
  public static func text(_ response: RunBacktest.Response, language: Language) -> String {
    response.reports.map { BacktestLines(report: $0, language: language).text }.joined(separator: "\n")
  }

  /// The scores: one row per series, level, size class, length and forecaster.
  public static func csv(_ response: RunBacktest.Response) -> String {
    CommaSeparated.text(
      scoreColumns,
      response.reports.flatMap { report in report.scores.map { [report.series.rawValue] + fields($0) } })
  }

  /// Every forecast with what happened: what the scores are computed from.
  public static func cases(_ response: RunBacktest.Response) -> String {
    CommaSeparated.text(
      caseColumns,
      response.reports.flatMap { report in
        report.outcomes.map { outcome in
          [
            report.series.rawValue, outcome.region, outcome.level, outcome.sizeClass, outcome.forecaster,
            String(outcome.cut), String(outcome.length),
          ]
            + [outcome.forecast.centre, outcome.forecast.low, outcome.forecast.high, outcome.actual]
            .map(CommaSeparated.number)
        }
      })
  }

  private static let caseColumns = [
    "reeks", "regio", "niveau", "klasse", "ramer", "peiljaar", "lengte", "raming_ha", "laag_ha", "hoog_ha",
    "werkelijk_ha",
  ]
  private static let scoreColumns = [
    "reeks", "niveau", "klasse", "lengte", "ramer", "aantal", "gebieden", "peiljaren", "bias_ha", "mae_ha", "mse_ha2",
    "relatieve_fout", "banden", "dekking", "verbreding", "dekking_verbreed_elders",
  ]

  private static func fields(_ row: ScoreRow) -> [String] {
    let score = row.score
    return [
      row.level, row.sizeClass ?? "", String(row.length), row.forecaster, String(score.count),
      String(score.regionCount),
      score.cuts.map(String.init).joined(separator: " "),
    ]
      + [score.bias, score.meanAbsoluteError, score.meanSquaredError, score.relativeError].map(CommaSeparated.number)
      + [String(score.bandCount)]
      + [score.coverage, score.wideningFactor, score.coverageWidenedElsewhere].map(CommaSeparated.number)
  }
}

private struct BacktestLines {
  let report: BacktestReport
  let language: Language

  var text: String {
    let synthetic =
      report.isSynthetic
      ? [words("Let op: deze reeks is (deels) synthetisch.", "Note: this series is (partly) synthetic.")] : []
    return ([title] + synthetic + [levels] + AlignedText.lines([header] + report.scores.map(row)) + notes)
      .map { $0 + "\n" }.joined()
  }

  private var title: String { words("Terugtoets op ", "Back-test on ") + report.series.label[language] }

  private var levels: String {
    let points = report.totals.map { "\($0.year): \(number($0.level, 0))" }.joined(separator: "; ")
    return words("Stand van het hele gebied (ha): ", "Level of the whole area (ha): ") + points
  }

  private var header: [String] {
    [
      words("Niveau, klasse", "Level, class"), words("Jaar vooruit", "Years ahead"), words("Ramer", "Forecaster"), "n",
      words("Peiljaren", "Cuts"), "Bias", "MAE", words("Relatief", "Relative"), words("Dekking", "Coverage"),
      words("Breedte ×", "Width ×"), words("Dekking verbreed*", "Coverage widened*"), "",
    ]
  }

  private func row(_ row: ScoreRow) -> [String] {
    let score = row.score
    return [
      [row.level, row.sizeClass].compactMap { $0 }.joined(separator: ", "), String(row.length), label(row.forecaster),
      String(score.count), String(score.cuts.count), signed(score.bias), number(score.meanAbsoluteError, 1),
      percent(score.relativeError), percent(score.coverage), number(score.wideningFactor, 2),
      percent(score.coverageWidenedElsewhere), "",
    ]
  }

  private func label(_ forecaster: String) -> String { ForecasterName.label(forecaster)[language] }

  private var notes: [String] {
    let nominal = percent(report.nominalCoverage)
    let weights = report.weights.map { weights in
      let each = weights.weights.sorted { $0.key < $1.key }.map { "\(label($0.key)) \(number($0.value, 2))" }
      return words("Gewichten bij \(weights.length) jaar", "Weights at \(weights.length) years")
        + " (n = \(weights.count)): " + each.joined(separator: "; ")
    }
    return [
      words(
        "Bias en MAE in ha; fout = raming − werkelijkheid. Relatief: som van de fouten op de som van wat er gebeurde. "
          + "De band hoort \(nominal) te dekken.",
        "Bias and MAE in ha; error = forecast − actual. Relative: sum of errors over sum of what happened. "
          + "The band should cover \(nominal)."),
      words(
        "* verbreed met de factor van de andere peiljaren. De ramingen overlappen in tijd en zijn geen onafhankelijke proeven.",
        "* widened by the factor of the other cuts. Forecasts overlap in time and are no independent trials."),
      words(
        "Doeljaren zonder meting liggen op de rechte lijn tussen de metingen eromheen.",
        "Target years without a measurement lie on the straight line between the measurements around them."),
    ] + weights + [words("Oordeel: ", "Verdict: ") + report.verdict[language]]
  }

  private func number(_ value: Double?, _ decimals: Int) -> String {
    value.map { NumberStyle(decimals: decimals, language: language)($0) } ?? "–"
  }

  private func signed(_ value: Double) -> String { NumberStyle(decimals: 1, language: language).signed(value) }
  private func percent(_ share: Double?) -> String { share.map { number($0 * 100, 0) + " %" } ?? "–" }
  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
}
