import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand

/// A stored forecast with the years of issue it can be held against — *te toetsen raming*.
struct ScoredForecast {
  let forecast: StoredForecast
  /// From the start year on, without a gap; at least one.
  let years: [UptakeObservation]

  /// The year up to which is scored, itself not included.
  var through: Int { forecast.startYear + years.count }
  var isComplete: Bool { through == forecast.horizon }

  /// Nil for the band of a partial score, or without a band.
  func figure<Figure: Derivation>(_ kind: StoredScoreFigure.Figure) -> Figure? {
    switch kind {
    case .expected: expected()
    case .actual: actual()
    case .error:
      .formula(
        .difference, .netHectare, FormulaName(nl: "fout", en: "error", notation: "raming − werkelijk"), expected(),
        actual())
    case .isHeld: isHeld()
    }
  }

  private func expected<Figure: Derivation>() -> Figure {
    let part = Figure.formula(
      .quotient, .share,
      FormulaName(nl: "deel van de periode", en: "part of the period", notation: "jaren / looptijd"),
      .years(years.count), .years(forecast.horizon - forecast.startYear))
    return .formula(
      .product, .netHectare,
      FormulaName(nl: "raming tot dan", en: "forecast to then", notation: "raming × deel van de periode"),
      stored(forecast.centre, "raming_ha"), part)
  }

  private func actual<Figure: Derivation>() -> Figure {
    .sum(
      .netHectare, nl: "uitgifte min terugkoop", en: "issue less buy-back", years.map { $0.amount() })
  }

  private func isHeld<Figure: Derivation>() -> Figure? {
    guard isComplete, let low = forecast.low, let high = forecast.high else { return nil }
    return BandedForecast.isHeld(
      actual(), between: stored(low, "laag_ha"), and: stored(high, "hoog_ha"), .netHectare)
  }

  private func stored<Figure: Derivation>(_ amount: NetHectares, _ field: String) -> Figure {
    .record(
      amount.value, .netHectare,
      RecordField(
        LocalizedText(nl: "bewaarde raming", en: "stored forecast"), table: "ramingen",
        key: forecast.key.joined(separator: "/"), field: field, origin: nil))
  }
}
