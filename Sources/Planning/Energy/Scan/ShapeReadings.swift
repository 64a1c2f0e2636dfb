import EnergyHubs
import Provenance
import Quantities

/// The values of one work rhythm.
struct RhythmReadings: Sendable {
  let night: ParameterReading
  let opening: ParameterReading
  let closing: ParameterReading
  let saturday: ParameterReading
  let sunday: ParameterReading
  let winterSwing: ParameterReading
  let coldest: ParameterReading

  var rhythm: WorkRhythm {
    WorkRhythm(
      night: night.value, opening: opening.value, closing: closing.value, saturday: saturday.value,
      sunday: sunday.value, winterSwing: winterSwing.value, coldest: coldest.value)
  }

  /// The formula before it is scaled, as trees.
  var explained: RhythmAmounts<Explanation> {
    RhythmAmounts(
      night: .parameter(night), atWork: rhythm.atWork.enumerated().map { atWork($0.element, hour: $0.offset) },
      saturday: .parameter(saturday), sunday: .parameter(sunday), winterSwing: .parameter(winterSwing),
      coldest: .parameter(coldest))
  }

  private func atWork(_ share: Double, hour: Int) -> Explanation {
    Explanation(
      LocalizedText(nl: "aan het werk om \(hour) uur", en: "at work at hour \(hour)"), value: share, unit: .share,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "1 van begin tot einde van de werktijd, de helft in het uur ervoor en erna, anders 0",
            en: "1 from the start to the end of working hours, half in the hour before and after, else 0"),
          evidence: [opening, closing].map { .init($0.label, $0.value, $0.unit) })))
  }
}

/// The values of the sun's profile.
struct SunReadings: Sendable {
  /// Degrees, like the tilt.
  let latitude: ParameterReading
  let longitude: ParameterReading
  let axialTilt: ParameterReading
  /// Counted from 1.
  let equinoxDay: ParameterReading
  let monthlyYields: [ParameterReading]

  var rule: SunRule {
    SunRule(
      latitude: Self.radians(latitude), longitude: Self.radians(longitude), axialTilt: Self.radians(axialTilt),
      equinox: equinox(), monthlyYields: monthlyYields.map(\.value))
  }

  /// The formulas, as trees.
  var explained: SunAmounts<Explanation> {
    SunAmounts(
      latitude: Self.radians(latitude), longitude: Self.radians(longitude), axialTilt: Self.radians(axialTilt),
      equinox: equinox())
  }

  /// Share of the year before it.
  private func equinox<Figure: Derivation>() -> Figure {
    .formula(
      .quotient, .share,
      FormulaName(
        nl: "deel van het jaar voor de lente", en: "share of the year before spring", notation: "(dag − 1) / 365"),
      .formula(
        .difference, .count, FormulaName(nl: "dagen voor de lente", en: "days before spring", notation: "dag − 1"),
        .parameter(equinoxDay), .one),
      .definition(Self.daysPerYear, .count, LocalizedText(nl: "dagen in een jaar", en: "days in a year")))
  }

  private static func radians<Figure: Derivation>(_ degrees: ParameterReading) -> Figure {
    .formula(
      .product, .factor, FormulaName(nl: "in radialen", en: "in radians", notation: "graden × π / 180"),
      .parameter(degrees),
      .definition(radiansPerDegree, .factor, LocalizedText(nl: "radialen in een graad", en: "radians in a degree")))
  }

  private static let radiansPerDegree = Double.pi / 180
  private static let daysPerYear = 365.0
}
