import Planning
import Quantities
import SpaceDemand
import WorkLocations

/// Stored forecasts held against what happened — *tabel van bewaarde ramingen*.
public enum ForecastScoreTable {
  public static func text(_ response: ScoreForecasts.Response, language: Language) -> String {
    func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
    let number = NumberStyle(decimals: 1, language: language)
    let header = [
      words("Gebied, ramer", "Area, estimator"), words("Gemaakt op", "Made on"), words("Periode", "Period"),
      words("Getoetst tot", "Scored to"), words("Raming tot dan", "Forecast to then"), words("Werkelijk", "Actual"),
      words("Fout", "Error"), words("In de band", "In the band"),
    ]
    let rows = response.scores.map { score in
      let forecast = score.forecast
      return [
        [forecast.region.text, forecast.method.label[language], forecast.scenario].compactMap { $0 }
          .joined(separator: ", "), forecast.madeOn.description, "\(forecast.startYear)–\(forecast.horizon)",
        String(score.through), number(score.expected.value), number(score.actual.value),
        number.signed(score.error.value),
        score.isCovered.map { $0 ? words("ja", "yes") : words("nee", "no") }
          ?? words("nog niet te zeggen", "not yet to say"),
      ]
    }
    let synthetic =
      response.scores.contains { $0.isSynthetic || $0.forecast.isSynthetic }
      ? [words("Let op: raming of uitgifte is (deels) synthetisch.", "Note: forecast or issue is (partly) synthetic.")]
      : []
    let waiting = [
      words(
        "\(response.scores.count) getoetst, \(response.waiting) wachten op uitgifte van na hun beginjaar.",
        "\(response.scores.count) scored, \(response.waiting) wait for issue after their start year.")
    ]
    let table = rows.isEmpty ? [] : AlignedText.lines([header] + rows)
    return (table + synthetic + waiting).map { $0 + "\n" }.joined()
  }

  /// One row per score.
  public static func csv(_ response: ScoreForecasts.Response) -> String {
    CommaSeparated.text(
      [
        "gemaakt_op", "regio", "ramer", "scenario", "beginjaar", "eindjaar", "getoetst_tot", "raming_ha",
        "werkelijk_ha",
        "fout_ha", "in_band", "synthetisch",
      ],
      response.scores.map { score in
        let forecast = score.forecast
        return [
          forecast.madeOn.description, forecast.region.text, forecast.method.rawValue, forecast.scenario ?? "",
          String(forecast.startYear), String(forecast.horizon), String(score.through),
        ] + [score.expected.value, score.actual.value, score.error.value].map(CommaSeparated.number) + [
          score.isCovered.map { $0 ? "ja" : "nee" } ?? "", score.isSynthetic || forecast.isSynthetic ? "ja" : "nee",
        ]
      })
  }
}
