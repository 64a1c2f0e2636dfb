import ForecastBands
import Provenance
import Quantities
import SpaceDemand

/// The way to a break-even, or to there being none — *bomen van het omslagpunt*.
extension SpreadTrees {
  /// What the search found with the balance there; without a break-even the balance at both ends of the search range, and which of
  /// them comes nearest to zero.
  /// - Parameter balances: the world that the search was made in.
  func breakEven(_ point: BreakEvenPoint, _ balances: ChangedBalances) throws(PlanningError) -> Explanation {
    let ends: (lowest: Explanation, highest: Explanation) = balances.coefficients.searchEnds(of: point.group)
    let range = [
      ends.lowest.called(LocalizedText(nl: "gezocht vanaf", en: "searched from")),
      ends.highest.called(LocalizedText(nl: "gezocht tot", en: "searched to")),
    ]
    guard let value = point.value else { return try noBreakEven(point, balances, range) }
    let group = point.group
    let there = try balance(
      group, changedBy: value, balances, LocalizedText(nl: "balans daar", en: "balance there"),
      at: group.balanceFigure.rawValue)
    return Explanation(
      LocalizedText(nl: "omslagpunt: \(group.label.nl)", en: "break-even: \(group.label.en)"), value: value,
      unit: ends.lowest.unit,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "zoeken naar de verandering waarbij de balans nul is",
            en: "search for the change at which the balance is zero"), parts: [there] + range)))
  }

  private func noBreakEven(_ point: BreakEvenPoint, _ balances: ChangedBalances, _ range: [Explanation])
    throws(PlanningError) -> Explanation
  {
    let group = point.group
    let lowest = try balance(
      group, changedBy: point.lowest, balances,
      LocalizedText(nl: "balans bij het begin van het zoekbereik", en: "balance at the low end of the search range"),
      at: BandSide.low.rawValue)
    let highest = try balance(
      group, changedBy: point.highest, balances,
      LocalizedText(nl: "balans bij het einde van het zoekbereik", en: "balance at the high end of the search range"),
      at: BandSide.high.rawValue)
    let isShort = lowest.value < 0
    let nearest = Explanation.formula(
      isShort ? .maximum : .minimum, .netHectare,
      FormulaName(
        nl: "de balans die het dichtst bij nul komt", en: "the balance that comes nearest to zero",
        notation: isShort ? "max(begin, einde)" : "min(begin, einde)"), lowest, highest)
    let outcome =
      isShort
      ? LocalizedText(nl: "de balans blijft onder nul", en: "the balance stays below zero")
      : LocalizedText(nl: "de balans blijft boven nul", en: "the balance stays above zero")
    let label = LocalizedText(
      nl: "geen omslagpunt, \(outcome.nl): \(group.label.nl)", en: "no break-even, \(outcome.en): \(group.label.en)")
    return Explanation(
      label, value: nearest.value, unit: .netHectare,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "gezocht naar de verandering waarbij de balans nul is; die is er niet binnen het zoekbereik",
            en: "searched for the change at which the balance is zero; there is none within the search range"),
          parts: [nearest] + range)))
  }

  private func balance(
    _ group: InputGroup, changedBy amount: Double, _ balances: ChangedBalances, _ label: LocalizedText, at step: String
  ) throws(PlanningError) -> Explanation {
    let found = try balances.balance(
      balances.library.changed(group, by: amount), path.scenario, path.horizon, group)
    return Explanation(
      label, value: found.value, unit: .netHectare, basis: .figure(path: place(.breakEven, group, step)))
  }
}

extension Explanation {
  /// The same figure under another name.
  fileprivate func called(_ label: LocalizedText) -> Explanation {
    Explanation(label, value: value, unit: unit, basis: basis)
  }
}
