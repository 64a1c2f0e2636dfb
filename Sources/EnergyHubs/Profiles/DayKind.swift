import Quantities

/// Days on which a firm uses power alike — *soort dag*.
public enum DayKind: String, Sendable, Codable, Hashable, CaseIterable {
  case working, saturday
  /// Sundays and public holidays.
  case sunday

  public init(_ date: CalendarDate) {
    let sunday = Moment.daysPerWeek - 1
    self =
      date.weekday == sunday || DutchHolidays.contains(date)
      ? .sunday : date.weekday == sunday - 1 ? .saturday : .working
  }

  var name: LocalizedText {
    switch self {
    case .working: LocalizedText(nl: "werkdagen", en: "working days")
    case .saturday: LocalizedText(nl: "zaterdagen", en: "Saturdays")
    case .sunday: LocalizedText(nl: "zon- en feestdagen", en: "Sundays and holidays")
    }
  }
}
