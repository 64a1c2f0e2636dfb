import Foundation
import Quantities

/// Yield of panels per hour by the height of the sun and what a mean month yields — *zonprofiel op rekenregel*.
///
/// The height follows from latitude, longitude and date (declination after Cooper 1969: axial tilt · sin 2π(passed − equinox));
/// within a month the yield is in proportion to its sine. Clouds are those of a mean day, so that single clear hours are
/// higher than this.
public struct SunRule: Sendable, Hashable {
  /// Radians.
  public var latitude: Double
  public var longitude: Double
  public var axialTilt: Double
  /// Share of the year that has passed at the equinox of spring.
  public var equinox: Double
  /// kWh per kWp in each month from January.
  public var monthlyYields: [Double]

  public init(latitude: Double, longitude: Double, axialTilt: Double, equinox: Double, monthlyYields: [Double]) {
    self.latitude = latitude
    self.longitude = longitude
    self.axialTilt = axialTilt
    self.equinox = equinox
    self.monthlyYields = monthlyYields
  }

  /// kW per kWp in every hour; the hours of a month sum to its yield.
  public func profile(_ calendar: HourCalendar) -> [Double] {
    let heights = (0..<calendar.count).map { max(0, sineOfHeight($0, calendar)) }
    var sums = [Double](repeating: 0, count: monthlyYields.count)
    for step in heights.indices { sums[calendar.month[step]] += heights[step] }
    return heights.indices.map { step in
      let month = calendar.month[step]
      return sums[month] > 0 ? heights[step] / sums[month] * monthlyYields[month] : 0
    }
  }

  /// Sine of the sun's height above the horizon at the middle of an hour.
  private func sineOfHeight(_ step: Int, _ calendar: HourCalendar) -> Double {
    let declination = axialTilt * sin(2 * .pi * (calendar.passed[step] - equinox))
    let noon = Self.hoursPerDay / 2 - longitude / (2 * .pi) * Self.hoursPerDay
    let angle = (calendar.middle[step] - noon) / Self.hoursPerDay * 2 * .pi
    return sin(latitude) * sin(declination) + cos(latitude) * cos(declination) * cos(angle)
  }

  private static let hoursPerDay = Double(Moment.secondsPerDay / TimeStep.hour.seconds)
}
