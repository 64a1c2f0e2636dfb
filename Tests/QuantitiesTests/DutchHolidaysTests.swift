import Quantities
import Testing

@Suite struct DutchHolidaysTests {
  /// Published dates of Easter Sunday, among them the earliest and the latest that are possible.
  @Test(arguments: [
    "1818-03-22", "1943-04-25", "2000-04-23", "2019-04-21", "2020-04-12", "2021-04-04", "2024-03-31", "2025-04-20",
    "2038-04-25",
  ])
  func easter(text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(DutchHolidays.easter(of: date.year) == date)
  }

  @Test func everyHolidayOfAYear() throws {
    func days(_ year: Int) -> [String] {
      let first = CalendarDate(startOf: year)
      return (0..<366).map { first.adding(days: $0) }.filter { $0.year == year && DutchHolidays.contains($0) }
        .map(\.description)
    }
    #expect(
      days(2021) == [
        "2021-01-01", "2021-04-05", "2021-04-27", "2021-05-13", "2021-05-24", "2021-12-25", "2021-12-26",
      ])
    // A fifth year has Liberation Day; 27 April 2025 is a Sunday; before 2014 it was 30 April, in 2006 a Sunday.
    #expect(
      days(2025).contains("2025-05-05") && days(2025).contains("2025-04-26") && !days(2025).contains("2025-04-27"))
    #expect(days(2006).contains("2006-04-29") && !days(2006).contains("2006-04-30"))
  }
}
