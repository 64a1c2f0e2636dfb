import EnergyHubs
import Quantities
import Testing

@Suite struct UpperBoundTests {
  private static let year = ProfileYear(2024)

  @Test func rightsAddUpInTheirHours() {
    let night = DayWindow(fromMinute: 22 * 60, toMinute: 6 * 60)
    let bound = UpperBound(
      [
        TransportRight(.firm, .offtake, power: Kilowatts(100)),
        TransportRight(.blockBound([night]), .offtake, power: Kilowatts(50)),
        TransportRight(.variable, .offtake, power: Kilowatts(30)),
        TransportRight(.firm, .feedIn, power: Kilowatts(999)),
      ], .offtake, in: Self.year)
    let day = Self.year.steps(of: CalendarDate("2024-06-05")!).lowerBound
    #expect(bound.kilowatts[day] == 180 && bound.kilowatts[day + 24] == 130 && bound.kilowatts[day + 88] == 180)
    #expect(bound.withoutUncertain[day + 24] == 100)
    // The night in which the clock goes back has nine hours of right, that of spring seven.
    func hours(_ date: String) -> Int {
      let steps = Self.year.steps(of: CalendarDate(date)!)
      return bound.kilowatts[steps.lowerBound..<steps.upperBound].prefix(48).count { $0 == 180 }
    }
    #expect(hours("2024-10-27") == 28 && hours("2024-03-31") == 20)
  }

  @Test func aCallTakesVariablePowerOnly() {
    let from = Self.year.moment(of: 1000)
    let call = CallWindow(from: from.adding(seconds: 60), to: from.adding(seconds: 1800), remaining: Kilowatts(10))
    let bound = UpperBound(
      [
        TransportRight(.firm, .offtake, power: Kilowatts(5)),
        TransportRight(.durationBound(share: 0.85), .offtake, power: Kilowatts(40)),
      ], .offtake, calls: [call], in: Self.year)
    #expect(Array(bound.kilowatts[999...1002]) == [45, 15, 15, 45])
    #expect(UpperBound.withheldSteps(share: 0.85, in: Self.year) == 5270)
  }

  @Test func aWindowOfWeekdaysPassesMidnight() {
    let friday = DayWindow(fromMinute: 20 * 60, toMinute: 2 * 60, weekdays: [4])
    func shows(_ date: String, _ hour: Int) -> Bool {
      friday.contains(Moment(CalendarDate(date)!, secondOfDay: hour * 3600))
    }
    #expect(shows("2024-06-07", 21) && shows("2024-06-08", 1))
    #expect(!shows("2024-06-08", 21) && !shows("2024-06-07", 1) && !shows("2024-06-08", 2))
  }
}
