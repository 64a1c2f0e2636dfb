import EnergyHubs
import Quantities

/// What a step of the example's year is to a firm, the sun and the market.
struct ExampleHour {
  /// Hour on the Dutch clock, and in UTC.
  let clock: Double
  let sunClock: Double
  let isWeekend: Bool
  /// 1 at New Year, 0 at the beginning of July, smooth.
  let winter: Double

  init(_ year: ProfileYear, _ step: Int) {
    let reading = year.reading(of: step)
    clock = Double(reading.secondOfDay) / Double(Moment.secondsPerHour)
    sunClock = Double(year.moment(of: step).secondOfDay) / Double(Moment.secondsPerHour)
    isWeekend = reading.date.weekday >= Moment.daysPerWeek - 2
    let part = Double(step) / Double(year.count)
    let distance = abs(2 * part - 1)
    winter = distance * distance * (1 + 2 * (1 - distance))
  }

  /// Level of work between two hours, with an hour to start and an hour to stop; may pass midnight.
  func working(from start: Double, to end: Double, weekend: Double) -> Double {
    let passed = clock >= start ? clock - start : clock + Self.hoursPerDay - start
    let length = end > start ? end - start : end + Self.hoursPerDay - start
    let level = max(0, min(1, passed, length - passed))
    return isWeekend ? level * weekend : level
  }

  private static let hoursPerDay = 24.0
}

/// The example's sun: a parabola between rise and set, lower and shorter in winter, under clouds per day and per hour.
enum ExampleSun {
  static func factor(_ hour: ExampleHour, shift: Double, day: Double, cloud: Double) -> Double {
    let summer = 1 - hour.winter
    let half = shortestHalfDay + (longestHalfDay - shortestHalfDay) * summer
    let place = (hour.sunClock - noon - shift) / half
    let clear = max(0, 1 - place * place) * (lowest + (highest - lowest) * summer)
    return clear * (darkestDay + (1 - darkestDay) * day) * (darkestHour + (1 - darkestHour) * cloud)
  }

  /// Hours in UTC.
  private static let noon = 11.7
  private static let shortestHalfDay = 3.8
  private static let longestHalfDay = 8.0
  /// kW per kWp at noon.
  private static let lowest = 0.3
  private static let highest = 0.95
  private static let darkestDay = 0.25
  private static let darkestHour = 0.7
  /// Hours by which panels to the east and west lead and follow, and what they give beside panels to the south.
  static let shift = 2.0
  static let flatShare = 0.9
}

/// The example's price of electricity, everything that goes with a kWh included.
enum ExamplePrice {
  static func level(_ hour: ExampleHour, chance: Double, sun: Double) -> Double {
    let peaks =
      hour.working(from: morning, to: morningEnd, weekend: weekend)
      + hour.working(from: evening, to: eveningEnd, weekend: weekend)
    let level = base + winter * hour.winter + peak * peaks - dip * sun + spread * (chance - half)
    return max(lowest, level)
  }

  /// EUR/MWh.
  private static let base = 92.0
  private static let winter = 25.0
  private static let peak = 38.0
  private static let dip = 75.0
  private static let spread = 30.0
  private static let lowest = 8.0
  private static let half = 0.5
  private static let weekend = 0.6
  /// Hours of the clock.
  private static let morning = 6.0
  private static let morningEnd = 10.0
  private static let evening = 16.0
  private static let eveningEnd = 21.0
}
