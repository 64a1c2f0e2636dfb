import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing
import WorkLocations

/// The park of `EnergyTests` with an e-boiler, load that may be switched off, and thresholds: all by hand.
@Suite struct HubChoicesTests {
  private func park(
    battery: Double = 0, flexibility: HubFlexibility = .none, thresholds: HubThresholds = .none, heat: [Double] = [],
    carbon: CarbonFactors? = nil
  ) throws -> EnergyCase {
    let plain = try EnergyTests.park(battery: battery)
    return EnergyCase(
      name: plain.name, isSynthetic: true, year: plain.year, connections: plain.connections,
      importPrice: plain.importPrice, exportPrice: plain.exportPrice, heat: heat, limits: plain.limits,
      coefficients: plain.coefficients, flexibility: flexibility, thresholds: thresholds, carbon: carbon)
  }

  private func sized(_ park: EnergyCase, _ request: SizeHub.Request = .init()) throws -> SizeHub.Answer {
    let answer = try #require(try SizeHub()(request, park).answer)
    #expect(answer.proof.gap < 1e-6)
    #expect(try #require(answer.proof.dispatchDifference) < 1e-6)
    #expect(abs(answer.cost.total - answer.proof.cost) < 1e-9 * answer.proof.cost)
    return answer
  }

  /// One kWh in the one hour of 8 kW saves a kW of contract and of the January peak, and 0.1 EUR of energy.
  @Test func aKilowattHourSwitchedOffAtThePeakSavesTheContract() throws {
    let answer = try sized(park(flexibility: .init(curtailable: 1, curtailmentPrice: 1)))
    #expect(abs(answer.proof.cost - (EnergyTests.cost - 40 - 2 - 0.1 + 1)) < 1e-3)
    let flexible = try #require(answer.energy.flexible)
    #expect(abs(flexible.switchedOff - 1) < 1e-3 && abs(flexible.switchingCost - 1) < 1e-3)
    #expect(abs(answer.sizes.contract - 7) < 1e-3 && flexible.boiler < 1e-3)
  }

  /// Worth 0.15 where power costs 0.1: it runs in every hour but the peak, and raises the peaks of eleven months by 1 kW.
  @Test func theBoilerRunsWhereverItIsCheaperThanGas() throws {
    let park = try park(flexibility: .init(boiler: 1, boilerValue: 0.15))
    let answer = try sized(park)
    #expect(abs(answer.proof.cost - (EnergyTests.cost - 8759 * 0.05 + 11 * 2)) < 1e-3)
    #expect(abs(try #require(answer.energy.flexible).boiler - 8759) < 0.1)
    let (plan, flows) = try PlanDispatch()(.init(), park)
    #expect(abs(try #require(plan.cost) - answer.proof.cost) < 1e-3)
    let boiler = try #require(flows?.boiler)
    #expect(boiler[0] < 1e-3 && abs(boiler[1] - 1) < 1e-3 && flows?.switchedOff == nil)
    #expect(abs(try #require(plan.withoutBattery) - answer.proof.cost) < 1e-3)
  }

  @Test(arguments: [0.02, 0.09, 0.11, 0.3]) func aBoilerNeverRaisesTheCost(value: Double) throws {
    let without = try sized(park(battery: 10)).proof.cost
    let with = try sized(park(battery: 10, flexibility: .init(boiler: 2, boilerValue: value))).proof.cost
    #expect(with <= without + 1e-6 * without)
    #expect(value < 0.1 ? abs(with - without) < 1e-6 * without : with < without - 1)
  }

  /// A kW of it earns 415.95 EUR (above) and 4 kW fit under the contract of 8 outside the peak: at a price of 400 the larger is
  /// taken, at 420 none.
  @Test(arguments: [(400.0, 3.0), (420.0, 0.0)]) func aBoilerIsChosenWhereItEarnsItsPrice(price: Double, size: Double)
    throws
  {
    let park = try park(flexibility: .init(boilerValue: 0.15, boilerSizes: [3, 1], boilerPrice: price))
    let response = try SizeHub()(.init(), park)
    let combinations = try #require(response.combinations)
    #expect(combinations.map(\.boiler) == (size > 0 ? [3, 1, 0] : [0, 1, 3]))
    for combination in combinations {
      let boiler = try #require(combination.boiler)
      #expect(combination.fixedCost == price * boiler)
      #expect(abs(combination.cost - (EnergyTests.cost + boiler * (price - 8759 * 0.05 + 11 * 2))) < 1e-3)
    }
    let answer = try sized(park)
    #expect(answer.sizes.boiler == size && answer.cost.boiler == size * price)
    #expect(answer.proof.lowerBound <= combinations[0].cost && answer.proof.cost == combinations[0].cost)
    let (plan, _) = try PlanDispatch()(.init(), park)
    #expect(abs(try #require(plan.cost) - answer.proof.cost) < 1e-3 && plan.costs?.boiler == size * price)
  }

