import Quantities
import Testing

@Suite struct DutchClockTests {
  private static func moment(_ day: String, _ hour: Int, _ minute: Int = 0) -> Moment {
    Moment(CalendarDate(day)!, secondOfDay: hour * 3600 + minute * 60)
  }

  @Test func daysAreCounted() {
    #expect(CalendarDate("1970-01-01")!.daysSince1970 == 0)
    #expect(CalendarDate("2000-03-01")!.daysSince1970 == 11_017)
    #expect(CalendarDate("1969-12-31")!.daysSince1970 == -1)
    for days in stride(from: -719_162, through: 2_932_896, by: 97) {
      #expect(CalendarDate(daysSince1970: days).daysSince1970 == days)
    }
    #expect(CalendarDate("2024-03-31")!.weekday == 6)
    #expect(CalendarDate("1970-01-01")!.weekday == 3)
  }

  @Test func theClockChangesOnLastSundays() {
    #expect(DutchClock.change(in: 3, of: 2024) == Self.moment("2024-03-31", 1))
    #expect(DutchClock.change(in: 10, of: 2024) == Self.moment("2024-10-27", 1))
    #expect(DutchClock.change(in: 3, of: 2019) == Self.moment("2019-03-31", 1))
    #expect(DutchClock.change(in: 10, of: 2021) == Self.moment("2021-10-31", 1))
  }

  @Test func theSkippedHourHasNoMomentAndTheRepeatedOneTwo() {
    #expect(DutchClock.moments(reading: Self.moment("2024-03-31", 2, 30)).isEmpty)
    let twice = DutchClock.moments(reading: Self.moment("2024-10-27", 2, 30))
    #expect(twice == [Self.moment("2024-10-27", 0, 30), Self.moment("2024-10-27", 1, 30)])
    #expect(DutchClock.moments(reading: Self.moment("2024-07-01", 12)) == [Self.moment("2024-07-01", 10)])
    #expect(DutchClock.start(of: CalendarDate("2024-01-01")!) == Self.moment("2023-12-31", 23))
  }

  @Test func unitsOfPowerAndEnergyFit() {
    #expect(Kilowatts(100).energy(hours: 0.25) == KilowattHours(25))
    #expect(KilowattHours(25).power(hours: TimeStep.quarterHour.hours) == Kilowatts(100))
    #expect(EurosPerKilowattHour(perMegawattHour: 41.2).value == 0.0412)
    #expect(TimeStep.quarterHour.perWeek == 672 && TimeStep.hour.perDay == 24)
    #expect(Money(Euros(1), priceYear: 2024).adding(Money(Euros(2), priceYear: 2025)) == nil)
    #expect(Money(Euros(1), priceYear: 2024).inPrices(of: 2025, index: 1.5) == Money(Euros(1.5), priceYear: 2025))
  }

  @Test func checkDigits() {
    #expect(GS1.hasValidCheckDigit("4006381333931"))
    #expect(!GS1.hasValidCheckDigit("4006381333932"))
  }
}
