import ForecastBands
import Provenance
import Quantities
import WorkLocations

/// Quantiles, and the land for a risk that follows from one — *kwantielen*.
extension ExplainedBands {
  func quantile(_ amount: ForecastAmount, _ level: Double) -> Explanation {
    let step = BandStatistic.quantile(level).step
    let name = Self.name(amount)
    return quantile(
      amount, at: .definition(level, .share, LocalizedText(nl: "kans onder \(step)", en: "chance below \(step)")),
      LocalizedText(nl: "\(step) van \(name.nl)", en: "\(step) of \(name.en)"))
  }

  /// Between two neighbours in the order of size: x₁ + part × (x₂ − x₁), where the part is what (draws − 1) × level leaves behind
  /// its whole number.
  private func quantile(_ amount: ForecastAmount, at level: Explanation, _ label: LocalizedText) -> Explanation {
    let column = column(amount)
    let order = column.indices.sorted { (column[$0], $0) < (column[$1], $1) }
    let steps = Explanation.formula(
      .difference, .count,
      FormulaName(nl: "stappen tussen trekkingen", en: "steps between draws", notation: "trekkingen − 1"),
      [count, .definition(1, .count, LocalizedText(nl: "één", en: "one"))])
    let place = Explanation.formula(
      .product, .count, FormulaName(nl: "plaats in de volgorde", en: "place in the order", notation: "stappen × kans"),
      [steps, level])
    let lower = Int(place.value)
    let below = Explanation.definition(
      Double(lower), .count, LocalizedText(nl: "gehele plaats eronder", en: "whole place below"))
    let part = Explanation.formula(
      .difference, .share, FormulaName(nl: "deel van de weg", en: "part of the way", notation: "plaats − geheel"),
      [place, below])
    let first = draw(order[lower], amount)
    let second = draw(order[min(lower + 1, column.count - 1)], amount)
    let gap = Explanation.formula(
      .difference, .netHectare,
      FormulaName(nl: "naar de volgende trekking", en: "to the next draw", notation: "x₂ − x₁"),
      [second, first.reference(to: pathOfDraw(order[lower], amount))])
    let step = Explanation.formula(
      .product, .netHectare, FormulaName(nl: "stap ernaartoe", en: "step towards it", notation: "deel × (x₂ − x₁)"),
      [part, gap])
    return .formula(
      .sum, .netHectare, FormulaName(nl: label.nl, en: label.en, notation: "x₁ + deel × (x₂ − x₁)"), [first, step])
  }

  /// The accepted risk is a parameter unless the request gives it.
  private var risk: Explanation {
    request.acceptedRisk.map {
      Explanation.definition($0, .share, LocalizedText(nl: "aanvaard risico", en: "accepted risk"))
    } ?? .parameter(inputs.coefficients.acceptedRisk)
  }

  /// Of one class: the shortage that is exceeded in as many draws as the risk allows.
  func landForRisk(of space: SpaceClass) -> Explanation {
    quantile(
      .shortageOf(space), at: .oneMinus(risk),
      LocalizedText(
        nl: "extra ruimte voor \(space.label.nl) bij het aanvaarde risico",
        en: "extra land for \(space.label.en) at the accepted risk"))
  }

  var landForRisk: Explanation {
    let label = LocalizedText(nl: "balans bij het aanvaarde risico", en: "balance at the accepted risk")
    let missing = Explanation.formula(
      .difference, .netHectare,
      FormulaName(nl: "tekort bij dat risico", en: "shortage at that risk", notation: "0 − balans"),
      [.noLand, quantile(.balance, at: risk, label)])
    return .formula(
      .maximum, .netHectare,
      FormulaName(
        nl: "extra ruimte bij het aanvaarde risico", en: "extra land at the accepted risk", notation: "max(0, tekort)"),
      [.noLand, missing])
  }
}
