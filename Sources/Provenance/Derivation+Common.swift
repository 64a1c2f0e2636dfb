import Quantities

/// Figures that formulas of every method are made of.
extension Derivation {
  package static var one: Self { .definition(1, .one, LocalizedText(nl: "één", en: "one")) }

  package static var noLand: Self { .definition(0, .netHectare, LocalizedText(nl: "niets", en: "nothing")) }

  package static func years(_ count: Int) -> Self {
    .definition(Double(count), .year, LocalizedText(nl: "jaren", en: "years"))
  }

  package static func onePlus(_ rate: Self) -> Self {
    .formula(
      .sum, .factor, FormulaName(nl: "één plus de groei", en: "one plus growth", notation: "1 + g"), .one, rate)
  }

  package static func oneMinus(_ share: Self) -> Self {
    .formula(.difference, .share, FormulaName(nl: "de rest", en: "the rest", notation: "1 − aandeel"), .one, share)
  }

  /// A part of a whole; nothing of nothing is nothing.
  package static func share(_ part: Self, of whole: Self, nl: String, en: String) -> Self {
    guard whole.number > 0 else {
      return .definition(0, .share, LocalizedText(nl: nl + " (er is niets)", en: en + " (there is nothing)"))
    }
    return .formula(.quotient, .share, FormulaName(nl: nl, en: en, notation: "deel / geheel"), part, whole)
  }

  package static func sum(_ unit: Unit, nl: String, en: String, _ parts: [Self]) -> Self {
    .formula(.sum, unit, FormulaName(nl: nl, en: en, notation: "Σ"), parts)
  }

  /// A figure as it is rounded at each step; the figure itself without rounding.
  package static func rounded(_ figure: Self, _ rounding: Rounding, _ unit: Unit) -> Self {
    guard let steps = rounding.stepsPerUnit else { return figure }
    return .formula(
      .rounding, unit, FormulaName(nl: "afgerond", en: "rounded", notation: "afronden"),
      [figure, .definition(steps, .count, LocalizedText(nl: "stappen per eenheid", en: "steps in a unit"))])
  }
}
