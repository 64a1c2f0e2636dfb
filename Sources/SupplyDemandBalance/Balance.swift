import Provenance
import Quantities
import WorkLocations

/// Sets demand against supply in one market region — *confrontatie van vraag en aanbod*.
///
/// Formula, per region, scenario and horizon t:
///
///     hard(t)    = immediately issuable + issuable later and hard plans whose year ≤ t            ha net
///     friction   = friction share × hard(t)
///     iron stock = iron-stock years × mean yearly uptake, at least 0 and at most hard(t) − friction
///     usable     = hard(t) − friction − iron stock          against hard supply only (Ladder)
///     with soft  = usable + realisation × soft plans whose year ≤ t      (regional programming)
///     balance    = usable − demand                          demand unclipped, negative expansion included
///
/// Classes of land are confronted by `Matching`, each with the part of its hard supply that stays usable in the total; land
/// freed by a shrinking class counts there at the share that is issued again. The amounts are in `BalanceAmounts`.
/// Source: domain notes 3.2 and 3.3; values in `Parameters/supply` and `Parameters/balance`.
public struct Balance: Sendable {
  public let region: RegionCode
  public let rules: BalanceRules
  public let supply: [SupplyLine]
  /// Net land issued a year, buy-backs taken off.
  public let meanUptake: NetHectares

  public init(region: RegionCode, rules: BalanceRules, supply: [SupplyLine], meanUptake: NetHectares) {
    self.region = region
    self.rules = rules
    self.supply = supply
    self.meanUptake = meanUptake
  }

  /// - Parameters:
  ///   - demandByClass: net demand per class in the order of `SpaceClass.all`; may be negative.
  ///   - rounding: applied to each amount before it is added or subtracted.
  public func confront(
    demandByClass: [Double], scenario: String, startYear: Int, horizon: Int, rounding: Rounding = .none
  ) -> RegionBalance {
    usableLand(at: horizon, rounding).confront(demandByClass: demandByClass, scenario: scenario, startYear: startYear)
  }

  /// Supply at a horizon, for any number of scenarios.
  public func usableLand(at horizon: Int, _ rounding: Rounding = .none) -> UsableLand {
    UsableLand(self, horizon: horizon, rounding)
  }

  /// Demand of growing classes on usable land and on what shrinking classes set free.
  func matching(_ demand: [Double], _ supply: [Double], isTraced: Bool = false) -> Matching {
    let freed = demand.map { max(0, -$0) * rules.freedLandReuse.value }
    return Matching(demand: demand.map { max(0, $0) }, supply: Land.sum(supply, freed), isTraced: isTraced)
  }

  func amounts<Figure: Derivation>(through horizon: Int, _ rounding: Rounding) -> BalanceAmounts<Figure> {
    var parts = [[Figure]](repeating: [], count: SupplyKind.ordered.count)
    for index in supply.indices where supply[index].availableFrom <= horizon {
      parts[supply[index].kind.rank].append(.land(of: supply[index]))
    }
    return BalanceAmounts(parts: parts, rules: rules, meanUptake: meanUptake, region: region, rounding: rounding)
  }

  func available(through horizon: Int) -> [SupplyLine] { supply.filter { $0.availableFrom <= horizon } }
  func land(through horizon: Int) -> Land { Land(supply, through: horizon) }
}
