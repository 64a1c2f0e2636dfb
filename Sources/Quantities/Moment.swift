/// A point in time in UTC, to the second — *tijdstip*.
public struct Moment: Comparable, Hashable, Sendable, Codable {
  /// Seconds since 1970-01-01 00:00 UTC, leap seconds not counted.
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// - Parameter secondOfDay: may reach outside the day.
  public init(_ date: CalendarDate, secondOfDay: Int = 0) {
    seconds = date.daysSince1970 * Self.secondsPerDay + secondOfDay
  }

  public static let secondsPerMinute = 60
  public static let secondsPerHour = 3600
  public static let secondsPerDay = 86_400
  public static let daysPerWeek = 7
  public static let monthsPerYear = 12

  /// The day in UTC.
  public var date: CalendarDate { CalendarDate(daysSince1970: Self.floorDivision(seconds, Self.secondsPerDay)) }
  public var secondOfDay: Int { seconds - Self.floorDivision(seconds, Self.secondsPerDay) * Self.secondsPerDay }

  public func adding(seconds: Int) -> Moment { Moment(seconds: self.seconds + seconds) }

  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  static func floorDivision(_ number: Int, _ divisor: Int) -> Int {
    let quotient = number / divisor
    return quotient * divisor > number ? quotient - 1 : quotient
  }
}

extension CalendarDate {
  /// Days from 1 January 1970; negative before. 2000-03-01 is day 11,017.
  ///
  /// Counts from 1 March, so that the leap day ends a year: 153 days in every five months from March.
  public var daysSince1970: Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return 365 * shifted + leapDays + (153 * monthFromMarch + 2) / 5 + day - 1 - Self.daysToEpoch
  }

  /// The day that lies so many days after 1 January 1970, for years 1 to 9999; outside them the nearest such day.
  public init(daysSince1970 days: Int) {
    let count = max(0, days + Self.daysToEpoch - Self.firstDay)
    var year = min(9999, count / 366 + 1)
    while year < 9999, CalendarDate(startOf: year + 1).daysSince1970 <= days { year += 1 }
    var month = 12
    while month > 1, CalendarDate(year: year, month: month, day: 1)!.daysSince1970 > days { month -= 1 }
    let first = CalendarDate(year: year, month: month, day: 1)!
    self = CalendarDate(year: year, month: month, day: days - first.daysSince1970 + 1) ?? first
  }

  /// Days from 1 March of year 0 to 1 January 1970.
  private static let daysToEpoch = 719_468
  /// Days from 1 March of year 0 to 1 January of year 1.
  private static let firstDay = 306

  /// 0 is Monday, 6 is Sunday; 1 January 1970 was a Thursday.
  public var weekday: Int {
    let shifted = daysSince1970 + 3
    return shifted - Moment.floorDivision(shifted, Moment.daysPerWeek) * Moment.daysPerWeek
  }

  public func adding(days: Int) -> CalendarDate { CalendarDate(daysSince1970: daysSince1970 + days) }
}
