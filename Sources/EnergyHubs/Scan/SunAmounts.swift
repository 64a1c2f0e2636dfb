import Provenance
import Quantities

/// The formulas of `SunRule`, over numbers and over trees — *zonshoogte en opbrengst*.
package struct SunAmounts<Figure: Derivation>: Sendable {
  private let axialTilt: Figure
  private let equinox: Figure
  private let sineOfLatitude: Figure
  private let cosineOfLatitude: Figure
  /// Hours since midnight UTC at which the sun stands highest.
  private let noon: Figure

  /// - Parameters:
  ///   - latitude: radians, as longitude and tilt.
  ///   - equinox: share of the year.
  package init(latitude: Figure, longitude: Figure, axialTilt: Figure, equinox: Figure) {
    self.axialTilt = axialTilt
    self.equinox = equinox
    sineOfLatitude = .formula(
      .sine, .factor, FormulaName(nl: "sinus van de breedte", en: "sine of latitude", notation: "sin φ"), .one, latitude
    )
    cosineOfLatitude = .formula(
      .cosine, .factor, FormulaName(nl: "cosinus van de breedte", en: "cosine of latitude", notation: "cos φ"), .one,
      latitude)
    let turned: Figure = .formula(
      .quotient, .factor, FormulaName(nl: "deel van een etmaal", en: "part of a day", notation: "lengte / 2π"),
      longitude, .turn)
    noon = .formula(
      .difference, .hour,
      FormulaName(nl: "uur waarop de zon het hoogst staat", en: "hour of solar noon", notation: "12 − lengte"),
      .definition(
        Self.hoursPerDay / 2, .hour, LocalizedText(nl: "midden van een etmaal", en: "middle of a day")),
      .formula(
        .product, .hour, FormulaName(nl: "voorsprong op Greenwich", en: "ahead of Greenwich", notation: "deel × 24"),
        turned, Self.day))
  }

  /// Sine of the sun's height above the horizon at the middle of an hour; zero below it.
  package func height(_ step: Int, _ calendar: HourCalendar) -> Figure {
    let declination: Figure = .formula(
      .sine, .factor,
      FormulaName(nl: "declinatie", en: "declination", notation: "scheefstand · sin 2π(t − lente)"), axialTilt,
      .yearAngle(calendar.passed[step], since: equinox, nl: "het begin van de lente", en: "the start of spring"))
    let still = product(sineOfLatitude, sine(declination), "sin φ · sin δ")
    let turning = product(
      product(cosineOfLatitude, cosine(declination), "cos φ · cos δ"), cosine(hourAngle(calendar.middle[step])),
      "cos φ · cos δ · cos uurhoek")
    let sine: Figure = .formula(
      .sum, .factor,
      FormulaName(
        nl: "sinus van de zonshoogte", en: "sine of the sun’s height",
        notation: "sin φ · sin δ + cos φ · cos δ · cos uurhoek"), still, turning)
    return .formula(
      .maximum, .factor,
      FormulaName(
        nl: "sinus van de hoogte, niet onder de horizon", en: "sine of the height, not below the horizon",
        notation: "max(0; sinus)"), .nothing(.factor), sine)
  }

  /// kW per kWp in an hour.
  /// - Parameter sum: of the heights in the month.
  package static func output(_ height: Figure, ofMonth sum: Figure, yield: Figure) -> Figure {
    guard sum.number > 0 else { return .nothing(.kilowatt) }
    let share: Figure = .formula(
      .quotient, .share, FormulaName(nl: "deel van de maand", en: "part of the month", notation: "hoogte / Σ hoogte"),
      height, sum)
    return .formula(
      .product, .kilowatt,
      FormulaName(nl: "opbrengst per kWp", en: "output per kWp", notation: "deel × opbrengst van de maand"), share,
      yield)
  }

  private func hourAngle(_ middle: Double) -> Figure {
    let after: Figure = .formula(
      .difference, .hour, FormulaName(nl: "uren na de middag", en: "hours after noon", notation: "uur − middag"),
      .definition(middle, .hour, LocalizedText(nl: "midden van het uur, UTC", en: "middle of the hour, UTC")), noon)
    let part: Figure = .formula(
      .quotient, .share, FormulaName(nl: "deel van een etmaal", en: "part of a day", notation: "uren / 24"), after,
      Self.day)
    return .formula(
      .product, .factor, FormulaName(nl: "uurhoek", en: "hour angle", notation: "deel × 2π"), part, .turn)
  }

  private func product(_ first: Figure, _ second: Figure, _ notation: String) -> Figure {
    .formula(.product, .factor, FormulaName(nl: notation, en: notation, notation: notation), first, second)
  }

  private func sine(_ angle: Figure) -> Figure {
    .formula(.sine, .factor, FormulaName(nl: "sinus", en: "sine", notation: "sin δ"), .one, angle)
  }

  private func cosine(_ angle: Figure) -> Figure {
    .formula(.cosine, .factor, FormulaName(nl: "cosinus", en: "cosine", notation: "cos"), .one, angle)
  }

  private static var day: Figure {
    .definition(hoursPerDay, .hour, LocalizedText(nl: "uren in een etmaal", en: "hours in a day"))
  }

  private static var hoursPerDay: Double { Double(Moment.secondsPerDay / TimeStep.hour.seconds) }
}

extension Derivation {
  package static func nothing(_ unit: Unit) -> Self {
    .definition(0, unit, LocalizedText(nl: "niets", en: "nothing"))
  }
}
