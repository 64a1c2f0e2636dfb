import Planning
import PlanningTestKit
import Quantities
import Reporting
import SpaceDemand
import Testing
import WorkLocations

/// The suites of this folder have a polder of their own.
private typealias Kit = PlanningTestKit.Polder

@Suite struct EstimateTableTests {
  private static func register() throws -> Register {
    try Kit.register { records in
      records.issues = try [1, 2, 3, 4, 40.0].enumerated().map { index, amount in
        try IssueObservation(
          municipality: "GM9001", year: 2019 + index, issued: NetHectares(amount), origin: Kit.origin())
      }
    }
  }

  private static func estimates() throws -> EstimateDemand.Response {
    try EstimateDemand()(
      .init(region: "CR91", horizons: [2034], scenarios: ["hoog"]), register: register(), library: Kit.library())
  }

  @Test func everyEstimatorHasARowWithWhatItRestsOn() throws {
    let text = EstimateTable.text(try Self.estimates(), language: .nl)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains("terreinquotiënt, hoog 17 17 17 – – banen 2024, synthetisch"))
    #expect(
      lines.contains {
        $0.hasPrefix("uitgifte-extrapolatie 34 -120 188")
          && $0.hasSuffix("uitgifte 2019–2023, synthetisch, uitschieters teruggebracht: 2023")
      })
    #expect(lines.contains { $0.hasPrefix("verhuizingen (GIFPRO) 158 158 158") })
    #expect(text.contains("niet gemiddeld"))
    #expect(text.contains("synthetische voorbeelddata"))
  }

  @Test func aMissingEstimatorKeepsItsPlace() throws {
    let response = try EstimateDemand()(
      .init(region: "CR92", horizons: [2034]), register: Self.register(), library: Kit.library())
    let text = EstimateTable.text(response, language: .nl)
    #expect(text.split(separator: "\n").contains { $0.contains("uitgifte-extrapolatie") && $0.contains("ontbreekt") })
  }

  @Test func csvHoldsTheFiguresInFull() throws {
    let lines = EstimateTable.csv(try Self.estimates()).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [19])
    #expect(lines[3].contains(",verhuizingen,,157.5,157.5,157.5,"))
  }

  @Test func aBacktestEndsWithItsVerdict() throws {
    let register = try Kit.register { records in
      records.issues = try (2004...2023).map { year in
        try IssueObservation(
          municipality: "GM9001", year: year, issued: NetHectares(Double(year % 5)), origin: Kit.origin())
      }
    }
    let response = try RunBacktest()(.init(region: "CR91", lengths: [5]), register: register, library: Kit.library())
    let text = BacktestTable.text(response, language: .nl)
    let verdict = try #require(response.reports.first?.verdict.nl)
    #expect(text.hasSuffix("Oordeel: \(verdict)\n"))
    #expect(verdict.hasPrefix("Over 5 jaar zit de ramer ‘uitgifte-extrapolatie’ er gemiddeld"))
    #expect(verdict.hasSuffix("zegt niets over de werkelijkheid."))
    #expect(BacktestTable.text(response, language: .en).contains("Verdict: Over 5 years"))
    let cases = BacktestTable.cases(response).split(separator: "\n")
    #expect(cases.count == (response.reports.first?.outcomes.count ?? 0) + 1)
  }

  @Test func storedForecastsStandBesideWhatHappened() throws {
    let forecast = try StoredForecast(
      madeOn: Kit.referenceDate, region: "CR91", method: .absorption, scenario: nil, startYear: 2020, horizon: 2023,
      centre: NetHectares(12), low: NetHectares(10), high: NetHectares(14), isSynthetic: false, request: .init())
    let response = ScoreForecasts()([forecast], register: try Self.register())
    let text = ForecastScoreTable.text(response, language: .nl).split(separator: " ").joined(separator: " ")
    #expect(text.contains("CR91, uitgifte-extrapolatie 2024-01-01 2020–2023 2023 12,0 9,0 +3,0 nee"))
    #expect(ForecastScoreTable.csv(response).contains("uitgifte-extrapolatie,,2020,2023,2023,12.0,9.0,3.0,nee,ja"))
  }
}
