import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct RunForecastTests {
  private static let horizons = [2030, 2040]

  private func request(_ draws: Int = 400, seed: UInt64 = 1, segments: Bool = false) -> RunForecast.Request {
    RunForecast.Request(
      balance: .init(region: "NL01", horizons: Self.horizons), draws: draws, seed: seed, hasSegments: segments)
  }

  /// The polder with a band on land per job: half to one and a half times the value.
  private static let uncertainLand = ParameterSet([
    Polder.timeline(
      "demand/land-per-job", .squareMetrePerJob,
      Dictionary(
        uniqueKeysWithValues: Polder.sectors.sectors.map { sector in
          (
            "\(sector.id)/business-park",
            [
              DatedValue(
                from: CalendarDate(startOf: 2020), value: 312.5, low: 156.25, high: 468.75, kind: .statistic,
                source: "polderboek", locator: "tabel 1")
            ]
          )
        }))
  ])

  private func run(_ request: RunForecast.Request, _ overrides: ParameterSet = ParameterSet()) throws
    -> RunForecast.Response
  {
    try RunForecast()(request, register: try Polder.register(), library: Polder.library(overrides))
  }

  /// Without a band every draw is the deterministic balance, for every region, scenario and horizon.
  @Test func aCertainForecastIsTheBalance() throws {
    let forecast = try run(request(100, segments: true))
    let balance = try RunBalance()(
      request().balance, register: try Polder.register(), library: Polder.library())
    #expect(forecast.bands.count == balance.regions.count * 2)
    for expected in balance.balances {
      let bands = try #require(forecast.bands(of: expected.region, scenario: expected.scenario))
      let year = try #require(bands.year(expected.horizon))
      for amount in [year.demand.centre, year.demand.p5, year.demand.p50, year.demand.p95, year.demand.mean] {
        #expect(abs(amount.value - expected.demand.value) < 1e-9)
      }
      #expect(abs(year.balance.p10.value - expected.hard.balance.value) < 1e-9)
      #expect(abs(year.balanceWithSoft.p90.value - expected.withSoft.balance.value) < 1e-9)
      #expect(year.shortage.probability == (expected.hard.balance < .zero ? 1 : 0))
    }
    for segment in forecast.segments {
      let expected = try #require(
        balance.balance(of: segment.region, scenario: segment.scenario, horizon: segment.horizon))
      let found = expected.hard.classes[segment.spaceClass.index]
      #expect(abs(segment.demand.p50.value - found.demand.value) < 1e-6)
      #expect(abs(segment.meanShortage.value - found.shortage.value) < 1e-5, "\(segment)")
    }
  }

  /// Expansion is proportional to land per job. CR92 in 2030, high: replacement 16, cables 8, expansion 9 + 18 + 36; the sectors
  /// draw independently, so half of the root of the sum of squares lies between P50 and P10, and P90.
  @Test func aBandOfLandPerJobIsABandOfExpansion() throws {
    let forecast = try run(request(20_000), Self.uncertainLand)
    let demand = try #require(forecast.bands(of: "CR92", scenario: "hoog")?.year(2030)?.demand)
    let squares: Double = [9, 18, 36].reduce(0) { $0 + $1 * $1 }
    let half = squares.squareRoot() / 2
    #expect(abs(demand.p50.value - 87) < 1)
    let (low, high) = (87 - half, 87 + half)
    #expect(abs(demand.p10.value - low) < 1)
    #expect(abs(demand.p90.value - high) < 1)
    #expect(demand.standardError.value > 0)
  }

  @Test func equalRequestsGiveEqualAnswers() throws {
    let one = try run(request(segments: true), Self.uncertainLand)
    #expect(try run(request(segments: true), Self.uncertainLand) == one)
    #expect(try run(request(seed: 2, segments: true), Self.uncertainLand).bands != one.bands)
  }

  /// A region draws the same whether it is asked for alone or with the country.
  @Test func aRegionAloneDrawsTheSame() throws {
    var alone = request()
    alone.balance.region = "CR92"
    let part = try run(alone, Self.uncertainLand).bands(of: "CR92", scenario: "hoog")
    #expect(part == (try run(request(), Self.uncertainLand)).bands(of: "CR92", scenario: "hoog"))
  }

  @Test func addedSupplyNeverMakesAShortageLikelier() throws {
    let library = Polder.library(Self.uncertainLand)
    let before = try RunForecast()(request(), register: try Polder.register(), library: library)
    let register = try Polder.register {
      $0.planCapacities.append(try Polder.plan("extra", in: 2, .hard, 16, year: 2026))
    }
    let after = try RunForecast()(request(), register: register, library: library)
    for (one, other) in zip(before.bands, after.bands) {
      for (year, later) in zip(one.years, other.years) {
        #expect(later.shortage.probability <= year.shortage.probability)
        #expect(later.landForRisk <= year.landForRisk)
      }
    }
  }

  /// The land that the forecast asks for does bring the probability of a shortage to the accepted risk.
  @Test func theLandForARiskKeepsTheRisk() throws {
    let library = Polder.library(Self.uncertainLand)
    let wanted = try #require(
      try run(request(), Self.uncertainLand).bands(of: "CR92", scenario: "hoog")?.year(2030)?.landForRisk)
    #expect(wanted > .zero)
    // The frictional reserve keeps a sixteenth of it empty.
    let register = try Polder.register {
      $0.planCapacities.append(try Polder.plan("extra", in: 2, .hard, wanted.value / (15.0 / 16), year: 2026))
    }
    let after = try RunForecast()(request(), register: register, library: library)
    let chance = try #require(after.bands(of: "CR92", scenario: "hoog")?.year(2030)?.shortage.probability)
    #expect(abs(chance - 0.25) < 0.01)
  }

  @Test func drawsFollowAStatedPrecision() throws {
    var precise = request(100_000)
    precise.balance.region = "CR92"
    precise.precision = NetHectares(2)
    let rough = try run(precise, Self.uncertainLand)
    precise.precision = NetHectares(1)
    let fine = try run(precise, Self.uncertainLand)
    let (few, many) = (try #require(rough.draws["hoog"]), try #require(fine.draws["hoog"]))
    #expect(few < many && many < 100_000)
  }

  @Test func everyProblemOfARequestComesAtOnce() throws {
    var wrong = request(0)
    wrong.precision = NetHectares(-1)
    wrong.acceptedRisk = 2
    wrong.balance.horizons = [2000]
    let error = #expect(throws: PlanningError.self) { try run(wrong) }
    let codes = Set(error?.diagnostics.map(\.code) ?? [])
    #expect(codes.isSuperset(of: ["forecast.draws", "forecast.precision", "forecast.risk", "balance.horizon"]))
  }

  /// Industry moves with logistics and with services, which move against each other: impossible.
  private static let contradiction = ParameterSet([
    Polder.parameter(
      "uncertainty/sector-correlation", .factor,
      [
        "industrie/logistiek": 0.9, "diensten/industrie": 0.9, "diensten/logistiek": -0.9, "diensten/diensten": 0.5,
        "industrie/industrie": 0.5, "logistiek/logistiek": 0.5,
      ])
  ])

  @Test func contradictingCorrelationsAreRefusedOrRepairedAloud() throws {
    let error = #expect(throws: PlanningError.self) { try run(request(), Self.contradiction) }
    #expect(error?.diagnostics.map(\.code) == ["forecast.correlation-contradiction"])
    var repairing = request()
    repairing.repairsCorrelations = true
    let forecast = try run(repairing, Self.contradiction)
    #expect((forecast.repair?.largestChange ?? 0) > 0.1)
    #expect(forecast.diagnostics.contains { $0.code == "forecast.correlation-repaired" })
  }

  @Test func everyImpossibleParameterComesAtOnce() throws {
    let wrong = Self.contradiction.overridden(
      by: ParameterSet([
        Polder.parameter("demand/land-per-job", .squareMetrePerJob, ["maken/business-park": -1]),
        Polder.parameter("uncertainty/job-growth-shock", .sharePerYear, ["helpen": -0.5]),
      ]))
    let error = #expect(throws: PlanningError.self) { try run(request(), wrong) }
    let found = error?.diagnostics.map(\.code).sorted()
    #expect(found == ["forecast.band", "forecast.correlation-contradiction", "forecast.growth-shock"])
  }

  @Test func aBandThatHoldsAlwaysIsRefusedAlone() throws {
    let wrong = ParameterSet([Polder.parameter("uncertainty/band-probability", .share, ["": 1])])
    let error = #expect(throws: PlanningError.self) { try run(request(), wrong) }
    #expect(error?.diagnostics.map(\.code) == ["forecast.band-probability"])
  }

  @Test func negativeLandPerJobIsRefused() throws {
    let negative = ParameterSet([
      Polder.parameter("demand/land-per-job", .squareMetrePerJob, ["maken/business-park": -1])
    ])
    #expect(throws: PlanningError.self) { try run(request(), negative) }
  }
}
