/// A forecast held against what happened — *raming en werkelijkheid*, ha.
public struct ForecastOutcome: Sendable, Hashable, Codable {
  public let region: String
  public let level: String
  public let sizeClass: String
  public let forecaster: String
  /// The last year the forecaster knew.
  public let cut: Int
  /// Years ahead.
  public let length: Int
  public let forecast: BandedForecast
  public let actual: Double

  public init(
    region: String, level: String, sizeClass: String, forecaster: String, cut: Int, length: Int,
    forecast: BandedForecast, actual: Double
  ) {
    self.region = region
    self.level = level
    self.sizeClass = sizeClass
    self.forecaster = forecaster
    self.cut = cut
    self.length = length
    self.forecast = forecast
    self.actual = actual
  }

  /// Forecast − actual: above zero the forecast was too high.
  public var error: Double { value(of: .error) ?? 0 }

  /// How many times its half-width the forecast missed by; infinite when a band without width missed, nil without a band.
  public var missInHalfWidths: Double? { value(of: .miss) }
}

/// Every forecaster, from every measurement year that leaves room, for every length — *terugtoets*.
public struct Backtest: Sendable {
  private let forecasters: [any Forecaster]
  private let lengths: [Int]

  public init(forecasters: [any Forecaster], lengths: [Int]) {
    self.forecasters = forecasters
    self.lengths = lengths
  }

  /// Outcomes in the order of regions, cuts, lengths and forecasters. A forecaster sees nothing after the cut; the target of a
  /// year without measurement lies on the straight line between the measurements around it (`LevelSeries.level`).
  public func outcomes(of regions: [EvaluatedRegion]) -> [ForecastOutcome] {
    regions.flatMap { region in region.series.points.flatMap { outcomes(of: region, cut: $0.year) } }
  }

  private func outcomes(of region: EvaluatedRegion, cut: Int) -> [ForecastOutcome] {
    let history = region.series.through(cut)
    return lengths.flatMap { length -> [ForecastOutcome] in
      guard let actual = region.series.growth(from: cut, to: cut + length) else { return [] }
      return forecasters.compactMap { forecaster in
        forecaster.forecast(for: region, history: history, length: length).map {
          ForecastOutcome(
            region: region.id, level: region.level, sizeClass: region.sizeClass, forecaster: forecaster.id, cut: cut,
            length: length, forecast: $0, actual: actual)
        }
      }
    }
  }
}
