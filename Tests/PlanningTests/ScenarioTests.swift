import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Testing
import WorkLocations

/// Scenarios as values: laws that hold for any of them.
@Suite struct ScenarioTests {
  static func scenario(_ id: String, base: String = "hoog", _ modifications: [ScenarioModification])
    -> PlanningScenario
  {
    PlanningScenario(
      id: id, label: LocalizedText(both: id), base: base, steps: modifications.map { .init($0) }, file: "\(id).yaml")
  }

  static func encoded(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(value)
  }

  private let request = RunBalance.Request(horizons: [2030, 2040])

  @Test(arguments: ["laag", "hoog"]) func anEmptyScenarioIsTheBaselineToTheByte(_ base: String) throws {
    let world = try Self.scenario("leeg", base: base, []).resolved(try Polder.register(), Polder.library())
    let after = try RunBalance()(request, register: world.register, library: world.library)
    let before = try RunBalance()(request, register: try Polder.register(), library: Polder.library())
    #expect(try Self.encoded(after) == Self.encoded(before))
  }

  /// The whole country too, and under its own name all figures are those of the base.
  @Test func anEmptyScenarioIsTheBaselineInACountry() throws {
    let register = try GeneratedCountry.register()
    let library = PlanningLibrary(
      parameters: GeneratedCountry.parameters, bibliography: Polder.bibliography, sectors: GeneratedCountry.sectors,
      addOns: Polder.addOns)
    let empty = Self.scenario("leeg", [])
    var own = RunBalance.Request(horizons: [2030, 2040], scenarios: ["hoog", "leeg"], ownScenarios: [empty])
    let both = try RunBalance()(own, register: register, library: library)
    own = RunBalance.Request(horizons: [2030, 2040], scenarios: ["hoog"])
    let plain = try RunBalance()(own, register: register, library: library)
    let world = try empty.resolved(register, library)
    let again = try RunBalance()(own, register: world.register, library: world.library)
    #expect(try Self.encoded(again) == Self.encoded(plain))
    #expect(both.balances.count == 2 * plain.balances.count)
    #expect(both.balances.filter { $0.scenario == "hoog" } == plain.balances)
    let renamed = both.balances.filter { $0.scenario == "leeg" }
    #expect(renamed.map(\.hard) == plain.balances.map(\.hard) && renamed.map(\.demand) == plain.balances.map(\.demand))
  }

  private static let independent: [ScenarioModification] = [
    .parameter(.init(key: "demand/land-per-job", member: "helpen/business-park", region: "CR92", change: .factor(1.5))),
    .parameter(
      .init(
        key: "demand/job-growth", member: "hoog/maken", from: CalendarDate(startOf: 2027), change: .delta(0.25))),
    .plan(id: "hard", .delay(to: 2035)), .plan(id: "zacht", .harden(year: 2027)),
    .withdraw(.init(park: "1003", area: NetHectares(4), year: 2029)),
    .withdraw(.init(park: "1004", year: 2031, returningShare: 0.75)),
    .addPlan(
      .init(id: "nieuw", name: "Nieuw", municipality: "GM9005", hardness: .hard, area: NetHectares(32), year: 2026)),
    .establishment(
      .init(
        id: "fabriek", name: "Fabriek", region: "GM9003", area: NetHectares(16), year: 2028, sectorGroup: "industrie",
        space: SpaceClass(category: .upTo4, size: .large, water: .dry))),
    .addOnAmount(id: "kabels", .factor(2)),
  ]

  @Test(arguments: 1..<independent.count) func independentChangesCommute(_ shift: Int) throws {
    func run(_ order: [ScenarioModification]) throws -> RunBalance.Response {
      let world = try Self.scenario("alles", order).resolved(try Polder.register(), Polder.library())
      return try RunBalance()(request, register: world.register, library: world.library)
    }
    let turned = Array(Self.independent[shift...] + Self.independent[..<shift])
    let (one, two) = (try run(Self.independent), try run(turned.reversed()))
    #expect(one.balances == two.balances && one.demands == two.demands)
  }

  @Test func addingSupplyNeverWorsensABalance() throws {
    let register = try GeneratedCountry.register()
    let library = PlanningLibrary(
      parameters: GeneratedCountry.parameters, bibliography: [], sectors: GeneratedCountry.sectors,
      addOns: Polder.addOns)
    let more = Self.scenario(
      "meer",
      [
        .plan(id: "plan-1001", .harden(year: 2027)),
        .addPlan(
          .init(id: "x", name: "x", municipality: "GM0007", hardness: .hard, area: NetHectares(40), year: 2029)),
      ])
    try Self.expectNotWorse(more, register, library, horizons: [2030, 2045])
  }

