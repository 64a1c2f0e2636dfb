import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct ExplainChangesTests {
  private static let scenario = ScenarioTests.scenario(
    "proef",
    [
      .plan(id: "hard", .freeze), .plan(id: "zacht", .harden(year: 2029)),
      .parameter(.init(key: "demand/land-per-job", member: "helpen/business-park", change: .factor(2))),
      .withdraw(.init(park: "1006", year: 2028)),
    ])
  private static let request = RunBalance.Request(horizons: [2030, 2040], ownScenarios: [scenario])

  private func response(_ figure: String) throws -> ExplainFigure.Response {
    try ExplainFigure()(
      .init(figure: figure, balance: Self.request), register: try Polder.register(), library: Polder.library())
  }

  /// From the leaves, through the references to other figures.
  private func value(of figure: String) throws -> Double {
    func value(_ tree: Explanation) throws -> Double {
      switch tree.basis {
      case .formula(let operation, _, let parts): operation.apply(try parts.map(value))
      case .figure(let path): try self.value(of: path)
      default: tree.value
      }
    }
    return try value(try response(figure).explanation)
  }

  private static func figures(_ figures: ComparedFigures) -> [(String, Double)] {
    let classes = zip(SpaceClass.all, figures.shortageByClass).map { ("klasse/\($0.code)/tekort", $1.value) }
    return [
      ("vraag", figures.demand.value), ("aanbod", figures.hard.value), ("aanbod/zacht-plan", figures.soft.value),
      ("balans", figures.balance.value), ("balans-met-zacht", figures.balanceWithSoft.value),
      ("tekort", figures.shortage.value), ("tekort-met-zacht", figures.shortageWithSoft.value),
    ] + classes.enumerated().filter { $0.offset % 7 == 0 || $0.element.1 != 0 }.map(\.element)
  }

  /// Every figure of the comparison: base, each change, total and end, for every region and horizon.
  @Test func everyFigureOfAComparisonFollowsFromItsTree() throws {
    let comparison = try #require(
      try CompareScenarios()(Self.request, register: try Polder.register(), library: Polder.library()).comparisons.first
    )
    let count = comparison.steps.count
    var walked = 0
    for change in comparison.changes {
      let place = "\(change.region)/proef/\(change.horizon)/"
      let steps = change.steps.enumerated().map { ("wijziging/\($0.offset + 1)/", $0.element) }
      let all = [("na/0/", change.base), ("wijziging/totaal/", change.total), ("na/\(count)/", change.end)] + steps
      for (prefix, figures) in all {
        for (figure, printed) in Self.figures(figures) {
          let found = try value(of: place + prefix + figure)
          #expect(abs(found - printed) < 1e-9, "\(place + prefix + figure): \(found) \(printed)")
          walked += 1
        }
      }
      let effect = try value(of: place + "na/0/vraag/effect/banen")
      #expect(abs(effect - change.baseEffects.employment.value) < 1e-9)
      #expect(abs(try value(of: place + "vraag/effect/ruimte-per-baan") - change.endEffects.density.value) < 1e-9)
    }
    #expect(walked > 500)
  }

  @Test func theAnswerCarriesTheRequestThatGivesItAgain() throws {
    for figure in ["CR92/proef/2030/wijziging/3/vraag", "PV91/proef/2040/na/1/balans"] {
      let first = try response(figure)
      let again = try ExplainFigure()(first.request, register: try Polder.register(), library: Polder.library())
      #expect(again == first)
    }
  }

  /// A class of land after two changes rests on steps of the assignment after those two changes.
  @Test func referencesStayInTheWorldOfTheirChanges() throws {
    let tree = try response("CR91/proef/2040/na/2/mismatch").explanation
    let paths = tree.leaves.compactMap { leaf in if case .figure(let path) = leaf.basis { path } else { nil } }
    #expect(paths.allSatisfy { $0.hasPrefix("CR91/proef/2040/na/2/") })
  }

  @Test(arguments: [
    ("CR91/proef/2040/wijziging", "1, 2, 3, 4, totaal"), ("CR91/proef/2040/wijziging/5/balans", "1, 2, 3, 4, totaal"),
    ("CR91/proef/2040/wijziging/2/winst", "vraag, aanbod, balans"), ("CR91/proef/2040/na/9/balans", "0, 1, 2, 3, 4"),
    ("CR91/proef/2040/wijziging/2/klasse/c9", "c2-small-dry"), ("CR91/hoog/2040/wijziging/1/balans", "vraag, banen"),
    ("CR91/proef/2040/winst", "ontbrekend-terrein, wijziging, na"),
    ("CR91/proef/2040/na/2/winst", "ontbrekend-terrein."),
    ("CR91/hoog/2040/winst", "ontbrekend-terrein."),
  ])
  func anUnknownStepNamesWhatIsPossible(_ path: String, _ possible: String) throws {
    let error = #expect(throws: PlanningError.self) { try response(path) }
    let remedy = try #require(error?.diagnostics.first?.remedy.nl)
    #expect(remedy.contains(possible), "\(remedy)")
  }

  /// The place of a refusal is the path as it was typed.
  @Test(arguments: ["vraag/winst", "klasse/c9/tekort", "tornado/regen", "band/winst"])
  func aRefusalAfterChangesNamesTheChanges(_ steps: String) throws {
    let error = #expect(throws: PlanningError.self) { try response("CR91/proef/2040/na/2/\(steps)") }
    let first = try #require(steps.split(separator: "/").first)
    #expect(error?.diagnostics.first?.message.nl.hasSuffix("na CR91/proef/2040/na/2/\(first)") == true)
  }

  /// The spread of a world after some changes is that of the scenario that ends there.
  @Test func theSpreadAfterSomeChangesIsExplained() throws {
    let all = Self.request.ownScenarios[0].steps.count
    let after = try response("CR91/proef/2040/na/\(all)/tornado/groei/laag").explanation
    #expect(after.value == (try response("CR91/proef/2040/tornado/groei/laag").explanation.value))
    let paths = after.leaves.compactMap { leaf in if case .figure(let path) = leaf.basis { path } else { nil } }
    let world = "CR91/proef/2040/na/\(all)/tornado/groei/laag/"
    #expect(paths.allSatisfy { $0.hasPrefix(world) || $0 == "register/CR91/uitgifte" }, "\(paths)")
    let before = try response("CR91/proef/2040/na/0/tornado/groei/laag").explanation
    #expect(
      before.value
        == (try response("CR91/\(Self.request.ownScenarios[0].base)/2040/tornado/groei/laag").explanation.value))
  }
}
