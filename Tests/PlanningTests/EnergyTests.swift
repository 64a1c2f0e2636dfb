import EnergyHubs
import Planning
import Provenance
import Quantities
import Testing

/// A park of two firms that can be worked out by hand: 3 kW always, and 1 kW with one hour of 5 kW at New Year.
@Suite struct EnergyTests {
  static let year = ProfileYear(2025, step: .hour, clock: .utc)

  static func park(contractMost: Double = 20, battery: Double = 0, roofs: [EnergyRoof] = []) throws -> EnergyCase {
    let flat = [Float](repeating: 3, count: year.count)
    let peaked = (0..<year.count).map { Float($0 == 0 ? 5 : 1) }
    let price = [Double](repeating: 0.1, count: year.count)
    return EnergyCase(
      name: "polder", isSynthetic: true, year: year,
      connections: [
        EnergyConnection(
          id: "a", name: "a", offtake: .init(contracted: Kilowatts(10)),
          profile: try #require(Profile(year, kilowatts: flat, origin: .measured(filled: 0)))),
        EnergyConnection(
          id: "b", name: "b", offtake: .init(contracted: Kilowatts(10)),
          profile: try #require(Profile(year, kilowatts: peaked, origin: .standard(name: "productie")))),
      ], importPrice: price, exportPrice: price.map { $0 - 0.05 }, roofs: roofs,
      limits: EnergyLimits(
        contractMost: contractMost, export: 5, batteryEnergyMost: battery, batteryPowerMost: battery),
      coefficients: EnergyCoefficients(
        contractPrice: 40, peakPrice: 2, batteryEnergyPrice: 30, batteryPowerPrice: 10, chargeEfficiency: 1,
        dischargeEfficiency: 1, hourlyLoss: 0, wear: 0,
        underuse: UnderuseRule(usedShare: 0.3, unused: Kilowatts(1000)), topHours: 1))
  }

  /// kWh of the year and the fixed part of its cost at a contract of 8 kW: 8 × 40 + (8 + 11 × 4) × 2 EUR.
  static let energy = 4.0 * 8760 + 4
  static let cost = energy * 0.1 + 8 * 40 + (8 + 11 * 4) * 2

  @Test func theLookIsThatOfTheSum() throws {
    let look = try LookAtGroup()(try Self.park())
    #expect(look.peak == 8)
    #expect(look.peakTime == "2025-01-01 00:00")
    #expect(look.annual == Self.energy)
    #expect(look.simultaneity == 1)
    #expect(look.unused == 0.6)
    #expect(look.monthlyPeaks == [8] + [Double](repeating: 4, count: 11))
    #expect(look.members.map(\.shareOfTop) == [3.0 / 8, 5.0 / 8])
    #expect(look.members.map(\.atRisk) == [7, 0])
    #expect(look.study.unmeasured == 1)
  }

  @Test func theFrontierGivesTheStorageOfALimit() throws {
    let frontier = try TraceFrontier()(.init(power: 10, capacity: 2, limit: 6, points: 5), try Self.park())
    #expect(frontier.peak == 8)
    #expect(abs(try #require(frontier.pointForLimit).capacity - 2) < 1e-9)
    #expect(abs(try #require(frontier.limitForCapacity) - 6) < 1e-6)
    #expect(frontier.points.count == 5)
    #expect(throws: PlanningError.self) { try TraceFrontier()(.init(power: -1), try Self.park()) }
  }

  @Test func sizesWithoutDevicesCostWhatTheBillSays() throws {
    let response = try SizeHub()(.init(), try Self.park())
    let answer = try #require(response.answer)
    #expect(abs(try #require(response.cost) - Self.cost) < 1e-3)
    #expect(abs(response.joint.total - Self.cost) < 1e-9)
    #expect(try #require(response.separate).contract == 20 * 40)
    #expect(answer.proof.gap < 1e-6)
    #expect(try #require(answer.proof.dispatchDifference) < 1e-6)
    #expect(abs(answer.sizes.contract - 8) < 1e-4)
  }

  @Test func aBatteryThatPaysIsBuilt() throws {
    // A kW less contract and January peak saves 42 EUR; a kWh with a kW of battery costs 40 EUR.
    let response = try SizeHub()(.init(), try Self.park(battery: 10))
    let answer = try #require(response.answer)
    #expect(try #require(response.cost) < Self.cost - 1)
    #expect(answer.sizes.batteryEnergy > 1)
    #expect(answer.proof.gap < 1e-6)
    #expect(try #require(answer.proof.dispatchDifference) < 1e-6)
  }

  @Test func whatCannotBeDoneSaysWhyAndHow() throws {
    let response = try SizeHub()(.init(), try Self.park(contractMost: 7))
    #expect(response.cost == nil)
    let shortage = try #require(response.shortage)
    #expect(abs(shortage.unserved - 1) < 1e-3)
    #expect(shortage.firstTime == "2025-01-01 00:00")
    #expect(abs(try #require(shortage.contractNeeded) - 8) < 1e-2)
    #expect(shortage.repairs.map(\.kind) == [.contract])
  }

  @Test func dispatchKeepsTheContractWithTheBatteryItNeeds() throws {
    let (plan, flows) = try PlanDispatch()(
      .init(batteryEnergy: 1, batteryPower: 1, contract: 7), try Self.park())
    #expect(abs(try #require(flows).imported[0] - 7) < 1e-6)
    #expect(try #require(plan.gap) < 1e-9)
    #expect(abs(try #require(plan.costs).energy - Self.energy * 0.1) < 1e-6)
    let (none, nothing) = try PlanDispatch()(.init(contract: 7), try Self.park())
    #expect(nothing == nil)
    #expect(abs(try #require(none.shortfall).missingPower - 1) < 1e-6)
    #expect(throws: PlanningError.self) { try PlanDispatch()(.init(roofs: ["plat": 1]), try Self.park()) }
  }

  @Test func theExampleIsTheSameForTheSameSeed() {
    let files = EnergyExample(seed: 7).files()
    #expect(files == EnergyExample(seed: 7).files())
    #expect(files != EnergyExample(seed: 8).files())
    #expect(files.settings.isSynthetic)
    #expect(files.load.rowCount == 35_040 && files.load.columns.count == 10)
  }
}
