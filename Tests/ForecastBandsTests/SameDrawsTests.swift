import ForecastBands
import Testing
import Uncertainty

/// A draw is a function of its number, whatever is drawn beside it.
@Suite struct SameDrawsTests {
  private func model(_ small: SmallModel) throws -> BandModel {
    try small.model {
      $0.growthLevel = $0.growthLevel.map { _ in 0.01 }
      $0.growthShock = $0.growthShock.map { _ in 0.02 }
      $0.commonShare = 0.3
      $0.landPerJob = try $0.landPerJob.map { _ in try band(1, 0.8, 1.3) }
      $0.landPerJobDrift = try $0.landPerJobDrift.map { _ in try band(0, -0.01, 0.02) }
      $0.preference = try $0.preference.map { _ in try band(1, 0.9, 1.05) }
      $0.replacement = try band(1, 0.8, 1.3)
      $0.softRealisation = try band(0.35, 0.2, 0.6)
      $0.addOns = try $0.addOns.map { _ in try band(1, 0.5, 2) }
    }
  }

  private var small: SmallModel {
    SmallModel(
      regions: 3, sectors: 2, types: 2, addOns: 2, years: 6, growth: 0.01, replacement: 2, addOn: 3, hard: 20, soft: 10)
  }

  /// Deviation of demand of one draw: [region][year].
  private func row(_ batch: DrawBatch, _ draw: Int, rows: Range<Int>) -> [Float] {
    rows.map { batch.demand[$0 * batch.draws.count + draw - batch.draws.lowerBound] }
  }

  @Test func batchesOfAnyLengthGiveTheSameBits() throws {
    let sampler = BandSampler(try model(small))
    let whole = sampler.draw(0..<100, seed: 9)
    for cuts in [[0, 37, 100], [0, 1, 2, 8, 16, 99, 100], [0, 64, 100]] {
      for (from, to) in zip(cuts, cuts.dropFirst()) {
        let part = sampler.draw(from..<to, seed: 9)
        for draw in from..<to {
          #expect(row(part, draw, rows: 0..<18) == row(whole, draw, rows: 0..<18))
          #expect(part.realisation[draw - from] == whole.realisation[draw])
        }
      }
    }
  }

  @Test func concurrentBatchesGiveTheSameBits() async throws {
    let sampler = BandSampler(try model(small))
    let alone = (0..<40).map { sampler.draw($0 * 10..<($0 + 1) * 10, seed: 9).demand }
    let together = await withTaskGroup(of: (Int, [Float]).self) { group in
      for index in 0..<40 { group.addTask { (index, sampler.draw(index * 10..<(index + 1) * 10, seed: 9).demand) } }
      return await group.reduce(into: [Int: [Float]]()) { $0[$1.0] = $1.1 }
    }
    #expect((0..<40).allSatisfy { together[$0] == alone[$0] })
  }

  @Test func oneDrawCanBeRepeatedAlone() throws {
    let model = try model(small)
    let summary = try model.summary(50, seed: 4)
    for draw in [0, 7, 8, 49] {
      let path = BandSampler(model).path(ofDraw: draw, seed: 4)
      #expect(path.draw == draw)
      for region in 0..<3 {
        #expect(path.demand[region][5] == summary.demand(of: region, year: 5)[draw])
        let balance = summary.balance(of: region, year: 5, withSoft: true)[draw]
        #expect(abs(path.balanceWithSoft[region][5] - balance) < 1e-5)
        #expect(path.balance[region][5] == summary.balance(of: region, year: 5, withSoft: false)[draw])
      }
      #expect(path.realisation >= 0 && path.realisation <= 1)
    }
  }

  /// The last region alone, under its own key, draws what it drew among three; a shorter horizon draws the same first years.
  @Test func aRegionDrawsTheSameWithAndWithoutOthers() throws {
    let three = BandSampler(try model(small)).draw(0..<20, seed: 9)
    var lonely = small
    (lonely.regions, lonely.keys) = (1, [2])
    let alone = BandSampler(try model(lonely)).draw(0..<20, seed: 9)
    var brief = small
    brief.years = 3
    let short = BandSampler(try model(brief)).draw(0..<20, seed: 9)
    for draw in 0..<20 {
      #expect(row(alone, draw, rows: 0..<6) == row(three, draw, rows: 12..<18))
      #expect(row(short, draw, rows: 3..<6) == row(three, draw, rows: 6..<9))
    }
  }

  @Test func anotherSeedGivesOtherDraws() throws {
    let sampler = BandSampler(try model(small))
    #expect(sampler.draw(0..<8, seed: 1).demand != sampler.draw(0..<8, seed: 2).demand)
    #expect(sampler.draw(0..<8, seed: 1).demand != sampler.draw(8..<16, seed: 1).demand)
  }

  @Test func batchesMayComeInAnyOrderButWithoutGaps() throws {
    let model = try model(small)
    let sampler = BandSampler(model)
    let question = BandQuestion(levels: [0.1, 0.9], largeShortage: 5)
    let parts = [0..<30, 30..<50, 50..<90].map { sampler.draw($0, seed: 1) }
    let straight = try #require(BandSummary(model, parts, question))
    let mixed = try #require(BandSummary(model, [parts[2], parts[0], parts[1]], question))
    #expect(straight.bands(of: 1) == mixed.bands(of: 1) && straight.draws == 90)
    #expect(BandSummary(model, [parts[0], parts[2]], question) == nil && BandSummary(model, [], question) == nil)
  }
}
