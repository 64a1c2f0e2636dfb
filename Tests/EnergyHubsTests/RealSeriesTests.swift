import EnergyHubs
import Provenance
import Quantities
import Testing

/// Series as they are measured, with prices of the same kind.
@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.reason)")) struct RealSeriesTests {
  private static let rules = SeriesRules(longestFill: 8, longestZeroRun: 72, spikeFactor: 10, annualTolerance: 0.02)

  /// The steel works of UCI 851: local time, day first, a time names the end of its quarter, the first row is 00:15 and the
  /// last of each day 00:00 of the same date.
  private func steelWorks() throws -> Profile {
    let table = try SharedData.table("staalbedrijf-kwartier-2018.csv")
    let rows = table.rows.map {
      $0[0].hasSuffix(" 00:00") ? [$0[0].replacing(" 00:00", with: " 24:00"), $0[1]] : [$0[0], $0[1]]
    }
    let read = SeriesReading(
      SeriesTable(file: "staal", columns: ["date", "kWh"], rows: rows),
      as: SeriesFormat(
        timeColumn: "date", layout: .wide(columns: []), clock: .utc, measure: .kilowattHoursPerStep, label: .end),
      in: ProfileYear(2018, clock: .utc))
    #expect(read.diagnostics.isEmpty)
    let (profile, found) = try #require(read.series.first).completed(
      by: Self.rules, expecting: .init(annual: KilowattHours(959_636.71)), file: "staal")
    #expect(!found.hasErrors, "\(found.map { $0.spelled(in: .en) })")
    return try #require(profile)
  }

  @Test func theSteelWorksIsReadWhole() throws {
    let profile = try steelWorks()
    #expect(profile.origin == .measured(filled: 0))
    #expect(abs(profile.annual.value - 959_636.71) < 1)
    #expect(abs(profile.peak.value - 628.72) < 1e-3)
  }

  @Test func theStationsAreReadWithTheirHoles() throws {
    let table = try SharedData.table("openstef-stations-kwartier-2020-2021.csv")
    let read = SeriesReading(
      SeriesTable(file: "stations", columns: table.columns, rows: table.rows),
      as: SeriesFormat(
        timeColumn: "tijd_utc", layout: .wide(columns: ["station_287_mw", "station_435_mw"]), clock: .utc,
        measure: .megawatts), in: ProfileYear(2020))
    #expect(read.series.map(\.name) == ["station_287_mw", "station_435_mw"])
    // January 2021 lies outside the year; the year before October is a hole that is too long.
    #expect(read.diagnostics.map(\.code).contains("series.outside-year"))
    let (profile, found) = read.series[1].completed(by: Self.rules)
    #expect(
      profile == nil && found.contains { $0.code == "series.hole" } && found.contains { $0.code == "series.sign" })
    let step = try #require(ProfileYear(2020).index(of: Moment(CalendarDate("2020-10-02")!, secondOfDay: 10 * 3600)))
    #expect(read.series[0].kilowatts[step] == 2620)
  }

  @Test func oneColumnOfTheStandardProfiles() throws {
    let table = try SharedData.table("standaardprofielen-e1a-e4a-kwartier.csv")
    #expect(table.columns.count == 11 && table.rows.count == 11_520)
    let hours = try SharedData.table("etm-uurprofielen-nl2019.csv")
    let column = try #require(hours.columns.firstIndex(of: "utiliteit_apparaten"))
    let profile = try #require(
      Profile.standard(
        "utiliteit", fractions: hours.rows.compactMap { Double($0[column]) }, annual: KilowattHours(megawattHours: 500),
        in: ProfileYear(2019, step: .hour)))
    #expect(abs(profile.annual.megawattHours - 500) < 1e-3)
  }

  /// The steel works with a roof and a battery under half its peak, at the day-ahead prices of 2019.
  private func hub() throws -> DispatchProblem {
    let load = try steelWorks().values
    let hours = try SharedData.table("etm-uurprofielen-nl2019.csv")
    let column = try #require(hours.columns.firstIndex(of: "pv_dak_utiliteit"))
    let sun = hours.rows.compactMap { Double($0[column]) }.flatMap { repeatElement($0 * 500_000, count: 4) }
    let market = try SharedData.table("day-ahead-nl-2019.csv").rows.compactMap { Double($0[1]) }
    let price = (market + market.suffix(1)).flatMap { repeatElement($0 / 1000, count: 4) }
    return DispatchProblem(
      hours: 0.25, load: load, sun: sun, importPrice: price.map { $0 + 0.05 }, exportPrice: price.map { $0 - 0.005 },
      importLimit: [Double](repeating: 450, count: load.count),
      exportLimit: [Double](repeating: 200, count: load.count),
      battery: Battery(
        capacity: KilowattHours(1200), power: Kilowatts(400), chargeEfficiency: 0.95, dischargeEfficiency: 0.95,
        standingLoss: 1e-5, wear: EurosPerKilowattHour(0.01)))
  }

  @Test func aYearOfQuartersIsProven() throws {
    let problem = try hub()
    let plan = try #require(problem.leastCost().plan)
    #expect(plan.isProven, "\(plan.gap)")
    expectFlows(plan, problem)
    var without = problem
    without.battery = .none
    without.importLimit = without.importLimit.map { $0 * 2 }
    let plain = try #require(without.leastCost().plan)
    #expect(plan.cost < plain.cost)
  }

  @Test func theFrontierOfTheSteelWorksBoundsItsDispatch() throws {
    var problem = try hub()
    let frontier = PeakFrontier(
      net: zip(problem.load, problem.sun).map { $0 - $1 }, hours: problem.hours, battery: problem.battery)
    let limit = frontier.leastLimit(capacity: problem.battery.capacity)
    problem.importLimit = problem.importLimit.map { _ in limit.value + 1e-4 }
    #expect(problem.leastCost().plan != nil)
    problem.importLimit = problem.importLimit.map { $0 - 0.1 }
    guard case .shortfall(let shortfall) = problem.leastCost() else { return }
    #expect(shortfall.neededLimitRise.value < 0.11)
  }
}