  static func expectNotWorse(
    _ scenario: PlanningScenario, _ register: Register, _ library: PlanningLibrary, horizons: [Int]
  ) throws {
    let world = try scenario.resolved(register, library)
    let request = RunBalance.Request(horizons: horizons)
    let before = try RunBalance()(request, register: register, library: library)
    let after = try RunBalance()(request, register: world.register, library: world.library)
    for (old, new) in zip(before.balances, after.balances) {
      #expect(new.hard.balance.value >= old.hard.balance.value - 1e-9)
      #expect(new.hard.shortage.value <= old.hard.shortage.value + 1e-9)
    }
  }

  /// Before its old year a delayed plan changes nothing, between the years it is missed, and after the new one it is back.
  @Test func aDelayedPlanIsMissedOnlyBetweenTheYears() throws {
    let register = try Polder.register()
    let world = try Self.scenario("later", [.plan(id: "hard", .delay(to: 2036))]).resolved(register, Polder.library())
    let request = RunBalance.Request(horizons: [2026, 2030, 2031, 2035, 2036, 2050])
    let before = try RunBalance()(request, register: register, library: Polder.library())
    let after = try RunBalance()(request, register: world.register, library: world.library)
    for (old, new) in zip(before.balances, after.balances) {
      let isBetween = (2031..<2036).contains(old.horizon) && ["CR91", "PV91", "NL01"].contains(old.region)
      #expect(isBetween ? new.hard.balance < old.hard.balance : new == old, "\(old.region) \(old.horizon)")
    }
  }

  @Test func aChangeIsNamedInTheExplanation() throws {
    let changes = Self.scenario(
      "proef", [Self.independent[0], Self.independent[3], Self.independent[7]])
    let balance = RunBalance.Request(ownScenarios: [changes])
    func leaves(_ figure: String) throws -> [Explanation] {
      try ExplainFigure()(
        .init(figure: figure, balance: balance), register: try Polder.register(), library: Polder.library()
      ).explanation.leaves
    }
    let expansion = try leaves("CR92/proef/2030/vraag/uitbreiding/helpen/business-park")
    let locators = expansion.compactMap {
      if case .parameter(let reading) = $0.basis { reading.dated.locator } else { nil }
    }
    #expect(locators.contains("scenario proef, wijziging 1"))
    let firm = try leaves("CR92/proef/2030/vraag/aanvullend/fabriek")
    #expect(
      firm.contains {
        if case .parameter(let reading) = $0.basis {
          reading.dated.locator == "scenario proef, wijziging 3"
        } else {
          false
        }
      })
    let response = try ExplainFigure()(
      .init(figure: "CR92/proef/2030/aanbod/hard-plan/zacht", balance: balance), register: try Polder.register(),
      library: Polder.library())
    guard case .record(_, _, _, let origin) = response.explanation.leaves[0].basis else {
      Issue.record("no record"); return
    }
    #expect(
      response.register.snapshots.first { $0.id == origin?.snapshot }?.fileName == "scenario proef, wijziging 2")
  }

  @Test func aParameterIsChangedInEveryRegionUnlessOneIsNamed() throws {
    let overrides = ParameterSet([
      Polder.parameter("demand/land-per-job", .squareMetrePerJob, ["helpen/business-park@CR92": 100])
    ])
    let change = ScenarioModification.parameter(
      .init(key: "demand/land-per-job", member: "helpen/business-park", change: .factor(2)))
    let world = try Self.scenario("dubbel", [change]).resolved(try Polder.register(), Polder.library(overrides))
    let members = try #require(world.library.parameters["demand/land-per-job"]?.members)
    #expect(members["helpen/business-park"]?.last?.value == 625)
    #expect(members["helpen/business-park@CR92"]?.last?.value == 200)
    #expect(members["maken/business-park"]?.last?.value == 312.5)
  }

  @Test func allProblemsOfAllScenariosComeAtOnce() throws {
    let one = Self.scenario("een", base: "midden", [.plan(id: "weg", .freeze)])
    let two = Self.scenario(
      "twee", [.plan(id: "zacht", .remove), .plan(id: "zacht", .freeze), .withdraw(.init(park: "7", year: 2000))])
    let request = RunBalance.Request(
      region: "PV77", scenarios: ["laag", "een", "twee", "drie"], ownScenarios: [one, two])
    let error = #expect(throws: PlanningError.self) {
      try RunBalance()(request, register: try Polder.register(), library: Polder.library())
    }
    let problems = error?.diagnostics ?? []
    let codes = Set(problems.map(\.code))
    #expect(
      codes == [
        "balance.unknown-region", "balance.unknown-scenario", "scenario.unknown-base", "scenario.unknown-plan",
        "scenario.contradiction", "scenario.unknown-park",
      ])
    #expect(
      problems.filter { $0.code.hasPrefix("scenario") }.allSatisfy { $0.place != .init() && !$0.remedy.nl.isEmpty })
  }
}
