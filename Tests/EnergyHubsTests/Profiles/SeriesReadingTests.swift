import EnergyHubs
import Provenance
import Quantities
import Testing

@Suite struct SeriesReadingTests {
  static let rules = SeriesRules(longestFill: 4, longestZeroRun: 72, spikeFactor: 10, annualTolerance: 0.02)

  /// A year as a file of the Dutch clock, as meters deliver it: 02:00 to 03:00 twice in October, never in March.
  static func dutchYear(_ year: ProfileYear, value: (Int) -> String) -> [[String]] {
    (0..<year.count).map { step in
      let reading = year.reading(of: step)
      let minutes = reading.secondOfDay / 60
      func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
      return ["\(reading.date) \(two(minutes / 60)):\(two(minutes % 60))", value(step)]
    }
  }

  private static let format = SeriesFormat(
    timeColumn: "tijd", layout: .wide(columns: []), clock: .dutch, measure: .kilowattHoursPerStep)

  private func reading(_ rows: [[String]], _ format: SeriesFormat = format, year: Int = 2024) -> SeriesReading {
    SeriesReading(
      SeriesTable(file: "a.csv", columns: ["tijd", "fabriek"], rows: rows), as: format, in: ProfileYear(year))
  }

  @Test func aLocalYearIsComplete() throws {
    let year = ProfileYear(2024)
    let read = reading(Self.dutchYear(year) { "\($0 % 7),5" })
    #expect(read.diagnostics.isEmpty)
    let (profile, found) = try #require(read.series.first).completed(by: Self.rules)
    #expect(found.isEmpty)
    let kilowatts = try #require(profile).kilowatts
    #expect(kilowatts[3] == 14 && kilowatts[35_135] == Float(35_135 % 7) * 4 + 2)
    #expect(profile?.origin == .measured(filled: 0))
  }

  @Test func theRepeatedHourGivenOnceIsTold() throws {
    let year = ProfileYear(2024)
    var rows = Self.dutchYear(year) { _ in "1" }
    let change = year.index(of: DutchClock.change(in: 10, of: 2024))!
    rows.removeSubrange(change..<change + 4)
    let noFill = SeriesRules(longestFill: 0, longestZeroRun: 72, spikeFactor: 10, annualTolerance: 0.02)
    let (profile, found) = reading(rows).series[0].completed(by: noFill)
    #expect(profile == nil && found.map(\.code) == ["series.repeated-hour"])
  }

