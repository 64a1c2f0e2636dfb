import Provenance
import SpaceDemand
import Testing

@Suite struct ForecastDifferenceTests {
  private typealias Outline = ForecastOutline<Double>

  private func line(_ name: String, jobs: (Double, Double), land: Double, area: String = "r", measure: Double = 1)
    -> Outline.Line
  {
    Outline.Line(
      area: area, name: name,
      items: [
        .jobsStart: jobs.0, .jobsEnd: jobs.1, .preferenceStart: 1, .preferenceEnd: 1, .landPerJobStart: land,
        .landPerJobEnd: land, .measure: measure,
      ])
  }

  @Test func theExampleOfTheFormula() {
    let difference = ForecastDifference(
      from: Outline(lines: [line("s", jobs: (0, 100), land: 200)]),
      to: Outline(lines: [line("s", jobs: (0, 100), land: 300, measure: 1 / 0.75)]))
    #expect(abs(difference.part(.landPerJob) - 7.0 / 6) < 1e-12 && abs(difference.part(.measure) - 5.0 / 6) < 1e-12)
    #expect(abs(difference.whole - 2) < 1e-12 && difference.part(.jobs) == 0)
  }

  /// Random pairs of forecasts with lines, parts of the region and supply in every mix.
  @Test(arguments: 0..<200) func thePartsSumToTheDifference(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let (from, to) = (numbers.outline(), numbers.outline())
    let difference = ForecastDifference(from: from, to: to)
    let sum = ForecastComponent.allCases.reduce(0) { $0 + difference.part($1) }
    #expect(abs(sum - (to.figure - from.figure)) < 1e-7)
    let back = ForecastDifference(from: to, to: from)
    for component in ForecastComponent.allCases {
      #expect(abs(difference.part(component) + back.part(component)) < 1e-7)
    }
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
    #expect(difference.part(.jobs) == 2 && difference.whole == 2)
  }

  @Test func aPartOfTheRegionThatOneLacksIsRegionWhole() {
    let extra = line("a", jobs: (0, 100), land: 200, area: "q")
    let difference = ForecastDifference(
      from: Outline(lines: [line("a", jobs: (0, 100), land: 200)]),
      to: Outline(
        lines: [line("a", jobs: (0, 100), land: 200), extra], supply: ["q": [.hard: 0.5, .hardCounted: 1]]))
    #expect(difference.part(.region) == 1.5 && difference.whole == 1.5)
  }

  @Test func countingSoftPlansIsHardness() {
    let lines = [line("a", jobs: (0, 100), land: 200)]
    let difference = ForecastDifference(
      from: Outline(lines: lines, supply: ["r": [.hard: 1, .hardCounted: 1, .soft: 4]]),
      to: Outline(
        lines: lines, supply: ["r": [.hard: 1, .hardCounted: 1, .soft: 4, .softCounted: 0.5, .reserve: 0.25]])
    )
    #expect(difference.part(.hardness) == -2 && difference.part(.reserve) == 0.25 && difference.part(.supply) == 0)
  }

  @Test func anAmountBesideJobsCannotBeSplit() {
    let difference = ForecastDifference(
      from: Outline(lines: [Outline.Line(area: "r", name: "a", items: [.published: 5])]),
      to: Outline(lines: [line("a", jobs: (0, 100), land: 200)]))
    #expect(difference.part(.published) == -3 && difference.whole == -3)
  }
}

/// A stream of numbers that is the same at every run.
private struct Numbers {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func outline() -> ForecastOutline<Double> {
    let lines = (0..<next(8)).map { _ in line() }
    let supply = (0..<next(4)).map { _ -> (String, ForecastOutline<Double>.Supply) in
      (
        "area\(next(3))",
        [
          .hard: Double(next(50)), .hardCounted: Double(next(2)), .soft: Double(next(50)),
          .softCounted: Double(next(5)) / 4, .reserve: Double(next(5)),
        ]
      )
    }
    return ForecastOutline(
      lines: lines, supply: Dictionary(supply) { first, _ in first }, rounding: Double(next(10)) / 10)
  }

  private mutating func line() -> ForecastOutline<Double>.Line {
    var items: [OutlineLineItem: Double] = [
      .reused: Double(next(3)), .replacement: Double(next(20)), .additional: Double(next(20)),
      .measure: 1 + Double(next(3)) / 4,
    ]
    switch next(3) {
    case 0:
      for (item, scale) in zip(Self.factors, [100, 100, 0.01, 0.01, 5, 5]) { items[item] = Double(next(100)) * scale }
    case 1: items[.published] = Double(next(40))
    default: break
    }
    return .init(area: "area\(next(3))", name: "sector\(next(3))", items: items)
  }

  private static let factors: [OutlineLineItem] = [
    .jobsStart, .jobsEnd, .preferenceStart, .preferenceEnd, .landPerJobStart, .landPerJobEnd,
  ]
}

extension ForecastDifference<Double> {
  fileprivate var whole: Double { to.figure - from.figure }
}
