import Provenance
import Quantities

/// What years of weather do to the figures of the scan — *weerjaren*: the band of years that were measured.
///
/// | Figure | Factor |
/// |---|---|
/// | yield of panels | sun of the year over the mean |
/// | electricity, gas | 1 + heating share · (degree days − 1) |
/// | highest power | 1 + heating share · (degree days − 1) · share of the coldest month · 12 |
struct ScanWeather<Figure: Derivation>: Sendable {
  /// Over the long-term mean, in the least and the most of years.
  typealias Years = (low: Figure, high: Figure)

  let sun: Years
  let electricity: Years
  let gas: Years
  let peak: Years

  init(_ readings: WeatherReadings) {
    func all(_ readings: [ParameterReading]) -> [Figure] { readings.map { .parameter($0) } }
    sun = Self.range(all(readings.sun), nl: "zon van het jaar", en: "sun of the year")
    let days = Self.range(all(readings.degreeDays), nl: "graaddagen van het jaar", en: "degree days of the year")
    let heating: Figure = .parameter(readings.electricHeating)
    electricity = Self.use(heating, days)
    gas = Self.use(.parameter(readings.gasHeating), days)
    let coldest: Figure = .formula(
      .maximum, .share, FormulaName(nl: "koudste maand", en: "coldest month", notation: "max maanden"),
      all(readings.months))
    let byMonth: Figure = .formula(
      .product, .share,
      FormulaName(nl: "warmte in de koudste maand", en: "heat in the coldest month", notation: "aandeel × maand"),
      heating, coldest)
    let months: Figure = .definition(
      Double(Month.members.count), .count, LocalizedText(nl: "maanden in een jaar", en: "months in a year"))
    peak = Self.use(
      .formula(
        .product, .share,
        FormulaName(
          nl: "warmte in de koudste maand, tegen een gemiddelde maand",
          en: "heat in the coldest month, over a mean one",
          notation: "warmte × 12"), byMonth, months), days)
  }

  /// The range of all years, the mean year included.
  private static func range(_ years: [Figure], nl: String, en: String) -> Years {
    func end(_ operation: Explanation.Operation, _ notation: String) -> Figure {
      .formula(operation, .factor, FormulaName(nl: nl, en: en, notation: notation), [.one] + years)
    }
    return (end(.minimum, "min(1; jaren)"), end(.maximum, "max(1; jaren)"))
  }

  private static func use(_ heating: Figure, _ days: Years) -> Years {
    func factor(_ days: Figure) -> Figure {
      let colder: Figure = .formula(
        .difference, .factor,
        FormulaName(nl: "kouder dan gemiddeld", en: "colder than the mean", notation: "graaddagen − 1"), days, .one)
      let extra: Figure = .formula(
        .product, .factor, FormulaName(nl: "extra door kou", en: "extra by cold", notation: "warmte × kouder"), heating,
        colder)
      return .formula(
        .sum, .factor, FormulaName(nl: "weerjaar", en: "weather year", notation: "1 + warmte · (graaddagen − 1)"), .one,
        extra)
    }
    return (factor(days.low), factor(days.high))
  }

  /// A figure in the year that makes it least or most; the mean year in the middle.
  static func across(_ figure: Figure, _ end: ScanEnd, _ unit: Unit, _ years: Years) -> Figure {
    func product(_ factor: Figure) -> Figure {
      .formula(
        .product, unit,
        FormulaName(nl: "in een ander weerjaar", en: "in another weather year", notation: "gemiddeld jaar × weerjaar"),
        figure, factor)
    }
    return switch end {
    case .middle: figure
    case .low: product(years.low)
    case .high: product(years.high)
    }
  }
}

/// The values that weather years rest on.
struct WeatherReadings: Sendable {
  let sun: [ParameterReading]
  let degreeDays: [ParameterReading]
  /// Shares of a year's electricity and gas that heat.
  let electricHeating: ParameterReading
  let gasHeating: ParameterReading
  /// The months' shares of the degree days.
  let months: [ParameterReading]
}
