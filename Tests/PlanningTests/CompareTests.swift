import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct CompareTests {
  private let scenario = ScenarioTests.scenario(
    "proef",
    [
      .plan(id: "hard", .freeze), .plan(id: "zacht", .harden(year: 2029)),
      .parameter(.init(key: "demand/land-per-job", member: "helpen/business-park", change: .factor(2))),
      .withdraw(.init(park: "1006", year: 2028)),
    ])

  private func compare() throws -> CompareScenarios.Response {
    try CompareScenarios()(
      .init(horizons: [2030, 2040], ownScenarios: [scenario]), register: try Polder.register(),
      library: Polder.library())
  }

  @Test func eachChangeShowsWhatItDoes() throws {
    let comparison = try #require(try compare().comparisons.first)
    let changes = comparison.changes
    func change(_ region: RegionCode, _ horizon: Int) throws -> CompareScenarios.RegionChange {
      try #require(changes.first { $0.region == region && $0.horizon == horizon })
    }
    let first = try change("CR91", 2040)
    #expect(first.steps[0].hard.value == -64 && first.steps[0].balance.value == -60 && first.steps[1].balance == .zero)
    let second = try change("CR92", 2030)
    #expect(second.steps[1].hard.value == 128 && second.steps[1].soft.value == -128)
    #expect(abs(second.steps[2].demand.value - 36) < 1e-9 && abs(second.steps[2].balance.value + 36) < 1e-9)
    #expect(abs(try change("CR93", 2030).steps[3].demand.value - 16) < 1e-9)
    #expect(abs(second.baseEffects.employment.value - 63) < 1e-9 && abs(second.endEffects.employment.value - 99) < 1e-9)
  }

  @Test func theStepsSumToTheTotal() throws {
    for change in try compare().comparisons.flatMap(\.changes) {
      let sum = change.steps.dropFirst().reduce(change.steps[0], +)
      #expect(!(sum - change.total).isSomething && !(change.base + change.total - change.end).isSomething)
    }
  }

  @Test func effectsSumToTheExpansionOfEveryRegion() throws {
    let request = RunBalance.Request(horizons: [2030, 2040], scenarios: ["laag", "proef"], ownScenarios: [scenario])
    let split = try DecomposeDemand()(request, register: try Polder.register(), library: Polder.library())
    let run = try RunBalance()(request, register: try Polder.register(), library: Polder.library())
    #expect(split.effects.count == run.demands.count)
    for (effects, demand) in zip(split.effects, run.demands) {
      #expect(
        effects.region == demand.region && effects.scenario == demand.scenario && effects.horizon == demand.horizon)
      #expect(abs((effects.expansion - demand.expansion).value) < 1e-8)
    }
  }

  private static let other = ParameterSet([
    Polder.parameter("demand/land-per-job", .squareMetrePerJob, ["maken/business-park": 400]),
    Polder.parameter("demand/location-preference", .share, ["helpen/business-park": 0.4, "maken/seaport": 0.25]),
    Polder.parameter("supply/iron-stock-years", .year, ["": 1]),
  ])

  private static let sides: [(CompareRuns.Side, CompareRuns.Side)] = [
    (.init(scenario: "laag", horizon: 2030), .init(scenario: "hoog", horizon: 2030)),
    (.init(scenario: "hoog", horizon: 2030), .init(scenario: "hoog", horizon: 2040)),
    (.init(scenario: "hoog", horizon: 2030), .init(scenario: "hoog", horizon: 2030, countsSoftPlans: true)),
    (.init(region: "PV91", scenario: "laag", horizon: 2030), .init(region: "NL01", scenario: "hoog", horizon: 2040)),
  ]

  /// The parts sum to the difference of the balances, whatever the two runs differ in.
  @Test(arguments: sides.indices) func twoRunsDifferByTheirParts(_ index: Int) throws {
    let (from, to) = Self.sides[index]
    let worlds = [
      PlanningWorld(register: try Polder.register(), library: Polder.library()),
      PlanningWorld(register: try Polder.register(), library: Polder.library(Self.other)),
    ]
    let response = try CompareRuns()(.init(from: from, to: to), from: worlds[0], to: worlds[1])
    func needed(_ side: CompareRuns.Side, _ world: PlanningWorld) throws -> Double {
      let run = try RunBalance()(
        .init(region: side.region, horizons: [side.horizon], scenarios: [side.scenario]), register: world.register,
        library: world.library)
      let balance = try #require(run.balance(of: side.region, scenario: side.scenario, horizon: side.horizon))
      return -(side.countsSoftPlans ? balance.withSoft : balance.hard).balance.value
    }
    let comparison = response.comparison
    let sum = comparison.parts.reduce(0) { $0 + $1.value }
    #expect(abs(comparison.figureFrom - (try needed(from, worlds[0]))) < 1e-7)
    #expect(abs(comparison.figureTo - (try needed(to, worlds[1]))) < 1e-7)
    #expect(abs(sum - comparison.difference) < 1e-7)
    #expect(comparison.parts.contains { $0.component == .landPerJob && $0.value != 0 })
    #expect((comparison.parts.first { $0.component == .region }?.value != 0) == (from.region != to.region))
  }

  @Test func problemsOfBothSidesComeAtOnce() throws {
    let world = PlanningWorld(register: try Polder.register(), library: Polder.library())
    let request = CompareRuns.Request(
      from: .init(scenario: "midden", horizon: 2030), to: .init(scenario: "hoog", horizon: 2000))
    let error = #expect(throws: PlanningError.self) { try CompareRuns()(request, from: world, to: world) }
    #expect(Set(error?.diagnostics.map(\.code) ?? []) == ["balance.unknown-scenario", "balance.horizon"])
  }
}

