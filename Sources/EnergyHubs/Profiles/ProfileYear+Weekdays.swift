import Quantities

extension ProfileYear {
  /// For every step of this year the step of another year that takes its place: the same weekday and time of day, about the
  /// same date. The other year is moved by whole days, at most half a week; what falls outside it comes from a week nearer.
  public func weekdaySteps(of other: ProfileYear) -> [Int] {
    let week = Moment.daysPerWeek
    let forward = (CalendarDate(startOf: year).weekday - CalendarDate(startOf: other.year).weekday + week) % week
    let days = forward > week / 2 ? forward - week : forward
    let first = days * other.step.perDay
    return (0..<count).map { step in
      let place = first + step * self.step.seconds / other.step.seconds
      if place < 0 { return place + other.step.perWeek }
      return place < other.count ? place : place - other.step.perWeek
    }
  }
}
