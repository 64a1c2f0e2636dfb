import Quantities

/// What the clock and the sky show at every hour of a year — *urenkalender*; made once, read by every shape.
public struct HourCalendar: Sendable {
  public let year: ProfileYear
  /// Hour of the day on the clock of the year, 0 to 23.
  package let hour: [Int]
  /// 0 for Monday.
  let weekday: [Int]
  /// 0 for January.
  package let month: [Int]
  /// Hours since midnight UTC at the middle of the hour.
  let middle: [Double]
  /// Share of the year that has passed.
  let passed: [Double]

  public init(_ year: Int) {
    let hours = ProfileYear(year, step: .hour)
    self.year = hours
    var hour: [Int] = []
    var weekday: [Int] = []
    let starts = hours.monthStarts
    for (first, end) in zip(starts, starts.dropFirst()) {
      var date = hours.reading(of: first).date
      // Only in a month in which the clock changes must its hours be looked up.
      let isPlain = (end - first).isMultiple(of: TimeStep.hour.perDay)
      var step = first
      while step < end {
        let day = isPlain ? step..<step + TimeStep.hour.perDay : hours.steps(of: date)
        hour +=
          day.count == TimeStep.hour.perDay
          ? Array(0..<day.count) : day.map { hours.reading(of: $0).secondOfDay / TimeStep.hour.seconds }
        weekday += repeatElement(date.weekday, count: day.count)
        (step, date) = (day.upperBound, date.adding(days: 1))
      }
    }
    (self.hour, self.weekday) = (hour, weekday)
    month = hours.months
    let start = Double(hours.start.secondOfDay) / Double(TimeStep.hour.seconds) + 1 / 2
    let count = hour.count
    middle = (0..<count).map {
      (start + Double($0)).truncatingRemainder(dividingBy: Double(TimeStep.hour.perDay))
    }
    passed = (0..<count).map { Double($0) / Double(count) }
  }

  public var count: Int { hour.count }
}
