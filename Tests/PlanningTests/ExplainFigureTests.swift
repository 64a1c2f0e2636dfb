import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct ExplainFigureTests {
  /// Seaport jobs, drift, an iron stock and records of every kind, so that every formula has something to say.
  private static let overrides = ParameterSet([
    Polder.parameter("demand/location-preference", .share, ["maken/seaport": 0.25]),
    Polder.parameter("demand/land-per-job-drift", .sharePerYear, ["helpen": 0.01]),
    Polder.parameter("supply/iron-stock-years", .year, ["": 2]),
    Polder.parameter("demand/land-per-job", .squareMetrePerJob, ["helpen/business-park@PV92": 100]),
  ])

  private static func register() throws -> Register {
    try Polder.register { records in
      records.jobs.append(
        try JobCount(
          region: "CR91", sector: "vervoeren", year: 2032, scenario: "laag", jobs: Jobs(300),
          origin: Polder.origin(row: 99)))
      records.issues = [
        try IssueObservation(municipality: "GM9001", year: 2023, issued: NetHectares(1), origin: Polder.origin()),
        try IssueObservation(
          municipality: "GM9005", year: 2023, issued: NetHectares(3), boughtBack: NetHectares(1),
          origin: Polder.origin()),
      ]
    }
  }

  private func explain(_ figure: String, _ balance: RunBalance.Request = .init()) throws -> Explanation {
    try response(figure, balance).explanation
  }

  private func response(_ figure: String, _ balance: RunBalance.Request = .init()) throws -> ExplainFigure.Response {
    try ExplainFigure()(
      .init(figure: figure, balance: balance), register: try Self.register(), library: Polder.library(Self.overrides))
  }

  private func refusal(_ figure: String) throws -> Diagnostic {
    let error = #expect(throws: PlanningError.self) { try response(figure) }
    #expect(error?.diagnostics.count == 1)
    return try #require(error?.diagnostics.first)
  }

  /// Walks every figure of the polder's run: all regions, scenarios, horizons and components.
  @Test(arguments: [Rounding.none, .tenthOfHectare]) func everyFigureIsExplainedToTheLastBit(_ rounding: Rounding)
    throws
  {
    let request = RunBalance.Request(horizons: [2026, 2030, 2040], rounding: rounding)
    let register = try Self.register()
    let library = Polder.library(Self.overrides)
    let run = try RunBalance()(request, register: register, library: library)
    let split = try DecomposeDemand()(request, register: register, library: library)
    var walked = 0
    for region in run.regions.map(\.code) {
      for scenario in request.scenarios {
        for horizon in request.horizons {
          let printed = try PrintedFigures(run, split, region, scenario, horizon)
          let paths = try FigureWalk(register: register, library: library, balance: request)
            .paths(from: "\(region)/\(scenario)/\(horizon)")
          for path in paths {
            let tree = try ExplainFigure()(.init(figure: path, balance: request), register: register, library: library)
              .explanation
            let figure = try #require(printed.value(of: path), "\(path)")
            #expect(close(tree.evaluated(), figure) && close(tree.value, figure), "\(path): \(tree.value) \(figure)")
            walked += 1
          }
        }
      }
    }
    #expect(walked > 2000)
  }

  private func close(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-12 * max(abs(one), abs(other)) + 1e-9
  }

  @Test func leavesAreRecordsParametersAndDefinitions() throws {
    let tree = try explain("CR91/hoog/2030/vraag/uitbreiding/maken/business-park")
    let records = tree.leaves.filter { if case .record("banen", _, "banen", .some) = $0.basis { true } else { false } }
    #expect(Set(records.map(\.value)) == [1, 8])
    let read = tree.leaves.compactMap { leaf in
      if case .parameter(let reading) = leaf.basis { reading.key } else { nil }
    }
    let coefficients = [
      "job-growth", "location-preference", "location-preference-drift", "land-per-job", "land-per-job-drift",
    ]
    #expect(Set(read) == Set(coefficients.map { "demand/" + $0 }))
    #expect(tree.value == 9.0 / 64 && tree.unit == .netHectare)
  }

  @Test func aProvinceIsTheSumOfItsMarkets() throws {
    let tree = try explain("PV91/hoog/2030/balans")
    guard case .formula(.sum, _, let parts) = tree.basis else { Issue.record("no sum"); return }
    #expect(
      parts.map(\.value) == [try explain("CR91/hoog/2030/balans").value, try explain("CR92/hoog/2030/balans").value])
  }

  @Test func theAnswerCarriesTheRequestThatGivesItAgain() throws {
    let response = try response("CR93/laag/2030/aanbod/terstond/1005", .init(region: "NL01", horizons: [2040, 2050]))
    #expect(response.request.balance == .init(region: "CR93", horizons: [2030], scenarios: ["laag"]))
    #expect(response.explanation.value == 16 && response.bibliography.isEmpty)
    #expect(try self.response("CR93/laag/2030/balans").bibliography.map(\.id) == ["polderboek"])
    let again = try JSONDecoder().decode(ExplainFigure.Response.self, from: JSONEncoder().encode(response))
    #expect(again == response)
  }

  @Test(arguments: [
    ("", "NL01, PV91, PV92, CR91, CR92, CR93"), ("PV77/laag/2030/balans", "NL01, PV91"), ("CR91", "hoog, laag"),
    ("CR91/midden/2030/balans", "hoog, laag"), ("CR91/laag/2020/balans", "2030, 2040, 2050"), ("CR91/laag", "2030"),
    ("CR91/laag/2030", "vraag, banen"), ("CR91/laag/2030/winst", "balans-met-zacht"),
    ("CR91/laag/2030/vraag/groei", "uitbreiding, vervanging, aanvullend"),
    ("CR91/laag/2030/vraag/uitbreiding/vissen/business-park", "maken, vervoeren, helpen"),
    ("CR91/laag/2030/vraag/uitbreiding/maken", "seaport, business-park"),
    ("CR91/laag/2030/vraag/uitbreiding/maken/office", "seaport, business-park"),
    ("CR92/laag/2030/vraag/vervanging/W9", "W1"), ("CR91/laag/2030/vraag/aanvullend/x", "kringloop"),
    ("CR91/laag/2030/vraag/klasse/c9", "c2-small-dry"), ("CR91/laag/2030/banen/vissen", "maken, vervoeren, helpen"),
    ("CR93/laag/2030/aanbod/terstond/404", "1005, 1006"), ("CR93/laag/2030/aanbod/zacht-plan", "terstond, bevroren"),
    ("CR91/laag/2030/balans/meer", "–"),
  ])
  func anUnknownStepNamesWhatIsPossible(_ path: String, _ possible: String) throws {
    let diagnostic = try refusal(path)
    #expect(
      diagnostic.code == "explain.unknown-figure" && diagnostic.remedy.nl.contains(possible), "\(diagnostic.remedy.nl)")
  }
}

