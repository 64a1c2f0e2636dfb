import EnergyHubs
import Quantities
import Testing

@Suite struct ParkScanTests {
  private let calendar = HourCalendar(2023)
  private let shop = WorkRhythm(
    night: 0.2, opening: 8, closing: 18, saturday: 0.5, sunday: 0, winterSwing: 0.1, coldest: 0.04)
  private let works = WorkRhythm(
    night: 0.6, opening: 6, closing: 22, saturday: 0.2, sunday: 0.1, winterSwing: -0.05, coldest: 0.04)
  private let sun = SunRule(
    latitude: 0.9093, longitude: 0.0908, axialTilt: 0.4093, equinox: 0.2192,
    monthlyYields: [20, 40, 80, 115, 130, 130, 130, 110, 80, 50, 25, 15])

  private func scan() throws -> ParkScan {
    try #require(ParkScan(shapes: [shop.shape(calendar), works.shape(calendar)], sun: sun.profile(calendar)))
  }

  /// Four hours by hand: load 1, 3, 2, 2 kW; panels 0, 2, 3, 0 kW; net 1, 1, −1, 2.
  @Test func aYearOfFourHoursIsTheHandComputedOne() throws {
    let scan = try #require(ParkScan(shapes: [[0.5, 1.5, 1, 1]], sun: [0, 1, 1.5, 0]))
    let year = try #require(scan.years([ScannedPark(meanPowers: [2], solar: 2)]).first)
    #expect(year.annual == 8 && year.peak == 3 && year.ownPeaks == 3 && year.solarYield == 5)
    #expect(year.imported == 4 && year.exported == 1 && year.importPeak == 2 && year.exportPeak == 1)
  }

  /// The same as a plain loop, for numbers of parks around the width of a vector.
  @Test(arguments: [0, 1, 7, 8, 9, 17]) func vectorsChangeNothing(count: Int) throws {
    let scan = try scan()
    let parks = (0..<count).map { ScannedPark(meanPowers: [Double($0 * 37 % 11), 3], solar: Double($0 * 5 % 17)) }
    let years = scan.years(parks)
    #expect(years.count == count)
    for (park, year) in zip(parks, years) {
      let (load, net) = scan.together([park])
      let bought = net.reduce(0) { $0 + max(0, $1) }
      let sold = net.reduce(0) { $0 + max(0, -$1) }
      #expect(abs(year.annual - load.reduce(0, +)) < 1e-6 * max(1, year.annual))
      #expect(abs(year.peak - (load.max() ?? 0)) < 1e-9 * max(1, year.peak))
      #expect(abs(year.imported - bought) < 1e-6 * max(1, bought))
      #expect(abs(year.exported - sold) < 1e-6 * max(1, bought))
      #expect(abs(year.importPeak - (net.max() ?? 0)) < 1e-9 * max(1, year.peak))
    }
  }

  @Test func whatGoesInComesOut() throws {
    let years = try scan().years([ScannedPark(meanPowers: [40, 60], solar: 900)])
    let year = try #require(years.first)
    #expect(abs(year.imported + year.solarYield - year.exported - year.annual) < 1e-6 * year.annual)
    #expect(abs(year.annual - 100 * Double(calendar.count)) < 1e-6 * year.annual)
    #expect(year.exportPeak > 0 && year.exported > 0 && year.peak < year.ownPeaks)
  }

  /// Work follows the clock and the weekday of every step, in a leap year and over both changes of the clock too.
  @Test(arguments: [2023, 2024]) func theCalendarIsThatOfTheClock(year: Int) {
    let hours = ProfileYear(year, step: .hour)
    let calendar = HourCalendar(year)
    #expect(calendar.count == hours.count)
    let shape = WorkRhythm(
      night: 0, opening: 8, closing: 18, saturday: 0.5, sunday: 0.25, winterSwing: 0, coldest: 0
    ).shape(calendar)
    let most = shape.max() ?? 0
    for step in 0..<hours.count {
      let (hour, date) = (hours.reading(of: step).secondOfDay / 3600, hours.reading(of: step).date)
      let work = 8..<18 ~= hour ? 1 : hour == 7 || hour == 18 ? 0.5 : 0
      let day = date.weekday == 5 ? 0.5 : date.weekday == 6 ? 0.25 : 1
      #expect(abs(shape[step] / most - work * day) < 1e-12)
    }
  }

