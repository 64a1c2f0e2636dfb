import ForecastEvaluation
import Testing

@Suite struct BacktestTests {
  private func region(_ levels: [(Int, Double)]) -> EvaluatedRegion {
    EvaluatedRegion(
      id: "CR91", level: "corop", sizeClass: "klein",
      series: LevelSeries(levels.map { .init(year: $0.0, level: $0.1) }))
  }

  /// Forecasts the level it saw last, and so tells what it was shown.
  private struct Parrot: Forecaster {
    let id = "papegaai"
    func forecast(for _: EvaluatedRegion, history: LevelSeries, length: Int) -> BandedForecast? {
      history.last.map { BandedForecast(centre: $0.level, low: $0.level - 1, high: $0.level + 1) }
    }
  }

  @Test func aForecasterSeesNothingAfterTheCut() {
    let outcomes = Backtest(forecasters: [Parrot()], lengths: [5])
      .outcomes(of: [region([(1996, 10), (2000, 20), (2006, 50)])])
    #expect(outcomes.map(\.cut) == [1996, 2000])
    #expect(outcomes.map(\.forecast.centre) == [10, 20])
    // 2001 lies a sixth of the way from 20 to 50, 2005 five sixths.
    #expect(outcomes.map(\.actual) == [15, 25])
    #expect(outcomes.map(\.error) == [-5, -5])
  }

  @Test func aTargetAfterTheSeriesIsNoOutcome() {
    let outcomes = Backtest(forecasters: [NoChange()], lengths: [5, 10, 15])
      .outcomes(of: [region([(2000, 20), (2010, 50)])])
    #expect(outcomes.map(\.length) == [5, 10])
  }

  @Test func noChangeIsZero() {
    let history = LevelSeries([.init(year: 2000, level: 20)])
    #expect(NoChange().forecast(for: region([]), history: history, length: 5)?.centre == 0)
    #expect(NoChange().forecast(for: region([]), history: LevelSeries([]), length: 5) == nil)
  }

  @Test func theLastDecadeContinues() {
    let history = LevelSeries([
      .init(year: 1986, level: 0), .init(year: 1996, level: 100), .init(year: 2006, level: 140),
    ])
    let rule = GrowthContinues(window: 10)
    #expect(rule.forecast(for: region([]), history: history, length: 5)?.centre == 20)
    #expect(rule.forecast(for: region([]), history: history.through(1996), length: 10)?.centre == 100)
    #expect(rule.forecast(for: region([]), history: history.through(1986), length: 5) == nil)
    // With four years of history the rule takes those.
    let short = LevelSeries([.init(year: 1996, level: 100), .init(year: 2000, level: 120)])
    #expect(rule.forecast(for: region([]), history: short, length: 5)?.centre == 25)
  }

  @Test func aBandIsWidenedSideBySide() {
    let band = BandedForecast(centre: 100, low: 90, high: 130).widened(by: 2)
    #expect(band == BandedForecast(centre: 100, low: 80, high: 160))
    #expect(BandedForecast(centre: 1).widened(by: 2) == BandedForecast(centre: 1))
  }
}
