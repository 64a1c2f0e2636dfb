import Provenance
import Quantities

/// A figure of one outcome — *cijfer van een geval*.
public enum OutcomeFigure: Hashable, Sendable, CaseIterable {
  case forecast, low, high, actual
  case error, absoluteError, squaredError, absoluteActual
  /// From the centre to the border on the side of the actual value.
  case halfWidth
  /// The error in half-widths.
  case miss
  /// 1 when the band holds the actual value, else 0.
  case isHeld

  public var label: LocalizedText {
    switch self {
    case .forecast: LocalizedText(nl: "raming", en: "forecast")
    case .low: LocalizedText(nl: "raming, laag", en: "forecast, low")
    case .high: LocalizedText(nl: "raming, hoog", en: "forecast, high")
    case .actual: LocalizedText(nl: "werkelijke groei", en: "actual growth")
    case .error: LocalizedText(nl: "fout", en: "error")
    case .absoluteError: LocalizedText(nl: "absolute fout", en: "absolute error")
    case .squaredError: LocalizedText(nl: "fout in het kwadraat", en: "error squared")
    case .absoluteActual: LocalizedText(nl: "werkelijke groei, absoluut", en: "actual growth, absolute")
    case .halfWidth: LocalizedText(nl: "halve breedte van de band", en: "half-width of the band")
    case .miss: LocalizedText(nl: "misser in halve breedten", en: "miss in half-widths")
    case .isHeld: LocalizedText(nl: "in de band (1) of niet (0)", en: "in the band (1) or not (0)")
    }
  }
}

extension ForecastOutcome {
  /// The value of a figure; nil for one that needs a band where there is none. A miss is infinite when a band without width
  /// missed.
  public func value(of figure: OutcomeFigure) -> Double? {
    switch figure {
    case .forecast: forecast.centre
    case .low: forecast.low
    case .high: forecast.high
    case .actual: actual
    default: derived(figure, .one) { value(of: $0) ?? 0 }
    }
  }

  /// A figure as it follows from others of the same outcome.
  /// - Parameters:
  ///   - unit: of land, ha.
  ///   - part: the others.
  /// - Returns: nil for what the outcome itself holds, and for a figure that needs a band where there is none.
  package func derived<Figure: Derivation>(
    _ figure: OutcomeFigure, _ unit: Unit, from part: (OutcomeFigure) -> Figure
  ) -> Figure? {
    let hasBand = forecast.low != nil && forecast.high != nil
    func named(_ notation: String) -> FormulaName { FormulaName(figure.label, notation: notation) }
    return switch figure {
    case .forecast, .low, .high, .actual: nil
    case .error:
      .formula(.difference, unit, named("raming − werkelijk"), part(.forecast), part(.actual))
    case .absoluteError: Self.magnitude(of: part(.error), unit, named("|e|"))
    case .absoluteActual: Self.magnitude(of: part(.actual), unit, named("|werkelijk|"))
    case .squaredError: .formula(.product, .one, named("e × e"), part(.error), part(.error))
    case .halfWidth: hasBand ? halfWidth(unit, part) : nil
    case .miss: hasBand ? miss(part) : nil
    case .isHeld:
      hasBand ? BandedForecast.isHeld(part(.actual), between: part(.low), and: part(.high), unit) : nil
    }
  }

  private func halfWidth<Figure: Derivation>(_ unit: Unit, _ part: (OutcomeFigure) -> Figure) -> Figure {
    let label = OutcomeFigure.halfWidth.label
    return actual < forecast.centre
      ? .formula(
        .difference, unit, FormulaName(label, notation: "raming − laag"), part(.forecast), part(.low))
      : .formula(
        .difference, unit, FormulaName(label, notation: "hoog − raming"), part(.high), part(.forecast))
  }

  private func miss<Figure: Derivation>(_ part: (OutcomeFigure) -> Figure) -> Figure {
    let label = OutcomeFigure.miss.label
    let (missed, half) = (part(.absoluteError), part(.halfWidth))
    guard missed.number != 0 else { return .definition(0, .factor, label) }
    guard half.number > 0 else { return .definition(.infinity, .factor, label) }
    return .formula(.quotient, .factor, FormulaName(label, notation: "|e| / h"), missed, half)
  }

  /// |x| = max(x, 0 − x).
  private static func magnitude<Figure: Derivation>(
    of figure: Figure, _ unit: Unit, _ name: @autoclosure () -> FormulaName
  ) -> Figure {
    let turned = Figure.formula(
      .difference, unit, FormulaName(nl: "omgekeerd", en: "turned round", notation: "0 − x"),
      .definition(0, unit, LocalizedText(nl: "nul", en: "zero")), figure)
    return .formula(.maximum, unit, name(), figure, turned)
  }
}

extension BandedForecast {
  /// 1 where low ≤ value ≤ high, else 0: nought to the power of how far the value lies outside.
  ///
  /// Example: 12 between 10 and 15 is 0 ^ max(−2; −3; 0) = 0 ^ 0 = 1; 18 is 0 ^ 3 = 0.
  package static func isHeld<Figure: Derivation>(
    _ value: Figure, between low: Figure, and high: Figure, _ unit: Unit
  ) -> Figure {
    let zero = Figure.definition(0, unit, LocalizedText(nl: "nul", en: "zero"))
    let outside = Figure.formula(
      .maximum, unit,
      FormulaName(nl: "hoe ver buiten de band", en: "how far outside the band", notation: "max(laag − w; w − hoog; 0)"),
      [
        .formula(
          .difference, unit, FormulaName(nl: "onder de band", en: "below the band", notation: "laag − w"), low, value),
        .formula(
          .difference, unit, FormulaName(nl: "boven de band", en: "above the band", notation: "w − hoog"), value, high),
        zero,
      ])
    return .formula(
      .power, .count, FormulaName(OutcomeFigure.isHeld.label, notation: "0 ^ (hoe ver buiten de band)"), zero, outside)
  }

  /// A border with the half-width multiplied: centre − (centre − border) × factor, on either side.
  package static func widened<Figure: Derivation>(
    _ border: Figure, around centre: Figure, by factor: Figure, _ unit: Unit
  )
    -> Figure
  {
    let half = Figure.formula(
      .difference, unit, FormulaName(nl: "tot de grens", en: "to the border", notation: "raming − grens"), centre,
      border
    )
    let wide = Figure.formula(
      .product, unit, FormulaName(nl: "verbreed", en: "widened", notation: "(raming − grens) × f"), half, factor)
    return .formula(
      .difference, unit,
      FormulaName(nl: "verbrede grens", en: "widened border", notation: "raming − (raming − grens) × f"), centre, wide)
  }
}
