import ForecastEvaluation
import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct ExplainBacktestTests {
  private static let root = "terugtoets/NL01/uitgifte"

  /// Every figure of a register, each explained once; a figure through its references down to records.
  private final class Trees {
    let register: Register
    private var values: [String: Double] = [:]
    private(set) var leaves: [Explanation] = []

    private let lengths: [Int]?

    init(_ register: Register, lengths: [Int]? = nil) {
      self.register = register
      self.lengths = lengths
    }

    func tree(_ path: String) throws -> Explanation {
      var request = ExplainFigure.Request(figure: path)
      request.lengths = lengths
      return try ExplainFigure()(request, register: register, library: Polder.library()).explanation
    }

    func followed(_ path: String) throws -> Double {
      if let known = values[path] { return known }
      let found = try value(tree(path))
      values[path] = found
      return found
    }

    private func value(_ tree: Explanation) throws -> Double {
      switch tree.basis {
      case .formula(let operation, _, let parts): return operation.apply(try parts.map(value))
      case .figure(let path):
        let found = try followed(path)
        #expect(close(found, tree.value), "\(path): \(found) \(tree.value)")
        return found
      default:
        leaves.append(tree)
        return tree.value
      }
    }
  }

  private static func path(_ row: ScoreRow, _ figure: String) -> String {
    "\(root)/score/\(row.level)/\(row.sizeClass ?? "alle")/\(row.length)/\(row.forecaster)/\(figure)"
  }

  private static func printed(_ score: ErrorScore) -> [String: Double] {
    [
      "bias": score.bias, "mae": score.meanAbsoluteError, "mse": score.meanSquaredError,
      "relatief": score.relativeError, "dekking": score.coverage, "verbreding": score.wideningFactor,
      "dekking-verbreed": score.coverageWidenedElsewhere, "n": Double(score.count),
      "peiljaren": Double(score.cuts.count),
    ].compactMapValues(\.self)
  }

  private static func report(_ register: Register, _ lengths: [Int] = RunBacktest.Request.defaultLengths) throws
    -> BacktestReport
  {
    try #require(
      try RunBacktest()(.init(lengths: lengths), register: register, library: Polder.library()).reports.first)
  }

  /// Figures of scores over every level, class, length and forecaster: the tree gives what the table prints.
  @Test func aScoreIsWhatItsTreeEvaluatesTo() throws {
    let register = try RunBacktestTests.register()
    let trees = Trees(register)
    let rows = try Self.report(register).scores
    var generator = SeededGenerator(state: 7)
    for row in rows.shuffled(using: &generator).prefix(40) {
      for (figure, value) in Self.printed(row.score) {
        let tree = try trees.tree(Self.path(row, figure))
        #expect(close(tree.evaluated(), value), "\(Self.path(row, figure)): \(tree.evaluated()) \(value)")
      }
    }
    #expect(rows.count > 30)
  }

  /// Forecasts from jobs know the jobs of every target year, so that lengths of one's own give numbers of their own: explained over
  /// the same lengths they are those of that back-test, to the last record.
  @Test func scoresOverOwnLengthsAreExplained() throws {
    let register = try RunBacktestTests.register()
    let trees = Trees(register, lengths: [4])
    let rows = try Self.report(register, [4]).scores.filter { $0.forecaster == "terreinquotient" }
    #expect(!rows.isEmpty)
    for row in rows {
      for (figure, value) in Self.printed(row.score) {
        #expect(close(try trees.followed(Self.path(row, figure)), value), "\(Self.path(row, figure))")
      }
    }
    let other = #expect(throws: PlanningError.self) {
      try trees.tree("\(Self.root)/score/corop/alle/5/terreinquotient/bias")
    }
    #expect(other?.diagnostics.first?.remedy.nl == "Hier kan: 4.")
    let none = #expect(throws: PlanningError.self) {
      try Trees(register, lengths: [0]).tree("\(Self.root)/stand/CR91/2012")
    }
    #expect(none?.diagnostics.map(\.code) == ["backtest.length"])
  }

  /// Down to records and parameters, through scores, cases, levels and uptake.
  @Test func everyReferenceLeadsToRecordsAndParameters() throws {
    let register = try RunBacktestTests.register()
    let trees = Trees(register)
    for forecaster in ["uitgifte-extrapolatie", "terreinquotient", "verhuizingen", "laatste-decennium"] {
      let row = try #require(
        try Self.report(register).scores.first {
          $0.level == "land" && $0.length == 10 && $0.forecaster == forecaster && $0.sizeClass == nil
        })
      for (figure, value) in Self.printed(row.score) {
        #expect(close(try trees.followed(Self.path(row, figure)), value), "\(forecaster) \(figure)")
      }
      guard row.score.bandCount > 0 else { continue }
      #expect(try trees.followed(Self.path(row, "rang")) == (0.8 * Double(row.score.bandCount)).rounded(.up))
    }
    let kinds = Set(
      trees.leaves.map { leaf in
        switch leaf.basis {
        case .record(let table, _, _, let origin): origin == nil ? "no origin" : table
        case .parameter(let reading): reading.key
        case .definition: "definition"
        default: "other"
        }
      })
    #expect(
      kinds.isSuperset(of: ["uitgifte", "banen", "definition", "estimators/band-quantile", "backtest/naive-window"]))
    #expect(kinds.isDisjoint(with: ["other", "no origin"]), "\(kinds)")
  }

  @Test func everyFigureOfACaseIsExplained() throws {
    let register = try RunBacktestTests.register()
    let trees = Trees(register)
    let outcomes = try Self.report(register).outcomes.filter { $0.length == 5 }
    let steps: [(String, OutcomeFigure)] = [
      ("raming", .forecast), ("laag", .low), ("hoog", .high), ("werkelijk", .actual), ("fout", .error),
      ("fout-absoluut", .absoluteError), ("fout-kwadraat", .squaredError), ("misser", .miss), ("in-band", .isHeld),
      ("halve-breedte", .halfWidth), ("werkelijk-absoluut", .absoluteActual),
    ]
    var generator = SeededGenerator(state: 3)
    var explained = 0
    for outcome in outcomes.shuffled(using: &generator).prefix(15) {
      for (step, figure) in steps {
        guard let value = outcome.value(of: figure), value.isFinite else { continue }
        let path = "\(Self.root)/geval/\(outcome.region)/\(outcome.cut)/5/\(outcome.forecaster)/\(step)"
        #expect(close(try trees.followed(path), value), "\(path)")
        explained += 1
      }
    }
    #expect(explained > 100)
  }

  @Test func weightsFollowFromSquaredErrors() throws {
    let register = try RunBacktestTests.register()
    let trees = Trees(register)
    let weights = try #require(try Self.report(register).weights.first { $0.length == 5 })
    for (method, weight) in weights.weights {
      #expect(close(try trees.tree("\(Self.root)/gewichten/5/\(method)/gewicht").evaluated(), weight))
      #expect(try trees.tree("\(Self.root)/gewichten/5/\(method)/mse").leaves.count == weights.count + 1)
    }
  }

  /// Borders as the back-test widens them, and the estimates in one; each reference is explained in its turn.
  @Test func estimatesThatTheBacktestChangesAreExplained() throws {
    let register = try RunBacktestTests.register()
    let trees = Trees(register)
    let response = try EstimateDemand()(
      .init(region: .netherlands, horizons: [2029], isCombined: true), register: register, library: Polder.library())
    for estimate in response.estimates where ["CR91", "PV91"].contains(estimate.region.text) {
      let place = "\(estimate.region)/\(estimate.scenario ?? "laag")/2029/\(estimate.method.rawValue)"
      guard let widened = estimate.widened else { continue }
      for (side, value) in [("laag", widened.low), ("hoog", widened.high)] {
        let tree = try trees.tree("\(place)/verbreed/NL01/\(side)")
        #expect(close(tree.evaluated(), value.value), "\(place) \(side): \(tree.evaluated()) \(value)")
        for case .figure(let path) in tree.leaves.map(\.basis) where !path.hasPrefix("terugtoets") {
          _ = try trees.followed(path)
        }
      }
    }
    let combined = try #require(response.combined.first { $0.region == "CR91" && $0.scenario == "hoog" })
    for (step, value) in [("", combined.centre), ("/laag", combined.low), ("/hoog", combined.high)] {
      let tree = try trees.tree("CR91/hoog/2029/gewogen/NL01\(step)")
      #expect(close(tree.evaluated(), try #require(value).value))
    }
  }

  /// 2005: fifteen hectares of a municipality that merged and a quarter of the forty of one that was split.
  @Test func aLevelIsTheSumOfTheMunicipalitiesThatWere() throws {
    let register = try RunBacktestTests.mergedRegister()
    let tree = try Trees(register).tree("terugtoets/CR91/bodemgebruik/stand/GM9001/2005")
    let records = tree.leaves.compactMap { leaf in
      if case .record(let table, let key, _, _) = leaf.basis { "\(table) \(key) \(leaf.value)" } else { nil }
    }
    #expect(records == ["bodemgebruik GM9901/2005 15.0", "bodemgebruik GM9902/2005 40.0", "herindelingen GM9902 0.25"])
    #expect(tree.value == 25 && tree.unit == .grossHectare)
    let between = try Trees(register).tree("terugtoets/CR91/bodemgebruik/stand/CR91/2012")
    #expect(between.value == 62 && between.evaluated() == 62)
  }

  @Test func theAnswerCarriesTheRequestThatGivesItAgain() throws {
    let register = try RunBacktestTests.register()
    let path = "\(Self.root)/score/corop/alle/5/uitgifte-extrapolatie/verbreding"
    func answer(_ request: ExplainFigure.Request) throws -> ExplainFigure.Response {
      try ExplainFigure()(request, register: register, library: Polder.library())
    }
    for lengths in [nil, [5]] {
      var request = ExplainFigure.Request(figure: path, balance: .init(horizons: [2050]))
      request.lengths = lengths
      let first = try answer(request)
      #expect(first.request.lengths == lengths)
      #expect(try answer(first.request) == first)
    }
  }

  @Test(arguments: [
    ("", "NL01"), ("/NL01", "uitgifte, bodemgebruik"), ("/NL01/uitgifte", "score, geval, gewichten, stand"),
    ("/NL01/uitgifte/score", "gemeente, corop, provincie, land"), ("/NL01/uitgifte/score/wijk", "gemeente, corop"),
    ("/NL01/uitgifte/score/corop/alle/6/glazen-bol/bias", "uitgifte-extrapolatie"),
    ("/NL01/uitgifte/score/corop/alle/5/verhuizingen/winst", "bias, mae"),
    ("/NL01/uitgifte/score/corop/alle/5/verhuizingen/gedekt/1900", "2004, 2005"),
    ("/NL01/uitgifte/geval/CR91/2010/5/geen-verandering/laag", "raming, werkelijk, fout"),
    ("/NL01/uitgifte/geval/CR99/2010/5/verhuizingen/fout", "CR91"), ("/NL01/uitgifte/stand/CR91/1800", "2004"),
    ("/NL01/uitgifte/gewichten/5/geen-verandering/gewicht", "uitgifte-extrapolatie"),
  ])
  func anUnknownStepNamesWhatIsPossible(_ rest: String, _ possible: String) throws {
    let register = try RunBacktestTests.register()
    let error = #expect(throws: PlanningError.self) { try Trees(register).tree("terugtoets" + rest) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(
      diagnostic.code == "explain.unknown-figure" && diagnostic.remedy.nl.contains(possible), "\(diagnostic.remedy.nl)")
  }
}

private func close(_ one: Double, _ other: Double) -> Bool {
  abs(one - other) <= 1e-9 * max(abs(one), abs(other)) + 1e-9
}
