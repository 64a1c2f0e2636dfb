import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct ExplainComparisonTests {
  /// Two runs that differ in region, scenario, horizon, parameters and in what counts.
  private static let request = CompareRuns.Request(
    from: .init(region: "PV91", scenario: "laag", horizon: 2030),
    to: .init(region: "NL01", scenario: "hoog", horizon: 2040, countsSoftPlans: true))

  private static let other = ParameterSet([
    Polder.parameter("demand/land-per-job", .squareMetrePerJob, ["maken/business-park": 400]),
    Polder.parameter("demand/location-preference", .share, ["helpen/business-park": 0.4, "maken/seaport": 0.25]),
    Polder.parameter("supply/iron-stock-years", .year, ["": 1]),
  ])

  private let worlds: [PlanningWorld]

  init() throws {
    worlds = [
      PlanningWorld(register: try Polder.register(), library: Polder.library()),
      PlanningWorld(register: try Polder.register(), library: Polder.library(Self.other)),
    ]
  }

  private func explain(_ figure: String) throws(PlanningError) -> Explanation {
    try CompareRuns().explain(figure, Self.request, from: worlds[0], to: worlds[1]).explanation
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
    return try value(try explain(figure))
  }

  private func comparison() throws -> ForecastComparison {
    try CompareRuns()(Self.request, from: worlds[0], to: worlds[1]).comparison
  }

  @Test func everyCauseAndLineFollowsFromItsTree() throws {
    let comparison = try comparison()
    for part in comparison.parts {
      let tree = try explain("deel/\(part.component.rawValue)")
      #expect(abs(tree.evaluated() - part.value) < 1e-9, "\(part.component)")
    }
    #expect(comparison.contributions.count > 15)
    for line in comparison.contributions where !line.area.isEmpty {
      let path = ["deel", line.component.rawValue, line.area, line.name].filter { !$0.isEmpty }.joined(separator: "/")
      let tree = try explain(path)
      #expect(abs(tree.evaluated() - line.value) < 1e-9, "\(path)")
    }
  }

  /// A contribution of each cause down to records and parameters, and the two figures as a whole.
  @Test func treesEndInRecordsAndParametersOfEitherRun() throws {
    let comparison = try comparison()
    for component in ForecastComponent.allCases {
      guard let line = comparison.contributions.first(where: { $0.component == component }) else { continue }
      let path = ["deel", component.rawValue, line.area, line.name].filter { !$0.isEmpty }.joined(separator: "/")
      #expect(abs(try value(of: path) - line.value) < 1e-9, "\(path)")
    }
    #expect(abs(try value(of: "van") - comparison.figureFrom) < 1e-9)
    #expect(abs(try value(of: "naar") - comparison.figureTo) < 1e-8)
    #expect(abs(try explain("verschil").evaluated() - comparison.difference) < 1e-9)
  }

  /// `van` and `naar` are the balances of the runs.
  @Test func theFiguresOfARunAreReachedBehindItsSide() throws {
    let comparison = try comparison()
    #expect(abs(try value(of: "van/PV91/laag/2030/balans") + comparison.figureFrom) < 1e-9)
    #expect(abs(try value(of: "naar/NL01/hoog/2040/balans-met-zacht") + comparison.figureTo) < 1e-8)
    #expect(try value(of: "naar/gebied/CR91") != value(of: "van/gebied/CR91"))
  }

  @Test(arguments: [
    ("deel/winst", "banen, locatietypevoorkeur"), ("over", "verschil, deel, van, naar"), ("van/gebied/CR99", "CR91"),
    ("van/CR91/laag/2030/winst", "vraag, banen"),
  ])
  func anUnknownStepNamesWhatIsPossible(_ path: String, _ possible: String) throws {
    let error = #expect(throws: PlanningError.self) { try explain(path) }
    let remedy = try #require(error?.diagnostics.first?.remedy.nl)
    #expect(remedy.contains(possible), "\(remedy)")
    if path.hasSuffix("winst"), path.hasPrefix("van/") {
      #expect(error?.diagnostics.first?.message.nl.hasSuffix("na van/CR91/laag/2030") == true)
    }
  }
}
