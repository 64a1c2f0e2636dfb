import ForecastBands
import Testing
import Uncertainty

@Suite struct ScheduleAndSensitivityTests {
  private func model() throws -> BandModel {
    try SmallModel(addOns: 1, years: 2, replacement: 100, addOn: 100, hard: 205).model {
      $0.replacement = try normal(1, 0.1)
      $0.addOns = [try normal(1, 0.2)]
    }
  }

  /// Standard deviation √(10² + 20²) = 22.4 ha: a half-width of 1 ha at 95 % takes (1.96 × 22.4)² = 1,921 draws.
  @Test func drawsFollowFromThePrecision() throws {
    let schedule = DrawSchedule(goals: [.mean(halfWidth: 1)], confidence: 0.95, block: 200, most: 100_000)
    #expect(schedule.first == 0..<200)
    let (model, taken) = (try model(), try drawsTaken(schedule))
    #expect(abs(Double(taken) - 1921) < 400 && taken % 200 == 0)
    let last = try model.summary(taken).bands(of: 0)[1].demand
    #expect(SamplingError.halfWidthOf(error: last.standardErrorOfMean, confidence: 0.95) <= 1)
    #expect(try drawsTaken(schedule) == taken)
  }

  private func drawsTaken(_ schedule: DrawSchedule) throws -> Int {
    let model = try model()
    var draws = schedule.first.count
    while let more = schedule.next(after: draws, [try model.summary(draws).bands(of: 0)[1]]) { draws = more.upperBound }
    return draws
  }

  @Test func theMostIsTheMost() throws {
    let schedule = DrawSchedule(
      goals: [.median(halfWidth: 0.001), .probability(halfWidth: 0.0001)], confidence: 0.95, block: 200, most: 900)
    #expect(try drawsTaken(schedule) == 900)
    #expect(!schedule.isMet(after: 900, [try model().summary(900).bands(of: 0)[1]]))
  }

  /// Variances 100 and 400 add up: a fifth by replacement, four fifths by the add-on.
  @Test func variancesAreSharedOut() throws {
    let model = try model()
    let sampler = BandSampler(model)
    let question = BandQuestion(levels: [0.5], largeShortage: 0)
    let summaries = try BandSensitivity.runs.map {
      try #require(BandSummary(model, [sampler.draw(0..<4000, seed: 3, replicates: $0)], question))
    }
    let indices = try #require(
      BandSensitivity.sample(summaries) {
        $0.balance(of: 0, year: 1, withSoft: false)
      }?.indices(confidence: 0.95, resamples: 100, seed: 3))
    let wanted: [InputGroup: Double] = [.replacement: 0.2, .addOns: 0.8]
    #expect(indices.count == InputGroup.allCases.count)
    for (group, found) in zip(InputGroup.allCases, indices) {
      #expect(abs(found.estimate.first - wanted[group, default: 0]) < 0.05)
      #expect(abs(found.estimate.total - wanted[group, default: 0]) < 0.05)
    }
    #expect(BandSensitivity.sample([]) { _ in [] } == nil)
  }

  /// Swapping a group changes what it draws and nothing else.
  @Test func aSwappedGroupAloneDrawsAnew() throws {
    let sampler = BandSampler(try model())
    let first = sampler.draw(0..<8, seed: 1).demand
    #expect(sampler.draw(0..<8, seed: 1, replicates: Replicates(swapping: [.growth])).demand == first)
    #expect(sampler.draw(0..<8, seed: 1, replicates: Replicates(swapping: [.addOns])).demand != first)
    #expect(Replicates(swapping: Set(InputGroup.allCases)) == .second)
  }
}
