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

  /// A figure recomputed from leaves, through the references between the trees; nil for a figure without a tree.
  public func evaluated(_ path: String) -> Double? { byPath[path].map(evaluated) }

  private func evaluated(_ explanation: Explanation) -> Double {
    switch explanation.basis {
    case .formula(let operation, _, let parts): operation.apply(parts.map(evaluated))
    case .figure(let path): evaluated(path) ?? explanation.value
    case .parameter, .record, .definition, .folded: explanation.value
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
    public static func supply(_ kind: SupplyKind) -> String { "\(FigureTopic.supply.rawValue)/\(kind.rawValue)" }
  }

  /// Parts of a sum that are written out: what keeps the page of the largest province below 3 MB.
  public static let partsShown = 4
}

extension BalanceExplanations {
  /// - Parameters:
  ///   - response: the balance that is explained.
  ///   - inputs: what it was worked out from.
  init(of response: RunBalance.Response, _ inputs: BalanceInputs) {
    let markets = Set(inputs.scope.markets)
    var byPath: [String: Explanation] = [:]
    for item in response.request.cases {
      for region in inputs.scope.markets {
        guard let market = inputs.markets[region],
          let demand = response.demand(of: region, scenario: item.scenario, horizon: item.horizon)
        else { continue }
        let trees = Self.trees(of: market, demand, inputs.model, response.request.rounding)
        byPath.merge(trees) { first, _ in first }
      }
      for region in inputs.scope.regions where !markets.contains(region) {
        let sums = Self.sums(of: region, inputs.scope.markets(in: region), item, byPath)
        byPath.merge(sums) { first, _ in first }
      }
    }
    self.byPath = byPath
  }

  /// The figures of one market.
  private static func trees(of market: Balance, _ demand: RegionDemand, _ model: DemandModel, _ rounding: Rounding)
    -> [(String, Explanation)]
  {
    let place = place(demand.region, BalanceCase(scenario: demand.scenario, horizon: demand.horizon))
    let total = model.explanation(of: demand, foldedTo: partsShown)
    let explained = ExplainedDemand(
      total: total.reference(to: place + Topic.demand), byClass: demand.byClass,
      ofClass: { space in
        Explanation(
          LocalizedText(nl: "vraag naar \(space.label.nl)", en: "demand for \(space.label.en)"),
          value: demand.byClass[space.index], unit: .netHectare,
          basis: .figure(path: place + DemandTopic.spaceClass.path(space.code)))
      })
    let found = zip(
      figures,
      market.explanations(
        of: figures.map(\.figure), demand: explained, horizon: demand.horizon, rounding: rounding)
    ).compactMap { figure, tree in tree.map { (path: place + figure.topic, explanation: $0) } }
    return [(place + Topic.demand, total)]
      + found.map { ($0.path, $0.explanation.referring(to: found).folded(to: partsShown)) }
  }

  /// The figures of a larger region: the sums of its markets' figures.
  private static func sums(
    of region: RegionCode, _ markets: [RegionCode], _ item: BalanceCase, _ known: [String: Explanation]
  ) -> [(String, Explanation)] {
    ([Topic.demand] + figures.map(\.topic)).compactMap { topic in
      let found = markets.compactMap { market in
        let path = place(market, item) + topic
        return known[path].map { (market: market, path: path, tree: $0) }
      }
      guard let first = found.first?.tree else { return nil }
      let sum = Explanation(
        first.label + .name(of: region), .sum, notation: "Σ marktregio's", unit: first.unit,
        parts: found.map { $0.tree.named(after: $0.market).reference(to: $0.path) })
      return (place(region, item) + topic, sum)
    }
  }

  private static func place(_ region: RegionCode, _ item: BalanceCase) -> String {
    "\(region)/\(item.scenario)/\(item.horizon)/"
  }

  private static let figures: [(topic: String, figure: BalanceFigure)] =
    FigureTopic.allCases.compactMap { topic in topic.balanceFigure.map { (topic.rawValue, $0) } }
    + SupplyKind.allCases.map { (Topic.supply($0), .supply($0)) }
}

extension DemandTopic {
  fileprivate func path(_ step: String) -> String { "\(FigureTopic.demand.rawValue)/\(rawValue)/\(step)" }
}

/// A scenario and a horizon: what one confrontation is for.
struct BalanceCase: Hashable {
  let scenario: String
  let horizon: Int
}

extension RunBalance.Request {
  var cases: [BalanceCase] {
    scenarios.flatMap { scenario in horizons.map { BalanceCase(scenario: scenario, horizon: $0) } }
  }
}
