import Provenance
import Quantities

/// The formulas of a park's year, over numbers and over trees — *jaarsommen van een terrein*.
extension Derivation {
  /// kWh a year.
  /// - Parameter sums: of the shapes of the kinds of firm over the year.
  package static func annual(_ powers: [Self], _ sums: [Self]) -> Self {
    weighted(
      powers, sums, .kilowattHour,
      FormulaName(nl: "gebruik van een jaar", en: "use in a year", notation: "Σ gemiddeld vermogen × Σ vorm"))
  }

  /// Sum of the highest power of every kind of firm by itself, kW.
  package static func ownPeaks(_ powers: [Self], _ highest: [Self]) -> Self {
    weighted(
      powers, highest, .kilowatt,
      FormulaName(nl: "eigen pieken", en: "own peaks", notation: "Σ gemiddeld vermogen × hoogste vorm"))
  }

  /// kW of all kinds of firm together in one hour.
  package static func load(_ powers: [Self], _ shapes: [Self]) -> Self {
    weighted(
      powers, shapes, .kilowatt, FormulaName(nl: "vraag", en: "load", notation: "Σ gemiddeld vermogen × vorm"))
  }

  private static func weighted(_ values: [Self], _ weights: [Self], _ unit: Unit, _ name: FormulaName) -> Self {
    let parts: [Self] = zip(values, weights).map { value, weight in
      .formula(
        .product, unit, FormulaName(nl: "doelgroep", en: "sector group", notation: "vermogen × vorm"), value, weight)
    }
    return .formula(.sum, unit, name, parts)
  }

  /// kW in one hour less what the panels give.
  package static func net(_ load: Self, solar: Self, sun: Self) -> Self {
    .formula(
      .difference, .kilowatt, FormulaName(nl: "netto vraag", en: "net load", notation: "vraag − kWp × zon"), load,
      .formula(
        .product, .kilowatt, FormulaName(nl: "opwek", en: "generation", notation: "kWp × zon"), solar, sun))
  }

  /// kWh that goes out: what comes in less what is used, and the yield.
  package static func exported(_ imported: Self, annual: Self, yield: Self) -> Self {
    let balance: Self = .formula(
      .sum, .kilowattHour,
      FormulaName(nl: "energiebalans", en: "balance of energy", notation: "ingekocht − gebruikt + opgewekt"),
      .formula(
        .difference, .kilowattHour,
        FormulaName(nl: "ingekocht boven het gebruik", en: "bought beyond use", notation: "ingekocht − gebruikt"),
        imported, annual), yield)
    return .formula(
      .maximum, .kilowattHour, FormulaName(nl: "teruglevering", en: "fed in", notation: "max(0; balans)"),
      .nothing(.kilowattHour), balance)
  }
}
