import Foundation
import Quantities
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2024-02-29", "2000-02-29", "1996-12-31", "0001-01-01"])
  func readsAndWritesADay(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-1-1", "24-01-01", "2024-+1-01",
    "24-1-00001", "+024-01-01", "2024-01-01T", "", "20240101", "2024/01/01", "٢٠٢٤-٠١-٠١",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func ordersByTime() throws {
    let days = try ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01"].map { try #require(CalendarDate($0)) }
    #expect(days.shuffled().sorted() == days)
    #expect(CalendarDate(startOf: 2024) == days[1])
  }

  @Test func isWrittenOutInBothLanguages() throws {
    let day = try #require(CalendarDate("2024-03-01"))
    #expect(day.spelled(in: .nl) == "1 maart 2024")
    #expect(day.spelled(in: .en) == "1 March 2024")
  }

  @Test func isTextInJSON() throws {
    let day = CalendarDate(startOf: 2024)
    #expect(try String(decoding: JSONEncoder().encode(day), as: UTF8.self) == "\"2024-01-01\"")
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CalendarDate.self, from: Data("\"gisteren\"".utf8)) }
  }
}
