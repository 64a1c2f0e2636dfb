import Quantities

/// What the clock and the sky show at every hour of a year — *urenkalender*; made once, read by every shape.
public struct HourCalendar: Sendable {
  public let year: ProfileYear
  /// Hour of the day on the clock of the year, 0 to 23.
  let hour: [Int]
  /// 0 for Monday.
  let weekday: [Int]
  /// 0 for January.
  let month: [Int]
  /// Hours since midnight UTC at the middle of the hour.
  let middle: [Double]
  /// Share of the year that has passed.
  let passed: [Double]

  public init(_ year: Int) {
    let hours = ProfileYear(year, step: .hour)
    let readings = (0..<hours.count).map(hours.reading)
    self.year = hours
    hour = readings.map { $0.secondOfDay / TimeStep.hour.seconds }
    weekday = readings.map(\.date.weekday)
    month = hours.months
    middle = (0..<hours.count).map {
      (Double(hours.moment(of: $0).secondOfDay) + Double(TimeStep.hour.seconds) / 2) / Double(TimeStep.hour.seconds)
    }
    passed = (0..<hours.count).map { Double($0) / Double(hours.count) }
  }

  public var count: Int { year.count }
}