/// Every path under a place, depth first.
private struct FigureWalk {
  let register: Register
  let library: PlanningLibrary
  let balance: RunBalance.Request

  func paths(from place: String) throws -> [String] {
    let steps = try ExplainFigure().steps(
      after: .init(figure: place, balance: balance), register: register, library: library)
    let below = try steps.flatMap { try paths(from: "\(place)/\($0)") }
    return (Self.isFigure(place) ? [place] : []) + below
  }

  /// Places that only lead on: the case itself, the lists of classes and of effects, and a sector without its location type.
  private static func isFigure(_ place: String) -> Bool {
    let steps = place.split(separator: "/").dropFirst(3)
    let lists: [Substring?] = ["klasse", "effect"]
    return
      !(steps.isEmpty || lists.contains(steps.last) || (steps.dropFirst().first == "uitbreiding" && steps.count == 3))
  }
}

/// The figures as a run prints them, looked up without the explanations.
private struct PrintedFigures {
  let demand: RegionDemand
  let balance: RegionBalance
  let supply: [SupplyLine]
  let effects: DemandEffects

  init(
    _ run: RunBalance.Response, _ split: DecomposeDemand.Response, _ region: RegionCode, _ scenario: String,
    _ horizon: Int
  ) throws {
    demand = try #require(run.demand(of: region, scenario: scenario, horizon: horizon))
    balance = try #require(run.balance(of: region, scenario: scenario, horizon: horizon))
    supply = run.supply.filter { $0.availableFrom <= horizon }
    effects = try #require(split.effects(of: region, scenario: scenario, horizon: horizon))
  }

