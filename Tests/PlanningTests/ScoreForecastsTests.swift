import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct ScoreForecastsTests {
  private func forecast(horizon: Int, centre: Double, low: Double? = nil, high: Double? = nil) throws -> StoredForecast
  {
    try StoredForecast(
      madeOn: CalendarDate(startOf: 2024), region: "CR91", method: .absorption, scenario: nil, startYear: 2020,
      horizon: horizon, centre: NetHectares(centre), low: low.map { NetHectares($0) },
      high: high.map { NetHectares($0) },
      isSynthetic: true, request: .init(region: "CR91"))
  }

  /// Issue of 2019 to 2023: 1, 2, 3, 4 and 40 ha.
  private func score(_ forecasts: [StoredForecast]) throws -> ScoreForecasts.Response {
    ScoreForecasts()(forecasts, register: try EstimateDemandTests.register())
  }

  @Test func aHorizonThatHasComeIsScoredWithItsBand() throws {
    let score = try #require(try score([forecast(horizon: 2023, centre: 12, low: 10, high: 14)]).scores.first)
    #expect(score.isComplete && score.through == 2023)
    #expect(score.actual.value == 9)
    #expect(score.error.value == 3)
    #expect(score.isCovered == false)
    #expect(score.isSynthetic)
  }

  @Test func beforeTheHorizonThePartIsScoredAndTheBandIsNot() throws {
    let score = try #require(try score([forecast(horizon: 2028, centre: 80, low: 0, high: 100)]).scores.first)
    #expect(!score.isComplete && score.through == 2024)
    // Four of eight years.
    #expect(score.expected.value == 40)
    #expect(score.actual.value == 49)
    #expect(score.isCovered == nil)
  }

  @Test func whatHasNotBegunWaits() throws {
    let later = try StoredForecast(
      madeOn: CalendarDate(startOf: 2024), region: "CR91", method: .moves, scenario: "laag", startYear: 2024,
      horizon: 2030, centre: .zero, low: nil, high: nil, isSynthetic: false, request: .init())
    let response = try score([later])
    #expect(response.scores.isEmpty && response.waiting == 1)
    #expect(try score([]).diagnostics.map(\.code) == ["forecast.none"])
  }

  @Test func aForecastThatCannotBeIsRefused() {
    #expect(throws: InvalidRecord.self) { try forecast(horizon: 2020, centre: 1) }
    #expect(throws: InvalidRecord.self) { try forecast(horizon: 2030, centre: 1, low: 2) }
    #expect(throws: InvalidRecord.self) { try forecast(horizon: 2030, centre: 1, high: 0) }
  }
}
