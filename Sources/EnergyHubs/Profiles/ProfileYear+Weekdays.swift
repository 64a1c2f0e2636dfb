import Quantities

extension ProfileYear {
  /// For every step of this year the step of another year that takes its place: the same weekday and time of day, about the
  /// same date. The other year is moved by whole days, at most half a week; what falls outside it comes from a week nearer.
  public func weekdaySteps(of other: ProfileYear) -> [Int] {
    let week = Moment.daysPerWeek
    let forward = (CalendarDate(startOf: year).weekday - CalendarDate(startOf: other.year).weekday + week) % week
    let days = forward > week / 2 ? forward - week : forward
    // A year of the Dutch clock begins an hour before one of UTC.
    let first = days * Moment.secondsPerDay + startAfterMidnight - other.startAfterMidnight
    return (0..<count).map { step in
      let place = Int((Double(first + step * self.step.seconds) / Double(other.step.seconds)).rounded(.down))
      if place < 0 { return place + other.step.perWeek }
      return place < other.count ? place : place - other.step.perWeek
    }
  }

  /// Seconds from midnight UTC of 1 January to the start of the year; negative where it begins before.
  private var startAfterMidnight: Int { start.seconds - Moment(CalendarDate(startOf: year)).seconds }
}
