import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import Testing

@Suite struct RateTimelineTests {
  private func timeline(_ rates: [(String, Double)]) throws -> RateTimeline {
    RateTimeline(
      readings: try rates.map { date, rate in
        ParameterReading(
          key: "demand/job-growth", member: "", label: LocalizedText(both: "g"), unit: .sharePerYear,
          dated: Polder.value(rate, from: try #require(CalendarDate(date))))
      })
  }

  private func compound(_ timeline: RateTimeline, _ start: Int, _ end: Int) -> Double {
    timeline.compoundFactor(from: start, to: end)
  }

  /// The running example of the doc comment.
  @Test func thousandJobsGrowAndShrink() throws {
    let growth = try timeline([("2020-01-01", 0.01), ("2026-01-01", -0.005)])
    #expect(abs(1000 * compound(growth, 2024, 2027) - 1014.9995) < 1e-9)
  }

  /// The running example of the doc comment.
  @Test func landPerJobDriftsByStepsOnTheStart() throws {
    let drift = try timeline([("2020-01-01", 0.01), ("2040-01-01", 0.005)])
    let factor: Double = drift.linearFactor(from: 2036, to: 2042)
    #expect(abs(factor - 1.05) < 1e-15)
  }

  @Test func beforeTheFirstDateTheFirstRateHolds() throws {
    let growth = try timeline([("2030-01-01", 1), ("2032-01-01", 3)])
    #expect(compound(growth, 2024, 2026) == 4 && compound(growth, 2031, 2033) == 8)
    #expect(growth.stretches(from: 2024, to: 2033).map(\.years) == [8, 1])
  }

  @Test func aRateThatStartsDuringAYearHoldsFromTheNext() throws {
    let growth = try timeline([("2020-01-01", 0), ("2030-07-01", 1)])
    #expect(compound(growth, 2030, 2031) == 1 && compound(growth, 2031, 2032) == 2)
  }

  @Test func noYearsNoChange() throws {
    let growth = try timeline([("2020-01-01", 1)])
    let drift: Double = growth.linearFactor(from: 2030, to: 2030)
    #expect(compound(growth, 2030, 2030) == 1 && compound(growth, 2030, 2020) == 1 && drift == 1)
  }

  /// Growth over two periods is the product of both, wherever the cut falls.
  @Test(arguments: 2021...2039) func periodsChain(_ cut: Int) throws {
    let growth = try timeline([("2020-01-01", 1), ("2028-01-01", -0.5), ("2035-01-01", 1)])
    #expect(compound(growth, 2020, cut) * compound(growth, cut, 2040) == compound(growth, 2020, 2040))
  }
}
