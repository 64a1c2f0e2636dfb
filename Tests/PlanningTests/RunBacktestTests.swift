import ForecastEvaluation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct RunBacktestTests {
  /// Yearly issue of every municipality from 2004 to 2023, and jobs of the same years: half of what they are in 2024 until
  /// 2013, from 2014 as in 2024.
  static func register() throws -> Register {
    try Polder.register { records in
      records.issues = try Polder.municipalities.enumerated().flatMap { index, municipality in
        try (2004...2023).map { year in
          try IssueObservation(
            municipality: municipality, year: year, issued: NetHectares(Double((index + 1) * (1 + year % 3))),
            origin: Polder.origin())
        }
      }
      let present = records.jobs
      records.jobs += try present.flatMap { row in
        try (2004...2023).map { year in
          try JobCount(
            region: row.region, sector: row.sector, year: year, jobs: row.jobs * (year < 2014 ? 0.5 : 1),
            origin: row.origin)
        }
      }
    }
  }

  private func run(_ request: RunBacktest.Request = .init(), _ register: Register) throws -> RunBacktest.Response {
    try RunBacktest()(request, register: register, library: Polder.library())
  }

  private func report() throws -> BacktestReport {
    try #require(try run(.init(lengths: [5]), Self.register()).reports.first)
  }

  private func outcome(_ report: BacktestReport, _ method: EstimationMethod, _ region: String, _ cut: Int) throws
    -> ForecastOutcome
  {
    try #require(
      report.outcomes.first { $0.forecaster == method.rawValue && $0.region == region && $0.cut == cut })
  }

  @Test func allThreeEstimatorsAreScored() throws {
    let report = try report()
    #expect(
      Set(report.scores.map(\.forecaster)) == [
        "uitgifte-extrapolatie", "terreinquotient", "verhuizingen", "geen-verandering", "laatste-decennium",
      ])
    #expect(report.series == .issue && report.isSynthetic)
    #expect(report.diagnostics.isEmpty)
  }

  /// GM9001 and GM9002 issue 1 + 2 times 1, 2 or 3 ha a year: 3, 6 or 9.
  @Test func theActualIsTheIssueOfTheYearsAfterTheCut() throws {
    let outcome = try outcome(report(), .absorption, "CR91", 2014)
    // 2014 to 2018 leave 1, 2, 0, 1, 2 when divided by three: 6 + 9 + 3 + 6 + 9.
    #expect(outcome.actual == 33)
    #expect(outcome.length == 5)
  }

  /// The cut of 2010 has half the jobs of 2015: 63 jobs more on a hectare for each 128.
  @Test func landPerJobGetsTheJobsThatCame() throws {
    let outcome = try outcome(report(), .landPerJob, "CR91", 2010)
    #expect(abs(outcome.forecast.centre - 63.0 / 2 / 64) < 1e-9)
    #expect(try self.outcome(report(), .landPerJob, "CR91", 2015).forecast.centre == 0)
  }

  @Test func movesTakeTheJobsOfTheCut() throws {
    #expect(try outcome(report(), .moves, "CR91", 2010).forecast.centre == 31.5 / 2 / 2 * 5)
    #expect(try outcome(report(), .moves, "CR91", 2015).forecast.centre == 31.5 / 2 * 5)
  }

  /// What comes after the cut must not change a forecast.
  @Test func noForecastKnowsTheFuture() throws {
    let whole = try report()
    let cut = 2012
    let past = try Polder.register { records in
      records.issues = try Self.register().records.issues.map { row in
        row.year < cut
          ? row
          : try IssueObservation(
            municipality: row.municipality, year: row.year, issued: NetHectares(1000), origin: row.origin)
      }
    }
    let changed = try #require(try run(.init(lengths: [5]), past).reports.first)
    for region in ["CR91", "PV91", "NL01", "GM9003"] {
      let before = try outcome(whole, .absorption, region, cut)
      let after = try outcome(changed, .absorption, region, cut)
      #expect(before.forecast == after.forecast)
      #expect(before.actual != after.actual)
    }
  }

  @Test func scoresFollowFromTheOutcomes() throws {
    let report = try report()
    for row in report.scores where row.sizeClass == nil {
      let own = report.outcomes.filter {
        $0.level == row.level && $0.forecaster == row.forecaster && $0.length == row.length
      }
      #expect(own.count == row.score.count)
      let bias = own.reduce(0) { $0 + $1.forecast.centre - $1.actual } / Double(own.count)
      #expect(abs(bias - row.score.bias) < 1e-9)
    }
  }

  @Test func estimatesTakeTheFactorAndTheWeightsOfTheBacktest() throws {
    let register = try Self.register()
    let response = try EstimateDemand()(
      .init(region: .netherlands, horizons: [2029], isCombined: true), register: register, library: Polder.library())
    let estimate = try #require(
      response.estimates.first { $0.method == .absorption && $0.region == "CR91" })
    let widened = try #require(estimate.widened)
    #expect(widened.length == 5)
    let (low, high) = (try #require(estimate.low), try #require(estimate.high))
    #expect(abs((widened.high - estimate.centre).value - (high - estimate.centre).value * widened.factor) < 1e-9)
    #expect(abs((estimate.centre - widened.low).value - (estimate.centre - low).value * widened.factor) < 1e-9)
    let combined = try #require(response.combined.first { $0.region == "CR91" && $0.scenario == "hoog" })
    #expect(abs(combined.weights.values.reduce(0, +) - 1) < 1e-12)
    let parts = response.estimates.filter {
      $0.region == "CR91" && ($0.scenario == nil || $0.scenario == "hoog")
    }
    let centre = parts.reduce(0) { $0 + $1.centre.value * (combined.weights[$1.method.rawValue] ?? 0) }
    #expect(abs(combined.centre.value - centre) < 1e-9)
  }

  @Test func withoutJobHistoryThatIsSaid() throws {
    let register = try EstimateDemandTests.register([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    let response = try run(.init(lengths: [3]), register)
    #expect(response.diagnostics.map(\.code) == ["backtest.no-job-history"])
  }

  @Test func badRequestsAreRefused() throws {
    let register = try Self.register()
    let error = #expect(throws: PlanningError.self) { try run(.init(region: "XX", lengths: [0]), register) }
    #expect(error?.diagnostics.map(\.code) == ["backtest.unknown-region", "backtest.length"])
    let nothing = #expect(throws: PlanningError.self) { try run(.init(), try Polder.register()) }
    #expect(nothing?.diagnostics.map(\.code) == ["backtest.no-series"])
  }

  /// Two municipalities merge in 2010 and a third is split over two: the regions keep their borders.
  @Test func landUseIsBroughtToTodaysMunicipalities() throws {
    let register = try Self.mergedRegister()
    let report = try #require(try run(.init(region: "CR91", lengths: [5]), register).reports.first)
    #expect(report.series == .landUse)
    #expect(report.totals.map(\.level) == [50, 55, 60, 65])
    let outcome = try outcome(report, .absorption, "GM9001", 2010)
    // 2000: 20, 2005: 25, 2010: 30; from 2010 to 2015 one hectare came.
    #expect(outcome.forecast.centre == 5)
    #expect(outcome.actual == 1)
  }

  static func mergedRegister() throws -> Register {
    try Polder.register { records in
      records.mergers = [
        try MunicipalMerger(year: 2010, from: "GM9901", to: "GM9001"),
        try MunicipalMerger(year: 2010, from: "GM9902", to: "GM9001", share: 0.25),
        try MunicipalMerger(year: 2010, from: "GM9902", to: "GM9002", share: 0.75),
      ]
      func use(_ region: RegionCode, _ year: Int, _ hectares: Double) throws -> LandUseObservation {
        try LandUseObservation(
          region: region, year: year, businessPark: GrossHectares(hectares), origin: Polder.origin())
      }
      records.landUse = try [
        use("GM9901", 2000, 10), use("GM9902", 2000, 40), use("GM9901", 2005, 15), use("GM9902", 2005, 40),
        use("GM9001", 2010, 30), use("GM9002", 2010, 30), use("GM9001", 2015, 31), use("GM9002", 2015, 34),
      ]
    }
  }
}
