import Provenance
import Quantities

/// The formulas of `RightsRule`, over numbers and over trees — *rechtensommen*.
package struct RightsAmounts<Figure: Derivation>: Sendable {
  private let unusedShare: Figure
  private let quarterFactor: Figure
  private let reserve: Figure

  package init(unusedShare: Figure, quarterFactor: Figure, reserve: Figure) {
    self.unusedShare = unusedShare
    self.quarterFactor = quarterFactor
    self.reserve = reserve
  }

  /// Contracted power over own peaks; nothing where there are none.
  package func contractFactor(peaks: Figure, ownPeaks: Figure) -> Figure {
    guard ownPeaks.number > 0, unusedShare.number < 1 else { return .nothing(.factor) }
    let used: Figure = .formula(
      .product, .kilowatt,
      FormulaName(
        nl: "benut deel van de eigen pieken", en: "used part of own peaks", notation: "(1 − onbenut) × Σ eigen pieken"),
      .oneMinus(unusedShare), ownPeaks)
    return .formula(
      .quotient, .factor,
      FormulaName(
        nl: "gecontracteerd per kW eigen piek", en: "contracted per kW of own peak",
        notation: "Σ pieken / ((1 − onbenut) · Σ eigen pieken)"), peaks, used)
  }

  /// The highest quarter, from the highest hour.
  package func quarter(_ hour: Figure) -> Figure {
    .formula(
      .product, .kilowatt,
      FormulaName(nl: "hoogste kwartier", en: "highest quarter", notation: "hoogste uur × kwartier"), hour,
      quarterFactor)
  }

  package func contracted(_ ownPeaks: Figure, factor: Figure) -> Figure {
    .formula(
      .product, .kilowatt,
      FormulaName(nl: "gecontracteerd", en: "contracted", notation: "k · eigen pieken · kwartier"),
      .formula(
        .product, .kilowatt,
        FormulaName(nl: "contract op uren", en: "contract on hours", notation: "k × eigen pieken"), factor, ownPeaks),
      quarterFactor)
  }

  /// What a group that keeps its reserve above the peak has no need of.
  package func freed(_ contracted: Figure, _ peak: Figure) -> Figure {
    let kept: Figure = .formula(
      .product, .kilowatt,
      FormulaName(nl: "wat de groep houdt", en: "what the group keeps", notation: "piek × (1 + reserve)"), peak,
      .formula(
        .sum, .factor, FormulaName(nl: "één plus de reserve", en: "one plus the reserve", notation: "1 + reserve"),
        .one,
        reserve))
    return Self.left(contracted, kept)
  }

  /// What lies above a power, at least nothing.
  package static func left(_ contracted: Figure, _ used: Figure) -> Figure {
    let above: Figure = .formula(
      .difference, .kilowatt,
      FormulaName(nl: "contract boven de piek", en: "contract above the peak", notation: "gecontracteerd − piek"),
      contracted, used)
    return .formula(
      .maximum, .kilowatt, FormulaName(nl: "over", en: "left", notation: "max(0; over)"), .nothing(.kilowatt), above)
  }
}
