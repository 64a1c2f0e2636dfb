import Provenance
import Quantities

/// The first naive rule — *geen verandering*: nothing grows. Any forecaster must do better than this.
public struct NoChange: Forecaster {
  public static let id = "geen-verandering"
  public var id: String { Self.id }

  public init() {}

  public func forecast(for _: EvaluatedRegion, history: LevelSeries, length _: Int) -> BandedForecast? {
    history.last == nil ? nil : BandedForecast(centre: Self.centre(.one))
  }

  package static func centre<Figure: Derivation>(_ unit: Unit) -> Figure {
    .definition(0, unit, LocalizedText(nl: "geen verandering", en: "no change"))
  }
}

/// The second naive rule — *het laatste decennium houdt aan*: growth goes on as it was.
///
/// Formula: (L(c) − L(c − w)) / w × H; with less than w years of history, over all years there are.
/// - L: level (ha); c: the cut; w: the window (years), parameter `backtest/naive-window`; H: length (years).
///
/// Example: 100 ha in 1996 and 140 ha in 2006 give 40 / 10 × 5 = 20 ha for five years.
public struct GrowthContinues: Forecaster {
  public static let id = "laatste-decennium"
  public var id: String { Self.id }
  private let window: Int

  public init(window: Int) { self.window = window }

  public func forecast(for _: EvaluatedRegion, history: LevelSeries, length: Int) -> BandedForecast? {
    let centre: Double? = Self.centre(history, length: length, window: Double(window), .one) { history.level(in: $0) }
    return centre.map { BandedForecast(centre: $0) }
  }

  /// - Parameters:
  ///   - window: years that growth is taken over.
  ///   - level: the level in a year of the history.
  /// - Returns: nil with one measurement.
  package static func centre<Figure: Derivation>(
    _ history: LevelSeries, length: Int, window: Figure, _ unit: Unit, level: (Int) -> Figure?
  ) -> Figure? {
    guard let first = history.first?.year, let cut = history.last?.year, cut > first else { return nil }
    let known = Figure.definition(
      Double(cut - first), .year, LocalizedText(nl: "jaren historie", en: "years of history"))
    let span = Figure.formula(
      .minimum, .year, FormulaName(nl: "jaren in het venster", en: "years in the window", notation: "min(w; historie)"),
      window, known)
    guard let before = level(cut - Int(span.number)), let after = level(cut) else { return nil }
    let growth = Figure.formula(
      .difference, unit,
      FormulaName(nl: "groei in het venster", en: "growth in the window", notation: "L(c) − L(c − w)"),
      after, before)
    let yearly = Figure.formula(
      .quotient, unit.perYear, FormulaName(nl: "groei per jaar", en: "growth a year", notation: "groei / w"), growth,
      span)
    return .formula(
      .product, unit,
      FormulaName(nl: "laatste decennium houdt aan", en: "the last decade continues", notation: "groei / w × H"),
      yearly, .years(length))
  }
}
