import EnergyHubs
import Quantities
import Testing

@Suite struct SizingTests {
  /// Load 100 and 200 kW, one hour each; 0.10 EUR per kWh, 1 EUR per kW of peak, 2 EUR per kW of contract.
  private static func twoHours(contract: Double = 1000) -> SizingProblem {
    SizingProblem(
      hoursPerStep: 1, load: [100, 200], importPrice: [0.1, 0.1], exportPrice: [0, 0], peakPeriods: [0..<2],
      contract: SizeRange(most: contract, price: 2), peakPrice: 1, exportRight: [0])
  }

  @Test func withoutDevicesTheLoadIsImported() throws {
    let answer = try Sizing.solve(Self.twoHours())
    #expect(abs(answer.cost - (300 * 0.1 + 200 * 1 + 200 * 2)) < 1e-6)
    #expect(abs(answer.sizes.contract - 200) < 1e-6)
    #expect(answer.dispatch.imported.map { $0.rounded() } == [100, 200])
  }

  /// A lossless battery that costs nothing levels both hours at 150 kW: 50 kWh moved, at 50 kW.
  @Test func aFreeBatteryLevelsTheLoad() throws {
    var park = Self.twoHours()
    park.battery = BatteryOptions(
      energy: SizeRange(most: 500, price: 0.01), power: SizeRange(most: 500, price: 0.01), chargeEfficiency: 1,
      dischargeEfficiency: 1)
    let answer = try Sizing.solve(park)
    #expect(abs(answer.cost - (30 + 150 * 3 + 50 * 0.01 + 50 * 0.01)) < 1e-5)
    #expect(abs(answer.sizes.batteryEnergy - 50) < 1e-4 && abs(answer.sizes.batteryPower - 50) < 1e-4)
  }

  @Test(arguments: [2, 5, 9, 14]) func agreesWithAPlainSimplex(steps: Int) throws {
    var impossible = 0
    for seed in 0..<60 {
      let park = RandomParks.park(seed &* 31 &+ steps, steps: steps)
      guard let least = ReferenceModel.minimum(park) else {
        impossible += 1
        #expect(throws: SizingError.self, "seed \(seed)") { try Sizing.solve(park) }
        continue
      }
      let answer = try Sizing.solve(park)
      #expect(abs(answer.cost - least) <= 1e-7 * answer.certificate.turnover, "seed \(seed): \(answer.cost) \(least)")
      #expect(answer.certificate.lowerBound <= least + 1e-7 * answer.certificate.turnover, "seed \(seed)")
      #expect(SizingCheck.faults(park, answer).isEmpty, "seed \(seed)")
    }
    #expect(impossible < 40)
  }

  /// Twice the park costs twice as much, and hours cut into quarters cost the same.
  @Test func unitsDoNotMatter() throws {
    let park = RandomParks.park(3, steps: 96)
    let cost = try Sizing.solve(park).cost
    #expect(abs(try Sizing.solve(Self.scaled(park, 1000)).cost / 1000 - cost) < 1e-7 * abs(cost))
    let twoHours = try Sizing.solve(Self.twoHours()).cost
    var quarters = Self.twoHours()
    quarters.hoursPerStep = 0.25
    quarters.load = [100, 100, 100, 100, 200, 200, 200, 200]
    quarters.importPrice = [Double](repeating: 0.1, count: 8)
    quarters.exportPrice = [Double](repeating: 0, count: 8)
    quarters.peakPeriods = [0..<8]
    #expect(abs(try Sizing.solve(quarters).cost - twoHours) < 1e-6)
  }

