import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct BalanceExplanationsTests {
  private typealias Topic = BalanceExplanations.Topic

  /// The explained balance of a generated country, and the effects that stand beside it.
  private static func country() throws -> (response: ExplainBalance.Response, split: DecomposeDemand.Response) {
    let register = try GeneratedCountry.register()
    let library = PlanningLibrary(
      parameters: GeneratedCountry.parameters, bibliography: Polder.bibliography, sectors: GeneratedCountry.sectors,
      addOns: Polder.addOns)
    return (
      try ExplainBalance()(.init(), register: register, library: library),
      try DecomposeDemand()(.init(), register: register, library: library)
    )
  }

  private static func polder(_ rounding: Rounding = .none) throws -> ExplainBalance.Response {
    try ExplainBalance()(.init(rounding: rounding), register: Polder.register(), library: Polder.library())
  }

  private func close(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-12 * max(abs(one), abs(other)) + 1e-8
  }

  /// Random figures of a national run: each tree, recomputed from its leaves, gives what the run printed.
  @Test func randomFiguresOfACountryEvaluateToWhatWasPrinted() throws {
    let (response, split) = try Self.country()
    var chance = SeededGenerator(state: 20_240_101)
    let paths = response.explanations.byPath.keys.sorted().shuffled(using: &chance).prefix(600)
    #expect(paths.count == 600)
    for path in paths { try check(path, in: response, split) }
  }

  @Test(arguments: [Rounding.none, .tenthOfHectare])
  func everyFigureOfThePolderEvaluatesToWhatWasPrinted(_ rounding: Rounding) throws {
    let response = try Self.polder(rounding)
    let split = try DecomposeDemand()(
      .init(rounding: rounding), register: Polder.register(), library: Polder.library())
    for path in response.explanations.byPath.keys { try check(path, in: response, split) }
  }

  private func check(_ path: String, in response: ExplainBalance.Response, _ split: DecomposeDemand.Response) throws {
    let steps = path.split(separator: "/").map(String.init)
    let printed = try PrintedFigures(
      response.balance, RegionCode(steps[0]), steps[1], try #require(Int(steps[2])), split: split)
    let figure = try #require(printed.value(of: path), "\(path)")
    let tree = try #require(response.explanations[path])
    let evaluated = try #require(response.explanations.evaluated(path))
    #expect(close(tree.value, figure) && close(evaluated, figure), "\(path): \(tree.value) \(evaluated) \(figure)")
  }

  /// The folded trees say the same as the whole ones of `ExplainFigure`.
  @Test func theRootIsThatOfTheWholeTree() throws {
    let explanations = try Self.polder().explanations
    for path in ["CR91/hoog/2030/vraag", "CR93/laag/2040/balans", "PV91/hoog/2030/tekort", "CR93/laag/2030/bruikbaar"] {
      let whole = try ExplainFigure()(.init(figure: path), register: Polder.register(), library: Polder.library())
        .explanation
      let tree = try #require(explanations[path], "\(path)")
      #expect(tree.label == whole.label && close(tree.value, whole.value) && tree.unit == whole.unit, "\(path)")
    }
  }

  /// Every region, scenario and horizon has the figures that tables print.
  @Test func everyPrintedFigureHasATree() throws {
    let response = try Self.polder()
    let topics = [
      Topic.demand, Topic.hardSupply, Topic.frictionalReserve, Topic.ironStock, Topic.usable, Topic.usableWithSoft,
      Topic.balance, Topic.balanceWithSoft, Topic.shortage,
    ]
    for balance in response.balance.balances {
      for topic in topics {
        let path = "\(balance.region)/\(balance.scenario)/\(balance.horizon)/\(topic)"
        #expect(response.explanations[path] != nil, "\(path)")
      }
    }
  }

  /// A figure that has a tree is written once: in other trees it stands as a reference that leads to it or to what
  /// `ExplainFigure` knows.
  @Test func treesReferToEachOther() throws {
    let explanations = try Self.polder().explanations
    let balance = try #require(explanations["CR93/laag/2030/balans"])
    #expect(
      Self.references(in: balance) == ["CR93/laag/2030/bruikbaar", "CR93/laag/2030/vraag"])
    let province = try #require(explanations["PV91/laag/2030/balans"])
    #expect(Self.references(in: province) == ["CR91/laag/2030/balans", "CR92/laag/2030/balans"])
    var random = SeededGenerator(state: 11)
    let others = Set(explanations.byPath.values.flatMap(Self.references)).filter { explanations[$0] == nil }
    for path in others.sorted().shuffled(using: &random).prefix(60) {
      _ = try ExplainFigure()(.init(figure: path), register: Polder.register(), library: Polder.library())
    }
  }

  private static func references(in tree: Explanation) -> [String] {
    switch tree.basis {
    case .figure(let path): [path]
    case .formula(_, _, let parts): parts.flatMap(references)
    default: []
    }
  }

  /// A country of the size of the Netherlands stays small: no sum is longer than its largest parts and the line for the rest.
  @Test func longSumsAreFolded() throws {
    let explanations = try Self.country().response.explanations
    let regions: (Explanation) -> Bool = { if case .figure = $0.basis { true } else { false } }
    for (path, tree) in explanations.byPath {
      #expect(Self.longestSum(tree, unless: regions) <= BalanceExplanations.partsShown + 1, "\(path)")
    }
    let demand = try #require(explanations.byPath.first { $0.key.hasPrefix("CR") && $0.key.hasSuffix("/vraag") }?.value)
    guard case .formula(_, _, let parts) = demand.basis, case .folded(let count) = parts.last?.basis else {
      Issue.record("not folded")
      return
    }
    #expect(parts.count == BalanceExplanations.partsShown + 1 && count > BalanceExplanations.partsShown)
  }

  private static func longestSum(_ tree: Explanation, unless isReference: (Explanation) -> Bool) -> Int {
    guard case .formula(let operation, _, let parts) = tree.basis else { return 0 }
    let own = operation == .sum && !parts.allSatisfy(isReference) ? parts.count : 0
    return max(own, parts.map { longestSum($0, unless: isReference) }.max() ?? 0)
  }

  /// The JSON holds the fields of the balance and the trees beside them.
  @Test func isEncodedAsTheBalanceWithItsTrees() throws {
    let response = try Self.polder()
    let json = try JSONEncoder().encode(response)
    let balance = try JSONDecoder().decode(RunBalance.Response.self, from: json)
    #expect(balance == response.balance)
    struct Trees: Decodable { let explanations: [String: Explanation] }
    #expect(try JSONDecoder().decode(Trees.self, from: json).explanations == response.explanations.byPath)
  }
}