  @Test func shapesOfUnequalLengthAreRefused() {
    #expect(ParkScan(shapes: [[1, 1]], sun: [0]) == nil)
    #expect(ParkScan(shapes: [], sun: []) == nil)
  }

  @Test func aRhythmHasMeanOneAndRestsAtNight() throws {
    let shape = shop.shape(calendar)
    #expect(abs(shape.reduce(0, +) / Double(shape.count) - 1) < 1e-12)
    // Monday 2 January 2023: 3 at night, 7 at the start, 12 at noon; Sunday 1 January at noon.
    let day = 24
    #expect(shape[day + 12] > shape[day + 7] && shape[day + 7] > shape[day + 3])
    #expect(abs(shape[12] / shape[day + 12] - 0.2) < 0.01)
    let flat = WorkRhythm(
      night: 1, opening: 8, closing: 18, saturday: 0, sunday: 0, winterSwing: 0, coldest: 0
    ).shape(calendar)
    #expect(flat.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  @Test func theSunIsUpByDayAndYieldsWhatItsMonthsSay() {
    let profile = sun.profile(calendar)
    #expect(abs(profile.reduce(0, +) - 925) < 1e-6)
    let june = 24 * 171
    #expect(profile[june] == 0 && profile[june + 12] > 0)
    // Highest in the hour around solar noon, 11:39 UTC at this longitude: 13 to 14 on the summer clock, an hour earlier in
    // the hours of the year, which run in UTC from 23:00.
    let noon = (0..<24).max { profile[june + $0] < profile[june + $1] }
    #expect(noon == 12)
    #expect(profile.allSatisfy { $0 >= 0 && $0 < 1 })
  }
}

@Suite struct RightsRuleTests {
  private func park(peak: Double, own: Double) throws -> ParkYear {
    // Two kinds that are on in turn: the park's peak is the larger, the own peaks are their sum.
    let scan = try #require(ParkScan(shapes: [[2, 0], [0, 2]], sun: [0, 0]))
    return try #require(scan.years([ScannedPark(meanPowers: [peak / 2, (own - peak) / 2], solar: 0)]).first)
  }

  /// The example of the documentation, with a reserve of a tenth.
  @Test func rightsAreTheHandComputedOnes() throws {
    let parks = try [park(peak: 60, own: 80), park(peak: 40, own: 40)]
    let rule = RightsRule(unusedShare: 0.5, quarterFactor: 1, reserve: 0.1)
    let factor = rule.contractFactor(parks)
    #expect(abs(factor - 100.0 / 60) < 1e-12)
    let rights = parks.map { rule.rights($0, factor: factor) }
    #expect(abs(rights[0].contracted - 400.0 / 3) < 1e-9 && abs(rights[1].contracted - 200.0 / 3) < 1e-9)
    #expect(abs(rights[0].unused - 220.0 / 3) < 1e-9 && abs(rights[0].freed - (400.0 / 3 - 66)) < 1e-9)
  }

  @Test(arguments: [0.0, 0.35, 0.6]) func togetherTheStatedShareIsUnused(share: Double) throws {
    let parks = try [park(peak: 60, own: 80), park(peak: 40, own: 40), park(peak: 10, own: 20)]
    let rule = RightsRule(unusedShare: share, quarterFactor: 1.03, reserve: 0.1)
    let factor = rule.contractFactor(parks)
    let contracted = parks.reduce(0) { $0 + rule.rights($1, factor: factor).contracted }
    let peaks = parks.reduce(0) { $0 + $1.peak * 1.03 }
    #expect(abs(1 - peaks / contracted - share) < 1e-12)
  }
}
