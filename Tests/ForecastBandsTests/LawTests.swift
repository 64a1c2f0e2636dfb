import ForecastBands
import Testing
import Uncertainty

/// What holds for every band model.
@Suite struct LawTests {
  private var small: SmallModel {
    SmallModel(
      regions: 3, sectors: 3, types: 2, addOns: 2, years: 8, jobs: 12_345.6, growth: 0.0123, preference: 0.37,
      landPerJob: 211.3, replacement: 1.7, addOn: 0.9, hard: 31.1, soft: 17.9)
  }

  private func uncertain(_ small: SmallModel) throws -> BandModel {
    try small.model {
      $0.growthLevel = $0.growthLevel.map { _ in 0.01 }
      $0.growthShock = $0.growthShock.map { _ in 0.03 }
      $0.commonShare = 0.5
      $0.landPerJob = try $0.landPerJob.map { _ in try band(1, 0.8, 1.3) }
      $0.softRealisation = try band(0.35, 0.2, 0.6)
    }
  }

  /// Without uncertainty every draw, quantile and mean is the deterministic path.
  @Test func withoutUncertaintyEveryDrawIsTheCentre() throws {
    let model = try small.model()
    let summary = try model.summary(40, groups: [[0, 1, 2]])
    for region in 0..<3 {
      let centre = model.centreDemand(of: region)
      for (year, bands) in summary.bands(of: region).enumerated() {
        #expect((bands.demand.quantiles + [bands.demand.mean]).allSatisfy { abs($0 - centre[year]) < 1e-9 })
        let balance = 31.1 + 0.35 * 17.9 - centre[year]
        #expect((bands.balanceWithSoft.quantiles).allSatisfy { abs($0 - balance) < 1e-9 })
        #expect(bands.demand.standardErrorOfMean == 0)
      }
    }
    #expect(abs(summary.bands(of: 3)[7].demand.mean - 3 * model.centreDemand(of: 0)[7]) < 1e-9)
  }

  /// The centre by hand: Σ J P c Q / 10 000 of the year minus the start, plus what is outside the trend.
  @Test func theCentreIsTheFormula() throws {
    let model = try SmallModel(addOns: 2, replacement: 3, addOn: 4).model(centre: {
      $0.jobs = [10_000, 12_000, 9000, 10_000]
      $0.preference = [0.5, 0.5, 0.5, 0.6]
      $0.landPerJob = [200, 200, 200, 250]
      $0.concentration = [0.5]
    })
    // 50 ha at the start; 60, 45 and 75 ha later; 3 + 2 × 4 = 11 ha a year.
    #expect(zip(model.centreDemand(of: 0), [0, 21, 17, 58]).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(abs(try model.summary(8).bands(of: 0)[3].demand.median - 58) < 1e-9)
  }

  @Test func moreSupplyNeverRaisesTheChanceOfAShortage() throws {
    var richer = small
    (richer.hard, richer.soft) = (small.hard + 5, small.soft + 5)
    let (poor, rich) = (try uncertain(small).summary(500), try uncertain(richer).summary(500))
    for region in 0..<3 {
      for (before, after) in zip(poor.bands(of: region), rich.bands(of: region)) {
        for (one, other) in zip([before.shortage, before.shortageWithSoft], [after.shortage, after.shortageWithSoft]) {
          #expect(other.any.probability <= one.any.probability && other.large.probability <= one.large.probability)
          #expect(other.upToNow.probability <= one.upToNow.probability)
        }
        #expect(before.demand == after.demand)
      }
    }
  }

  @Test func onceShortStaysOnceShort() throws {
    let bands = try uncertain(small).summary(500).bands(of: 1)
    for (before, after) in zip(bands, bands.dropFirst()) {
      #expect(after.shortage.upToNow.probability >= before.shortage.upToNow.probability)
    }
    #expect(
      bands.allSatisfy {
        $0.shortage.upToNow.probability >= $0.shortage.any.probability
          && $0.shortage.any.probability >= $0.shortage.large.probability
          && $0.shortage.any.probability >= $0.shortageWithSoft.any.probability
      })
  }

  /// A group is the sum of its regions per draw; a balance against known supply is that supply minus demand.
  @Test func groupsAddPerDraw() throws {
    let summary = try uncertain(small).summary(300, groups: [[0, 2]])
    let (first, third) = (summary.demand(of: 0, year: 6), summary.demand(of: 2, year: 6))
    for (found, wanted) in zip(summary.demand(of: 3, year: 6), zip(first, third).map { $0 + $1 }) {
      #expect(abs(found - wanted) < 1e-4)
    }
    let bands = summary.bands(of: 3)[6]
    for (balance, demand) in zip(bands.balance.quantiles, bands.demand.quantiles.reversed()) {
      #expect(abs(balance - (2 * 31.1 - demand)) < 1e-9)
    }
    #expect(bands.demand.quantiles == bands.demand.quantiles.sorted())
  }

  /// Everything in one class is the whole; a quarter in another is a quarter.
  @Test func classesDivideDemand() throws {
    var divided = SmallModel(years: 5, growth: 0.02, replacement: 2)
    divided.classes = ClassShares(
      classes: 3, years: [2, 4], expansion: [0.25, 0.75, 0], replacement: [0.25, 0.75, 0], addOns: [])
    let summary = try uncertain(divided).summary(400)
    for (index, year) in [2, 4].enumerated() {
      let whole = summary.bands(of: 0)[year].demand.quantiles
      let classes = try #require(summary.classBands(of: 0, chosenYear: index))
      for level in whole.indices {
        #expect(abs(classes[0][level] - 0.25 * whole[level]) < 1e-4)
        #expect(abs(classes[1][level] - 0.75 * whole[level]) < 1e-4 && classes[2][level] == 0)
      }
    }
    #expect(summary.classBands(of: 0, chosenYear: 2) == nil)
  }

  @Test func everyProblemOfTheArraysIsNamed() throws {
    let error = try #require(throws: BandModelError.self) {
      try SmallModel(sectors: 2, keys: [1 << 30]).model {
        $0.growthShock = [0.1]
        $0.commonShare = 1.5
        $0.replacement = .certain(2)
      } centre: {
        $0.jobs[3] = -1
        $0.coefficientSet = [4]
      }
    }
    #expect(
      Set(error.problems) == [
        .length(of: "growth shock", is: 1, shouldBe: 2), .value(of: "common share", at: 0, is: 1.5),
        .value(of: "replacement band", at: 0, is: 2), .value(of: "jobs", at: 3, is: -1),
        .value(of: "coefficient set", at: 0, is: 4), .regionKeys,
      ])
  }

  @Test func withoutRegionsThereIsNoModel() {
    #expect(throws: BandModelError(problems: [.size(of: "regions", is: 0, allowed: 1...1 << 20)])) {
      try SmallModel(regions: 0).model()
    }
  }
}
