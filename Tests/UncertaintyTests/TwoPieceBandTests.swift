import Testing
import Uncertainty

@Suite struct TwoPieceBandTests {
  /// The running example of the doc comment.
  @Test func lowAndHighAreTheirPercentiles() throws {
    let band = try #require(TwoPieceBand(value: 200, low: 180, high: 260, probability: 0.9))
    #expect(abs(band.quantile(0.9) - 260) < 1e-9 && abs(band.quantile(0.1) - 180) < 1e-9)
    #expect(band.quantile(0.5) == 200)
    #expect(abs(band.draw(1.2815515655446004) - 260) < 1e-9)
  }

  @Test func limitsHoldAndLeaveTheMedian() throws {
    let share = try #require(TwoPieceBand(value: 0.9, low: 0.2, high: 1, probability: 0.9, limits: 0...1))
    #expect(share.draw(5) == 1 && share.draw(-5) == 0 && share.draw(0) == 0.9)
    #expect(share.draw(Lanes(repeating: 5))[0] == 1 && share.draw(Lanes(repeating: -5))[7] == 0)
  }

  @Test func lanesFollowTheScalar() throws {
    let band = try #require(TwoPieceBand(value: 1, low: 0.7, high: 1.2, probability: 0.95, limits: 0...2))
    for z in [-8, -1.5, -0.1, 0, 0.3, 2, 9] {
      #expect(abs(Double(band.draw(Lanes(repeating: Float(z)))[2]) - band.draw(z)) < 1e-6)
    }
  }

  @Test func contradictionsAreRefused() {
    #expect(TwoPieceBand(value: 1, low: 2, high: 3, probability: 0.9) == nil)
    #expect(TwoPieceBand(value: 1, low: 0, high: 0.5, probability: 0.9) == nil)
    #expect(TwoPieceBand(value: 1, low: 0, high: 2, probability: 0.5) == nil)
    #expect(TwoPieceBand(value: 1, low: 0, high: 2, probability: 0.9, limits: 0...1.5) == nil)
    #expect(TwoPieceBand(value: .nan, low: 0, high: 2, probability: 0.9) == nil)
  }

  @Test func aBandAsFactorAndAsDeviation() throws {
    let band = try #require(TwoPieceBand(value: 200, low: 180, high: 260, probability: 0.9, limits: 0...1000))
    #expect(abs(200 * band.asFactor.draw(1.7) - band.draw(1.7)) < 1e-9)
    #expect(abs(200 + band.asDeviation.draw(-2) - band.draw(-2)) < 1e-9)
    #expect(band.asFactor.ceiling == 5 && band.asDeviation.floor == -200)
    #expect(TwoPieceBand.certain(0).asFactor == .certain(1) && TwoPieceBand.certain(3).draw(9) == 3)
  }
}
