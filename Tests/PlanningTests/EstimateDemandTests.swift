import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct EstimateDemandTests {
  /// Issue of GM9001: 1, 2, 3, 4 and 40 ha from 2019 to 2023.
  static func register(_ amounts: [Double] = [1, 2, 3, 4, 40]) throws -> Register {
    try Polder.register { records in
      records.issues = try amounts.enumerated().map { index, amount in
        try IssueObservation(
          municipality: "GM9001", year: 2019 + index, issued: NetHectares(amount), origin: Polder.origin(row: index + 1)
        )
      }
    }
  }

  private func run(_ request: EstimateDemand.Request, _ register: Register) throws -> EstimateDemand.Response {
    try EstimateDemand()(request, register: register, library: Polder.library())
  }

  @Test func threeEstimatorsStandSideBySide() throws {
    let response = try run(.init(region: "CR91", horizons: [2034], scenarios: ["hoog"]), Self.register())
    let found = response.estimates(of: "CR91", horizon: 2034)
    #expect(found.map(\.method) == [.landPerJob, .absorption, .moves])
    // 63 jobs double at 64 a hectare; 12 ha of reuse until 2035 and 4 ha of cables come on top.
    #expect(abs(found[0].centre.value - (63.0 / 64 + 12 + 4)) < 1e-9)
    // Ten years at (1 + 2 + 3 + 4 + 7) / 5.
    #expect(found[1].centre.value == 34)
    #expect(found[1].basis.treatedYears == [2023])
    #expect(found[1].basis.firstYear == 2019 && found[1].basis.lastYear == 2023 && found[1].basis.isSynthetic)
    // Half of 63 jobs, half of them a year, a hectare each, ten years.
    #expect(found[2].centre.value == 63.0 / 2 / 2 * 10)
    #expect(response.combined.isEmpty)
  }

  @Test func movesAndLandPerJobAreSplitByGroupAndAddUp() throws {
    let response = try run(.init(region: .netherlands, horizons: [2030]), Self.register())
    for estimate in response.estimates where estimate.method != .absorption {
      #expect(estimate.groups.map(\.group) == ["industrie", "logistiek", "diensten"])
      let sum = estimate.groups.map(\.centre).total().value
      #expect(abs(sum - estimate.centre.value) < 1e-9 * max(1, abs(sum)))
    }
    let absorbed = response.estimates.filter { $0.method == .absorption }
    #expect(!absorbed.isEmpty && absorbed.allSatisfy { $0.groups.isEmpty })
  }

  @Test func landPerJobIsTheDemandOfTheBalance() throws {
    let register = try Self.register()
    let estimates = try run(.init(), register)
    let balance = try RunBalance()(.init(), register: register, library: Polder.library())
    let found = estimates.estimates.filter { $0.method == .landPerJob }
    #expect(!found.isEmpty)
    for estimate in found {
      let demand = balance.demand(of: estimate.region, scenario: estimate.scenario ?? "", horizon: estimate.horizon)
      #expect(demand?.total == estimate.centre)
      #expect(try #require(estimate.low) <= estimate.centre && estimate.centre <= (try #require(estimate.high)))
    }
  }

  @Test func bandsFollowTheParameters() throws {
    let wide = ParameterSet([
      Parameter(
        key: "estimators/relocation-rate", label: LocalizedText(both: "a"), unit: .sharePerYear,
        members: [
          "": [
            DatedValue(
              from: CalendarDate(startOf: 2020), value: 0.5, low: 0.25, high: 1, kind: .expertEstimate,
              source: "polderboek", locator: "p. 1")
          ]
        ])
    ])
    let response = try EstimateDemand()(
      .init(region: "CR91", horizons: [2025], scenarios: ["laag"]), register: Self.register(),
      library: Polder.library(wide))
    let moves = try #require(response.estimates.first { $0.method == .moves })
    // a + b − a × 0.5: 0.375, 0.5 and 0.75 of 31.5 employees.
    #expect(moves.low?.value == 31.5 * 0.375)
    #expect(moves.centre.value == 31.5 * 0.5)
    #expect(moves.high?.value == 31.5 * 0.75)
  }

  @Test func everyReasonForAMissingEstimateIsGivenOnce() throws {
    let register = try Polder.register { records in
      records.jobs.removeAll { $0.region == "GM9005" || $0.region == "GM9006" || $0.sector == "helpen" }
      records.issues = try [2022, 2023].map {
        try IssueObservation(municipality: "GM9001", year: $0, issued: NetHectares(1), origin: Polder.origin())
      }
    }
    let response = try run(.init(horizons: [2030]), register)
    let codes = response.diagnostics.map(\.code).filter { $0.hasPrefix("estimate.") }
    #expect(
      codes.sorted() == [
        "estimate.few-years", "estimate.no-issue", "estimate.no-jobs", "estimate.not-widened",
        "estimate.sectors-missing",
      ])
    let few = try #require(response.diagnostics.first { $0.code == "estimate.few-years" })
    #expect(few.value == "NL01, PV91, CR91")
    #expect(!response.estimates.contains { $0.method == .absorption })
    #expect(!response.estimates.contains { $0.region == "CR93" })
  }

  @Test func allErrorsOfARequestComeTogether() throws {
    let error = #expect(throws: PlanningError.self) {
      try run(.init(region: "GM0000", horizons: [2020], scenarios: ["midden"]), Self.register())
    }
    let codes = error?.diagnostics.map(\.code) ?? []
    #expect(codes.sorted() == ["balance.horizon", "balance.unknown-region", "balance.unknown-scenario"])
  }

  @Test func allMissingParametersComeTogether() throws {
    let full = Polder.library()
    let kept = full.parameters.keys.filter { !$0.hasPrefix("estimators/") }.compactMap { full.parameters[$0] }
    let library = PlanningLibrary(
      parameters: ParameterSet(kept), bibliography: [], sectors: full.sectors, addOns: full.addOns)
    let error = #expect(throws: PlanningError.self) {
      try EstimateDemand()(.init(), register: try Self.register(), library: library)
    }
    let messages = Set(error?.diagnostics.map(\.message.en) ?? [])
    #expect(messages.count >= 8)
    #expect(messages.contains { $0.contains("estimators/outlier-limit") })
    #expect(messages.contains { $0.contains("estimators/relocation-rate") })
  }

  @Test(arguments: [
    "uitgifte-extrapolatie", "uitgifte-extrapolatie/laag", "uitgifte-extrapolatie/hoog", "verhuizingen",
  ])
  func estimatesAreExplained(figure: String) throws {
    let register = try Self.register()
    let tree = try ExplainFigure()(
      .init(figure: "CR91/hoog/2034/\(figure)"), register: register, library: Polder.library()
    ).explanation
    let estimates = try run(.init(region: "CR91", horizons: [2034], scenarios: ["hoog"]), register).estimates
    let estimate = try #require(estimates.first { figure.hasPrefix($0.method.rawValue) })
    let printed =
      figure.hasSuffix("laag") ? estimate.low : figure.hasSuffix("hoog") ? estimate.high : estimate.centre
    #expect(tree.value == printed?.value)
    #expect(tree.evaluated() == tree.value)
  }

  @Test func anEstimateThatIsNotThereSaysWhy() throws {
    let error = #expect(throws: PlanningError.self) {
      try ExplainFigure()(
        .init(figure: "CR92/hoog/2034/uitgifte-extrapolatie"), register: try Self.register(), library: Polder.library())
    }
    #expect(error?.diagnostics.map(\.code).contains("estimate.no-issue") == true)
  }

  @Test func combiningWithoutABacktestIsRefusedInWords() throws {
    let response = try run(.init(region: "CR91", horizons: [2034], isCombined: true), Self.register())
    #expect(response.combined.isEmpty)
    #expect(response.diagnostics.contains { $0.code == "estimate.no-weights" })
  }
}