  @Test func aGivenBoilerIsPaidAndOneThatIsAskedForTakesItsPlace() throws {
    let given = HubFlexibility(boiler: 1, boilerValue: 0.15, boilerPrice: 420)
    let answer = try sized(park(flexibility: given))
    #expect(answer.cost.boiler == 420 && answer.sizes.boiler == 1)
    let several = try SizeHub()(.init(boilers: [1, 2]), park(flexibility: given))
    #expect(several.answer?.sizes.boiler == 0 && several.combinations?.count == 3)
    let (plan, _) = try PlanDispatch()(.init(boiler: 2, contract: 9), park(flexibility: given))
    #expect(plan.sizes.boiler == 2 && plan.costs?.boiler == 840)
  }

  /// Half a kW of heat at an efficiency of a half is 1 kW of electricity, in the second half of the year only.
  @Test func aBoilerMakesNoMoreHeatThanIsAskedFor() throws {
    let half = EnergyTests.year.count / 2
    let heat = (0..<EnergyTests.year.count).map { $0 < half ? 0 : 0.5 }
    let park = try park(flexibility: .init(boiler: 3, boilerValue: 0.15, boilerEfficiency: 0.5), heat: heat)
    let answer = try sized(park)
    #expect(abs(try #require(answer.energy.flexible).boiler - Double(half)) < 0.1)
    // One month is cut by the middle of the year: its peak rises too.
    #expect(abs(answer.proof.cost - (EnergyTests.cost - Double(half) * 0.05 + 6 * 2)) < 1e-3)
  }

  /// 8,759 kWh more from the grid, and as much gas less with a tenth on top.
  @Test func theCarbonIsThatOfTheGridAndOfTheGas() throws {
    let park = try park(
      flexibility: .init(boiler: 1, boilerValue: 0.15, boilerGas: 1.1), carbon: .init(electricity: 0.3, gas: 0.2))
    let carbon = try #require(try sized(park).energy.carbon)
    #expect(abs(carbon.electricity + 0.3 * 8759) < 0.1 && abs(carbon.gas - 0.2 * 1.1 * 8759) < 0.1)
    #expect(carbon.total == carbon.electricity + carbon.gas)
    #expect(try sized(self.park()).energy.carbon == nil)
  }

  @Test func aRequestTakesThePlaceOfTheStudy() throws {
    let asked = try sized(park(), .init(boilers: [1], boilerValue: 0.15))
    let own = try sized(park(flexibility: .init(boiler: 1, boilerValue: 0.15)))
    #expect(asked == own)
    let none = try sized(park(flexibility: .init(boiler: 1, boilerValue: 0.15)), .init(boilers: [0]))
    #expect(try none == sized(park()) && none.energy.flexible == nil)
  }

