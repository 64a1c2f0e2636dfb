import EnergyHubs
import Provenance
import Quantities
import Testing

/// A part of a year completed by its rule: by hand, and by laws.
@Suite struct YearCompletionTests {
  private static let year = ProfileYear(2021)
  private static let rules = SeriesRules(
    longestFill: 4, longestZeroRun: 1000, spikeFactor: 1e9, annualTolerance: 0.02, leastDays: 1)

  private static func steps(_ date: String) throws -> Range<Int> {
    year.steps(of: try #require(CalendarDate(date)))
  }

  /// The number of the day in every step, with nothing outside some stretches of days.
  private static func days(_ stretches: [(String, String)], in year: ProfileYear = year) throws -> [Float] {
    var values = [Float](repeating: .nan, count: year.count)
    for (from, to) in stretches {
      let (first, last) = (try #require(CalendarDate(from)), try #require(CalendarDate(to)))
      for step in year.steps(of: first).lowerBound..<year.steps(of: last).upperBound {
        let date = year.reading(of: step).date
        values[step] = Float(date.daysSince1970 - CalendarDate(startOf: year.year).daysSince1970 + 1)
      }
    }
    return values
  }

  private static func series(_ values: [Float], in year: ProfileYear = year) -> RawSeries {
    RawSeries(name: "a", year: year, kilowatts: values)
  }

  @Test func oneWeekAndItsNeighbours() throws {
    // Monday 5 July 2021 (day 186) to Sunday 11 July (192), and Monday 19 July (200).
    let values = try Self.days([("2021-07-05", "2021-07-11"), ("2021-07-19", "2021-07-19")])
    let (profile, found) = Self.series(values).completed(by: Self.rules)
    let kilowatts = try #require(profile).kilowatts
    func value(_ date: String) throws -> Float { kilowatts[try Self.steps(date).lowerBound] }
    // Measured days keep their own.
    #expect(try value("2021-07-05") == 186 && value("2021-07-11") == 192)
    // A working day: Friday 9 July (190) is 5 days from Wednesday 14 July (195), and so is 19 July (200): the earlier.
    #expect(try value("2021-07-14") == 190 && value("2021-07-15") == 200 && value("2021-07-13") == 190)
    // Saturdays and Sundays have one day to take; King's Day and Easter Monday are Sundays, and Saturday 25 December too.
    #expect(try value("2021-07-17") == 191 && value("2021-07-18") == 192)
    #expect(try value("2021-04-27") == 192 && value("2021-04-05") == 192 && value("2021-12-25") == 192)
    // Round the year: Monday 4 January (day 4) is 169 days after 19 July of the year before, and 182 before 5 July.
    #expect(try value("2021-01-04") == 200)
    #expect(profile?.origin == .completed(days: 357, filled: 0))
    #expect(profile?.isMeasured == true && profile?.completedDays == 357)
    #expect(found.map(\.code) == ["series.completed"] && found[0].value == "357")
  }

  @Test func aDayMeasuredInPartIsNotMeasured() throws {
    var values = try Self.days([("2021-07-05", "2021-07-18")])
    let hole = try Self.steps("2021-07-06").prefix(20)
    for step in hole { values[step] = .nan }
    let (profile, _) = Self.series(values).completed(by: Self.rules)
    // Five hours are more than the rule fills: all of 6 July (187) is the day before it (186), of two as near the earlier.
    #expect(try #require(profile).kilowatts[try Self.steps("2021-07-06").upperBound - 1] == 186)
    #expect(profile?.origin == .completed(days: 352, filled: 0))
    // Four hours are filled from the week after, and the day stands.
    for step in try Self.steps("2021-07-06").prefix(20).suffix(4) { values[step] = 187 }
    let (filled, found) = Self.series(values).completed(by: Self.rules)
    #expect(filled?.origin == .completed(days: 351, filled: 16))
    #expect(found.map(\.code) == ["series.filled", "series.completed"])
    #expect(try #require(filled).kilowatts[try Self.steps("2021-07-06").lowerBound] == 194)
  }

  @Test func theDaysOnWhichTheClockChanges() throws {
    // The value is the quarter of the day on the clock; Sundays 28 March (92) and 31 October (100) 2021.
    func clock(_ step: Int) -> Float { Float(Self.year.reading(of: step).secondOfDay / 900) }
    func completed(_ from: String, _ to: String) throws -> [Float] {
      let known = try Self.days([(from, to)]).enumerated().map { $1.isNaN ? .nan : clock($0) }
      return try #require(Self.series(known).completed(by: Self.rules).profile).kilowatts
    }
    // From ordinary days: every day has its own clock times, autumn's hour twice.
    let ordinary = try completed("2021-07-05", "2021-07-11")
    #expect(ordinary == (0..<Self.year.count).map(clock))
    #expect(try Self.steps("2021-10-31").map { ordinary[$0] }.count { $0 == 8 } == 2)
    // From the day of 92: two o'clock gets one o'clock.
    let spring = try completed("2021-03-27", "2021-03-29")
    #expect(try Self.steps("2021-04-11").map { spring[$0] }[7...12] == [7, 4, 5, 6, 7, 12])
    // From the day of 100: an hour is left out, and all other times are right.
    let autumn = try completed("2021-10-30", "2021-11-01")
    #expect(try Self.steps("2021-11-07").map { autumn[$0] } == (0..<96).map(Float.init))
  }

  @Test(arguments: [ProfileYear(2024), ProfileYear(2023, step: .hour), ProfileYear(2024, clock: .utc)])
  func aWholeYearIsUntouched(year: ProfileYear) throws {
    let values = (0..<year.count).map { Float($0 * 7919 % 1009) }
    let (profile, found) = Self.series(values, in: year).completed(by: Self.rules)
    #expect(profile?.kilowatts == values && profile?.origin == .measured(filled: 0) && found.isEmpty)
    let completion = YearCompletion(year, isKnown: values.map { _ in true })
    #expect(completion.sources == Array(0..<year.count) && completion.completed == 0)
    #expect(completion.measuredDays == (year.year == 2024 ? 366 : 365))
  }

  /// Random days measured: completing twice is completing once, kinds are kept, and every value is one that was measured.
  @Test(arguments: 1...8) func lawsOfCompletion(seed: Int) throws {
    var state = UInt64(seed)
    func random() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let year = ProfileYear(2020 + seed % 3, step: seed.isMultiple(of: 2) ? .hour : .quarterHour)
    let first = CalendarDate(startOf: year.year)
    var values = (0..<year.count).map { _ in Float(random() % 1000) }
    for day in 0..<365 where random() % 4 > 0 {
      for step in year.steps(of: first.adding(days: day)) { values[step] = .nan }
    }
    let once = try #require(Self.series(values, in: year).completed(by: Self.rules).profile)
    let twice = try #require(Self.series(once.kilowatts, in: year).completed(by: Self.rules).profile)
    #expect(twice.kilowatts == once.kilowatts && twice.completedDays == 0)
    let completion = YearCompletion(year, isKnown: values.map { !$0.isNaN })
    #expect(completion.sources.allSatisfy { !values[$0].isNaN })
    for (step, source) in completion.sources.enumerated() {
      let (own, taken) = (year.reading(of: step), year.reading(of: source))
      if DayKind(own.date) != DayKind(taken.date) { Issue.record("step \(step) takes another kind of day") }
      let shift = own.secondOfDay - taken.secondOfDay
      if shift != 0 && shift != 3600 { Issue.record("step \(step) takes another time") }
    }
    #expect(completion.completed + completion.measuredDays == (year.year == 2020 ? 366 : 365))
  }

  @Test func whichStretchesHoldADay() throws {
    let (day, next) = (try Self.steps("2021-03-28"), try Self.steps("2021-03-29"))
    #expect(day.count == 92 && Self.year.holdsDay(day) && Self.year.holdsDay(day.lowerBound - 3..<day.upperBound + 5))
    #expect(!Self.year.holdsDay(day.lowerBound + 1..<next.upperBound - 1))
    #expect(Self.year.holdsDay(day.lowerBound + 1..<next.upperBound))
    #expect(Self.year.holdsDay(0..<Self.year.count) && !Self.year.holdsDay(4..<4) && !Self.year.holdsDay(0..<95))
    #expect(!Self.year.holdsDay(Self.year.count - 95..<Self.year.count))
    #expect(Self.year.holes([true, false, false, true, false]) == [1..<3, 4..<5])
  }

  @Test func tooFewDaysAreRefused() throws {
    var rules = Self.rules
    rules.leastDays = 2
    let values = try Self.days([("2021-07-05", "2021-07-11")])
    let (profile, found) = Self.series(values).completed(by: rules)
    #expect(profile == nil && found.map(\.code) == ["series.too-few-days"])
    #expect(
      found[0].message.nl.contains("1 zaterdagen, 1 zon- en feestdagen") && !found[0].message.nl.contains("werkdagen"))
    rules.leastDays = 0
    let working = try Self.days([("2021-07-05", "2021-07-09")])
    #expect(Self.series(working).completed(by: rules).diagnostics.map(\.code) == ["series.too-few-days"])
  }

  @Test func nothingIsCompletedUnasked() throws {
    var rules = Self.rules
    rules.leastDays = nil
    let (profile, found) = Self.series(try Self.days([("2021-07-05", "2021-07-11")])).completed(by: rules)
    #expect(profile == nil && found.map(\.code) == ["series.hole", "series.hole"])
    #expect(
      found.allSatisfy { $0.remedy.nl.contains("--complete-year") && $0.remedy.nl.contains("de 7 gemeten dagen") })
    // Without one whole day there is nothing to offer.
    let hours = try Self.days([("2021-07-05", "2021-07-05")]).enumerated().map { $0 % 4 == 0 ? .nan : $1 }
    #expect(
      Self.series(hours).completed(by: rules).diagnostics.allSatisfy { !$0.remedy.nl.contains("--complete-year") })
  }
}
