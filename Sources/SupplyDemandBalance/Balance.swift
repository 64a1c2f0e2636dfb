import Provenance
import Quantities
import WorkLocations

/// Sets demand against supply in one market region — *confrontatie van vraag en aanbod*.
///
/// Formula, per region, scenario and horizon t:
///
///     hard(t)    = immediately issuable + issuable later and hard plans whose year ≤ t            ha net
///     reserve    = friction share × hard(t) + iron-stock years × mean yearly uptake, at most hard(t)
///     usable     = hard(t) − reserve                        against hard supply only (Ladder)
///     with soft  = usable + realisation × soft plans whose year ≤ t      (regional programming)
///     balance    = usable − demand                          demand unclipped, negative expansion included
///
/// Classes of land are confronted by `Matching`; land freed by a shrinking class counts there at the share that is
/// issued again. Source: domain notes 3.2 and 3.3; values in `Parameters/supply` and `Parameters/balance`.
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
    let byKind = amounts(through: horizon)
    let hard = SupplyKind.allCases.filter(\.isHard).reduce(Self.nothing) { Self.add($0, byKind[$1] ?? Self.nothing) }
    let hardTotal = rounding(NetHectares(hard.reduce(0, +)))
    let friction = rounding(hardTotal * rules.frictionalReserve.value)
    let iron = min(rounding(meanUptake * rules.ironStockYears.value), hardTotal - friction)
    let kept = hardTotal > .zero ? 1 - (friction + iron).value / hardTotal.value : 1
    let soft = (byKind[.softPlan] ?? Self.nothing).map { $0 * rules.softRealisation.value }
    let usable = hard.map { $0 * kept }
    return RegionBalance(
      region: region, scenario: scenario, startYear: startYear, horizon: horizon,
      demand: rounding(NetHectares(demandByClass.reduce(0, +))),
      supply: byKind.mapValues { rounding(NetHectares($0.reduce(0, +))) }, frictionalReserve: friction,
      ironStock: iron, hard: confront(demandByClass, usable, rounding),
      withSoft: confront(demandByClass, Self.add(usable, soft), rounding))
  }

  private func confront(_ demand: [Double], _ supply: [Double], _ rounding: Rounding) -> Confrontation {
    let freed = demand.map { max(0, -$0) * rules.freedLandReuse.value }
    let matching = Matching(demand: demand.map { max(0, $0) }, supply: Self.add(supply, freed))
    let usable = rounding(NetHectares(supply.reduce(0, +)))
    let total = rounding(NetHectares(demand.reduce(0, +)))
    return Confrontation(
      usable: usable, balance: usable - total, verdict: rules.verdict(usable: usable, demand: total),
      classes: matching.classes(demand: demand), spills: matching.spills, proof: matching.shortageProof)
  }

  /// Supply per kind and class that is available at the horizon.
  private func amounts(through horizon: Int) -> [SupplyKind: [Double]] {
    supply.reduce(into: [:]) { amounts, line in
      guard line.availableFrom <= horizon else { return }
      amounts[line.kind] = Self.add(amounts[line.kind] ?? Self.nothing, line.byClass)
    }
  }

  static let nothing = [Double](repeating: 0, count: SpaceClass.all.count)
  static func add(_ left: [Double], _ right: [Double]) -> [Double] { zip(left, right).map(+) }
}

extension Matching {
  /// The outcome per class; `demand` as it was, negative where land comes free.
  func classes(demand signed: [Double]) -> [ClassBalance] {
    SpaceClass.all.indices.map { index in
      let own = self[land: index, demand: index]
      return ClassBalance(
        spaceClass: SpaceClass.all[index], demand: NetHectares(signed[index]), supply: NetHectares(supply[index]),
        servedByOwn: NetHectares(own), servedByStricter: NetHectares(demand[index] - unserved[index] - own),
        shortage: NetHectares(unserved[index]), unused: NetHectares(unused[index]))
    }
  }

  /// Demand on land that is stricter than it needs, in the order of demand and land.
  var spills: [Spill] {
    demand.indices.flatMap { demand in
      supply.indices.compactMap { land in
        let area = self[land: land, demand: demand]
        guard land != demand, area > 0 else { return nil }
        return Spill(demand: SpaceClass.all[demand], land: SpaceClass.all[land], area: NetHectares(area))
      }
    }
  }

  var shortageProof: ShortageProof? {
    let (classes, land) = proof
    guard !classes.isEmpty else { return nil }
    return ShortageProof(
      demandClasses: classes.map { SpaceClass.all[$0] }, landClasses: land.map { SpaceClass.all[$0] },
      demand: NetHectares(classes.reduce(0) { $0 + demand[$1] }), land: NetHectares(land.reduce(0) { $0 + supply[$1] }))
  }
}
