import ForecastBands
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing
import Uncertainty
import WorkLocations

@Suite struct ExplainSpreadTests {
  private static var library: PlanningLibrary {
    Polder.library(
      ParameterSet([
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
      ]))
  }

  private static func forecast(_ region: RegionCode) -> RunForecast.Request {
    .init(balance: .init(region: region, horizons: [2030], scenarios: ["hoog"]), draws: 512)
  }

  private func spread(_ region: RegionCode = "CR92") throws -> SpreadCase {
    let request = ExplainSpread.Request(forecast: Self.forecast(region))
    return try #require(
      try ExplainSpread()(request, register: try Polder.register(), library: Self.library).cases.first)
  }

  private func response(_ figure: String) throws -> ExplainFigure.Response {
    try ExplainFigure()(
      .init(figure: figure, forecast: Self.forecast("PV91")), register: try Polder.register(), library: Self.library)
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

  private static let steps: [InputGroup: String] = [
    .growth: "groei", .landPerJob: "ruimte-per-baan", .locationPreference: "locatievoorkeur",
    .replacement: "vervanging", .softRealisation: "zachte-plannen", .addOns: "aanvullend",
  ]

  /// Of a market and of a province of more than one.
  @Test(arguments: ["CR92", "PV91"]) func everyFigureFollowsFromItsTree(_ region: String) throws {
    let item = try spread(RegionCode(region))
    func check(_ path: String, _ printed: Double) throws {
      let found = try value(of: "\(region)/hoog/2030/\(path)")
      #expect(abs(found - printed) < 1e-9, "\(path): \(found) \(printed)")
    }
    try check("ontbrekend-terrein", item.missingLand.value)
    for bar in item.tornado {
      let group = try #require(Self.steps[bar.group])
      try check("tornado/\(group)/laag", bar.atLow.value)
      try check("tornado/\(group)/hoog", bar.atHigh.value)
      try check("tornado/\(group)", bar.width.value)
    }
    for sensitivity in item.sensitivities {
      let (group, index) = (try #require(Self.steps[sensitivity.group]), sensitivity.index)
      try check("gevoeligheid/\(group)/eerste", index.estimate.first)
      try check("gevoeligheid/\(group)/totaal", index.estimate.total)
      try check("gevoeligheid/\(group)/eerste/laag", index.lower.first)
      try check("gevoeligheid/\(group)/totaal/hoog", index.upper.total)
    }
    for point in item.breakEvens {
      let path = "omslagpunt/\(try #require(Self.steps[point.group]))"
      if let value = point.value {
        try check(path, value)
        let topic = point.group == .softRealisation ? "balans-met-zacht" : "balans"
        #expect(abs(try self.value(of: "\(region)/hoog/2030/\(path)/\(topic)")) < 0.01)
      } else {
        try checkNone(point, "\(region)/hoog/2030/\(path)", balance: item.balance)
      }
    }
  }

  /// Without a break-even the tree has the balance at both ends of the range, the nearest of them and the range with its
  /// parameters; each reference opens, and so does any other figure there.
  private func checkNone(_ point: BreakEvenPoint, _ path: String, balance: NetHectares) throws {
    let tree = try response(path).explanation
    guard case .optimum(let found) = tree.basis, found.parts.count == 3,
      case .formula(let operation, _, let ends) = found.parts[0].basis
    else { Issue.record("\(path): \(tree)"); return }
    #expect(ends.count == 2 && tree.value == found.parts[0].value && tree.unit == .netHectare)
    #expect(found.parts[1].value == point.lowest && found.parts[2].value == point.highest)
    #expect(found.parts.dropFirst().allSatisfy { $0.evaluated() == $0.value })
    #expect(
      tree.leaves.contains {
        if case .parameter(let read) = $0.basis { read.key.contains("break-even") } else { false }
      })
    #expect(operation == (tree.value < 0 ? .maximum : .minimum))
    #expect(ends.allSatisfy { ($0.value < 0) == (tree.value < 0) && abs($0.value) >= abs(tree.value) })
    for (end, side) in zip(ends, ["laag", "hoog"]) {
      #expect(end.basis == .figure(path: "\(path)/\(side)"))
      #expect(abs(try value(of: "\(path)/\(side)") - end.value) < 1e-9, "\(path)/\(side)")
      let topic = point.group == .softRealisation ? "bruikbaar-met-zacht" : "vraag"
      #expect(try response("\(path)/\(side)/\(topic)").explanation.value.isFinite)
    }
    #expect(throws: PlanningError.self) { try response("\(path)/balans") }
  }

  /// A parameter that a break-even moves beyond what its source holds says what it was.
  @Test func aMovedValueSaysWhatItWas() throws {
    let tree = try response("CR92/hoog/2030/omslagpunt/ruimte-per-baan/hoog/vraag/uitbreiding").explanation
    let read = tree.leaves.compactMap { leaf in
      if case .parameter(let reading) = leaf.basis, reading.key == "demand/land-per-job" { reading } else { nil }
    }
    #expect(read.contains { $0.value == 937.5 && $0.dated.locator == "tabel 1, 312.5 → 937.5" }, "\(read)")
    #expect(!read.contains { $0.value == 312.5 })
  }

  /// Half of 312.5 m² is what the leaf says, from the same source.
  @Test func anEndOfTheTornadoRestsOnShiftedParameters() throws {
    let demand = try response("CR92/hoog/2030/tornado/ruimte-per-baan/laag/vraag/uitbreiding").explanation
    let expansion = demand.leaves.compactMap { leaf in
      if case .parameter(let reading) = leaf.basis, reading.key == "demand/land-per-job" { reading } else { nil }
    }
    let paths = demand.leaves.compactMap { leaf in if case .figure(let path) = leaf.basis { path } else { nil } }
    #expect(expansion.contains { $0.value == 156.25 && $0.dated.locator == "tabel 1" })
    #expect(!expansion.contains { $0.value == 312.5 })
    #expect(paths.allSatisfy { $0.hasPrefix("CR92/hoog/2030/tornado/ruimte-per-baan/laag/") })
  }

  @Test func theAnswerOfASpreadCarriesTheRequestThatGivesItAgain() throws {
    for figure in ["CR92/hoog/2030/gevoeligheid/groei/eerste", "CR92/hoog/2030/tornado/groei"] {
      let first = try response(figure)
      let again = try ExplainFigure()(first.request, register: try Polder.register(), library: Self.library)
      #expect(again == first)
    }
  }

  @Test(arguments: [
    ("tornado", "groei, ruimte-per-baan"), ("tornado/regen", "groei, ruimte-per-baan"),
    ("tornado/groei/midden", "laag, hoog"), ("gevoeligheid/groei/half", "eerste, totaal"),
    ("gevoeligheid/zachte-plannen/eerste", "groei"), ("omslagpunt/groei/midden", "Vraag omslagpunt/groei zelf"),
  ])
  func anUnknownStepOfASpreadNamesWhatIsPossible(_ path: String, _ possible: String) throws {
    let error = #expect(throws: PlanningError.self) { try response("CR92/hoog/2030/\(path)") }
    let remedy = try #require(error?.diagnostics.first?.remedy.nl)
    #expect(remedy.contains(possible), "\(remedy)")
  }

  /// Inside a changed world a refusal names the whole path as it was typed, and no steps that do not go on there.
  @Test(arguments: ["tornado/groei/laag", "omslagpunt/groei/hoog"])
  func aRefusalInsideAWorldNamesItsPlace(_ world: String) throws {
    let error = #expect(throws: PlanningError.self) { try response("CR92/hoog/2030/\(world)/vraag/winst") }
    #expect(error?.diagnostics.first?.message.nl.contains("na CR92/hoog/2030/\(world)/vraag") == true)
    let topics = #expect(throws: PlanningError.self) { try response("CR92/hoog/2030/\(world)/winst") }
    let remedy = try #require(topics?.diagnostics.first?.remedy.nl)
    #expect(remedy.contains("balans-met-zacht") && !remedy.contains("tornado"))
  }

  /// Only land per job is uncertain, so all of the variance is its.
  @Test func theOnlyUncertainInputCausesAllVariance() throws {
    let item = try spread()
    for sensitivity in item.sensitivities {
      let expected = sensitivity.group == .landPerJob ? 1.0 : 0
      #expect(abs(sensitivity.index.estimate.total - expected) < 0.1, "\(sensitivity)")
    }
  }

  /// CR92, high, 2030: 7.5 usable − (63 + 16 + 8). At half the land per job 31.5 less is asked for, at one and a half times more.
  @Test func theTornadoMovesOneGroupAtATime() throws {
    let item = try spread()
    #expect(item.balance == NetHectares(7.5 - 87))
    #expect(item.missingLand == NetHectares(79.5))
    let land = try #require(item.tornado.first)
    #expect(land.group == .landPerJob)
    #expect(land.atLow == NetHectares(-79.5 + 31.5) && land.atHigh == NetHectares(-79.5 - 31.5))
    let rest = item.tornado.filter { $0.group != .landPerJob }
    #expect(rest.count == InputGroup.allCases.count - 1)
    #expect(rest.allSatisfy { $0.width == .zero })
  }

  /// Even without any expansion CR92 asks for 24 ha and has 7.5; CR91 asks for 16 + 63/64 × factor and has 6.09; growth of −x a
  /// year over six years would do it where expansion can go below zero.
  @Test func aBreakEvenMakesTheBalanceZeroOrSaysThatNoneDoes() throws {
    let points = try spread().breakEvens
    let land = try #require(points.first { $0.group == .landPerJob })
    #expect(land.value == nil && land.lowest == 0)
    let soft = try #require(points.first { $0.group == .softRealisation })
    // With soft plans: 7.5 + 128 × 0.5 f − 87 = 0.
    #expect(abs((soft.value ?? 0) - 79.5 / 64) < 1e-4)
  }
}
