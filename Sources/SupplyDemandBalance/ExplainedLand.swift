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
    kept = Explanation.share(
      amounts.usable, of: Self.hardSupply(balance, amounts, horizon), nl: "bruikbaar deel", en: "usable part")
    let land = balance.land(through: horizon)
    let usable = amounts.usable.value
    self.amounts =
      withSoft
      ? land.withSoft(usable: usable, balance.rules.softRealisation.value) : land.hard(usable: usable)
  }

  /// The figure of the balance, unless it was rounded: classes take their part of the land as it is.
  private static func hardSupply(_ balance: Balance, _ amounts: BalanceAmounts<Explanation>, _ horizon: Int)
    -> Explanation
  {
    let lines = balance.available(through: horizon).filter(\.kind.isHard)
    let all = Explanation.sum(.netHectare, nl: "hard aanbod", en: "hard supply", lines.map(Explanation.land))
    return abs(all.value - amounts.hard.value) < NetHectares.negligible.value ? amounts.hard : all
  }

  /// The parts of some classes together: hard supply times the part that reserves leave, the soft plans that come about, and land
  /// that their own shrinking demand sets free.
  func parts(of classes: [Int]) -> [Explanation] {
    let hard = land(classes) { $0.isHard }
    let soft = withSoft ? land(classes) { $0 == .softPlan } : []
    return [
      part(hard, kept, nl: "bruikbaar hard terrein", en: "usable hard land"),
      part(
        soft, .parameter(balance.rules.softRealisation), nl: "zachte plannen die doorgaan",
        en: "soft plans that come about"),
    ].compactMap { $0 } + classes.flatMap(freed)
  }

  /// What each line has in the classes.
  private func land(_ classes: [Int], _ counts: (SupplyKind) -> Bool) -> [Explanation] {
    balance.available(through: horizon).filter { counts($0.kind) }.compactMap { line in
      let area = classes.reduce(0) { $0 + line.byClass[$1] }
      return area > 0 ? .record(area, .netHectare, line.field) : nil
    }
  }

  private func freed(_ index: Int) -> [Explanation] {
    guard demand.byClass[index] < 0 else { return [] }
    let shrinking = demand.ofClass(SpaceClass.all[index])
    let freed = Explanation.formula(
      .difference, .netHectare, FormulaName(nl: "vrijkomend terrein", en: "freed land", notation: "0 − vraag"),
      [.noLand, shrinking])
    return [
      part(
        [freed], .parameter(balance.rules.freedLandReuse), nl: "vrijkomend terrein dat terugkomt",
        en: "freed land that returns")
    ].compactMap { $0 }
  }

  /// A share of some land; nil without any.
  private func part(_ land: [Explanation], _ share: Explanation, nl: String, en: String) -> Explanation? {
    guard let first = land.first else { return nil }
    let sum = land.count == 1 ? first : .sum(.netHectare, nl: "terrein", en: "land", land)
    return .formula(.product, .netHectare, FormulaName(nl: nl, en: en, notation: "terrein × deel"), [sum, share])
  }
}