  @Test func everyFaultIsToldWithItsPlace() {
    let rows = [
      ["2024-03-31 02:30", "1"], ["2024-05-01 10:07", "1"], ["2023-05-01 10:00", "1"], ["gisteren", "1"],
      ["2024-05-01 10:00", "1"], ["2024-05-01 10:00", "2"], ["2024-05-01 10:15", "veel"], ["2024-05-01 10:30", ""],
      ["01-06-2024 00:00", "nan"],
    ]
    let read = reading(rows)
    #expect(
      read.diagnostics.map(\.code) == [
        "series.skipped-hour", "series.between-steps", "series.outside-year", "series.unreadable-time",
        "series.duplicate", "series.not-a-number",
      ])
    #expect(read.diagnostics.map(\.place.row) == [1, 2, 3, 4, 6, 7])
    #expect(read.diagnostics.last?.message.nl.contains("2 keer") == true)
  }

  @Test func aWrongValueHidesNoWrongTime() {
    let rows = [
      ["gisteren", "veel"], ["2024-03-31 02:30", "meer"], ["2024-05-01 10:07", "nan"], ["2024-05-01 10:15", "x"],
    ]
    let found = reading(rows).diagnostics.map { "\($0.code) \($0.place.row ?? 0)" }
    #expect(
      Set(found) == [
        "series.not-a-number 1", "series.unreadable-time 1", "series.skipped-hour 2", "series.between-steps 3",
      ])
    var counters = Self.format
    counters.measure = .counter
    let read = reading([["gisteren", "veel"], ["2024-05-01 10:00", "5"], ["2024-05-01 10:15", "x"]], counters)
    #expect(Set(read.diagnostics.map(\.code)) == ["series.not-a-number", "series.unreadable-time"])
  }

  @Test func longTablesOffsetsAndCounters() {
    let table = SeriesTable(
      columns: ["ean", "t", "stand"],
      rows: [
        ["a", "2024-07-01T00:00:00+02:00", "100"], ["b", "2024-06-30T22:00:00Z", "7"],
        ["a", "2024-07-01T00:15:00+0200", "102.5"], ["b", "2024-06-30T22:15:00Z", "6"],
      ])
    let read = SeriesReading(
      table,
      as: SeriesFormat(
        timeColumn: "t", layout: .long(connection: "ean", value: "stand"), clock: .utc, measure: .counter),
      in: ProfileYear(2024))
    let step = ProfileYear(2024).steps(of: CalendarDate("2024-07-01")!).lowerBound
    #expect(read.series.map(\.name) == ["a", "b"])
    #expect(read.series[0].kilowatts[step] == 10)
    #expect(read.diagnostics.map(\.code) == ["series.counter-falls"])
  }

  @Test func holesAreFilledFromTheWeeksBesideAndCounted() throws {
    let rows = Self.dutchYear(ProfileYear(2024)) { $0 >= 10_000 && $0 < 10_008 ? "" : "\($0 / 672 + 1)" }
    let (profile, found) = reading(rows).series[0].completed(by: Self.rules)
    #expect(profile?.origin == .measured(filled: 8))
    #expect(profile?.kilowatts[10_000] == Float(10_000 / 672 + 1) * 4)
    #expect(found.map(\.code) == ["series.filled"])
    let long = Self.dutchYear(ProfileYear(2024)) { $0 >= 10_000 && $0 < 10_020 ? "" : "1" }
    let refused = reading(long).series[0].completed(by: Self.rules)
    #expect(refused.profile == nil && refused.diagnostics.map(\.code) == ["series.hole"])
    #expect(refused.diagnostics[0].message.nl.contains("2024-04-14"))
  }

  @Test(arguments: [
    (SeriesFormat.Measure.kilowatts, ["series.factor"]), (.kilowattHoursPerStep, []), (.megawatts, ["series.annual"]),
  ])
  func kilowattsAndKilowattHoursAreToldApart(measure: SeriesFormat.Measure, codes: [String]) {
    var format = Self.format
    format.measure = measure
    let rows = Self.dutchYear(ProfileYear(2024)) { "\($0 % 96 < 48 ? 20 : 5)" }
    let annual = KilowattHours(12.5 * 35_136)
    let found = reading(rows, format).series[0].completed(by: Self.rules, expecting: .init(annual: annual))
    #expect(found.diagnostics.map(\.code) == codes)
  }

  @Test func doubtfulValuesAreTold() {
    let rows = Self.dutchYear(ProfileYear(2024)) { step in
      step == 40 ? "900" : step == 41 ? "-3" : step >= 1000 && step < 1400 ? "0" : "10"
    }
    let expectation = SeriesExpectation(contracted: Kilowatts(60), physical: Kilowatts(65), feedIn: .zero)
    let found = reading(rows).series[0].completed(by: Self.rules, expecting: expectation).diagnostics
    #expect(
      Set(found.map(\.code)) == [
        "series.zeros", "series.spike", "series.sign", "series.peak-exceeds-contract", "series.peak-exceeds-cable",
        "series.feed-in-exceeds-contract",
      ])
    #expect(found.allSatisfy { !$0.remedy.nl.isEmpty && $0.place.record == "fabriek" })
    #expect(found.first { $0.code == "series.peak-exceeds-cable" }?.value == "3600.00 > 65.00 kW")
    let sun = SeriesExpectation(feedIn: Kilowatts(50), generation: Kilowatts(10))
    let given = reading(rows).series[0].completed(by: Self.rules, expecting: sun).diagnostics
    #expect(
      given.contains { $0.code == "series.feed-in-exceeds-assets" } && !given.contains { $0.code == "series.sign" })
  }

  @Test func aMissingColumnIsTold() {
    var format = Self.format
    format.timeColumn = "time"
    #expect(reading([], format).diagnostics.map(\.code) == ["series.missing-column"])
  }
}
