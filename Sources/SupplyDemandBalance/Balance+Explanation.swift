import Provenance
import Quantities
import WorkLocations

extension Balance {
  /// Where a figure of a region's balance comes from, by the same formulas that give the figure.
  /// - Returns: nil when the region has no such supply at the horizon.
  public func explanation(
    of figure: BalanceFigure, demand: ExplainedDemand, horizon: Int, rounding: Rounding = .none
  ) -> Explanation? {
    explanations(of: [figure], demand: demand, horizon: horizon, rounding: rounding)[0]
  }

  /// Where several figures come from; what they share is worked out once.
  /// - Returns: one explanation per figure, nil where the region has no such supply at the horizon.
  public func explanations(
    of figures: [BalanceFigure], demand: ExplainedDemand, horizon: Int, rounding: Rounding = .none
  ) -> [Explanation?] {
    let amounts: BalanceAmounts<Explanation> = amounts(through: horizon, rounding)
    return figures.map { figure in
      switch figure {
      case .hardSupply: amounts.hard
      case .supply(let kind): amounts.byKind[kind]
      case .supplyOf(let kind, let record): supply(kind, record, horizon)
      case .frictionalReserve: amounts.friction
      case .ironStock: amounts.ironStock
      case .usable(let withSoft): amounts.usable(withSoft)
      case .balance(let withSoft):
        .balance(amounts.usable(withSoft), .rounded(demand.total, rounding, .netHectare))
      case .shortage(let withSoft): shortage(demand, amounts, horizon, withSoft)
      }
    }
  }

  /// Records of a kind with land at the horizon, in the order of the supply.
  public func records(of kind: SupplyKind, through horizon: Int) -> [String] {
    var seen = Set<String>()
    return available(through: horizon).filter { $0.kind == kind }.map(\.record).filter { seen.insert($0).inserted }
  }

  private func supply(_ kind: SupplyKind, _ record: String, _ horizon: Int) -> Explanation? {
    let lines = available(through: horizon).filter { $0.kind == kind && $0.record == record }
    return lines.isEmpty ? nil : .supply(lines)
  }
}

extension Balance {
  /// The shortage by its proof: demand of the classes that fall short minus all land that fits any of them.
  private func shortage(
    _ demand: ExplainedDemand, _ amounts: BalanceAmounts<Explanation>, _ horizon: Int, _ withSoft: Bool
  ) -> Explanation {
    let land = land(through: horizon)
    let realisation = rules.softRealisation.value
    let supply =
      withSoft ? land.withSoft(usable: amounts.usable.value, realisation) : land.hard(usable: amounts.usable.value)
    let proof = matching(demand.byClass, supply).proof
    let all = Explanation.supply(available(through: horizon).filter(\.kind.isHard))
    let kept = Explanation.share(amounts.usable, of: all, nl: "bruikbaar deel", en: "usable part")
    return .formula(
      .difference, .netHectare,
      FormulaName(
        nl: "tekort", en: "shortage", notation: "vraag van de krappe klassen − al het terrein dat er een van past"),
      [
        .sum(
          .netHectare, nl: "vraag van de krappe klassen", en: "demand of the short classes",
          proof.demand.map { demand.ofClass(SpaceClass.all[$0]) }),
        .sum(
          .netHectare, nl: "passend terrein", en: "fitting land",
          proof.land.flatMap { usable($0, kept, horizon, withSoft) + freed($0, demand) }),
      ])
  }

  /// Usable land of one class: hard supply times the part that reserves leave, and the soft plans that come about.
  private func usable(_ index: Int, _ kept: Explanation, _ horizon: Int, _ withSoft: Bool) -> [Explanation] {
    let hard = land(index, horizon) { $0.isHard }
    let soft = withSoft ? land(index, horizon) { $0 == .softPlan } : []
    return hard.map { part($0, kept) } + soft.map { part($0, .parameter(rules.softRealisation)) }
  }

  private func land(_ index: Int, _ horizon: Int, _ counts: (SupplyKind) -> Bool) -> [Explanation] {
    available(through: horizon).filter { counts($0.kind) && $0.byClass[index] > 0 }
      .map { .record($0.byClass[index], .netHectare, $0.field) }
  }

  /// Land that a shrinking class sets free and that is issued again.
  private func freed(_ index: Int, _ demand: ExplainedDemand) -> [Explanation] {
    guard demand.byClass[index] < 0 else { return [] }
    let shrinking = demand.ofClass(SpaceClass.all[index])
    let freed = Explanation.formula(
      .difference, .netHectare, FormulaName(nl: "vrijkomend terrein", en: "freed land", notation: "0 − vraag"),
      [.definition(0, .netHectare, LocalizedText(nl: "niets", en: "nothing")), shrinking])
    return [part(freed, .parameter(rules.freedLandReuse))]
  }

  private func part(_ land: Explanation, _ share: Explanation) -> Explanation {
    .formula(
      .product, .netHectare,
      FormulaName(nl: land.label.nl, en: land.label.en, notation: "terrein × deel"), [land, share])
  }
}

extension BalanceAmounts {
  func usable(_ withSoft: Bool) -> Figure { withSoft ? usableWithSoft : usable }
}

extension Derivation {
  fileprivate static func balance(_ usable: Self, _ demand: Self) -> Self {
    .formula(
      .difference, .netHectare, FormulaName(nl: "balans", en: "balance", notation: "bruikbaar − vraag"),
      [usable, demand])
  }
}
