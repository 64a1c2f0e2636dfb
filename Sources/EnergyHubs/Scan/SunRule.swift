import Foundation

/// Yield of panels per hour by the height of the sun and what a mean month yields — *zonprofiel op rekenregel*.
///
/// The height follows from latitude, longitude and date (declination after Cooper 1969: axial tilt · sin 2π(284 + day)/365);
/// within a month the yield is in proportion to its sine. Clouds are those of a mean day, so that single clear hours are
/// higher than this.
public struct SunRule: Sendable, Hashable {
  /// Degrees.
  public var latitude: Double
  public var longitude: Double
  /// kWh per kWp in each month from January.
  public var monthlyYields: [Double]

  public init(latitude: Double, longitude: Double, monthlyYields: [Double]) {
    self.latitude = latitude
    self.longitude = longitude
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
    let day = calendar.passed[step] * Self.daysPerYear + 1
    let declination = Self.axialTilt * sin(2 * .pi * (Self.cooperDay + day) / Self.daysPerYear) * Self.radians
    let noon = Self.noon - longitude / Self.degreesPerHour
    let angle = (calendar.middle[step] - noon) * Self.degreesPerHour * Self.radians
    let place = latitude * Self.radians
    return sin(place) * sin(declination) + cos(place) * cos(declination) * cos(angle)
  }

  private static let daysPerYear = 365.0
  private static let cooperDay = 284.0
  private static let axialTilt = 23.45
  private static let noon = 12.0
  private static let degreesPerHour = 15.0
  private static let radians = Double.pi / 180.0
}