  private static func scaled(_ park: SizingProblem, _ factor: Double) -> SizingProblem {
    func times(_ series: [Double]) -> [Double] { series.map { $0 * factor } }
    func times(_ range: SizeRange) -> SizeRange {
      SizeRange(least: range.least * factor, most: range.most * factor, price: range.price)
    }
    var scaled = park
    (scaled.load, scaled.existing) = (times(park.load), times(park.existing))
    (scaled.importRight, scaled.exportRight) = (times(park.importRight), times(park.exportRight))
    scaled.contract = times(park.contract)
    (scaled.battery.energy, scaled.battery.power) = (times(park.battery.energy), times(park.battery.power))
    for roof in park.roofs.indices { scaled.roofs[roof].power = times(park.roofs[roof].power) }
    for index in park.flexible.indices { scaled.flexible[index].limit = times(park.flexible[index].limit) }
    return scaled
  }

  @Test func everyFaultIsNamedAtOnce() {
    var park = Self.twoHours()
    park.importPrice = [0.1]
    park.load = [.nan, 1]
    park.peakPeriods = [0..<1]
    park.contract.least = 2000
    park.battery.chargeEfficiency = 0
    #expect(throws: SizingError.faults(park.faults)) { try Sizing.solve(park) }
    #expect(park.faults.count == 5)
    #expect(park.faults.allSatisfy { !$0.message.nl.isEmpty && !$0.message.en.isEmpty })
  }

  /// 200 kW against a contract of 150: 50 kWh short in the second hour; a battery of 50 kWh would do as well.
  @Test func aShortageIsMeasuredAndRepaired() throws {
    var park = Self.twoHours(contract: 150 - 1)
    park.battery = BatteryOptions(
      energy: SizeRange(most: 20, price: 1), power: SizeRange(most: 20, price: 1), chargeEfficiency: 1,
      dischargeEfficiency: 1)
    let error = #expect(throws: SizingError.self) { try Sizing.solve(park) }
    guard case .infeasible(let shortage) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(abs(shortage.unserved - (200 - 149 - 20)) < 1e-3)
    #expect(shortage.surplus < 1e-3)
    #expect(abs((shortage.contractNeeded ?? 0) - 180) < 1e-3)
    #expect(shortage.repairs.map(\.kind) == [.contract])
    #expect(abs((shortage.repairs.first?.power ?? 0) - 31) < 0.1)
  }

  @Test func aContractIsNoHelpAgainstASurplus() throws {
    var park = Self.twoHours()
    park.load = [100, -40]
    let error = #expect(throws: SizingError.self) { try Sizing.solve(park) }
    guard case .infeasible(let shortage) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(abs(shortage.surplus - 40) < 1e-3 && shortage.unserved < 1e-3)
    #expect(shortage.step == 1 && shortage.contractNeeded == nil && shortage.repairs.map(\.kind) == [.feedIn])
    #expect(abs((shortage.feedInMore ?? 0) - 40) < 1e-3)
  }

