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
    let heights = heights(calendar)
    var sums = [Double](repeating: 0, count: monthlyYields.count)
    for step in heights.indices { sums[calendar.month[step]] += heights[step] }
    return heights.indices.map { step in
      let month = calendar.month[step]
      return SunAmounts.output(heights[step], ofMonth: sums[month], yield: monthlyYields[month])
    }
  }

  /// Sine of the sun's height in every hour, zero below the horizon.
  package func heights(_ calendar: HourCalendar) -> [Double] {
    let amounts = SunAmounts(latitude: latitude, longitude: longitude, axialTilt: axialTilt, equinox: equinox)
    return (0..<calendar.count).map { amounts.height($0, calendar) }
  }
}
