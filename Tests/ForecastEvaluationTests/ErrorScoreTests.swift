import ForecastEvaluation
import Testing

@Suite struct ErrorScoreTests {
  private func outcome(
    _ centre: Double, _ actual: Double, half: Double? = nil, cut: Int = 2000, length: Int = 5, region: String = "a",
    forecaster: String = "f"
  ) -> ForecastOutcome {
    ForecastOutcome(
      region: region, level: "corop", sizeClass: "", forecaster: forecaster, cut: cut, length: length,
      forecast: BandedForecast(centre: centre, low: half.map { centre - $0 }, high: half.map { centre + $0 }),
      actual: actual)
  }

  @Test func threeErrorsByHand() throws {
    let score = try #require(
      ErrorScore([outcome(110, 100), outcome(100, 120), outcome(50, 20)], nominal: 0.8))
    #expect(abs(score.bias - 20.0 / 3) < 1e-12)
    #expect(score.meanAbsoluteError == 20)
    #expect(abs(score.meanSquaredError - 1400.0 / 3) < 1e-12)
    #expect(score.relativeError == 0.25)
    #expect(score.coverage == nil && score.wideningFactor == nil && score.bandCount == 0)
  }

  @Test func withoutOutcomesThereIsNoScore() { #expect(ErrorScore([], nominal: 0.8) == nil) }

  @Test func whereNothingHappenedThereIsNoRelativeError() {
    #expect(ErrorScore([outcome(1, 0)], nominal: 0.8)?.relativeError == nil)
  }

  @Test func coverageCountsTheBordersIn() throws {
    let score = try #require(
      ErrorScore([outcome(0, 10, half: 10), outcome(0, 11, half: 10), outcome(0, -3, half: 10)], nominal: 0.8))
    #expect(abs(try #require(score.coverage) - 2.0 / 3) < 1e-12)
    #expect(score.bandCount == 3)
  }

  @Test func theWideningFactorIsAnOrderStatistic() {
    let misses = [
      outcome(0, 5, half: 10), outcome(0, -15, half: 10), outcome(0, 20, half: 10), outcome(0, 40, half: 10),
    ]
    #expect(Widening.factor(for: misses, nominal: 0.8) == 4)
    #expect(Widening.factor(for: misses, nominal: 0.75) == 2)
    #expect(Widening.factor(for: misses, nominal: 0.01) == 0.5)
  }

  /// The property the factor is made for, on numbers of every kind.
  @Test(arguments: [0.5, 0.8, 0.9, 1]) func widenedBandsCoverAtLeastWhatTheySay(nominal: Double) throws {
    var state: UInt64 = 42
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    for count in 1...60 {
      let outcomes = (0..<count).map { _ in outcome(draw() * 10, draw() * 100 - 50, half: draw() + 0.01) }
      let factor = try #require(Widening.factor(for: outcomes, nominal: nominal))
      // The border itself may fall to either side in the last bit.
      let covered = outcomes.count { $0.forecast.widened(by: factor * (1 + 1e-12)).covers($0.actual) == true }
      #expect(Double(covered) >= nominal * Double(count))
    }
  }

  @Test func aBandWithoutWidthThatMissedHasNoFactor() {
    #expect(Widening.factor(for: [outcome(0, 1, half: 0)], nominal: 0.8) == nil)
    #expect(Widening.factor(for: [outcome(1, 1, half: 0)], nominal: 0.8) == 0)
  }

  @Test func wideningIsJudgedOnOtherCuts() throws {
    // Factor of 2000 is 2, of 2005 is 0.5: with the other's factor 2000 is missed, 2005 covered.
    let outcomes = [outcome(0, 20, half: 10, cut: 2000), outcome(0, 5, half: 10, cut: 2005)]
    #expect(try #require(ErrorScore(outcomes, nominal: 0.8)).coverageWidenedElsewhere == 0.5)
    #expect(ErrorScore([outcomes[0]], nominal: 0.8)?.coverageWidenedElsewhere == nil)
  }

  @Test func weightsAreInverseSquaredErrors() throws {
    let outcomes = [
      outcome(10, 0, forecaster: "a"), outcome(-10, 0, region: "b", forecaster: "a"),
      outcome(300.0.squareRoot(), 0, forecaster: "c"), outcome(-(300.0.squareRoot()), 0, region: "b", forecaster: "c"),
      // Only one forecaster has this place, so it does not count.
      outcome(1000, 0, cut: 2010, forecaster: "a"),
    ]
    let weights = try #require(CombinationWeights(of: ["a", "c"], length: 5, from: outcomes, leastCount: 2))
    #expect(abs(try #require(weights.weights["a"]) - 0.75) < 1e-12)
    #expect(abs(try #require(weights.weights["c"]) - 0.25) < 1e-12)
    #expect(weights.count == 2)
    #expect(CombinationWeights(of: ["a", "c"], length: 5, from: outcomes, leastCount: 3) == nil)
    #expect(CombinationWeights(of: ["a"], length: 5, from: outcomes, leastCount: 1) == nil)
    #expect(CombinationWeights(of: ["a", "c"], length: 10, from: outcomes, leastCount: 1) == nil)
    #expect(CombinationWeights(of: ["a", "x"], length: 5, from: outcomes, leastCount: 1) == nil)
  }

  @Test func scoresAreGroupedByLevelLengthAndClass() {
    func row(_ region: String, _ sizeClass: String, _ length: Int) -> ForecastOutcome {
      ForecastOutcome(
        region: region, level: "corop", sizeClass: sizeClass, forecaster: "f", cut: 2000, length: length,
        forecast: BandedForecast(centre: 1), actual: 0)
    }
    let rows = ScoreTable.rows(
      of: [row("a", "klein", 5), row("b", "groot", 5), row("a", "klein", 10)], nominal: 0.8)
    #expect(rows.map(\.length) == [5, 5, 5, 10])
    #expect(rows.map(\.sizeClass) == [nil, "groot", "klein", nil])
    #expect(rows.map(\.score.count) == [2, 1, 1, 1])
  }
}
