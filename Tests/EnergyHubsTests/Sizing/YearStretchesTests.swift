import Quantities
import Testing

@testable import EnergyHubs

@Suite struct YearStretchesTests {
  /// Twelve months are cut in two: 24 stretches fill three vectors, and every step has one lane.
  @Test func monthsFillWholeVectors() {
    let starts = ProfileYear(2025, step: .hour).monthStarts
    let stretches = YearStretches(zip(starts, starts.dropFirst()).map { $0..<$1 })
    #expect(stretches.count == 24 && stretches.groups.count == 3)
    let steps = stretches.groups.flatMap(\.stretches).flatMap(\.steps).sorted()
    #expect(steps == Array(0..<8760))
    // A lane stands still at most where a short month lies beside a longer one.
    #expect(stretches.blocks * Lanes.scalarCount < 8760 * 103 / 100)
  }

  @Test(arguments: [[0..<1], [0..<2, 2..<3], [0..<5, 5..<14], [0..<3, 3..<7, 7..<40]])
  func everyStepHasOneLane(periods: [Range<Int>]) {
    let stretches = YearStretches(periods)
    let all = stretches.groups.flatMap(\.stretches).sorted { $0.number < $1.number }
    #expect(all.map(\.number) == Array(0..<stretches.count))
    #expect(all.flatMap(\.steps) == Array(0..<(periods.last?.upperBound ?? 0)))
    #expect(all.allSatisfy { !$0.steps.isEmpty && periods[$0.period].contains($0.steps.lowerBound) })
    for group in stretches.groups {
      for offset in 0..<group.blocks.count {
        let live = (0..<Lanes.scalarCount).filter { group.live(offset)[$0] }.count
        #expect(live == group.stretches.filter { $0.steps.count > offset }.count)
        if offset < group.full { #expect(live == Lanes.scalarCount) }
      }
    }
  }

  /// A peak period that is cut by the caller as well costs the same where peaks have no price.
  @Test(arguments: 0..<20) func cutsDoNotMatter(seed: Int) throws {
    var park = RandomParks.park(seed &* 17 &+ 5, steps: 96)
    park.peakPrice = 0
    guard let whole = try? Sizing.solve(park) else { return }
    park.peakPeriods = [0..<7, 7..<40, 40..<41, 41..<96]
    let cut = try Sizing.solve(park)
    #expect(abs(cut.cost - whole.cost) <= 1e-7 * whole.certificate.turnover)
    park.peakPeriods = (0..<96).map { $0..<($0 + 1) }
    let each = try Sizing.solve(park)
    #expect(abs(each.cost - whole.cost) <= 1e-7 * whole.certificate.turnover)
  }
}
