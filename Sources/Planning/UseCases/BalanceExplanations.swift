import ForecastBands
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// Where the figures of a balance come from: a tree per figure, under the path that `ExplainFigure` knows it by —
/// *verklaringen bij een balans*.
///
/// Worked out from the request by the same formulas as the figures. A figure that has a tree of its own stands in the others as
/// a reference to its path, and long sums are folded to their largest parts; `ExplainFigure` gives any of them in full.
public struct BalanceExplanations: Codable, Sendable, Equatable {
  public let byPath: [String: Explanation]

  public init(byPath: [String: Explanation]) { self.byPath = byPath }

  public subscript(path: String) -> Explanation? { byPath[path] }

  /// These trees and others.
  func adding(_ others: [String: Explanation]) -> BalanceExplanations {
    BalanceExplanations(byPath: byPath.merging(others) { first, _ in first })
  }

  /// A figure recomputed from leaves, through the references between the trees; nil for a figure without a tree.
  public func evaluated(_ path: String) -> Double? { byPath[path].map(evaluated) }

  private func evaluated(_ explanation: Explanation) -> Double {
    switch explanation.basis {
    case .formula(let operation, _, let parts): operation.apply(parts.map(evaluated))
    case .figure(let path): evaluated(path) ?? explanation.value
    case .parameter, .record, .definition, .folded, .draw, .optimum: explanation.value
    }
  }

  /// A name that a figure has within its region, scenario and horizon, as in a path.
  public enum Topic {
    public static let demand = FigureTopic.demand.rawValue
    public static let hardSupply = FigureTopic.supply.rawValue
    public static let frictionalReserve = FigureTopic.frictionalReserve.rawValue
    public static let ironStock = FigureTopic.ironStock.rawValue
    public static let usable = FigureTopic.usable.rawValue
    public static let usableWithSoft = FigureTopic.usableWithSoft.rawValue
    public static let balance = FigureTopic.balance.rawValue
    public static let balanceWithSoft = FigureTopic.balanceWithSoft.rawValue
    public static let shortage = FigureTopic.shortage.rawValue
    public static let mismatch = FigureTopic.mismatch.rawValue
    public static func spill(_ demand: SpaceClass, on land: SpaceClass) -> String {
      BalanceFigure.spill(demand: demand, land: land, withSoft: false).path
    }
    public static func demand(_ figure: DemandFigure) -> String { figure.path }
    /// Of an estimator, or a border of its band; the one by jobs is the demand itself.
    public static func estimate(_ method: EstimationMethod, _ side: BandSide?) -> String {
      method == .landPerJob && side == nil
        ? demand : ([method.rawValue] + (side.map { [$0.rawValue] } ?? [])).joined(separator: "/")
    }
    /// Of a border of an estimator as the back-test on a region widens it.
    public static func widened(_ method: EstimationMethod, _ side: BandSide, by tested: RegionCode) -> String {
      BacktestedEstimate.path(method, side, by: tested)
    }
    /// Of a forecast with bands.
    public static let chance = ForecastFigure.chance(.shortage).path
    public static let landForRisk = ForecastFigure.landForRisk(nil).path
    /// - Parameter level: one of 0.05, 0.1, 0.5, 0.9 and 0.95.
    public static func demandQuantile(_ level: Double) -> String {
      ForecastFigure.band(.demand, .quantile(level)).path
    }
    /// Of a spread: an end of the tornado, or its width without a side.
    public static func tornado(_ group: InputGroup, _ side: BandSide?) -> String {
      ([SpreadTopic.tornado.rawValue, group.step] + (side.map { [$0.rawValue] } ?? [])).joined(separator: "/")
    }
    /// The part of the variance with others, or a border of its interval.
    public static func sensitivity(_ group: InputGroup, _ side: BandSide?) -> String {
      ([SpreadTopic.sensitivity.rawValue, group.step, SobolPart.total.rawValue] + (side.map { [$0.rawValue] } ?? []))
        .joined(separator: "/")
    }
    public static func breakEven(_ group: InputGroup) -> String {
      "\(SpreadTopic.breakEven.rawValue)/\(group.step)"
    }
    public static let missingLand = SpreadTopic.missingLand.rawValue
    public static func shortage(of space: SpaceClass) -> String {
      BalanceFigure.ofClass(space, .shortage, withSoft: false).path
    }
    public static func supply(_ kind: SupplyKind) -> String { "\(FigureTopic.supply.rawValue)/\(kind.rawValue)" }
  }

  /// Parts of a sum that are written out, and of the many trees with sums in sums (classes of land have two proofs each, estimators
  /// a value for every year): what keeps the page of the largest province below 8 MB.
  public static let partsShown = 4
  /// Flows to stricter land in a report's table, the largest first; where one of them is nothing that is explained too.
  public static let flowsShown = 15
  static let partsShownOfMany = 2
}

/// A scenario and a horizon: what one confrontation is for.
public struct BalanceCase: Hashable, Sendable {
  public let scenario: String
  public let horizon: Int

  public init(scenario: String, horizon: Int) {
    self.scenario = scenario
    self.horizon = horizon
  }
}

extension RunBalance.Request {
  var cases: [BalanceCase] {
    scenarios.flatMap { scenario in horizons.map { BalanceCase(scenario: scenario, horizon: $0) } }
  }
}
