import Quantities

/// A forecast of growth with the band that it gives itself — *raming met band*, ha.
public struct BandedForecast: Sendable, Hashable, Codable {
  public let centre: Double
  /// Borders of the band; nil where the forecaster can give none.
  public let low: Double?
  public let high: Double?

  public init(centre: Double, low: Double? = nil, high: Double? = nil) {
    self.centre = centre
    self.low = low
    self.high = high
  }

  /// Whether the band holds a value; nil without a band.
  public func covers(_ value: Double) -> Bool? {
    guard let low, let high else { return nil }
    let held: Double = Self.isHeld(value, between: low, and: high, .one)
    return held == 1
  }

  /// The band with each half-width multiplied — *verbrede band*.
  ///
  /// Example: 100 (90–130) widened twice is 100 (80–160).
  public func widened(by factor: Double) -> BandedForecast {
    BandedForecast(
      centre: centre, low: low.map { Self.widened($0, around: centre, by: factor, .one) },
      high: high.map { Self.widened($0, around: centre, by: factor, .one) })
  }
}

/// Something that forecasts the growth of a region's land from what was known in a year — *ramer*.
public protocol Forecaster: Sendable {
  var id: String { get }
  /// - Parameters:
  ///   - subject: the region.
  ///   - history: what was known at the cut; its last year is the cut.
  ///   - length: years ahead.
  /// - Returns: growth from the cut to the cut + `length`; nil where this forecaster cannot say.
  func forecast(for subject: EvaluatedRegion, history: LevelSeries, length: Int) -> BandedForecast?
}

/// A region with the series that forecasts are held against.
public struct EvaluatedRegion: Sendable, Hashable {
  public let id: String
  /// Level of the region: gemeente, corop, provincie, land.
  public let level: String
  /// Class by size; empty where the level has none.
  public let sizeClass: String
  public let series: LevelSeries

  public init(id: String, level: String, sizeClass: String, series: LevelSeries) {
    self.id = id
    self.level = level
    self.sizeClass = sizeClass
    self.series = series
  }
}
