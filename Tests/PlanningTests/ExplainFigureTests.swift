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
          let printed = try PrintedFigures(run, region, scenario, horizon, split: split)
          let paths = try FigureWalk(register: register, library: library, balance: request)
            .paths(from: "\(region)/\(scenario)/\(horizon)")
          for path in Self.walked(paths) {
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

  /// Flows between classes are explained by the steps of the assignment, and those by the steps before them: following all
  /// references down to records and parameters gives the figure again.
  @Test func figuresOfClassesFollowFromTheStepsOfTheAssignment() throws {
    let register = try Self.register()
    let library = Polder.library(Self.overrides)
    let walk = FigureWalk(register: register, library: library, balance: .init())
    var chained = 0
    for place in ["CR91/hoog/2040", "CR92/hoog/2030", "CR93/laag/2040"] {
      for path in try walk.paths(from: place, where: { $0.contains("klasse-met") || $0.contains("toedeling") }) {
        var references = 0
        let value = try followed(path, register, library, &references)
        let tree = try ExplainFigure()(.init(figure: path), register: register, library: library).explanation
        #expect(close(value, tree.value), "\(path): \(value) \(tree.value)")
        chained += references
      }
    }
    #expect(chained > 20)
  }

  private func followed(_ path: String, _ register: Register, _ library: PlanningLibrary, _ count: inout Int) throws
    -> Double
  {
    func value(_ tree: Explanation) throws -> Double {
      switch tree.basis {
      case .formula(let operation, _, let parts): return operation.apply(try parts.map(value))
      case .figure(let path):
        count += 1
        return try followed(path, register, library, &count)
      default: return tree.value
      }
    }
    return try value(ExplainFigure()(.init(figure: path), register: register, library: library).explanation)
  }

  /// All figures but those of classes of land and flows between them, of which there are so many that one in nine must do.
  private static func walked(_ paths: [String]) -> [String] {
    func isMany(_ path: String) -> Bool { path.contains("/klasse") || path.contains("/mismatch") }
    let many = paths.filter(isMany)
    return paths.filter { !isMany($0) } + many.indices.filter { $0 % 9 == 0 }.map { many[$0] }
  }

  /// Land by kind as it stands in the register, of a region and of each park or plan, and the mean uptake that reserves rest on.
  @Test func figuresOfTheRegisterAreExplained() throws {
    let register = try Self.register()
    let run = try RunBalance()(.init(), register: register, library: Polder.library(Self.overrides))
    for region in ["NL01", "PV91", "CR92", "GM9001"] as [RegionCode] {
      let inside = Set(register.regions.municipalities(in: region))
      for kind in SupplyKind.allCases {
        let lines = run.supply.filter { inside.contains($0.municipality) && $0.kind == kind }
        let tree = try explain("register/\(region)/aanbod/\(kind.rawValue)")
        #expect(close(tree.evaluated(), lines.map(\.net).total().value), "\(region) \(kind)")
        for record in Set(lines.map(\.record)) {
          let own = lines.filter { $0.record == record }.map(\.net).total().value
          #expect(close(try explain("register/\(region)/aanbod/\(kind.rawValue)/\(record)").value, own))
        }
      }
    }
    let uptake = try explain("register/CR93/uitgifte")
    #expect(uptake.value == 2 && uptake.evaluated() == 2)
    #expect(
      uptake.leaves.contains {
        if case .record("uitgifte", "GM9005/2023", "teruggekocht_ha", .some) = $0.basis { true } else { false }
      })
    let reported = try explain("register/CR92/uitgifte")
    #expect(
      reported.leaves.allSatisfy { if case .record("werklocaties", _, _, .some) = $0.basis { true } else { false } })
    let stock = try explain("CR93/hoog/2030/ijzeren-voorraad")
    #expect(stock.leaves.contains { $0.basis == .figure(path: "register/CR93/uitgifte") && $0.value == 2 })
  }

  /// Without a flow from a class to stricter land either none of that demand is left or none of that land: both stand in the tree,
  /// and neither number is made up.
  @Test func aFlowOfNothingIsExplained() throws {
    let run = try RunBalance()(.init(), register: try Self.register(), library: Polder.library(Self.overrides))
    let balance = try #require(run.balance(of: "CR92", scenario: "hoog", horizon: 2030)).hard
    func has(_ demand: SpaceClass, _ land: SpaceClass) -> Bool {
      balance.spills.contains { $0.demand == demand && $0.land == land }
    }
    let pairs = SpaceClass.all.flatMap { demand in
      SpaceClass.all.filter { $0 != demand && $0.serves(demand) && !has(demand, $0) }.map { (demand, $0) }
    }
    #expect(pairs.count > 50)
    for (demand, land) in pairs.enumerated().filter({ $0.offset % 11 == 0 }).map(\.element) {
      let tree = try explain("CR92/hoog/2030/mismatch/\(demand.code)/\(land.code)")
      let short = try #require(balance.classes.first { $0.spaceClass == demand }).shortage.value
      let left = try #require(balance.classes.first { $0.spaceClass == land }).unused.value
      guard case .formula(.minimum, _, let parts) = tree.basis else { Issue.record("no minimum"); continue }
      #expect(tree.value == 0 && parts.count == 2 && close(parts[0].value, short) && close(parts[1].value, left))
      for part in parts {
        guard case .figure(let path) = part.basis else { Issue.record("no reference"); continue }
        #expect(close(try explain(path).value, part.value), "\(path)")
      }
    }
  }

  /// Nobody on stricter land: the classes that ask for land, each with nothing there; without any demand that says so.
  @Test func aMismatchOfNothingIsExplained() throws {
    let empty = try Polder.register {
      $0.jobs = []; $0.withdrawals = []
    }
    for register in [empty, try Self.register()] {
      for place in ["CR91", "CR92", "CR93"].flatMap({ ["\($0)/hoog/2030", "\($0)/laag/2040"] }) {
        let tree = try ExplainFigure()(
          .init(figure: "\(place)/mismatch"), register: register, library: Polder.library(Self.overrides)
        ).explanation
        guard tree.value == 0 else { continue }
        let isDefined = tree.basis == .definition
        #expect(isDefined || (!tree.leaves.isEmpty && tree.leaves.allSatisfy { $0.value == 0 }), "\(place)")
      }
    }
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

  /// What is more than a province leads to its markets under their own paths, for any figure.
  @Test(arguments: ["vraag", "tekort-met-zacht", "vraag/klasse/c4-large-dry", "aanbod/terstond"])
  func aCountryRefersToItsMarkets(_ figure: String) throws {
    let tree = try explain("NL01/hoog/2030/\(figure)")
    guard case .formula(.sum, _, let parts) = tree.basis else { Issue.record("no sum"); return }
    #expect(!parts.isEmpty && close(tree.evaluated(), tree.value))
    for part in parts {
      guard case .figure(let path) = part.basis else { Issue.record("\(part.label.nl) is written out"); continue }
      #expect(path.hasSuffix("/hoog/2030/\(figure)"))
      #expect(try explain(path).value == part.value, "\(path)")
    }
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
    ("CR93/laag/2030/aanbod/terstond/404", "1005, 1006"), ("CR93/laag/2030/aanbod/snel", "terstond, niet-terstond"),
    ("CR93/laag/2030/aanbod/zacht-plan/404", "–"),
    ("CR91/laag/2030/balans/meer", "–"),
    ("CR91/laag/2030/winst", "ontbrekend-terrein"), ("register", "NL01, PV91"), ("register/CR91", "aanbod, uitgifte"),
    ("register/CR91/aanbod", "terstond, niet-terstond"), ("register/CR93/aanbod/terstond/404", "1005, 1006"),
    ("CR91/laag/2030/mismatch/c5-large-wet", "c2-small-dry"),
    ("CR91/laag/2030/mismatch/c2-small-dry/c2-small-dry", "c2-medium-dry, c2-large-dry"),
    ("", "register, terugtoets, energiescan"),
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
    let below = try below(place).flatMap(paths)
    return (Self.isFigure(place) ? [place] : []) + below
  }

  /// The ends of paths under a place, in some of its branches.
  func paths(from place: String, where isWanted: (String) -> Bool) throws -> [String] {
    try below(place).filter(isWanted).flatMap(ends)
  }

  private func ends(_ place: String) throws -> [String] {
    let below = try below(place)
    return below.isEmpty ? [place] : try below.flatMap(ends)
  }

  private func below(_ place: String) throws -> [String] {
    try ExplainFigure().steps(
      after: .init(figure: place, balance: balance), register: register, library: library
    ).map { "\(place)/\($0)" }
  }

  /// Places that only lead on: the case itself, lists, a sector without its location type and a class without its figure.
  /// Estimators, bands, spreads and steps of an assignment are not among the figures of a balance.
  private static func isFigure(_ place: String) -> Bool {
    let steps = place.split(separator: "/").dropFirst(3).map(String.init)
    guard let first = steps.first, let last = steps.last else { return false }
    if first.hasPrefix("toedeling") || EstimationMethod(rawValue: first) != nil { return false }
    if first == "gewogen" { return false }
    if ["band", "kans", "ruimte-bij-risico", "trekking"].contains(first) { return false }
    if ["tornado", "omslagpunt", "gevoeligheid", "ontbrekend-terrein"].contains(first) { return false }
    if first.hasPrefix("klasse") { return steps.count == 3 }
    if first.hasPrefix("mismatch") { return steps.count != 2 }
    return
      !(["klasse", "effect", "doelgroep", "stand"].contains(last) || (steps.count == 3 && steps[1] == "uitbreiding")
      || (steps.count == 4 && steps[1] == "effect"))
  }
}
