import EnergyHubs
import Provenance
import Quantities
import Testing

/// Files as the P1 port, metering companies and portals give them.
@Suite struct MeterReadingTests {
  private static let year = ProfileYear(2024)
  private static let rules = MeterRules(clock: .dutch)

  private func read(
    _ columns: [String], _ rows: [[String]], connection: String? = "f01", rules: MeterRules = rules,
    in year: ProfileYear = year
  ) -> MeterReading {
    MeterReading(
      MeterTable(connection: connection, table: SeriesTable(file: "load/f01.csv", columns: columns, rows: rows)),
      by: rules, in: year)
  }

  private func kilowatts(_ reading: MeterReading, _ direction: MeterDirection) -> [Float]? {
    reading.series.first { $0.direction == direction }?.series.kilowatts
  }

  private static func clock(_ step: Int) -> String { SeriesReadingTests.dutchYear(year) { _ in "" }[step][0] }

  /// HomeWizard: counters of two tariffs both ways, one row more than there are quarters, Dutch clock with both changes.
  @Test func countersOfTwoTariffsBecomePower() throws {
    var counts = [100.0, 200, 10, 20]
    var rows = SeriesReadingTests.dutchYear(Self.year) { _ in "" }.enumerated().map { step, row in
      defer { counts[step % 2] += 2.5; counts[2] += step % 4 == 0 ? 0.25 : 0 }
      return [row[0]] + counts.map { "\($0)" } + ["5000"]
    }
    rows.append(["2025-01-01 00:00"] + counts.map { "\($0)" } + ["1"])
    let reading = read(
      ["time", "Import T1 kWh", "Import T2 kWh", "Export T1 kWh", "Export T2 kWh", "L1 max W"], rows)
    #expect(reading.diagnostics.map(\.code) == ["meter.counters"])
    let offtake = try #require(kilowatts(reading, .offtake))
    let feedIn = try #require(kilowatts(reading, .feedIn))
    #expect(offtake.allSatisfy { $0 == 10 } && offtake.count == 35_136)
    #expect(feedIn[0] == 1 && feedIn[1] == 0 && feedIn[35_132] == 1)
  }

  /// Readings at odd moments, as a log of telegrams has them, are met at the bounds of the quarters.
  @Test func countersRiseEvenlyBetweenReadings() throws {
    let rows = (0..<40).map { number in
      let second = number * 300 + 7
      let moment = Self.year.moment(of: 0).adding(seconds: second)
      let (minutes, left) = (moment.secondOfDay / 60, moment.secondOfDay % 60)
      func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
      return ["\(moment.date)T\(two(minutes / 60)):\(two(minutes % 60)):\(two(left))Z", "\(Double(second) / 3600)"]
    }
    let reading = read(["time", "1-0:1.8.0"], rows)
    let offtake = try #require(kilowatts(reading, .offtake))
    #expect(offtake[0].isNaN && abs(offtake[1] - 1) < 1e-4 && abs(offtake[10] - 1) < 1e-4 && offtake[14].isNaN)
  }

  @Test func aCounterThatFallsIsTold() {
    let rows = (0..<300).map { [Self.clock($0), $0 == 250 ? "1" : "\(1000 + $0)"] }
    let reading = read(["tijd", "1.8.0"], rows)
    #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.code) == ["series.counter-falls"])
    #expect(reading.diagnostics.first { $0.severity == .error }?.place.row == 251)
  }

  /// SlimmeMeterPortal: energy per quarter with an offset behind the time.
  @Test func energyPerQuarterInTwoTariffs() throws {
    let rows = (0..<200).map { step in
      let clock = Self.clock(step)
      let day = clock.split(separator: " ")
      let parts = day[0].split(separator: "-")
      return [
        "\(parts[2])-\(parts[1])-\(parts[0]) \(day[1]):00 +0100", step % 3 == 0 ? "1,5" : "0", "0,25", "0", "0,5",
      ]
    }
    let reading = read(
      ["datum_tijd", "levering_normaal", "levering_laag", "teruglevering_normaal", "teruglevering_laag"], rows)
    #expect(reading.diagnostics.isEmpty)
    #expect(kilowatts(reading, .offtake)?.prefix(3) == [7, 1, 1])
    #expect(kilowatts(reading, .feedIn)?.prefix(2) == [2, 2])
  }

