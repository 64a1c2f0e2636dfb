import Quantities

/// Times that name the end of their step — *eindtijden*.
public enum StepEnds {
  /// The same times, with the midnight that ends a day written as 24:00 of that day.
  ///
  /// Many files write the last step of a day as 00:00 of the same date. It is told apart by standing behind a later time of that date.
  public static func spelled(_ times: [String]) -> [String] {
    var last: Moment?
    return times.map { time in
      guard let reading = TimeReading(time), reading.offset == nil else { return time }
      defer { last = reading.reading }
      guard let last, reading.reading.secondOfDay == 0, last.date == reading.reading.date, last > reading.reading else {
        return time
      }
      return "\(reading.reading.date) \(Moment.secondsPerDay / Moment.secondsPerHour):00"
    }
  }
}
