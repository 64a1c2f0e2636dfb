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

  @Test(arguments: [("raming", 12.0), ("werkelijk", 9), ("fout", 3), ("in-band", 0)])
  func aScoreIsWhatItsTreeGives(_ figure: String, _ value: Double) throws {
    let place = "bewaard/2024-01-01/CR91/uitgifte-extrapolatie/-/2020/2023"
    let forecasts = try [forecast(horizon: 2023, centre: 12, low: 10, high: 14)]
    func answer(_ request: ExplainFigure.Request) throws -> ExplainFigure.Response {
      try ExplainFigure()(
        request, register: try EstimateDemandTests.register(), library: Polder.library(), stored: forecasts)
    }
    let response = try answer(.init(figure: "\(place)/\(figure)"))
    #expect(response.explanation.value == value && response.explanation.evaluated() == value)
    #expect(try answer(response.request) == response)
    let tables = response.explanation.leaves.compactMap { leaf in
      if case .record(let table, _, _, _) = leaf.basis { table } else { nil }
    }
    #expect(Set(tables).isSubset(of: ["ramingen", "uitgifte"]) && !tables.isEmpty)
  }

  @Test func anUnknownStepOfAScoreNamesWhatIsPossible() throws {
    let forecasts = try [forecast(horizon: 2028, centre: 80, low: 0, high: 100)]
    for (path, possible) in [
      ("", "2024-01-01"), ("/2024-01-01/CR92", "CR91"),
      ("/2024-01-01/CR91/uitgifte-extrapolatie/-/2020/2028", "raming, werkelijk, fout"),
    ] {
      let error = #expect(throws: PlanningError.self) {
        try ExplainFigure()(
          .init(figure: "bewaard" + path), register: try EstimateDemandTests.register(), library: Polder.library(),
          stored: forecasts)
      }
      #expect(error?.diagnostics.first?.remedy.nl.contains(possible) ?? false, "\(path)")
    }
  }
}
