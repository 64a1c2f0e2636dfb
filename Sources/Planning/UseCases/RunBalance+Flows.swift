import Quantities
import SupplyDemandBalance
import WorkLocations

extension RunBalance.Response {
  /// A class that asks for land and a stricter one where it ends up, with the area in each case of the request.
  public struct Flow: Sendable {
    public let demand: SpaceClass
    public let land: SpaceClass
    /// In the region of the request against hard supply, by case.
    public let areas: [BalanceCase: NetHectares]

    fileprivate var largest: NetHectares { areas.values.max() ?? .zero }
  }

  /// Flows to stricter land of the region asked about, the one that is largest in any case first — *grootste stromen*.
  public var largestFlows: [Flow] {
    var found: [[SpaceClass]: [BalanceCase: NetHectares]] = [:]
    for item in request.cases {
      let balance = balance(of: request.region, scenario: item.scenario, horizon: item.horizon)
      for spill in balance?.hard.spills ?? [] {
        found[[spill.demand, spill.land], default: [:]][item, default: .zero] += spill.area
      }
    }
    return found.map { Flow(demand: $0[0], land: $0[1], areas: $1) }
      .sorted { ($1.largest, $0.demand, $0.land) < ($0.largest, $1.demand, $1.land) }
  }
}
