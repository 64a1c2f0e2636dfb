import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing

/// Three firms, by day, by night and always; nothing to build, a flat price, so that every cost follows by hand.
@Suite struct StressGroupTests {
  private static let year = ProfileYear(2023, step: .hour)
  private static let loads: [[Float]] = [
    (0..<year.count).map { $0 % 24 < 12 ? 100 : 20 }, (0..<year.count).map { $0 % 24 < 12 ? 10 : 60 },
    (0..<year.count).map { _ in 50 },
  ]

  private func park(_ count: Int = 3) throws -> EnergyCase {
    let connections = try Array(zip(["a", "b", "c"], [200.0, 100, 40]).prefix(count)).enumerated().map { place, firm in
      EnergyConnection(
        id: firm.0, name: firm.0.uppercased(), offtake: .init(contracted: Kilowatts(firm.1)),
        profile: try #require(Profile(Self.year, kilowatts: Self.loads[place], origin: .derived)))
    }
    let flat = [Double](repeating: 0.1, count: Self.year.count)
    return EnergyCase(
      name: "park", isSynthetic: true, year: Self.year, connections: connections, importPrice: flat,
      exportPrice: flat.map { $0 - 0.02 },
      limits: EnergyLimits(contractMost: 500, export: 500, batteryEnergyMost: 0, batteryPowerMost: 0),
      coefficients: EnergyCoefficients(
        contractPrice: 12, peakPrice: 1, batteryEnergyPrice: 1, batteryPowerPrice: 1, chargeEfficiency: 1,
        dischargeEfficiency: 1, hourlyLoss: 0, wear: 0,
        underuse: UnderuseRule(usedShare: 0.5, unused: Kilowatts(1000)), topHours: 10))
  }

  /// All heating in January; the coldest year of two has 1.2 times the degree days.
  private var library: PlanningLibrary {
    let months = Dictionary(uniqueKeysWithValues: (1...12).map { ($0 < 10 ? "0\($0)" : "\($0)", $0 == 1 ? 1.0 : 0) })
    return Polder.library(
      ParameterSet([
        Polder.parameter("energy-group/heating-month", .share, months),
        Polder.parameter("energy-group/heating-share", .share, ["": 0.5]),
        Polder.parameter("energy-scan/degree-days", .factor, ["2010": 1.2, "2014": 0.8]),
      ]))
  }

  private func stress(_ request: StressGroup.Request = .init(division: .init(key: "equal")), prices: PriceYear? = nil)
    throws -> StressGroup.Response
  {
    try StressGroup()(request, park(), prices: prices, library: library)
  }

  /// Joint peak 160 by day: 12 · 160 + 12 · 160 for transport; 145 kW on average at 0.1 EUR.
  @Test func asPlannedIsTheHandComputedYear() throws {
    let planned = try #require(try stress().outcomes.first)
    let cost = try #require(planned.cost)
    #expect(abs(cost.contract + cost.peaks - 3840) < 0.01 && abs(cost.energy - 145 * 8760 * 0.1) < 0.01)
    // Equal parts of 1280; C alone pays 12 · 50 + 12 · 50, for its contract of 40 does not hold its peak.
    #expect(abs(planned.members[0].saving - (2400 + 1200 - 1280)) < 0.01)
    #expect(planned.worseOff.map(\.id) == ["c"] && abs(planned.members[2].saving + 80) < 0.01)
    #expect(abs(planned.members[2].cost - (1280 + 50 * 8760 * 0.1)) < 0.01)
  }

  /// The contract stays when a member goes: without C 12 · 160 + 12 · 110, divided by two.
  @Test func theContractStaysWhenAMemberGoes() throws {
    let gone = try #require(try stress().outcomes.first { $0.subject == "C" })
    let cost = try #require(gone.cost)
    #expect(abs(cost.contract - 1920) < 0.01 && abs(cost.peaks - 1320) < 0.01)
    #expect(gone.members.map(\.id) == ["a", "b"] && gone.members.allSatisfy { abs($0.increase - 340) < 0.01 })
    #expect(abs((gone.increase ?? 0) - 680) < 0.02 && gone.contractRise == 0)
  }

  /// January gains half of 0.2 of the year: its load rises 0.1 · 8760 / 744 fold, and the contract with it.
  @Test func aColdYearRaisesTheContract() throws {
    let answer = try stress()
    #expect(answer.degreeDays == 1.2 && !answer.outcomes.contains { $0.event == .batteryFails })
    let cold = try #require(answer.outcomes.first { $0.event == .coldYear })
    let factor = 1 + 0.1 * 8760 / 744
    #expect(
      abs((cold.contract ?? 0) - 160 * factor) < 0.01 && abs((cold.contractRise ?? 0) - 160 * (factor - 1)) < 0.01)
    let cost = try #require(cold.cost)
    #expect(abs(cost.peaks - (160 * factor + 11 * 160)) < 0.01)
    #expect(abs(cost.energy - 1.1 * 145 * 876) < 1)
  }

  @Test func anotherPriceYearChangesEnergyAlone() throws {
    let prices = try PriceYear(
      EnergyTable(file: "2025.csv", columns: ["price"], values: [[Double](repeating: 200, count: 8760)], rowCount: 8760)
    )
    let answer = try stress(prices: prices)
    let (planned, other) = (try #require(answer.outcomes.first?.cost), try #require(answer.outcomes.last?.cost))
    #expect(answer.outcomes.last?.subject == "2025.csv")
    #expect(abs(other.energy - 2 * planned.energy) < 0.01 && abs(other.contract - planned.contract) < 0.01)
  }

  @Test func whatCannotBeIsRefused() throws {
    let (park, library) = (try park(), library)
    #expect(throws: PlanningError.self) {
      try StressGroup()(.init(division: .init(key: "loting")), park, library: library)
    }
    #expect(throws: PlanningError.self) { try StressGroup()(.init(degreeDays: -1), park, library: library) }
    #expect(throws: PlanningError.self) {
      try StressGroup()(.init(division: .init(contract: 10)), park, library: library)
    }
    #expect(throws: PlanningError.self) {
      try PriceYear(EnergyTable(file: "x.csv", columns: ["prijs"], values: [[1]], rowCount: 1))
    }
  }

  @Test func aGroupOfTwoEndsWhenOneLeaves() throws {
    let answer = try StressGroup()(.init(division: .init(key: "equal")), park(2), library: library)
    #expect(answer.outcomes.map(\.event) == [.asPlanned, .coldYear])
    #expect(answer.diagnostics.map(\.code) == ["energy-group.too-few"])
  }
}
