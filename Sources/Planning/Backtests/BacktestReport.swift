import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// How the estimators did on one series — *toetsverslag*.
public struct BacktestReport: Codable, Sendable, Equatable {
  public let series: RunBacktest.Series
  public let isSynthetic: Bool
  /// Measurement years of the region asked about.
  public let years: [Int]
  /// Level of the region asked about: the sum of its municipalities of today, and what was published for it.
  public let totals: [LevelSeries.Point]
  public let published: [LevelSeries.Point]
  /// The share of outcomes that a band claims to hold.
  public let nominalCoverage: Double
  /// Fewest outcomes for a factor or weights.
  public let leastCount: Int
  public let scores: [ScoreRow]
  /// Per length, over market regions; empty where fewer than two estimators were scored together.
  public let weights: [CombinationWeights]
  /// What it comes to, in a sentence.
  public let verdict: LocalizedText
  public let diagnostics: [Diagnostic]
  /// Every forecast with what happened; not part of the written report.
  public var outcomes: [ForecastOutcome] = []

  private enum CodingKeys: String, CodingKey {
    case series, isSynthetic, years, totals, published, nominalCoverage, leastCount, scores, weights, verdict,
      diagnostics
  }

  /// - Returns: nil when the series leaves no forecast to score.
  init?(_ request: RunBacktest.Request, _ subjects: BacktestSubjects, realised: RealisedJobs, rules: BacktestRules) {
    let forecasters: [any Forecaster] =
      [AbsorptionForecaster(rules: rules.absorption)] + realised.forecasters
      + [NoChange(), GrowthContinues(window: Int(rules.naiveWindow.value))]
    let outcomes = Backtest(forecasters: forecasters, lengths: request.lengths).outcomes(of: subjects.regions)
      .onlyWhereEstimated
    guard !outcomes.isEmpty else { return nil }
    let nominal = rules.absorption.nominalCoverage
    series = subjects.series
    isSynthetic = subjects.isSynthetic
    years = subjects.totals.map(\.year)
    totals = subjects.totals
    published = subjects.published
    nominalCoverage = nominal
    leastCount = rules.leastCount
    scores = ScoreTable.rows(of: outcomes, nominal: nominal)
    let markets = Self.weighed(outcomes)
    weights = request.lengths.compactMap { length in
      CombinationWeights(
        of: Set(markets.map(\.forecaster)).intersection(EstimationMethod.allCases.map(\.rawValue)).sorted(),
        length: length, from: markets, leastCount: rules.leastCount)
    }
    verdict = BacktestVerdict(scores, nominal: nominal, isSynthetic: subjects.isSynthetic).text
    diagnostics = Self.diagnostics(subjects, realised, request)
    self.outcomes = outcomes
  }

  /// The outcomes that weights follow from: those of market regions.
  static func weighed(_ outcomes: [ForecastOutcome]) -> [ForecastOutcome] {
    outcomes.filter { $0.level == RegionLevel.corop.rawValue }
  }
}

extension BacktestReport {
  /// Figures of a score that a report prints.
  public static let printedFigures: [ScoreFigure] = [.count, .bias, .meanAbsoluteError, .coverage, .widening]

  /// Whole path of a figure of a score; `ExplainFigure` knows it by that.
  /// - Parameter region: the region asked about.
  public func path(of figure: ScoreFigure, _ row: ScoreRow, in region: RegionCode) -> String {
    [BacktestFigure.topic, region.text, series.rawValue, BacktestFigure.score(row.place, figure).path]
      .joined(separator: "/")
  }
}

extension ForecastOutcome {
  fileprivate var tablePlace: TabledForecaster.Place { .init(region: region, cut: cut, length: length) }
}

extension [ForecastOutcome] {
  /// Places where any estimator gave a forecast: the naive rules are scored where it is of use to compare them.
  fileprivate var onlyWhereEstimated: [ForecastOutcome] {
    let methods = Set(EstimationMethod.allCases.map(\.rawValue))
    let places = Set(filter { methods.contains($0.forecaster) }.map(\.tablePlace))
    return filter { places.contains($0.tablePlace) }
  }
}

extension BacktestReport {
  private static func diagnostics(
    _ subjects: BacktestSubjects, _ realised: RealisedJobs, _ request: RunBacktest.Request
  ) -> [Diagnostic] {
    (realised.forecasters.isEmpty ? [noJobHistory(realised.years, subjects.series)] : [])
      + (subjects.incomplete.isEmpty ? [] : [incomplete(subjects.incomplete)]) + differences(subjects, request)
  }

  private static func noJobHistory(_ years: [Int], _ series: RunBacktest.Series) -> Diagnostic {
    Diagnostic(
      .warning, "backtest.no-job-history", at: .init(layer: series.rawValue),
      value: years.isEmpty ? nil : years.map(String.init).joined(separator: ", "),
      message: LocalizedText(
        nl:
          "terreinquotiënt en verhuizingen zijn niet getoetst: er zijn geen banen aan het begin en het einde van een ramingsperiode",
        en: "land per job and moves were not tested: there are no jobs at the start and end of any forecast period"),
      remedy: LocalizedText(
        nl: "Importeer banen van eerdere jaren: werklocaties import banen.csv --as jobs --into register.gpkg.",
        en: "Import jobs of earlier years: werklocaties import jobs.csv --as jobs --into register.gpkg."))
  }

  private static func incomplete(_ places: [String]) -> Diagnostic {
    Diagnostic(
      .note, "backtest.series-incomplete", value: places.joined(separator: ", "),
      message: LocalizedText(
        nl: "gemeenten zonder cijfer in een jaar; zij en de gebieden eromheen missen dat jaar",
        en: "municipalities without a figure in a year; they and the regions around them lack that year"),
      remedy: LocalizedText(nl: "Vul de reeks aan.", en: "Complete the series."))
  }

  /// Where the sum of municipalities is not what the statistics published for the region, beyond a thousandth.
  private static func differences(_ subjects: BacktestSubjects, _ request: RunBacktest.Request) -> [Diagnostic] {
    let sums = LevelSeries(subjects.totals)
    let wrong = subjects.published.filter { point in
      guard let sum = sums.level(in: point.year) else { return false }
      return (sum - point.level).magnitude * 1000 > point.level
    }
    guard !wrong.isEmpty else { return [] }
    return [
      Diagnostic(
        .warning, "backtest.total-differs", at: .init(record: request.region.text),
        value: wrong.map { String($0.year) }.joined(separator: ", "),
        message: LocalizedText(
          nl: "de som van de gemeenten wijkt meer dan een promille af van het gepubliceerde totaal",
          en: "the sum of the municipalities differs from the published total by more than a thousandth"),
        remedy: LocalizedText(nl: "Controleer de herindelingen.", en: "Check the mergers."))
    ]
  }
}
