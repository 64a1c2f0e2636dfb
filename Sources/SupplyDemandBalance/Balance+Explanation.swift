import Provenance
import Quantities
import WorkLocations

extension Balance {
  /// Where a figure of a region's balance comes from, by the same formulas that give the figure.
  /// - Returns: nil when the region has no such record or step at the horizon, or land does not fit.
  public func explanation(
    of figure: BalanceFigure, demand: ExplainedDemand, horizon: Int, rounding: Rounding = .none
  ) -> Explanation? {
    explanations(of: [figure], demand: demand, horizon: horizon, rounding: rounding)[0]
  }

  /// Where several figures come from; what they share is worked out once.
  /// - Returns: one explanation per figure, nil where the region has no such record or step at the horizon, or land does not fit.
  public func explanations(
    of figures: [BalanceFigure], demand: ExplainedDemand, horizon: Int, rounding: Rounding = .none
  ) -> [Explanation?] {
    let amounts: BalanceAmounts<Explanation> = amounts(through: horizon, rounding)
    let hard = ExplainedMatching(self, demand, amounts, horizon, withSoft: false)
    let soft = ExplainedMatching(self, demand, amounts, horizon, withSoft: true)
    return figures.map { figure in
      switch figure {
      case .hardSupply: amounts.hard
      case .supply(let kind): amounts.byKind[kind] ?? .none(of: kind, through: horizon)
      case .supplyOf(let kind, let record): supply(kind, record, horizon)
      case .frictionalReserve: amounts.friction
      case .ironStock: amounts.ironStock
      case .usable(let withSoft): amounts.usable(withSoft)
      case .balance(let withSoft):
        .balance(amounts.usable(withSoft), .rounded(demand.total, rounding, .netHectare))
      case .shortage(let withSoft): (withSoft ? soft : hard).shortage
      case .ofClass(let space, let figure, let withSoft): (withSoft ? soft : hard).figure(figure, of: space.index)
      case .mismatch(let withSoft): (withSoft ? soft : hard).mismatch
      case .spill(let demand, let land, let withSoft): (withSoft ? soft : hard).spill(demand.index, land.index)
      case .step(let number, let withSoft): (withSoft ? soft : hard).step(number)
      }
    }
  }

  /// Number of steps in which demand finds land at the horizon.
  public func stepCount(demand: ExplainedDemand, horizon: Int, withSoft: Bool) -> Int {
    ExplainedMatching(self, demand, amounts(through: horizon, .none), horizon, withSoft: withSoft).stepCount
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

extension BalanceAmounts {
  func usable(_ withSoft: Bool) -> Figure { withSoft ? usableWithSoft : usable }
}

extension Explanation {
  /// Why there is no supply of a kind: no park or plan has any by then.
  fileprivate static func none(of kind: SupplyKind, through horizon: Int) -> Explanation {
    .definition(
      0, .netHectare,
      kind.label
        + LocalizedText(
          nl: ": geen terrein of plan heeft er tot en met \(horizon)",
          en: ": no park or plan has any through \(horizon)"))
  }
}

extension Derivation {
  fileprivate static func balance(_ usable: Self, _ demand: Self) -> Self {
    .formula(
      .difference, .netHectare, FormulaName(nl: "balans", en: "balance", notation: "bruikbaar − vraag"),
      [usable, demand])
  }
}
