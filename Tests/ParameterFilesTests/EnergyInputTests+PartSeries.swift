import EnergyHubs
import Planning
import Provenance
import Quantities
import Testing

/// Prices, sun and rights of a part of a year: refused with the remedy, or completed where that is asked.
extension EnergyInputTests {
  private static let asked = ["parameters.yaml": "complete_year: true\n"]
  private static let header = "time,price,zuid,existing_kw,import_right_kw,export_right_kw\n"
  /// Monday 4 March through Sunday 2 June 2024.
  private static let measured =
    year.steps(of: CalendarDate("2024-03-04")!).lowerBound..<year.steps(of: CalendarDate("2024-06-02")!).upperBound

  /// Every value tells the day of the year and the quarter on the clock that it was measured at.
  private static func price(_ step: Int) -> Double {
    let reading = year.reading(of: step)
    let day = reading.date.daysSince1970 - CalendarDate(startOf: 2024).daysSince1970
    return Double(day * 100 + reading.secondOfDay / 900)
  }

  private static func row(_ step: Int) -> String {
    let price = price(step)
    return "\(clock(step)),\(price),\(price / 100_000),\(price / 1000),\(price + 1),\(price + 2)\n"
  }

  private static func load() -> [String: String] {
    [
      "connections.csv": "id,contract_kw,roof,roof_max_kw\na,50,zuid,10\n",
      "load.csv": values("time,a") { "\(clock($0)),7" },
    ]
  }

  private static func files(_ steps: some Sequence<Int>, _ more: [String: String] = [:]) -> [String: String] {
    load().merging(["series.csv": header + steps.map(row).joined()]) { $1 }.merging(more) { $1 }
  }

