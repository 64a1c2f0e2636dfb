import Foundation
import Provenance
import Quantities
import SpaceDemand
import Testing

@Suite struct AbsorptionEstimatorTests {
  private func rules(window: Double = 10, least: Double = 4, limit: Double = 4) throws -> AbsorptionRules {
    func parameter(_ key: String, _ value: Double, _ unit: Quantities.Unit) -> Parameter {
      Parameter(
        key: key, label: LocalizedText(both: key), unit: unit,
        members: ["": [DatedValue(from: CalendarDate(startOf: 2000), value: value, kind: .assumption)]])
    }
    let set = ParameterSet([
      parameter("estimators/absorption-window", window, .year),
      parameter("estimators/absorption-least-years", least, .year),
      parameter("estimators/outlier-limit", limit, .factor), parameter("estimators/band-quantile", 0.9, .share),
    ])
    var reader = ParameterReader(set, on: CalendarDate(startOf: 2024))
    return try AbsorptionRules(regions: [], reader: &reader)
  }

  private func fit(_ observations: [UptakeObservation], rules: AbsorptionRules) throws -> AbsorptionEstimator {
    try AbsorptionEstimator.fitted(to: observations, rules: rules).get()
  }

  private func observation(_ year: Int, _ amount: Double, years: Int = 1) -> UptakeObservation {
    UptakeObservation(
      firstYear: year, years: years,
      added: [.init(value: amount, table: "uitgifte", key: "GM9001/\(year)", field: "uitgegeven_ha", origin: nil)])
  }

  private func yearly(_ amounts: [Double], from year: Int = 2019) -> [UptakeObservation] {
    amounts.enumerated().map { observation(year + $0.offset, $0.element) }
  }

  @Test func fiveYearsByHand() throws {
    let estimator = try fit(yearly([1, 2, 3, 4, 40]), rules: rules())
    #expect(estimator.centre(years: 10).value == 34)
    #expect(estimator.treatedYears == [2023])
    let half = 1.533_206_274 * (336.95 * 30).squareRoot()
    let high = try #require(estimator.border(.high, years: 10)).value
    let low = try #require(estimator.border(.low, years: 10)).value
    #expect(abs(high - 34 - half) < 1e-4)
    #expect(abs(34 - low - half) < 1e-4)
  }

  @Test func whenMostYearsAreAlikeNothingIsAnOutlier() throws {
    let estimator = try fit(yearly([0, 0, 0, 0, 10]), rules: rules())
    #expect(estimator.treatedYears.isEmpty)
    #expect(estimator.centre(years: 5).value == 10)
  }

  @Test func buyBackComesOff() throws {
    func part(_ value: Double) -> UptakeObservation.Part {
      .init(value: value, table: "uitgifte", key: "k", field: "f", origin: nil)
    }
    let observations = (2020...2023).map { UptakeObservation(firstYear: $0, added: [part(3)], removed: [part(1)]) }
    let estimator = try fit(observations, rules: rules())
    #expect(estimator.centre(years: 1).value == 2)
    #expect(estimator.border(.high, years: 1)?.value == 2)
  }

  /// 8 ha in 4 years, 9 in 3 and 12 in 3: 29 / 10 a year.
  @Test func irregularYearsWeighByTheirLength() throws {
    let observations = [
      observation(2000, 8, years: 4), observation(2004, 9, years: 3), observation(2007, 12, years: 3),
    ]
    let estimator = try fit(observations, rules: rules())
    #expect(abs(estimator.centre(years: 10).value - 29) < 1e-12)
    let variance = (4 * 0.81 + 3 * 0.01 + 3 * 1.21) / 2
    let half = StudentDistribution.quantile(0.9, degrees: 2) * (variance * 10 * 2).squareRoot()
    #expect(abs(try #require(estimator.border(.high, years: 10)).value - 29 - half) < 1e-9)
  }

  @Test func onlyTheWindowCounts() throws {
    let estimator = try fit(yearly([100, 1, 1, 1, 1], from: 2000), rules: rules(window: 4))
    #expect(estimator.firstYear == 2001 && estimator.lastYear == 2004)
    #expect(estimator.centre(years: 3).value == 3)
  }

  @Test func oneObservationGivesNoBand() throws {
    let estimator = try fit([observation(2000, 8, years: 4)], rules: rules())
    #expect(estimator.centre(years: 5).value == 10)
    #expect(estimator.border(.low, years: 5) == nil)
    #expect(estimator.explanation(of: .low, years: 5) == nil)
  }

  @Test func tooLittleIsRefusedWithTheReason() throws {
    let rules = try rules()
    #expect(throws: AbsorptionEstimator.Refusal.noObservations) { try fit([], rules: rules) }
    #expect(throws: AbsorptionEstimator.Refusal.tooFewYears(3, least: 4)) {
      try fit(yearly([1, 2, 3]), rules: rules)
    }
  }

  @Test(arguments: [nil, BandSide.low, .high]) func theExplanationGivesTheFigure(side: BandSide?) throws {
    let observations = yearly([1, 2, 3, 4, 40]) + [observation(2024, 6, years: 2)]
    let estimator = try fit(observations, rules: rules())
    let tree = try #require(estimator.explanation(of: side, years: 7))
    let figure = try side.map { try #require(estimator.border($0, years: 7)) } ?? estimator.centre(years: 7)
    #expect(tree.value == figure.value)
    #expect(tree.evaluated() == figure.value)
    #expect(
      tree.leaves.contains { if case .record("uitgifte", "GM9001/2023", _, _) = $0.basis { true } else { false } })
  }

  /// The band of a sum against simulation: normal years, the share of futures inside is what the band claims.
  @Test func theBandCoversWhatItClaimsWhenItsAssumptionsHold() throws {
    var generator = Normal()
    let rules = try rules(limit: 1000)
    var covered = 0
    for _ in 0..<4000 {
      let past = yearly((0..<10).map { _ in 20 + 5 * generator.next() })
      let future = (0..<8).reduce(0) { sum, _ in sum + 20 + 5 * generator.next() }
      let estimator = try fit(past, rules: rules)
      let low = try #require(estimator.border(.low, years: 8)).value
      let high = try #require(estimator.border(.high, years: 8)).value
      if low <= future && future <= high { covered += 1 }
    }
    // Four standard deviations of a share of 0.8 over 4,000 trials.
    #expect(abs(Double(covered) / 4000 - 0.8) < 4 * (0.16 / 4000).squareRoot())
  }
}

/// Seeded normal numbers by Box and Muller.
private struct Normal {
  private var state: UInt64 = 7

  private mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (Double(state >> 11) + 1) / Double(1 << 53)
  }

  mutating func next() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform()) }
}
