import EnergyHubs
import Quantities
import Testing

@Suite struct ColdYearTests {
  /// The example of the documentation, with a step of feed-in that stays.
  @Test func heatingFollowsTheMonth() {
    let cold = ColdYear(heatingShare: 0.2, degreeDays: 1.5, monthShares: [0.75, 0.25])
    let load = cold.load([40, 60, -5, 300], months: [0..<3, 3..<4])
    #expect(zip(load, [52, 78, -5, 310]).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(
      ColdYear(heatingShare: 0.2, degreeDays: 1, monthShares: [0.75, 0.25]).load(
        [40, 60, -5, 300], months: [0..<3, 3..<4])
        == [40, 60, -5, 300])
  }

  /// Quarters of 2025 (begins on a Wednesday) from hours of 2019 (Tuesday): one day further, the same hour.
  @Test func anotherYearKeepsWeekdayAndHour() {
    let (year, other) = (ProfileYear(2025), ProfileYear(2019, step: .hour))
    let steps = year.weekdaySteps(of: other)
    #expect(steps.count == year.count && steps.allSatisfy((0..<other.count).contains))
    for step in stride(from: 0, to: year.count, by: 1001) {
      let (here, there) = (year.moment(of: step), other.moment(of: steps[step]))
      #expect(here.date.weekday == there.date.weekday)
      #expect(here.secondOfDay / 3600 == there.secondOfDay / 3600)
    }
    #expect(year.weekdaySteps(of: year) == Array(0..<year.count))
    // The same year on the clock of UTC begins an hour later.
    let utc = ProfileYear(2025, step: .hour, clock: .utc)
    #expect(ProfileYear(2025, step: .hour).weekdaySteps(of: utc)[1] == 0)
    #expect(utc.weekdaySteps(of: ProfileYear(2025, step: .hour))[0] == 1)
    // 2024 begins on a Monday: two days further, and back from Monday to Saturday of 2022.
    #expect(ProfileYear(2024, step: .hour).weekdaySteps(of: ProfileYear(2022, step: .hour))[0] == 48)
  }
}