  @Test func aPartOfTheSeriesIsRefusedWithTheRemedy() throws {
    let found = try problems(Self.files(Self.measured)).filter { $0.severity == .error }
    #expect(found.map(\.code) == ["energy.missing-rows", "energy.missing-rows"])
    #expect(found.allSatisfy { $0.place.file == "series.csv" })
    #expect(found.allSatisfy { $0.remedy.nl.contains("--complete-year: de 91 gemeten dagen") })
    // Rows without values are days that were not measured too.
    let blank =
      Self.header
      + (0..<Self.year.count).map { step in
        Self.measured.contains(step) ? Self.row(step) : "\(Self.clock(step)),\(step % 7),,,,\n"
      }.joined()
    let holes = try problems(Self.files([], ["series.csv": blank])).filter { $0.severity == .error }
    #expect(holes.map(\.code) == Array(repeating: "energy.hole", count: 4))
    #expect(
      Set(holes.map(\.place.field)) == ["zuid", "existing_kw", "import_right_kw", "export_right_kw"]
        && holes.allSatisfy { $0.place.row == 1 && $0.remedy.nl.contains("--complete-year: de 91 gemeten dagen") })
  }

  @Test func aPartOfTheSeriesIsCompletedWhereAsked() throws {
    let park = try read(Self.files(Self.measured, Self.asked))
    let completion = YearCompletion(Self.year, isKnown: (0..<Self.year.count).map(Self.measured.contains))
    let expected = completion.applied(to: (0..<Self.year.count).map(Self.price))
    #expect(completion.completed == 275 && Set(expected).count > 8000)
    func equals(_ found: [Double], _ value: (Double) -> Double) -> Bool {
      found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - value($1)) < 1e-9 }
    }
    #expect(equals(park.importPrice) { $0 / 1000 } && equals(park.existing) { $0 / 1000 })
    #expect(equals(park.roofs[0].factor) { $0 / 100_000 })
    #expect(equals(park.importRight) { $0 + 1 } && equals(park.exportRight) { $0 + 2 })
    let told = park.diagnostics.filter { $0.code == "energy.series-completed" }
    #expect(told.count == 1 && told[0].severity == .warning && told[0].place.file == "series.csv")
    #expect(told[0].value == "275" && told[0].message.nl.contains("price (275)"))
    #expect(told[0].message.nl.contains("zuid (275)") && told[0].message.en.contains("export_right_kw (275)"))
    #expect(told[0].remedy.nl.contains("Een seizoen dat niet is gemeten blijft onbekend"))
    let summary = EnergyCaseSummary(park)
    #expect(summary.completed == nil && summary.completedSeries?.map(\.days) == Array(repeating: 275, count: 5))
    #expect(summary.parameters.contains { $0.key == "energy/completion-least-days" })
  }

  /// Prices of the whole year, sun of a part of it: only the sun is completed, and a value too high is told at its own row.
  @Test func columnsAreCompletedOneByOne() throws {
    let text =
      "time,price,zuid\n"
      + (0..<Self.year.count).map { step in
        let sun = Self.measured.contains(step) ? (step == Self.measured.lowerBound + 2 ? "1.5" : "0.25") : ""
        return "\(Self.clock(step)),\(step),\(sun)\n"
      }.joined()
    let park = try read(Self.files([], ["series.csv": text].merging(Self.asked) { $1 }))
    #expect(park.importPrice == (0..<Self.year.count).map { Double($0) / 1000 })
    #expect(park.roofs[0].factor.allSatisfy { $0 == 0.25 || $0 == 1.5 })
    #expect(EnergyCaseSummary(park).completedSeries?.map(\.column) == ["zuid"])
    let factor = try #require(park.diagnostics.first { $0.code == "energy.factor" })
    #expect(factor.place.row == Self.measured.lowerBound + 3 && factor.value == "1.5")
  }

  @Test func aHoleInAMeasuredDayStaysAnError() throws {
    let first = Self.measured.lowerBound
    let inner = Self.measured.filter { !(first + 40..<first + 44).contains($0) }
    let rows = try problems(Self.files(inner, Self.asked)).filter { $0.severity == .error }
    #expect(rows.map(\.code) == ["energy.missing-rows"] && rows[0].value == "2024-03-04 10:00")
    #expect(!rows[0].remedy.nl.contains("--complete-year"))
    let cells =
      Self.header
      + Self.measured.map { step in
        (first + 40..<first + 44).contains(step) ? "\(Self.clock(step)),,0.1,1,1,1\n" : Self.row(step)
      }.joined()
    let found = try problems(Self.files([], ["series.csv": cells].merging(Self.asked) { $1 }))
      .filter { $0.severity == .error }
    #expect(found.map(\.code) == ["energy.hole"] && found[0].place.field == "price" && found[0].place.row == 41)
    #expect(found[0].message.nl.contains("4 keer") && !found[0].remedy.nl.contains("--complete-year"))
    // The hour that October has twice is no day; nor is a hole of a night over midnight.
    let october = try #require(Self.year.index(of: DutchClock.change(in: 10, of: 2024)))
    let night = (0..<Self.year.count).filter { !(october..<october + 4).contains($0) }
    #expect(try errors(Self.files(night, Self.asked)) == ["energy.repeated-hour"])
    let midnight = (0..<Self.year.count).filter { !(first - 8..<first + 8).contains($0) }
    #expect(try errors(Self.files(midnight, Self.asked)) == ["energy.missing-rows"])
  }

  @Test func aFewDaysOfTheSeriesAreTooFew() throws {
    let week = Self.measured.prefix(7 * 96)
    let found = try problems(Self.files(week, Self.asked)).filter { $0.severity == .error }
    #expect(found.map(\.code) == Array(repeating: "energy.series-too-few-days", count: 5))
    #expect(found[0].place.file == "series.csv" && found[0].place.field == "price" && found[0].value == "7")
    #expect(found[0].message.nl.contains("1 zaterdagen, 1 zon- en feestdagen"))
    #expect(found[0].remedy.nl.contains("minstens 4 hele dagen"))
  }

  @Test func aWholeSeriesIsTheSameWithTheRule() throws {
    let whole = Self.files(0..<Self.year.count)
    let (plain, asked) = (try read(whole), try read(whole.merging(Self.asked) { $1 }))
    #expect(asked.importPrice == plain.importPrice && asked.roofs == plain.roofs && asked.existing == plain.existing)
    #expect(asked.diagnostics == plain.diagnostics && EnergyCaseSummary(asked).completedSeries == nil)
  }

  /// Hours in a study of quarters are completed by the hour.
  @Test func hoursOfThePricesAreCompletedToo() throws {
    let hours = stride(from: Self.measured.lowerBound, to: Self.measured.upperBound, by: 4)
    let text = "time,price\n" + hours.map { "\(Self.clock($0)),\(Self.price($0))\n" }.joined()
    let files = ["load.csv": Self.values("time,a") { "\(Self.clock($0)),7" }, "series.csv": text]
    let park = try read(files.merging(Self.asked) { $1 })
    let completion = YearCompletion(Self.year, isKnown: (0..<Self.year.count).map(Self.measured.contains))
    let hourly = (0..<Self.year.count).map { Self.price($0 - $0 % 4) / 1000 }
    #expect(park.importPrice == completion.applied(to: hourly))
    #expect(park.diagnostics.map(\.code).contains("energy.hours"))
  }
}
