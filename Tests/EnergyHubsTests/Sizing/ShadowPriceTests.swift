import EnergyHubs
import Testing

/// The stated worth of one unit more against the cost of a question that allows it.
@Suite struct ShadowPriceTests {
  /// A park in which every size stops at its upper bound.
  private static func park() -> SizingProblem {
    var park = RandomParks.park(11, steps: 72)
    park.hoursPerStep = 1
    park.importRight = []
    park.flexible = []
    park.contract = SizeRange(most: (park.load.max() ?? 0) * 1.01, price: 0.05)
    park.peakPrice = 0.5
    let factor = park.load.indices.map { $0 % 24 > 8 && $0 % 24 < 17 ? 0.6 : 0 }
    park.roofs = [Roof(factor: factor, power: SizeRange(most: 150, price: 0.2))]
    park.battery = BatteryOptions(
      energy: SizeRange(most: 60, price: 0.001), power: SizeRange(most: 15, price: 0.001), chargeEfficiency: 0.96,
      dischargeEfficiency: 0.95, wear: 0.001)
    return park
  }

  private static let step = 0.01

  private static func fall(_ change: (inout SizingProblem, Double) -> Void) throws -> Double {
    var (less, more) = (park(), park())
    change(&less, -step)
    change(&more, step)
    return (try Sizing.solve(less).cost - Sizing.solve(more).cost) / (2 * step)
  }

  private static func agrees(_ worth: ShadowPrices.Worth, _ fall: Double) -> Bool {
    abs(worth.net - fall) < 1e-3 * max(0.01, abs(fall))
  }

  @Test func netWorthIsTheFallInCost() throws {
    let park = Self.park()
    let prices = try Sizing.solve(park).shadowPrices(park)
    #expect(prices.batteryPower.net > 0 && prices.roofs[0].net > 0)
    #expect(Self.agrees(prices.batteryEnergy, try Self.fall { $0.battery.energy.most += $1 }))
    #expect(Self.agrees(prices.batteryPower, try Self.fall { $0.battery.power.most += $1 }))
    #expect(Self.agrees(prices.roofs[0], try Self.fall { $0.roofs[0].power.most += $1 }))
  }

  @Test func aTightContractIsWorthMoreThanItCosts() throws {
    var park = Self.park()
    park.contract.price = 1000
    let tight = try Sizing.solve(park).sizes.contract + 1
    park.contract = SizeRange(most: tight, price: 0)
    park.peakPrice = 0
    let worth = try Sizing.solve(park).shadowPrices(park).contract
    func cost(_ most: Double) throws -> Double {
      var other = park
      other.contract.most = most
      return try Sizing.solve(other).cost
    }
    let fall = (try cost(tight - Self.step) - cost(tight + Self.step)) / (2 * Self.step)
    #expect(worth.net > 0 && Self.agrees(worth, fall))
  }

  @Test func aSizeBetweenItsBoundsIsWorthItsPrice() throws {
    let park = RandomParks.park(3, steps: 96)
    let answer = try Sizing.solve(park)
    let worth = answer.shadowPrices(park).contract
    #expect(answer.sizes.contract < park.contract.most - 1 && answer.sizes.contract > 1)
    #expect(abs(worth.net) < 1e-6 * max(1, worth.gross))
  }
}
