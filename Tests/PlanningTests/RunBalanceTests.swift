import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct RunBalanceTests {
  private let request = RunBalance.Request(region: "NL01", horizons: [2030, 2040])

  private func run(_ request: RunBalance.Request? = nil, _ change: (inout RegisterRecords) throws -> Void = { _ in })
    throws
    -> RunBalance.Response
  {
    try RunBalance()(request ?? self.request, register: try Polder.register(change), library: Polder.library())
  }

  /// The national table, worked out by hand in Documentation/Methods/vraag-en-balans.md.
  struct Row: Sendable {
    let region: RegionCode
    let scenario: String
    let horizon: Int
    let demand: Double
    let hard: Double
    let soft: Double
    let usable: Double
    let usableWithSoft: Double
    let verdict: Verdict
  }

  static let table: [Row] = [
    Row(
      region: "CR91", scenario: "hoog", horizon: 2030, demand: 63.0 / 64 + 4 + 12, hard: 6.5, soft: 0, usable: 6.09375,
      usableWithSoft: 6.09375, verdict: .shortage),
    Row(
      region: "CR92", scenario: "hoog", horizon: 2030, demand: 63 + 16 + 8, hard: 8, soft: 128, usable: 7.5,
      usableWithSoft: 71.5, verdict: .shortage),
    Row(
      region: "CR93", scenario: "hoog", horizon: 2030, demand: 4032 + 4, hard: 17, soft: 0, usable: 15.9375,
      usableWithSoft: 15.9375, verdict: .shortage),
    Row(
      region: "PV91", scenario: "hoog", horizon: 2030, demand: 63.0 / 64 + 103, hard: 14.5, soft: 128, usable: 13.59375,
      usableWithSoft: 77.59375, verdict: .shortage),
    Row(
      region: "NL01", scenario: "hoog", horizon: 2030, demand: 63.0 / 64 + 4139, hard: 31.5, soft: 128,
      usable: 29.53125, usableWithSoft: 93.53125, verdict: .shortage),
    Row(
      region: "CR91", scenario: "hoog", horizon: 2040, demand: 63.0 / 64 + 4, hard: 70.5, soft: 0, usable: 66.09375,
      usableWithSoft: 66.09375, verdict: .over),
    Row(
      region: "CR91", scenario: "laag", horizon: 2030, demand: 12 - 63.0 / 128, hard: 6.5, soft: 0, usable: 6.09375,
      usableWithSoft: 6.09375, verdict: .shortage),
    Row(
      region: "CR92", scenario: "laag", horizon: 2030, demand: 16 - 31.5, hard: 8, soft: 128, usable: 7.5,
      usableWithSoft: 71.5, verdict: .over),
    Row(
      region: "CR93", scenario: "laag", horizon: 2040, demand: 32 - 2016, hard: 17, soft: 0, usable: 15.9375,
      usableWithSoft: 15.9375, verdict: .over),
    Row(
      region: "PV92", scenario: "laag", horizon: 2040, demand: 32 - 2016, hard: 17, soft: 0, usable: 15.9375,
      usableWithSoft: 15.9375, verdict: .over),
  ]

  @Test(arguments: table.indices) func thePoldersTableFollowsByHand(_ index: Int) throws {
    let row = Self.table[index]
    let found = try #require(try run().balance(of: row.region, scenario: row.scenario, horizon: row.horizon))
    func equal(_ amount: NetHectares, _ expected: Double) -> Bool { abs(amount.value - expected) < 1e-9 }
    #expect(equal(found.demand, row.demand) && equal(found.hardSupply, row.hard) && equal(found.softSupply, row.soft))
    #expect(equal(found.hard.usable, row.usable) && equal(found.withSoft.usable, row.usableWithSoft))
    #expect(equal(found.hard.balance, row.usable - row.demand) && found.hard.verdict == row.verdict)
  }

  @Test func theAnswerStandsInAFixedOrder() throws {
    let response = try run()
    #expect(response.regions.map(\.code) == ["NL01", "PV91", "PV92", "CR91", "CR92", "CR93"])
    #expect(response.regions.map(\.province) == [nil, "PV91", "PV92", "PV91", "PV91", "PV92"])
    let cases = ["laag 2030", "laag 2040", "hoog 2030", "hoog 2040"]
    #expect(
      response.balances.map { "\($0.region) \($0.scenario) \($0.horizon)" }
        == response.regions.flatMap { region in cases.map { "\(region.code) \($0)" } })
    #expect(response.demands.map(\.region) == response.balances.map(\.region))
    #expect(response.supply.map(\.record).first == "1001" && response.supply.count == 9)
  }

  @Test(arguments: [
    ("PV91", ["PV91", "CR91", "CR92"]), ("CR92", ["CR92"]), ("GM9003", ["GM9003"]), ("PV92", ["PV92", "CR93"]),
  ])
  func aRegionIsAskedWithItsMarkets(_ region: String, _ regions: [RegionCode]) throws {
    #expect(try run(RunBalance.Request(region: RegionCode(region), horizons: [2030])).regions.map(\.code) == regions)
  }

  /// A COROP area has one answer, whichever larger region was asked about.
  @Test func aMarketsAnswerDoesNotDependOnTheQuestion() throws {
    let national = try run()
    for region in Polder.corops + Polder.provinces {
      var narrow = request
      narrow.region = region
      narrow.scenarios = ["hoog"]
      let own = try run(narrow)
      for horizon in request.horizons {
        #expect(
          own.balance(of: region, scenario: "hoog", horizon: horizon)
            == national.balance(of: region, scenario: "hoog", horizon: horizon))
        #expect(
          own.demand(of: region, scenario: "hoog", horizon: horizon)
            == national.demand(of: region, scenario: "hoog", horizon: horizon))
      }
    }
  }

  @Test func theCountryIsTheSumOfItsMarkets() throws {
    let response = try run()
    for item in [("laag", 2030), ("hoog", 2040)] {
      let country = try #require(response.demand(of: "NL01", scenario: item.0, horizon: item.1))
      let markets = Polder.corops.compactMap { response.demand(of: $0, scenario: item.0, horizon: item.1) }
      #expect(abs(country.total.value - markets.map(\.total).total().value) < 1e-9)
      #expect(country.jobsAtHorizon == markets.map(\.jobsAtHorizon).total())
      #expect(abs(country.grossTotal.value - markets.map(\.grossTotal).total().value) < 1e-9)
      for index in SpaceClass.all.indices {
        #expect(abs(country.byClass[index] - markets.reduce(0) { $0 + $1.byClass[index] }) < 1e-9)
      }
    }
  }

  @Test func citesWhatItReadAndNothingElse() throws {
    let response = try run()
    #expect(response.bibliography.map(\.id) == ["polderboek"])
    let read = Set(response.parameters.map(\.key))
    #expect(
      read.isSuperset(of: ["demand/land-per-job", "balance/short-below", "addons/kabels", "supply/frictional-reserve"]))
    #expect(!read.contains("quality/stale-after") && response.assumptions.isEmpty)
    #expect(response.register.hasSyntheticData && response.register.parkCount == 7)
  }

  @Test func allProblemsComeAtOnce() throws {
    let wrong = RunBalance.Request(region: "PV77", horizons: [2030, 2024], scenarios: ["midden", "laag"])
    let error = #expect(throws: PlanningError.self) { try run(wrong) }
    #expect(
      error?.diagnostics.map(\.code) == ["balance.unknown-region", "balance.horizon", "balance.unknown-scenario"])
    let empty = #expect(throws: PlanningError.self) { try run(RunBalance.Request(horizons: [], scenarios: [])) }
    #expect(empty?.diagnostics.map(\.code) == ["balance.horizon", "balance.no-scenario"])
  }

  @Test func allMissingParametersComeAtOnce() throws {
    let missing = ["demand/land-per-job-drift", "supply/unknown-category", "balance/short-below"]
    let parameters = Polder.parameters.parameters.values.filter { !missing.contains($0.key) }
    let library = PlanningLibrary(
      parameters: ParameterSet(Array(parameters)), bibliography: [], sectors: Polder.sectors, addOns: [])
    let error = #expect(throws: PlanningError.self) {
      try RunBalance()(request, register: try Polder.register(), library: library)
    }
    let messages = error?.diagnostics.map(\.message.en) ?? []
    #expect(missing.allSatisfy { key in messages.contains { $0.contains(key) } })
    #expect(error?.diagnostics.allSatisfy { $0.code == "parameter.missing" } == true)
  }

  @Test func missingJobsAreReportedAndDoNotStopTheRun() throws {
    #expect(try run().diagnostics.isEmpty)
    #expect(try run { $0.jobs = [] }.diagnostics.map(\.code) == ["balance.no-jobs"])
    let some = try run { records in records.jobs.removeAll { $0.region == "GM9004" } }
    #expect(some.diagnostics.map(\.code) == ["balance.jobs-incomplete"] && some.diagnostics.first?.value == "GM9004")
  }

  @Test func aMunicipalityOutsideAnyCOROPIsCountedAndReported() throws {
    let response = try run { records in
      records.regions.append(
        try Region(
          code: "GM9007", name: "Eiland", level: .municipality, parents: ["PV92", "NL01"], origin: Polder.origin()))
      records.jobs.append(
        try JobCount(region: "GM9007", sector: "helpen", year: 2024, jobs: Jobs(64), origin: Polder.origin()))
    }
    #expect(response.diagnostics.map(\.code) == ["balance.outside-corop"])
    #expect(response.regions.map(\.code).last == "GM9007")
    let demand = try #require(response.demand(of: "PV92", scenario: "hoog", horizon: 2030))
    #expect(demand.expansion == NetHectares(4033))
  }

  @Test func requestAndResponseSurviveJSON() throws {
    let response = try run()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try encoder.encode(response)
    #expect(try JSONDecoder().decode(RunBalance.Response.self, from: bytes) == response)
    #expect(try encoder.encode(run()) == bytes)
    var full = request
    full.referenceDate = Polder.referenceDate
    full.parameterDate = Polder.referenceDate
    full.rounding = .tenthOfHectare
    #expect(try JSONDecoder().decode(RunBalance.Request.self, from: encoder.encode(full)) == full)
  }

  @Test func registerRulesAreCheckedWithTheirParameters() throws {
    let response = try CheckRegister()(.init(), register: try Polder.register(), library: Polder.library())
    #expect(response.diagnostics.map(\.code) == ["plan.year-missing"])
    #expect(
      response.parameters.map(\.key) == [
        "quality/area-tolerance", "quality/land-per-job-plausible-high", "quality/land-per-job-plausible-low",
        "quality/stale-after",
      ])
    #expect(throws: PlanningError.self) {
      try CheckRegister()(
        .init(), register: try Polder.register(),
        library: PlanningLibrary(parameters: ParameterSet(), bibliography: [], sectors: Polder.sectors, addOns: []))
    }
  }

  @Test func landPerJobThatNobodyPublishedIsWarnedOf() throws {
    let library = Polder.library(
      ParameterSet([
        Parameter(
          key: "demand/land-per-job", label: LocalizedText(both: "Q"), unit: .squareMetrePerJob,
          members: ["x/business-park": [DatedValue(from: Polder.referenceDate, value: 1501, kind: .assumption)]])
      ]))
    let found = try CheckRegister()(.init(), register: try Polder.register(), library: library).diagnostics
    #expect(found.filter { $0.code == "parameter.land-per-job-implausible" }.map(\.value) == ["1501"])
  }
}
