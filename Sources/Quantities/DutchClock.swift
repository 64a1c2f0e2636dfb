/// Clock time in the Netherlands by rule — *Nederlandse tijd*, without the system's time zone tables.
///
/// UTC + 1 h, and UTC + 2 h from the last Sunday of March 01:00 UTC to the last Sunday of October 01:00 UTC (Directive
/// 2000/84/EC). Valid from 1996; before that summer time ended in September.
///
/// Example: 31 March 2024 has 92 quarters and no 02:30; 27 October 2024 has 100 and 02:30 twice.
public enum DutchClock {
  /// Seconds that the Dutch clock is ahead of UTC.
  public static func offset(at moment: Moment) -> Int {
    isSummer(moment) ? 2 * Moment.secondsPerHour : Moment.secondsPerHour
  }

  public static func isSummer(_ moment: Moment) -> Bool {
    let year = moment.date.year
    return change(in: 3, of: year) <= moment && moment < change(in: 10, of: year)
  }

  /// What the clock shows, as if it were UTC: its date and second of the day.
  public static func reading(at moment: Moment) -> Moment { moment.adding(seconds: offset(at: moment)) }

  /// The moments at which the clock shows this: none in the hour that spring skips, two in the hour that autumn repeats.
  public static func moments(reading: Moment) -> [Moment] {
    [2 * Moment.secondsPerHour, Moment.secondsPerHour].map { reading.adding(seconds: -$0) }
      .filter { Self.reading(at: $0) == reading }
  }

  /// Midnight at which a day begins.
  public static func start(of date: CalendarDate) -> Moment { moments(reading: Moment(date))[0] }

  /// The moment at which the clock changes in March (3) or October (10).
  public static func change(in month: Int, of year: Int) -> Moment {
    let last = CalendarDate(year: year, month: month, day: 31) ?? CalendarDate(startOf: year)
    return Moment(last.adding(days: -((last.weekday + 1) % Moment.daysPerWeek)), secondOfDay: Moment.secondsPerHour)
  }
}
