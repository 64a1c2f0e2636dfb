import Quantities
import SupplyDemandBalance
import WorkLocations

extension PinchPoint {
  /// How many points a summary names.
  static let count = 3

  /// The tightest classes of land in the market regions of an answer.
  ///
  /// Nearest first, because that is where a decision is due: the first horizon that has any shortage against hard supply.
  /// There the classes rank by their shortage averaged over the scenarios; equal ones by region and class.
  static func tightest(in response: RunBalance.Response, markets: [Region]) -> [PinchPoint] {
    for horizon in response.request.horizons.sorted() {
      let points = markets.flatMap { shortages(of: $0, horizon: horizon, in: response) }
      if !points.isEmpty { return Array(points.sorted(by: isTighter).prefix(count)) }
    }
    return []
  }

  private static func shortages(of market: Region, horizon: Int, in response: RunBalance.Response) -> [PinchPoint] {
    let balances = response.balances.filter { $0.region == market.code && $0.horizon == horizon }
    let isHidden = balances.allSatisfy { $0.hard.verdict != .shortage }
    return SpaceClass.all.compactMap { space in
      let classes = balances.map { (scenario: $0.scenario, outcome: $0.hard.classes[space.index]) }
      guard classes.contains(where: { $0.outcome.shortage > .zero }) else { return nil }
      return PinchPoint(
        region: market.code, regionName: market.name, horizon: horizon, spaceClass: space,
        shortage: Dictionary(uniqueKeysWithValues: classes.map { ($0.scenario, $0.outcome.shortage) }),
        demand: Dictionary(uniqueKeysWithValues: classes.map { ($0.scenario, $0.outcome.demand) }),
        isHiddenByTotal: isHidden)
    }
  }

  private var total: NetHectares { shortage.sorted { $0.key < $1.key }.map(\.value).total() }

  private static func isTighter(_ left: PinchPoint, _ right: PinchPoint) -> Bool {
    if left.total != right.total { return left.total > right.total }
    return (left.region, left.spaceClass) < (right.region, right.spaceClass)
  }
}