  /// The dynamic programme knows flexible powers by itself: with the chosen sizes it must find the same cost.
  @Test func theDispatchAgreesOnFlexiblePowers() throws {
    var compared = 0
    for seed in 0..<40 {
      var park = RandomParks.park(seed, steps: 48)
      park.importPrice = park.importPrice.map { max(0.01, $0) }
      park.exportPrice = park.importPrice.map { $0 - 0.03 }
      park.flexible = [
        RandomParks.constant(.taking, 120, price: -0.05, 48), RandomParks.constant(.giving, 40, price: 0.15, 48),
      ]
      guard let answer = try? Sizing.solve(park) else { continue }
      let plan = try #require(Self.dispatch(park, answer).leastCost().plan, "seed \(seed)")
      let energy = Self.energy(park, answer.dispatch, wear: park.battery.wear)
      #expect(abs(plan.cost.value - energy) < 1e-6 * answer.certificate.turnover, "seed \(seed)")
      #expect(plan.isProven, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 20)
  }

  private static func dispatch(_ park: SizingProblem, _ answer: SizingAnswer) -> DispatchProblem {
    let (sizes, battery, room) = (answer.sizes, park.battery, 1e-6)
    var limit = park.importRight.isEmpty ? park.load.map { _ in sizes.contract } : park.importRight
    for (steps, peak) in zip(park.peakPeriods, sizes.peaks) {
      for step in steps { limit[step] = min(limit[step], peak) + room }
    }
    let existing = park.existing.isEmpty ? park.load.map { _ in 0.0 } : park.existing
    let sun = existing.indices.map { step in
      zip(park.roofs, sizes.roofs).reduce(existing[step]) { $0 + $1.0.factor[step] * $1.1 }
    }
    return DispatchProblem(
      hours: park.hoursPerStep, load: park.load, sun: sun, importPrice: park.importPrice,
      exportPrice: park.exportPrice, importLimit: limit,
      exportLimit: park.exportRight.count == 1 ? park.load.map { _ in park.exportRight[0] } : park.exportRight,
      battery: Battery(
        capacity: KilowattHours(sizes.batteryEnergy), power: Kilowatts(sizes.batteryPower),
        chargeEfficiency: battery.chargeEfficiency, dischargeEfficiency: battery.dischargeEfficiency,
        standingLoss: battery.hourlyLoss, wear: EurosPerKilowattHour(battery.wear)), flexible: park.flexible)
  }

  private static func energy(_ park: SizingProblem, _ dispatch: SizedDispatch, wear: Double) -> Double {
    park.load.indices.reduce(0) { sum, step in
      let grid = park.importPrice[step] * dispatch.imported[step] - park.exportPrice[step] * dispatch.exported[step]
      let powers = zip(park.flexible, dispatch.flexible).reduce(0) { $0 + $1.0.price[step] * $1.1[step] }
      return sum + park.hoursPerStep * (grid + powers + wear * dispatch.discharged[step])
    }
  }

  /// What must be built is in every combination, and a least size that nobody may reach leaves it out.
  @Test func aLowerBoundOfItsOwnIsAlwaysBuilt() throws {
    var park = Self.twoHours()
    park.battery = BatteryOptions(
      energy: SizeRange(least: 10, most: 500, price: 1), power: SizeRange(most: 500, price: 0.1), chargeEfficiency: 1,
      dischargeEfficiency: 1)
    #expect(try Sizing.cases(park, thresholds: [.init(.battery, fixedCost: 1e6)]).map(\.built) == [[.battery]])
    park.battery.energy.least = 0
    #expect(try Sizing.cases(park, thresholds: [.init(.battery, least: 600)]).map(\.built) == [[]])
    park.contract.most = 180
    guard
      case .infeasible? = #expect(
        throws: SizingError.self,
        performing: {
          try Sizing.cases(park, thresholds: [.init(.battery, least: 600)])
        })
    else {
      Issue.record("no shortage")
      return
    }
  }

  @Test func thresholdsAreTriedInEveryCombination() throws {
    var park = Self.twoHours()
    park.battery = BatteryOptions(
      energy: SizeRange(most: 500, price: 0.01), power: SizeRange(most: 500, price: 0.01), chargeEfficiency: 1,
      dischargeEfficiency: 1)
    park.roofs = [Roof(factor: [1, 0], power: SizeRange(most: 10, price: 0.01))]
    let worth = try Sizing.cases(park, thresholds: [.init(.battery, fixedCost: 140), .init(.roof(0), fixedCost: 50)])
    #expect(worth.count == 4 && worth[0].built == [.battery])
    let cheapest = try #require(worth.first)
    #expect(abs(cheapest.cost - (30 + 450 + 1 + 140)) < 1e-4)
    let dear = try Sizing.cases(park, thresholds: [.init(.battery, fixedCost: 160), .init(.roof(0), fixedCost: 50)])
    #expect(dear[0].built.isEmpty)
    #expect(throws: SizingError.faults([.noSuchRoof(2)])) { try Sizing.cases(park, thresholds: [.init(.roof(1))]) }
  }
}