  func value(of path: String) -> Double? {
    let steps = path.split(separator: "/").dropFirst(3).map(String.init)
    switch (steps[0], steps.count) {
    case ("vraag", 1): return demand.total.value
    case ("vraag", _): return demandValue(Array(steps.dropFirst()))
    case ("banen", 1): return demand.jobsAtHorizon.value
    case ("banen-nu", 1): return demand.jobsAtStart.value
    case ("banen", _), ("banen-nu", _): return sectorJobs(steps)
    case ("aanbod", 1): return balance.hardSupply.value
    case ("aanbod", 2): return SupplyKind(rawValue: steps[1]).flatMap { balance.supply[$0]?.value }
    case ("aanbod", _):
      return supply.filter { $0.kind.rawValue == steps[1] && $0.record == steps[2] }.map(\.net).total().value
    default: return balanceValue(steps[0])
    }
  }

  private func balanceValue(_ topic: String) -> Double? {
    switch topic {
    case "frictie": balance.frictionalReserve.value
    case "ijzeren-voorraad": balance.ironStock.value
    case "bruikbaar": balance.hard.usable.value
    case "bruikbaar-met-zacht": balance.withSoft.usable.value
    case "balans": balance.hard.balance.value
    case "balans-met-zacht": balance.withSoft.balance.value
    case "tekort": balance.hard.shortage.value
    case "tekort-met-zacht": balance.withSoft.shortage.value
    default: nil
    }
  }

  private func demandValue(_ steps: [String]) -> Double? {
    switch (steps[0], steps.count) {
    case ("bruto", 1): demand.grossTotal.value
    case ("uitbreiding", 1): demand.expansion.value
    case ("vervanging", 1): demand.replacement.value
    case ("aanvullend", 1): demand.additional.value
    case ("effect", 2): DemandEffect(rawValue: steps[1]).map { effects[$0].value }
    case ("klasse", 2): SpaceClass.all.first { $0.code == steps[1] }.map { demand.byClass[$0.index] }
    default: lines { Self.name(of: $0) == steps.joined(separator: "/") }
    }
  }

  /// Jobs of a sector follow from its land: J = area × 10 000 / (P × Q); only the total is printed.
  private func sectorJobs(_ steps: [String]) -> Double? {
    SectorJobs.value(steps[1], now: steps[0] == "banen-nu", demand)
  }

  private func lines(where belongs: (DemandLine.Component) -> Bool) -> Double {
    demand.lines.filter { belongs($0.component) }.map(\.net).total().value
  }

  private static func name(of component: DemandLine.Component) -> String {
    switch component {
    case .expansion(let sector, let type): "uitbreiding/\(sector)/\(type.rawValue)"
    case .replacement(let id): "vervanging/\(id)"
    case .addOn(let id): "aanvullend/\(id)"
    }
  }
}

/// Jobs of a sector by the polder's own rule: powers of two that double or halve, and one forecast.
private enum SectorJobs {
  static func value(_ sector: String, now: Bool, _ demand: RegionDemand) -> Double? {
    guard let index = Polder.sectors.sectors.firstIndex(where: { $0.id == sector }) else { return nil }
    return markets(of: demand.region).reduce(0) { sum, corop in
      sum + jobs(corop, index, now: now, demand)
    }
  }

  private static func jobs(_ corop: Int, _ sector: Int, now: Bool, _ demand: RegionDemand) -> Double {
    let base = [2 * corop, 2 * corop + 1].map { Polder.jobs(municipality: $0, sector: sector) }.reduce(0, +)
    if now { return base }
    guard corop == 0, sector == 1, demand.scenario == "laag" else {
      return base * (demand.scenario == "hoog" ? 2 : 0.5)
    }
    return demand.horizon < 2032 ? base + (300 - base) * Double(demand.horizon - 2024) / 8 : 300
  }

  private static func markets(of region: RegionCode) -> [Int] {
    switch region {
    case "NL01": [0, 1, 2]
    case "PV91": [0, 1]
    case "PV92": [2]
    default: Polder.corops.firstIndex(of: region).map { [$0] } ?? []
    }
  }
}
