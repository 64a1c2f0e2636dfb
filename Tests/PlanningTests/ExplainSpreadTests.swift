import ForecastBands
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing
import Uncertainty
import WorkLocations

@Suite struct ExplainSpreadTests {
  private func spread(_ region: RegionCode = "CR92") throws -> SpreadCase {
    let library = Polder.library(
      ParameterSet([
        Polder.timeline(
          "demand/land-per-job", .squareMetrePerJob,
          Dictionary(
            uniqueKeysWithValues: Polder.sectors.sectors.map { sector in
              (
                "\(sector.id)/business-park",
                [
                  DatedValue(
                    from: CalendarDate(startOf: 2020), value: 312.5, low: 156.25, high: 468.75, kind: .statistic,
                    source: "polderboek", locator: "tabel 1")
                ]
              )
            }))
      ]))
    let request = ExplainSpread.Request(
      forecast: .init(balance: .init(region: region, horizons: [2030], scenarios: ["hoog"]), draws: 512))
    return try #require(
      try ExplainSpread()(request, register: try Polder.register(), library: library).cases.first)
  }

  /// Only land per job is uncertain, so all of the variance is its.
  @Test func theOnlyUncertainInputCausesAllVariance() throws {
    let item = try spread()
    for sensitivity in item.sensitivities {
      let expected = sensitivity.group == .landPerJob ? 1.0 : 0
      #expect(abs(sensitivity.index.estimate.total - expected) < 0.1, "\(sensitivity)")
    }
  }

  /// CR92, high, 2030: 7.5 usable − (63 + 16 + 8). At half the land per job 31.5 less is asked for, at one and a half times more.
  @Test func theTornadoMovesOneGroupAtATime() throws {
    let item = try spread()
    #expect(item.balance == NetHectares(7.5 - 87))
    #expect(item.missingLand == NetHectares(79.5))
    let land = try #require(item.tornado.first)
    #expect(land.group == .landPerJob)
    #expect(land.atLow == NetHectares(-79.5 + 31.5) && land.atHigh == NetHectares(-79.5 - 31.5))
    let rest = item.tornado.filter { $0.group != .landPerJob }
    #expect(rest.count == InputGroup.allCases.count - 1)
    #expect(rest.allSatisfy { $0.width == .zero })
  }

  /// Even without any expansion CR92 asks for 24 ha and has 7.5; CR91 asks for 16 + 63/64 × factor and has 6.09; growth of −x a
  /// year over six years would do it where expansion can go below zero.
  @Test func aBreakEvenMakesTheBalanceZeroOrSaysThatNoneDoes() throws {
    let points = try spread().breakEvens
    let land = try #require(points.first { $0.group == .landPerJob })
    #expect(land.value == nil && land.lowest == 0)
    let soft = try #require(points.first { $0.group == .softRealisation })
    // With soft plans: 7.5 + 128 × 0.5 f − 87 = 0.
    #expect(abs((soft.value ?? 0) - 79.5 / 64) < 1e-4)
  }
}
