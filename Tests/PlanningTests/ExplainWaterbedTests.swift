import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct ExplainWaterbedTests {
  private let request = AssessWaterbed.Request(
    plans: ["hard"], balance: .init(horizons: [2030, 2040], scenarios: ["hoog"]))
  private let register: Register
  private let library: PlanningLibrary

  init() throws {
    (register, library) = (try WaterbedUseCaseTests.register(), WaterbedUseCaseTests.library)
  }

  private func response(_ figure: String, freeze: [String]? = ["hard"]) throws -> ExplainFigure.Response {
    var request = ExplainFigure.Request(figure: figure, balance: request.balance)
    request.freeze = freeze
    return try ExplainFigure()(request, register: register, library: library)
  }

  /// From the leaves, through the references to other figures.
  private func value(of figure: String, _ known: inout [String: Double]) throws -> Double {
    if let found = known[figure] { return found }
    let found = try value(try response(figure).explanation, &known)
    known[figure] = found
    return found
  }

  private func value(_ tree: Explanation, _ known: inout [String: Double]) throws -> Double {
    switch tree.basis {
    case .formula(let operation, _, let parts): operation.apply(try parts.map { try value($0, &known) })
    case .figure(let path): try value(of: path, &known)
    default: tree.value
    }
  }

  private func figures(_ effect: AssessWaterbed.Effect) -> [(String, NetHectares)] {
    let own = [
      ("bevroren", effect.frozen), ("onbediend", effect.unserved), ("in-gemeente", effect.inMunicipality),
      ("elders-in-markt", effect.elsewhereInMarket), ("vertrekt", effect.leaving), ("vertrekt/laag", effect.leavingLow),
      ("vertrekt/hoog", effect.leavingHigh),
    ]
    let around = effect.pressures.flatMap { pressure in
      [
        ("passend-vrij", pressure.fitting), ("komt-aan", pressure.arriving), ("vindt-plaats", pressure.served),
        ("vindt-geen-plaats", pressure.unserved),
      ].map { ("buur/\(pressure.region)/\($0.0)", $0.1) }
    }
    return own + around
  }

  @Test func everyFigureFollowsFromItsTree() throws {
    let effects = try AssessWaterbed()(request, register: register, library: library).effects
    var something = 0
    var known: [String: Double] = [:]
    for effect in effects {
      for (figure, printed) in figures(effect) {
        let path = "\(effect.region)/\(effect.scenario)/\(effect.horizon)/waterbed/\(figure)"
        let found = try value(of: path, &known)
        #expect(abs(found - printed.value) < 1e-9, "\(path): \(found) \(printed)")
        something += printed.value > 0.001 ? 1 : 0
      }
    }
    #expect(something >= 9)
  }

  /// Nearness goes down to the points of municipalities, what stays to a parameter, the shortage to the world without the plan.
  @Test func treesEndInRecordsParametersAndFigures() throws {
    let arriving = try response("CR91/hoog/2040/waterbed/buur/CR92/komt-aan").explanation
    let ofClass = try #require(
      arriving.leaves.compactMap { leaf in if case .figure(let path) = leaf.basis { path } else { nil } }.first)
    let leaves = try response(ofClass).explanation.leaves
    #expect(leaves.contains { if case .record("regio's", _, _, _) = $0.basis { true } else { false } })
    let staying = try response("CR91/hoog/2040/waterbed/vertrekt")
    #expect(staying.explanation.leaves.contains { if case .parameter = $0.basis { true } else { false } })
    #expect(
      try response("CR91/hoog/2040/waterbed/na/balans").explanation.value
        < response("CR91/hoog/2040/balans").explanation.value)
  }

  @Test func theAnswerCarriesTheRequestThatGivesItAgain() throws {
    for figure in ["CR91/hoog/2040/waterbed/onbediend", "CR92/hoog/2040/waterbed/na/balans"] {
      let first = try response(figure)
      #expect(try ExplainFigure()(first.request, register: register, library: library) == first)
    }
  }

  @Test(arguments: [
    ("CR91/hoog/2040/waterbed", "bevroren, onbediend"), ("CR91/hoog/2040/waterbed/buur/CR99/komt-aan", "CR92"),
    ("CR91/hoog/2040/waterbed/vertrekt/midden", "laag, hoog"), ("CR92/hoog/2040/waterbed/onbediend", "CR91"),
    ("CR91/hoog/2040/winst", "ontbrekend-terrein, waterbed."),
    ("CR91/hoog/2040/waterbed/na/winst", "ontbrekend-terrein."),
  ])
  func anUnknownStepNamesWhatIsPossible(_ path: String, _ possible: String) throws {
    let error = #expect(throws: PlanningError.self) { try response(path) }
    let remedy = try #require(error?.diagnostics.first?.remedy.nl)
    #expect(remedy.contains(possible), "\(remedy)")
  }

  /// The place of a refusal is the path as it was typed.
  @Test func aRefusalWithThePlansFrozenSaysSo() throws {
    let error = #expect(throws: PlanningError.self) { try response("CR91/hoog/2040/waterbed/na/vraag/winst") }
    #expect(error?.diagnostics.first?.message.nl.hasSuffix("na CR91/hoog/2040/waterbed/na/vraag") == true)
  }

  @Test func withoutFrozenPlansThereIsNoWaterbed() throws {
    let steps = #expect(throws: PlanningError.self) { try response("CR91/hoog/2040/winst", freeze: nil) }
    #expect(steps?.diagnostics.first?.remedy.nl.contains("waterbed") == false)
    let error = #expect(throws: PlanningError.self) {
      try response("CR91/hoog/2040/waterbed/onbediend", freeze: nil)
    }
    #expect(error?.diagnostics.map(\.code) == ["explain.nothing-frozen"])
  }
}