@Suite struct WaterbedUseCaseTests {
  /// A polder of which CR91 asks for more than it has, with much land in CR92.
  static func register() throws -> Register {
    try Polder.register { records in
      records.planCapacities.append(
        try Polder.plan("royaal", in: 2, .hard, 512, year: 2026, category: "5.1", isWaterBound: true))
      records.jobs = try records.jobs.map {
        $0.region == "GM9001"
          ? try JobCount(region: $0.region, sector: $0.sector, year: $0.year, jobs: $0.jobs * 512, origin: $0.origin)
          : $0
      }
    }
  }

  static var library: PlanningLibrary {
    Polder.library(
      ParameterSet([
        Polder.parameter("balance/stay-in-municipality", .share, ["": 0.5]),
        Polder.parameter("balance/stay-in-market", .share, ["": 0.75]),
      ]))
  }

  /// Freezing the 64 ha of CR91 leaves demand there that presses on CR92, the only market beside it.
  @Test func freezingAPlanPressesOnTheNeighbour() throws {
    let (register, library) = (try Self.register(), Self.library)
    let response = try AssessWaterbed()(
      .init(plans: ["hard"], balance: .init(horizons: [2030, 2040], scenarios: ["hoog"])), register: register,
      library: library)
    let later = try #require(response.effects.first { $0.horizon == 2040 })
    #expect(response.effects.map(\.region) == ["CR91", "CR91"] && !response.countsSoftPlans)
    #expect(response.effects[0].unserved == .zero && response.effects[0].frozen == .zero)
    #expect(later.frozen.value == 64 && later.unserved > .zero)
    #expect(later.pressures.map(\.region) == ["CR92"])
    #expect(abs((later.leaving - later.unserved * 0.25).value) < 1e-9)
    #expect(abs((later.pressures[0].arriving - later.leaving).value) < 1e-9)
    #expect(response.parameters.contains { $0.key == "balance/stay-in-market" })
  }

  @Test func everyUnknownPlanIsNamed() throws {
    let error = #expect(throws: PlanningError.self) {
      try AssessWaterbed()(
        .init(plans: ["a", "hard", "b"]), register: try Polder.register(), library: Polder.library())
    }
    #expect(error?.diagnostics.map(\.value) == ["a", "b"])
  }
}
