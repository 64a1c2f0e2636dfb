import Provenance
import Quantities

/// The formula of `WorkRhythm` before it is scaled, over numbers and over trees — *werkritme, ongeschaald*.
package struct RhythmAmounts<Figure: Derivation>: Sendable {
  private let night: Figure
  private let notAtNight: Figure
  private let atWork: [Figure]
  private let saturday: Figure
  private let sunday: Figure
  private let winterSwing: Figure
  private let coldest: Figure

  /// - Parameter atWork: of every hour on the clock.
  package init(
    night: Figure, atWork: [Figure], saturday: Figure, sunday: Figure, winterSwing: Figure, coldest: Figure
  ) {
    self.night = night
    notAtNight = .oneMinus(night)
    self.atWork = atWork
    self.saturday = saturday
    self.sunday = sunday
    self.winterSwing = winterSwing
    self.coldest = coldest
  }

  /// Power in one hour of the year, over that at work in a mean season.
  package func unscaled(_ step: Int, _ calendar: HourCalendar) -> Figure {
    let working: Figure = .formula(
      .product, .factor,
      FormulaName(nl: "boven de nacht", en: "above the night", notation: "(1 − nacht) × werk"), notAtNight,
      work(step, calendar))
    let level: Figure = .formula(
      .sum, .factor, FormulaName(nl: "naar de klok", en: "by the clock", notation: "nacht + werk"), night, working)
    return .formula(
      .product, .factor,
      FormulaName(nl: "vermogen, ongeschaald", en: "power, unscaled", notation: "klok × seizoen"), level,
      season(calendar.passed[step]))
  }

  private func work(_ step: Int, _ calendar: HourCalendar) -> Figure {
    let hour = atWork[calendar.hour[step]]
    return switch calendar.weekday[step] {
    case Self.saturdayPlace: weekend(hour, saturday)
    case Self.saturdayPlace + 1: weekend(hour, sunday)
    default: hour
    }
  }

  private func weekend(_ work: Figure, _ share: Figure) -> Figure {
    .formula(
      .product, .factor,
      FormulaName(nl: "werk van het weekend", en: "work of the weekend", notation: "werk × dag"), work, share)
  }

  private func season(_ passed: Double) -> Figure {
    let swing: Figure = .formula(
      .cosine, .factor,
      FormulaName(nl: "uitslag op die dag", en: "swing on that day", notation: "w · cos 2π(t − koudste)"), winterSwing,
      .yearAngle(passed, since: coldest, nl: "de koudste week", en: "the coldest week"))
    return .formula(.sum, .factor, FormulaName(nl: "seizoen", en: "season", notation: "1 + uitslag"), .one, swing)
  }
}

extension RhythmAmounts {
  private static var saturdayPlace: Int { Moment.daysPerWeek - 2 }
}

extension Derivation {
  /// How far the year has turned since a time of it, radians.
  static func yearAngle(_ passed: Double, since start: Self, nl: String, en: String) -> Self {
    let part: Self = .formula(
      .difference, .share,
      FormulaName(nl: "deel van het jaar sinds \(nl)", en: "share of the year since \(en)", notation: "t − begin"),
      .definition(
        passed, .share, LocalizedText(nl: "deel van het jaar dat voorbij is", en: "share of the year passed")),
      start)
    return .formula(
      .product, .factor, FormulaName(nl: "hoek van het jaar", en: "angle of the year", notation: "2π × deel"), .turn,
      part)
  }

  /// Radians in a whole turn.
  static var turn: Self { .definition(2 * .pi, .factor, LocalizedText(nl: "volle cirkel, 2π", en: "full circle, 2π")) }
}
