import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing
import WorkLocations

/// Two firms, one by day and one by night, on a feeder of two cables.
@Suite struct GroupContractTests {
  private static let year = ProfileYear(2023, step: .hour)
  private static let day: [Float] = (0..<year.count).map { $0 % 24 < 12 ? 100 : 20 }
  private static let night: [Float] = (0..<year.count).map { $0 % 24 < 12 ? 10 : 60 }

  private func park(_ contracts: [Double?]) throws -> EnergyCase {
    let loads = [Self.day, Self.night]
    let connections = try ["a", "b"].enumerated().map { place, name in
      EnergyConnection(
        id: name, name: name.uppercased(), offtake: .init(contracted: contracts[place].map { Kilowatts($0) }),
        profile: try #require(Profile(Self.year, kilowatts: loads[place], origin: .derived)))
    }
    let flat = [Double](repeating: 0.1, count: Self.year.count)
    return EnergyCase(
      name: "park", isSynthetic: true, year: Self.year, connections: connections, importPrice: flat, exportPrice: flat,
      limits: EnergyLimits(contractMost: 500, export: 500, batteryEnergyMost: 0, batteryPowerMost: 0),
      coefficients: EnergyCoefficients(
        contractPrice: 12, peakPrice: 1, batteryEnergyPrice: 1, batteryPowerPrice: 1, chargeEfficiency: 1,
        dischargeEfficiency: 1, hourlyLoss: 0, wear: 0,
        underuse: UnderuseRule(usedShare: 0.5, unused: Kilowatts(1000)), topHours: 10))
  }

  private var library: PlanningLibrary {
    let own = ParameterSet([
      Polder.parameter("energy-scan/group-reserve", .share, ["": 0.1]),
      Polder.parameter("energy-group/duration-share", .share, ["": 0.85]),
      Polder.parameter("energy-grid/power-factor", .factor, ["": 1]),
      Polder.parameter("energy-grid/voltage-deviation", .share, ["": 0.1]),
    ])
    return PlanningLibrary(
      parameters: Polder.parameters.overridden(by: own), bibliography: [], sectors: Polder.sectors, addOns: [])
  }

  /// Group: 110 by day, 80 by night. Right 121; contracts 200 and 100: 179 free. Alone 12·200 + 12·100 and 12·100 + 12·60;
  /// together 12·121 + 12·110 = 2772.
  @Test func aGroupOfTwoIsTheHandComputedOne() throws {
    let answer = try DivideGroup()(.init(), park([200, 100]), library: library)
    #expect(answer.peak == 110 && answer.contracts == 300 && answer.sumOfPeaks == 160)
    #expect(abs(answer.contract - 121) < 1e-9 && abs(answer.freedFirm - 179) < 1e-9)
    #expect(answer.members.map(\.costAlone) == [3600, 1920])
    #expect(abs(answer.costTogether - 2772) < 1e-9)
    // Shapley of 1.1 · 12 + 12 EUR per kW over peaks 100, 60 and 110: (100 + 50) / 2 and (60 + 10) / 2 kW.
    let price = 12 * 1.1 + 12
    #expect(abs(answer.members[0].cost - 75 * price) < 1e-6 && abs(answer.members[1].cost - 35 * price) < 1e-6)
    #expect(answer.worseOff.isEmpty && answer.canSpareAll && answer.orders == nil)
    #expect(abs(answer.freedNonFirm - 11) < 1e-9 && answer.excessHours == 0)
  }

  /// Contracts that fit exactly leave nothing to gain: divided equally, B pays more than alone, and the nearest division that
  /// spares all exists only when together they pay no more than alone.
  @Test func whoIsWorseOffIsNamed() throws {
    let answer = try DivideGroup()(.init(key: "equal"), park([100, 60]), library: library)
    #expect(answer.members.map(\.costAlone) == [2400, 1440])
    #expect(answer.worseOff.isEmpty && answer.canSpareAll)
    let dear = try DivideGroup()(.init(key: "equal", contract: 200), park([100, 60]), library: library)
    #expect(dear.costTogether == 12 * 200 + 12 * 110)
    #expect(dear.worseOff.map(\.id) == ["b"] && abs(dear.worseOff[0].saving + 420) < 1e-9)
    let spared = try #require(
      dear.members.map(\.spared).allSatisfy { $0 != nil } ? dear.members.compactMap(\.spared) : nil)
    #expect(abs(spared.reduce(0, +) - dear.costTogether) < 1e-6)
    #expect(zip(spared, dear.members).allSatisfy { $0 <= $1.costAlone + 1e-6 })
  }

  @Test func anUnknownContractCountsAsItsPeakAndIsTold() throws {
    let answer = try DivideGroup()(.init(), park([nil, 100]), library: library)
    #expect(answer.members[0].contracted == 100 && answer.diagnostics.map(\.code) == ["energy-group.no-contract"])
  }

  @Test func anUnknownKeyIsRefused() throws {
    let park = try park([100, 60])
    #expect(throws: PlanningError.self) { try DivideGroup()(.init(key: "loting"), park, library: library) }
  }

  /// 10 kV, two cables of 1 Ω: 110 kW by day is 6.35 A in the first; the losses are 3 · I² · R.
  @Test func aFeederOfTwoCablesIsTheHandComputedOne() throws {
    let feeder = FeederFile(
      name: "feeder.csv",
      cables: [
        FeederCable(from: "station", to: "a", resistance: 1, reactance: 0, ratedCurrent: 6),
        FeederCable(from: "a", to: "b", resistance: 1, reactance: 0, ratedCurrent: 100),
      ])
    let answer = try CheckGrid()(.init(), feeder, park([200, 100]), library: library)
    let first = try #require(answer.cables.first)
    #expect(first.from == "station" && abs(first.current - 6.351) < 0.02 && answer.overloads.count == 1)
    #expect(abs(first.hoursOver - Double(Self.year.count / 2)) < 1)
    #expect(answer.nodes.map(\.name) == ["station", "a", "b"] && answer.voltageProblems.isEmpty)
    #expect(answer.nodes[2].lowest < answer.nodes[1].lowest && answer.nodes[1].lowest < 1)
    let hours = Double(Self.year.count) / 2
    let daily = 3 * (6.351 * 6.351 + 0.577 * 0.577) + 3 * (4.619 * 4.619 + 3.464 * 3.464)
    #expect(abs(answer.losses - daily * hours / 1000) < 0.005 * answer.losses)
  }

  @Test func aConnectionWithoutANodeIsRefused() throws {
    let feeder = FeederFile(
      name: "feeder.csv",
      cables: [FeederCable(from: "station", to: "a", resistance: 1, reactance: 0, ratedCurrent: 6)])
    let park = try park([200, 100])
    #expect(throws: PlanningError.self) { try CheckGrid()(.init(), feeder, park, library: library) }
  }
}
