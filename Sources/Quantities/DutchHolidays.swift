/// The days on which the Netherlands does not work apart from weekends — *feestdagen*, by rule.
///
/// Those of article 3 of the Algemene termijnenwet: New Year, Easter Monday, Ascension Day, Whit Monday, King's Day and both days of
/// Christmas; Liberation Day only in the years that most collective agreements make it a day off, every fifth. King's Day is
/// 27 April from 2014, and Queen's Day 30 April before; a Sunday moves it a day forward.
///
/// Example: 2021 has Easter on 4 April, so 5 April, 13 May and 24 May are holidays.
public enum DutchHolidays {
  public static func contains(_ date: CalendarDate) -> Bool {
    if fixed.contains([date.month, date.day]) { return true }
    if date.month == 5, date.day == 5 { return date.year.isMultiple(of: 5) }
    return date == royal(date.year) || moving.contains(date.daysSince1970 - easter(of: date.year).daysSince1970)
  }

  private static let fixed = [[1, 1], [12, 25], [12, 26]]
  /// Days after Easter: Easter Monday, Ascension Day, Whit Monday.
  private static let moving = [1, 39, 50]

  private static func royal(_ year: Int) -> CalendarDate? {
    let day = CalendarDate(year: year, month: 4, day: year >= 2014 ? 27 : 30)
    return day.map { $0.weekday == Moment.daysPerWeek - 1 ? $0.adding(days: -1) : $0 }
  }

  /// Easter Sunday of the Gregorian calendar, by the rule that Meeus gives (Astronomical Algorithms, chapter 8).
  public static func easter(of year: Int) -> CalendarDate {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let days = epact + weekday - 7 * shift + 114
    return CalendarDate(year: year, month: days / 31, day: days % 31 + 1) ?? CalendarDate(startOf: year)
  }
}
