import Provenance
import Quantities
import WorkLocations

/// Supply of a market region at one horizon after reserves, ready to be confronted with the demand of any scenario — *bruikbaar
/// aanbod*.
public struct UsableLand: Sendable {
  private let balance: Balance
  private let horizon: Int
  private let rounding: Rounding
  private let supply: [SupplyKind: NetHectares]
  private let amounts: BalanceAmounts<Double>
  /// Usable land per class, against hard supply and with soft plans.
  private let hard: [Double]
  private let withSoft: [Double]

  init(_ balance: Balance, horizon: Int, _ rounding: Rounding) {
    self.balance = balance
    self.horizon = horizon
    self.rounding = rounding
    amounts = balance.amounts(through: horizon, rounding)
    supply = amounts.byKind.mapValues(NetHectares.init)
    let land = balance.land(through: horizon)
    hard = land.hard(usable: amounts.usable)
    withSoft = land.withSoft(usable: amounts.usable, balance.rules.softRealisation.value)
  }

  /// - Parameter demandByClass: net demand per class in the order of `SpaceClass.all`; may be negative.
  public func confront(demandByClass: [Double], scenario: String, startYear: Int) -> RegionBalance {
    let demand = rounding(NetHectares(demandByClass.reduce(0, +)))
    return RegionBalance(
      region: balance.region, scenario: scenario, startYear: startYear, horizon: horizon, demand: demand,
      supply: supply, frictionalReserve: NetHectares(amounts.friction), ironStock: NetHectares(amounts.ironStock),
      hard: confront(demandByClass, demand, hard, NetHectares(amounts.usable)),
      withSoft: confront(demandByClass, demand, withSoft, NetHectares(amounts.usableWithSoft)))
  }

  /// The classes of land, and the totals that are read off beside them.
  private func confront(_ demand: [Double], _ total: NetHectares, _ supply: [Double], _ usable: NetHectares)
    -> Confrontation
  {
    let matching = balance.matching(demand, supply)
    return Confrontation(
      usable: usable, balance: usable - total, verdict: balance.rules.verdict(usable: usable, demand: total),
      classes: matching.classes(demand: demand), spills: matching.spills, proof: matching.shortageProof)
  }
}
