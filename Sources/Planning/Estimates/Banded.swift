import ForecastEvaluation
import Quantities
import SpaceDemand
import WorkLocations

/// An amount with its band.
struct Banded {
  let centre: NetHectares
  let low: NetHectares?
  let high: NetHectares?

  init(centre: NetHectares, low: NetHectares?, high: NetHectares?) {
    self.centre = centre
    self.low = low
    self.high = high
  }

  /// - Parameter amount: of the centre (nil) or a side.
  init(_ amount: (BandSide?) -> NetHectares) {
    self.init(centre: amount(nil), low: amount(.low), high: amount(.high))
  }

  var forecast: BandedForecast { BandedForecast(centre: centre.value, low: low?.value, high: high?.value) }
}

extension GroupEstimate {
  init(_ group: String, _ amount: Banded) {
    self.init(group: group, centre: amount.centre, low: amount.low, high: amount.high)
  }
}

extension BacktestReport {
  /// The back-tested length that is nearest to a number of years; of two equally near the longer.
  func length(nearest years: Int, among lengths: [Int]) -> Int? {
    lengths.min { (abs($0 - years), -$0) < (abs($1 - years), -$1) }
  }

  /// A band widened by the factor of regions of the same level at the nearest length; nil where there is none.
  func widened(_ amount: Banded, by method: EstimationMethod, at level: RegionLevel, years: Int) -> WidenedBand? {
    guard let row = widening(of: method, at: level, years: years), let factor = row.score.wideningFactor else {
      return nil
    }
    let band = amount.forecast.widened(by: factor)
    guard let low = band.low, let high = band.high else { return nil }
    return WidenedBand(
      low: NetHectares(low), high: NetHectares(high), factor: factor, length: row.length, count: row.score.bandCount)
  }

  /// The score that bands of a method are widened by. The level counts: what markets have in common does not average out in a
  /// province, so that a province's band fits worse.
  func widening(of method: EstimationMethod, at level: RegionLevel, years: Int) -> ScoreRow? {
    let rows = scores.filter {
      $0.level == level.rawValue && $0.sizeClass == nil && $0.forecaster == method.rawValue
        && $0.score.wideningFactor != nil
        && $0.score.bandCount >= leastCount
    }
    let length = length(nearest: years, among: rows.map(\.length))
    return rows.first { $0.length == length }
  }
}
