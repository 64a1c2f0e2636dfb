import SpaceDemand
import Testing

@Suite struct ForecastDifferenceTests {
  private typealias Outline = ForecastOutline

  private func line(_ name: String, jobs: (Double, Double), land: Double, area: String = "r", measure: Double = 1)
    -> ForecastOutline.Line
  {
    ForecastOutline.Line(
      area: area, name: name,
      expansion: .init(
        jobs: .init(start: jobs.0, end: jobs.1), preference: .init(start: 1, end: 1),
        landPerJob: .init(start: land, end: land)), measure: measure)
  }

  @Test func theExampleOfTheFormula() {
    let difference = ForecastDifference(
      from: Outline(lines: [line("s", jobs: (0, 100), land: 200)]),
      to: Outline(lines: [line("s", jobs: (0, 100), land: 300, measure: 1 / 0.75)]))
    #expect(abs(difference[.landPerJob] - 7.0 / 6) < 1e-12 && abs(difference[.measure] - 5.0 / 6) < 1e-12)
    #expect(abs(difference.total - 2) < 1e-12 && difference[.jobs] == 0)
  }

  /// Random pairs of forecasts with lines, parts of the region and supply in every mix.
  @Test(arguments: 0..<200) func thePartsSumToTheDifference(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let (from, to) = (numbers.outline(), numbers.outline())
    let difference = ForecastDifference(from: from, to: to)
    let sum = ForecastComponent.allCases.reduce(0) { $0 + difference[$1] }
    #expect(abs(sum - (to.figure - from.figure)) < 1e-7)
    let back = ForecastDifference(from: to, to: from)
    for component in ForecastComponent.allCases { #expect(abs(difference[component] + back[component]) < 1e-7) }
  }

  @Test func equalForecastsDifferByNothing() {
    var numbers = Numbers(state: 7)
    let outline = numbers.outline()
    #expect(ForecastDifference(from: outline, to: outline).contributions.isEmpty)
  }

  @Test func aSectorThatOneLacksDiffersByJobs() {
    let difference = ForecastDifference(
      from: Outline(lines: [line("a", jobs: (0, 100), land: 200)]),
      to: Outline(lines: [line("a", jobs: (0, 100), land: 200), line("b", jobs: (10, 60), land: 400)]))
    #expect(difference[.jobs] == 2 && difference.total == 2)
  }

  @Test func aPartOfTheRegionThatOneLacksIsRegionWhole() {
    let extra = line("a", jobs: (0, 100), land: 200, area: "q")
    let difference = ForecastDifference(
      from: Outline(lines: [line("a", jobs: (0, 100), land: 200)]),
      to: Outline(
        lines: [line("a", jobs: (0, 100), land: 200), extra], supply: ["q": .init(hard: 0.5, hardCounted: 1)]))
    #expect(difference[.region] == 1.5 && difference.total == 1.5)
  }

  @Test func countingSoftPlansIsHardness() {
    let lines = [line("a", jobs: (0, 100), land: 200)]
    let difference = ForecastDifference(
      from: Outline(lines: lines, supply: ["r": .init(hard: 1, hardCounted: 1, soft: 4)]),
      to: Outline(lines: lines, supply: ["r": .init(hard: 1, hardCounted: 1, soft: 4, softCounted: 0.5, reserve: 0.25)])
    )
    #expect(difference[.hardness] == -2 && difference[.reserve] == 0.25 && difference[.supply] == 0)
  }

  @Test func anAmountBesideJobsCannotBeSplit() {
    let difference = ForecastDifference(
      from: Outline(lines: [Outline.Line(area: "r", name: "a", published: 5)]),
      to: Outline(lines: [line("a", jobs: (0, 100), land: 200)]))
    #expect(difference[.published] == -3 && difference.total == -3)
  }
}

/// A stream of numbers that is the same at every run.
private struct Numbers {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func span(_ scale: Double) -> ForecastOutline.Span {
    .init(start: Double(next(100)) * scale, end: Double(next(100)) * scale)
  }

  mutating func outline() -> ForecastOutline {
    let lines = (0..<next(8)).map { _ in line() }
    let supply = (0..<next(4)).map { _ in
      (
        "area\(next(3))",
        ForecastOutline.Supply(
          hard: Double(next(50)), hardCounted: Double(next(2)), soft: Double(next(50)),
          softCounted: Double(next(5)) / 4,
          reserve: Double(next(5)))
      )
    }
    return ForecastOutline(
      lines: lines, supply: Dictionary(supply) { first, _ in first }, rounding: Double(next(10)) / 10)
  }

  private mutating func line() -> ForecastOutline.Line {
    let expansion = ForecastOutline.Expansion(jobs: span(100), preference: span(0.01), landPerJob: span(5))
    let kind = next(3)
    return ForecastOutline.Line(
      area: "area\(next(3))", name: "sector\(next(3))", expansion: kind == 0 ? expansion : nil,
      published: kind == 1 ? Double(next(40)) : 0, reused: Double(next(3)), replacement: Double(next(20)),
      additional: Double(next(20)), measure: 1 + Double(next(3)) / 4)
  }
}
