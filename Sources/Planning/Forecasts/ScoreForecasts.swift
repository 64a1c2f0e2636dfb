import ForecastEvaluation
import Provenance
import Quantities
import SourceMapping
import SpaceDemand
import WorkLocations

/// Holds stored forecasts against the issue that the register has by now — *bewaarde ramingen toetsen*.
///
/// What happened is issue less buy-back of the years from the start up to the horizon. While the horizon has not come, the part
/// of the forecast that should have come by then (in proportion to the years) is held against the years there are; such a
/// score is partial and says nothing of the band. A forecast is scored only on a run of years without a gap, of issue that was
/// measured: generated issue is told apart.
public struct ScoreForecasts: Sendable {
  public init() {}

  public struct Score: Codable, Sendable, Equatable {
    public let forecast: StoredForecast
    /// The year up to which was scored, itself not included; the horizon for a complete score.
    public let through: Int
    /// The part of the forecast's centre up to then.
    public let expected: NetHectares
    public let actual: NetHectares
    /// Nil for a partial score or without a band.
    public let isCovered: Bool?
    /// Whether the issue it was held against is generated in part.
    public let isSynthetic: Bool

    public var isComplete: Bool { through == forecast.horizon }
    public var error: NetHectares { expected - actual }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let register: RegisterSummary
    public let scores: [Score]
    /// Forecasts of which nothing can be scored yet.
    public let waiting: Int
    public let diagnostics: [Diagnostic]
  }

  public func callAsFunction(_ forecasts: [StoredForecast], register: Register) -> Response {
    let scores = scores(of: forecasts, register)
    return Response(
      register: RegisterSummary(register), scores: scores, waiting: forecasts.count - scores.count,
      diagnostics: forecasts.isEmpty ? [Self.nothingStored] : [])
  }

  private func scores(of forecasts: [StoredForecast], _ register: Register) -> [Score] {
    let issues = CountedIssues(register)
    let synthetic = Dictionary(
      uniqueKeysWithValues: Set(forecasts.map(\.region)).map { region in
        (region, Set(issues.rows(in: region).filter { register.isSynthetic($0.origin) }.map(\.year)))
      })
    return scored(forecasts, register).map { scored in
      let held: Double? = scored.figure(.isHeld)
      return Score(
        forecast: scored.forecast, through: scored.through, expected: NetHectares(scored.figure(.expected) ?? 0),
        actual: NetHectares(scored.figure(.actual) ?? 0), isCovered: held.map { $0 == 1 },
        isSynthetic: scored.years.contains { synthetic[scored.forecast.region]?.contains($0.firstYear) ?? false })
    }
  }

  /// The forecasts that the register has issue for, with the years of it.
  func scored(_ forecasts: [StoredForecast], _ register: Register) -> [ScoredForecast] {
    let issues = CountedIssues(register)
    let series = Dictionary(
      uniqueKeysWithValues: Set(forecasts.map(\.region)).map { region in
        (
          region,
          Dictionary(issues.yearly(in: region).map { ($0.firstYear, $0) }, uniquingKeysWith: { _, last in last })
        )
      })
    return forecasts.compactMap { forecast in
      let known = (forecast.startYear..<forecast.horizon).map { series[forecast.region]?[$0] }
      let years = known.prefix { $0 != nil }.compactMap(\.self)
      return years.isEmpty ? nil : ScoredForecast(forecast: forecast, years: years)
    }
  }

  private static let nothingStored = Diagnostic(
    .warning, "forecast.none",
    message: LocalizedText(nl: "er zijn geen ramingen bewaard", en: "no forecasts are stored"),
    remedy: LocalizedText(
      nl: "Bewaar ze met werklocaties estimate register.gpkg --store.",
      en: "Store them with werklocaties estimate register.gpkg --store."))
}

extension ScoreForecasts {
  /// After an import that can tell what happened: how many stored forecasts can be scored now.
  func noteAfterImport(of subjects: [SourceSubject], into store: any RegisterStore) throws -> [Diagnostic] {
    guard !Set(subjects).isDisjoint(with: [.issuance, .jobs, .parks]) else { return [] }
    let forecasts = try store.forecasts()
    guard !forecasts.isEmpty else { return [] }
    let scores = scores(of: forecasts, try store.load(asOf: nil))
    let complete = scores.count { $0.isComplete }
    guard !scores.isEmpty else { return [] }
    return [
      Diagnostic(
        .note, "forecast.scorable",
        message: LocalizedText(
          nl:
            "\(scores.count) van de \(forecasts.count) bewaarde ramingen kunnen nu worden getoetst, \(complete) volledig",
          en: "\(scores.count) of the \(forecasts.count) stored forecasts can be scored now, \(complete) completely"),
        remedy: LocalizedText(
          nl: "Zie werklocaties backtest register.gpkg --stored.",
          en: "See werklocaties backtest register.gpkg --stored."))
    ]
  }
}
