import Provenance
import Quantities
import WorkLocations

/// Usable land of each class with the way to it — *bruikbaar terrein per klasse*.
struct ExplainedLand {
  private let balance: Balance
  private let demand: ExplainedDemand
  private let horizon: Int
  private let withSoft: Bool
  /// Usable part of the hard supply, the same for all classes.
  private let kept: Explanation
  /// Usable land per class, freed land not counted.
  let amounts: [Double]

  init(
    _ balance: Balance, _ demand: ExplainedDemand, _ amounts: BalanceAmounts<Explanation>, _ horizon: Int,
    withSoft: Bool
  ) {
    self.balance = balance
    self.demand = demand
    self.horizon = horizon
    self.withSoft = withSoft
    let all = Explanation.supply(balance.available(through: horizon).filter(\.kind.isHard))
    kept = Explanation.share(amounts.usable, of: all, nl: "bruikbaar deel", en: "usable part")
    let land = balance.land(through: horizon)
    let usable = amounts.usable.value
    self.amounts =
      withSoft
      ? land.withSoft(usable: usable, balance.rules.softRealisation.value) : land.hard(usable: usable)
  }

  /// The parts of a class: hard supply times the part that reserves leave, the soft plans that come about, and land that its own
  /// shrinking demand sets free.
  func parts(of index: Int) -> [Explanation] {
    let hard = land(index) { $0.isHard }
    let soft = withSoft ? land(index) { $0 == .softPlan } : []
    return hard.map { part($0, kept) } + soft.map { part($0, .parameter(balance.rules.softRealisation)) } + freed(index)
  }

  private func land(_ index: Int, _ counts: (SupplyKind) -> Bool) -> [Explanation] {
    balance.available(through: horizon).filter { counts($0.kind) && $0.byClass[index] > 0 }
      .map { .record($0.byClass[index], .netHectare, $0.field) }
  }

  private func freed(_ index: Int) -> [Explanation] {
    guard demand.byClass[index] < 0 else { return [] }
    let shrinking = demand.ofClass(SpaceClass.all[index])
    let freed = Explanation.formula(
      .difference, .netHectare, FormulaName(nl: "vrijkomend terrein", en: "freed land", notation: "0 − vraag"),
      [.noLand, shrinking])
    return [part(freed, .parameter(balance.rules.freedLandReuse))]
  }

  private func part(_ land: Explanation, _ share: Explanation) -> Explanation {
    .formula(
      .product, .netHectare,
      FormulaName(nl: land.label.nl, en: land.label.en, notation: "terrein × deel"), [land, share])
  }
}