  @Test func everyPowerThatCannotBeIsNamedAtOnce() throws {
    let request = SizeHub.Request(boilers: [-1], boilerValue: .nan, curtailable: 5)
    let park = try park()
    do throws(PlanningError) {
      _ = try SizeHub()(request, park)
      Issue.record("accepted")
    } catch {
      #expect(
        error.diagnostics.map(\.place.field) == ["--eboiler", "--eboiler-value", "curtailment_price"])
    }
  }

  /// The battery of 4 kWh saves 168 EUR and costs 160: a fixed cost of 5 leaves it worth while, one of 20 does not.
  @Test(arguments: [(5.0, true), (20.0, false)]) func aFixedCostAboveTheSavingIsNotPaid(cost: Double, isBuilt: Bool)
    throws
  {
    let plain = try sized(park(battery: 10))
    let park = try park(battery: 10, thresholds: .init(battery: .init(fixedCost: cost)))
    let response = try SizeHub()(.init(), park)
    let combinations = try #require(response.combinations)
    #expect(combinations.map(\.battery) == [isBuilt, !isBuilt])
    let answer = try sized(park)
    #expect(abs(answer.proof.cost - min(plain.proof.cost + cost, EnergyTests.cost)) < 1e-3)
    #expect(answer.proof.cost == response.combinations?.first?.cost)
    #expect((answer.sizes.batteryEnergy > 1) == isBuilt)
    #expect(isBuilt || (answer.sizes.batteryEnergy == 0 && answer.cost.battery == 0))
    // Nobody asked what a first kWh would be worth where the fixed cost kept it out.
    #expect((response.answer?.worth.batteryEnergy != nil) == isBuilt)
    #expect(answer.proof.lowerBound <= combinations.map(\.cost).min() ?? 0)
  }

  /// What a repair costs is what `energy size` says once the bound is that much wider: the e-boiler and fixed costs included.
  @Test(arguments: [0.0, 5, 20]) func aRepairCostsWhatTheWiderBoundCosts(fixedCost: Double) throws {
    let park = try park(
      battery: 10, flexibility: .init(boiler: 1, boilerValue: 0.15, boilerPrice: 10),
      thresholds: .init(battery: .init(fixedCost: fixedCost)))
    let allowed = 3.0
    let shortage = try #require(try SizeHub()(.init(contractMost: allowed), park).shortage)
    let repair = try #require(shortage.repairs.first { $0.kind == .contract })
    let wider = try sized(park, .init(contractMost: allowed + repair.power * 1.000_01))
    #expect(wider.cost.boiler == 10)
    #expect(abs(repair.cost - wider.proof.cost) < 1e-4 * wider.proof.cost)
    #expect(shortage.repairs.map(\.cost) == shortage.repairs.map(\.cost).sorted())
  }

  @Test func aLeastSizeIsBoughtWholeOrNotAtAll() throws {
    let whole = try sized(park(battery: 10, thresholds: .init(battery: .init(least: 4.1))))
    #expect(whole.sizes.batteryEnergy >= 4.1)
    let none = try sized(park(battery: 10, thresholds: .init(battery: .init(least: 6))))
    #expect(none.sizes.batteryEnergy == 0)
  }

  @Test func aThresholdOfZeroIsNone() throws {
    let plain = try SizeHub()(.init(), park(battery: 10))
    #expect(try SizeHub()(.init(), park(battery: 10, thresholds: .init(battery: .init()))) == plain)
    #expect(plain.combinations == nil)
  }

  /// Plans of a group keep to the same choice.
  @Test func theDispatchTakesTheSizesOfTheCheapestCombination() throws {
    let park = try park(battery: 10, thresholds: .init(battery: .init(fixedCost: 5)))
    let (plan, _) = try PlanDispatch()(.init(), park)
    #expect(abs(try #require(plan.cost) - sized(park).proof.cost) < 1e-3)
  }

  private var library: PlanningLibrary {
    let own = ParameterSet([
      Polder.parameter("energy-grid/power-factor", .factor, ["": 1]),
      Polder.parameter("energy-grid/voltage-deviation", .share, ["": 0.1]),
    ])
    return PlanningLibrary(
      parameters: Polder.parameters.overridden(by: own), bibliography: [], sectors: Polder.sectors, addOns: [])
  }

  private let feeder = FeederFile(
    name: "feeder.csv",
    cables: [
      FeederCable(from: "station", to: "a", resistance: 0.01, reactance: 0, ratedCurrent: 10),
      FeederCable(from: "a", to: "b", resistance: 0.01, reactance: 0, ratedCurrent: 6),
    ])

  /// 0.4 kV: 8 kW is 11.5 A and 5 kW is 7.2 A, both too much. The battery takes 4 kW off the first cable wherever it stands, and
  /// off the second only when it stands behind it.
  @Test(arguments: [nil, "b"]) func theHubTakesThePeakOffTheCables(node: String?) throws {
    let park = try park(battery: 10)
    let answer = try CheckGrid()(.init(nominalVoltage: 0.4, hub: .init(node: node)), feeder, park, library: library)
    let hub = try #require(answer.hub)
    #expect(hub.node == node ?? "a" && answer.overloads.count == 2)
    let root = 3.0.squareRoot() * 0.4
    let first = try #require(hub.situation.cables.first { $0.to == "a" })
    let second = try #require(hub.situation.cables.first { $0.to == "b" })
    #expect(abs(first.current - 4 / root) < 0.05)
    #expect(abs(second.current - (node == nil ? 5 : 1) / root) < 0.05)
    #expect(hub.situation.overloads.count == (node == nil ? 1 : 0))
    #expect(hub.situation.nodes[2].lowest > answer.nodes[2].lowest && hub.situation.losses < answer.losses)
    let plain = try CheckGrid()(.init(nominalVoltage: 0.4), feeder, park, library: library)
    #expect(plain.now == answer.now && plain.hub == nil)
  }

  /// Switching off half the peak and a boiler at the same node: what is left is 7 kW, and 4 + 1 kW in all other hours.
  @Test func flexiblePowersMoveTheLoadOfTheirNodes() throws {
    let park = try park(
      flexibility: .init(boiler: 1, boilerValue: 0.15, curtailable: 1, curtailmentPrice: 1))
    let answer = try CheckGrid()(.init(nominalVoltage: 0.4, hub: .init()), feeder, park, library: library)
    let situation = try #require(answer.hub).situation
    let first = try #require(situation.cables.first { $0.to == "a" })
    #expect(abs(first.current - 7 / (3.0.squareRoot() * 0.4)) < 0.05)
    let second = try #require(situation.cables.first { $0.to == "b" })
    #expect(abs(second.current - 5 * 7 / 8.0 / (3.0.squareRoot() * 0.4)) < 0.05)
  }

  @Test func anUnknownNodeIsRefused() throws {
    let park = try park(battery: 10)
    #expect(throws: PlanningError.self) {
      try CheckGrid()(.init(hub: .init(node: "c")), feeder, park, library: library)
    }
  }
}
