import EnergyHubs
import Testing

/// How the year is cut into stretches for the sake of vectors must not show in an answer.
@Suite struct YearStretchesTests {
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
    #expect(SizingCheck.faults(park, each).isEmpty)
  }

  /// Months of unlike length: in some lanes the stretch ends before that beside it.
  @Test(arguments: [(8, 5), (12, 23), (13, 7), (24, 3)])
  func periodsOfUnlikeLength(periods: Int, shortest: Int) throws {
    var proven = 0
    for seed in 0..<8 {
      let lengths = (0..<periods).map { shortest + ($0 * 7 + seed) % 5 }
      let steps = lengths.reduce(0, +)
      var park = RandomParks.park(seed &+ periods, steps: steps)
      var first = 0
      park.peakPeriods = lengths.map { length in
        defer { first += length }
        return first..<(first + length)
      }
      guard let answer = try? Sizing.solve(park) else { continue }
      #expect(SizingCheck.faults(park, answer).isEmpty)
      #expect(answer.certificate.gap < 1e-6)
      proven += 1
    }
    #expect(proven > 2)
  }

  /// A park without sun, without a battery and without either is sized like any other.
  @Test(arguments: 0..<6) func devicesMayBeAbsent(seed: Int) throws {
    var park = RandomParks.park(seed &+ 400, steps: 200)
    park.contract.most *= 2
    park.importRight = []
    park.exportRight = [1000]
    let cost = try Sizing.solve(park).cost
    park.roofs = park.roofs.map { Roof(factor: $0.factor, power: SizeRange(fixed: 0)) }
    let dark = try Sizing.solve(park)
    park.battery = .none
    let bare = try Sizing.solve(park)
    #expect(dark.sizes.roofs.allSatisfy { $0 == 0 } && bare.sizes.batteryEnergy == 0)
    let rounding = 1e-7 * bare.certificate.turnover
    #expect(cost <= dark.cost + rounding && dark.cost <= bare.cost + rounding)
  }
}