  /// Fluvius: a row per register, day and clock apart, only the tariff that holds, and a code as a spreadsheet writes it.
  @Test func aRowPerRegister() throws {
    let rows = (0..<300).flatMap { step -> [[String]] in
      let (day, clock) = (String(Self.clock(step).prefix(10)), String(Self.clock(step).suffix(5)))
      return [
        [
          day, clock, "=\"871685900012345674\"", step % 96 < 28 ? "Afname Nacht" : "Afname Dag", "\(step % 5),5", "kWh",
        ],
        [day, clock, "=\"871685900012345674\"", "Injectie Dag", "\(step % 2)", "kWh"],
        [day, clock, "=\"871685900012345674\"", "Afname Reactief", "9", "kVArh"],
      ]
    }
    let reading = read(
      ["Van (datum)", "Van (tijdstip)", "EAN-code", "Register", "Volume", "Eenheid"], rows, connection: nil)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.series.map(\.connection) == ["871685900012345674", "871685900012345674"])
    #expect(kilowatts(reading, .offtake)?.prefix(3) == [2, 6, 10])
    #expect(kilowatts(reading, .feedIn)?.prefix(3) == [0, 4, 0])
  }

  @Test func longRowsOfSeveralConnectionsAndUnits() throws {
    let rows = (0..<100).flatMap { step in
      [["b", Self.clock(step), "\(step % 3)", "MW"], ["a", Self.clock(step), "\(step % 2)", "kW"]]
    }
    let reading = read(["connection", "time", "value", "unit"], rows, connection: nil)
    #expect(Set(reading.series.map(\.connection)) == ["a", "b"])
    let values = Dictionary(
      uniqueKeysWithValues: reading.series.map { ($0.connection, Array($0.series.kilowatts.prefix(3))) })
    #expect(values["b"] == [0, 1000, 2000] && values["a"] == [0, 1, 0])
  }

  @Test func hoursAreRepeatedInAStudyOfQuartersAndTold() throws {
    let year = ProfileYear(2024, step: .hour)
    let rows = SeriesReadingTests.dutchYear(year) { "\($0 % 7)" }
    let reading = read(["tijd", "kW"], rows)
    #expect(reading.diagnostics.map(\.code) == ["meter.hours"])
    let values = try #require(kilowatts(reading, .net))
    #expect(values.count == 35_136 && Array(values[4..<9]) == [1, 1, 1, 1, 2])
    let quarters = SeriesReadingTests.dutchYear(Self.year) { "\($0 % 4)" }
    let back = read(["tijd", "kW"], quarters, in: year)
    #expect(back.diagnostics.map(\.code) == ["meter.quarters"])
    #expect(kilowatts(back, .net)?.allSatisfy { $0 == 1.5 } == true)
  }

  /// The last quarter of a day as 00:00 of the same date.
  @Test func timesMayNameTheEndOfTheirStep() throws {
    let rows = (1...192).map { step in
      ["0\((step - 1) / 96 + 1)-01-2024 " + Self.clock(step % 96).suffix(5), "\(step % 7)"]
    }
    let reading = read(["tijd", "kWh"], rows, rules: MeterRules(clock: .dutch, label: .end))
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.code))")
    let values = try #require(kilowatts(reading, .net))
    #expect(values[0] == 4 && values[95] == 20 && values[96] == 24 && values[191] == 12 && values[192].isNaN)
    let named = read(
      ["datum", "van", "tot", "kWh"], rows.map { [$0[0].prefix(10) + "", "", $0[0].suffix(5) + "", $0[1]] })
    #expect(named.diagnostics.contains { $0.code == "series.unreadable-time" })
  }

  @Test func whatIsNoMeterFileIsRefused() {
    #expect(read(["a", "b", "c"], [["1", "2", "3"]]).diagnostics.map(\.code) == ["meter.no-time", "meter.no-values"])
    #expect(
      read(["time", "kW"], [], connection: nil).diagnostics.map(\.code) == ["meter.no-time", "meter.no-connection"])
    let daily = (1...9).map { ["2024-01-0\($0) 00:00", "\($0)"] }
    #expect(read(["time", "kWh"], daily).diagnostics.map(\.code) == ["meter.too-coarse"])
    let found = read(["time", "kW"], [["2024-01-01 00:00", "veel"], ["2024-01-01 00:15", "1"]]).diagnostics
    #expect(found.map(\.code) == ["series.not-a-number"] && found[0].place.row == 1)
  }
}
