import Planning
import PlanningTestKit
import Provenance
import Quantities
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct BalanceTests {
  private static let light = SpaceClass(category: .upTo2, size: .small, water: .dry)
  private static let heavy = SpaceClass(category: .upTo6, size: .large, water: .wet)

  private func rules(_ overrides: [String: Double] = [:]) throws -> BalanceRules {
    let parameters = overrides.map { Polder.parameter($0.key, .share, ["": $0.value]) }
    var reader = ParameterReader(Polder.library(ParameterSet(parameters)).parameters, on: Polder.referenceDate)
    return try BalanceRules(regions: [], reader: &reader)
  }

  private func line(_ kind: SupplyKind, _ hectares: Double, _ space: SpaceClass, from year: Int = 2024) -> SupplyLine {
    SupplyLine(
      kind: kind, record: "\(kind.rawValue)-\(space.code)-\(year)", name: "x", municipality: "GM9001",
      availableFrom: year,
      byClass: vector([space: hectares]), origin: Polder.origin())
  }

  private func vector(_ amounts: [SpaceClass: Double]) -> [Double] { SpaceClass.all.map { amounts[$0] ?? 0 } }

  private func balance(
    _ lines: [SupplyLine], demand: [SpaceClass: Double], rules: BalanceRules? = nil, uptake: Double = 0,
    horizon: Int = 2030,
    rounding: Rounding = .none
  ) throws -> RegionBalance {
    Balance(region: "CR91", rules: try rules ?? self.rules(), supply: lines, meanUptake: NetHectares(uptake)).confront(
      demandByClass: vector(demand), scenario: "hoog", startYear: 2024, horizon: horizon, rounding: rounding)
  }

  /// The running example of `BalanceAmounts`.
  @Test func reservesComeOffAndSoftPlansCountByPart() throws {
    let lines = [
      line(.immediate, 40, Self.light), line(.hardPlan, 24, Self.heavy), line(.softPlan, 16, Self.light),
      line(.frozen, 256, Self.light),
    ]
    let found = try balance(lines, demand: [Self.light: 50], rules: rules(["supply/iron-stock-years": 2]), uptake: 4)
    #expect(
      found.hardSupply == NetHectares(64) && found.softSupply == NetHectares(16)
        && found.frozenSupply == NetHectares(256))
    #expect(found.frictionalReserve == NetHectares(4) && found.ironStock == NetHectares(8))
    #expect(found.hard.usable == NetHectares(52) && found.hard.balance == NetHectares(2))
    #expect(found.withSoft.usable == NetHectares(60) && found.withSoft.balance == NetHectares(10))
  }

  @Test(arguments: [(-8.0, 0.0), (0, 0), (2, 4), (1000, 15)])
  func theIronStockIsNeverNegativeNorMoreThanThereIs(_ uptake: Double, _ kept: Double) throws {
    let found = try balance(
      [line(.immediate, 16, Self.light)], demand: [:], rules: rules(["supply/iron-stock-years": 2]), uptake: uptake)
    #expect(found.ironStock == NetHectares(kept) && found.hard.usable == NetHectares(15 - kept))
  }

  @Test(arguments: [(2027, 1.0), (2028, 3), (2031, 7), (2050, 7)])
  func landCountsFromItsYear(_ horizon: Int, _ hard: Double) throws {
    let lines = [
      line(.immediate, 1, Self.light), line(.later, 2, Self.light, from: 2028),
      line(.hardPlan, 4, Self.light, from: 2031),
    ]
    #expect(try balance(lines, demand: [:], horizon: horizon).hardSupply == NetHectares(hard))
  }

  @Test func frozenPlansAreNoSupply() throws {
    let with = try balance([line(.frozen, 8, Self.light)], demand: [Self.light: 4])
    let without = try balance([], demand: [Self.light: 4])
    #expect(with.hard == without.hard && with.withSoft == without.withSoft && with.frozenSupply == NetHectares(8))
  }

  @Test(arguments: [
    (8.99, Verdict.shortage), (9, .balanced), (10, .balanced), (11, .balanced), (11.01, .over), (0, .shortage),
  ])
  func theBordersBelongToBalance(_ usable: Double, _ verdict: Verdict) throws {
    #expect(try rules().verdict(usable: NetHectares(usable), demand: NetHectares(10)) == verdict)
  }

  @Test func whatMayBePlannedAboveDemandMovesTheUpperBorder() throws {
    let wide = try rules(["balance/over-programming": 0.5])
    #expect(wide.verdict(usable: NetHectares(15), demand: NetHectares(10)) == .balanced)
    #expect(wide.verdict(usable: NetHectares(15.1), demand: NetHectares(10)) == .over)
  }

  @Test(arguments: [(0.0, 0.0, Verdict.balanced), (1, 0, .over), (1, -4, .over), (0, -4, .balanced)])
  func withoutDemandAnySupplyIsOver(_ usable: Double, _ demand: Double, _ verdict: Verdict) throws {
    #expect(try rules().verdict(usable: NetHectares(usable), demand: NetHectares(demand)) == verdict)
  }

  /// The letter's pinch: the total is more than enough, and yet heavy demand finds no land.
  @Test func aTotalDoesNotHideAShortageOfAClass() throws {
    let found = try balance([line(.immediate, 64, Self.light)], demand: [Self.heavy: 4, Self.light: 8])
    #expect(found.hard.balance == NetHectares(48) && found.hard.verdict == .over)
    #expect(found.hard.shortage == NetHectares(4))
    #expect(found.hard.proof?.demandClasses == [Self.heavy] && found.hard.proof?.landClasses == [Self.heavy])
    #expect(found.hard.proof?.demand == NetHectares(4) && found.hard.proof?.land == .zero)
  }

  @Test func lightDemandOnHeavyLandIsMismatch() throws {
    let found = try balance([line(.immediate, 16, Self.heavy)], demand: [Self.light: 8])
    #expect(found.hard.spills == [Spill(demand: Self.light, land: Self.heavy, area: NetHectares(8))])
    #expect(found.hard.mismatch == NetHectares(8) && found.hard.shortage == .zero && found.hard.proof == nil)
    #expect(found.hard.classes[Self.light.index].servedByStricter == NetHectares(8))
    #expect(found.hard.classes[Self.heavy.index].unused == NetHectares(7))
  }

  /// A shrinking class sets land free, half of which serves another; the total takes the decline in full.
  @Test func freedLandServesInPart() throws {
    let found = try balance([], demand: [Self.heavy: -8, Self.light: 6])
    #expect(found.demand == NetHectares(-2) && found.hard.balance == NetHectares(2))
    #expect(found.hard.shortage == NetHectares(2) && found.hard.mismatch == NetHectares(4))
    #expect(found.hard.classes[Self.heavy.index].demand == NetHectares(-8))
    #expect(found.hard.classes[Self.heavy.index].supply == NetHectares(4))
  }

  /// Noord-Brabant 2022–2030, whole hectares at each step: expansion 888 / 1,236 and replacement 85 against 625 hard and 284
  /// soft leave 64 / 412 short after soft (domain notes 1.5, S8).
  @Test(arguments: [(888.0, -348.0, -64.0), (1236, -696, -412)])
  func aPublishedBalanceInWholeHectares(_ expansion: Double, _ hard: Double, _ withSoft: Double) throws {
    let found = try balance(
      [line(.hardPlan, 625.2, Self.light), line(.softPlan, 283.7, Self.light)], demand: [Self.light: expansion + 85],
      rules: rules(["supply/frictional-reserve": 0, "supply/soft-plan-realisation": 1]), rounding: .hectare)
    #expect(found.hard.balance == NetHectares(hard) && found.withSoft.balance == NetHectares(withSoft))
  }

  @Test func roundedKindsAddUp() throws {
    let lines = [line(.immediate, 1.4, Self.light), line(.later, 1.4, Self.light), line(.hardPlan, 1.4, Self.light)]
    let found = try balance(lines, demand: [:], rules: rules(["supply/frictional-reserve": 0]), rounding: .hectare)
    #expect(found.hardSupply == NetHectares(3) && found.hard.usable == NetHectares(3))
  }

  /// Shortages of markets are added, not netted: land in one market does not help firms in another.
  @Test func aSumOfMarketsDoesNotNetShortages() throws {
    let short = try balance([], demand: [Self.light: 4])
    let rich = try balance([line(.immediate, 16, Self.light)], demand: [Self.light: 1])
    let sum = try #require(RegionBalance.sum(of: [short, rich], as: "PV91", rules: rules()))
    #expect(sum.region == "PV91" && sum.demand == NetHectares(5) && sum.hard.usable == NetHectares(15))
    #expect(sum.hard.balance == NetHectares(10) && sum.hard.shortage == NetHectares(4) && sum.hard.verdict == .over)
    #expect(sum.hard.classes[Self.light.index].unused == NetHectares(14) && sum.hard.proof == nil)
    #expect(try RegionBalance.sum(of: [], as: "PV91", rules: rules()) == nil)
  }
}
