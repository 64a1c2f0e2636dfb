import EnergyHubs
import Foundation
import ParameterFiles
import Planning
import Provenance
import Quantities
import SealedFiles
import SourceImporters
import SpreadsheetFiles
import Testing

/// Every form in which connections and series come in, and what is refused of each.
@Suite struct EnergyInputTests {
  static let cases = CSVEnergyCaseFolder(
    sheets: GDALSourceReader(), sealing: PassphraseSealing(passphrase: nil))
  static let library = Result { try YAMLLibraryReader().library(overrides: [], standalone: false) }
  static let year = ProfileYear(2024)

  /// A year of quarters on the Dutch clock, as meters write it.
  static func clock(_ step: Int) -> String {
    let reading = year.reading(of: step)
    func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
    return "\(reading.date) \(two(reading.secondOfDay / 3600)):\(two(reading.secondOfDay % 3600 / 60))"
  }

  private static let prices = "time,price\n" + (0..<year.count).map { "\(clock($0)),\($0 % 9)\n" }.joined()

  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let usual = [
      "connections.csv": "id,ean,contract_kw,feed_in_kw,annual_kwh\na,871685900012345674,50,20,\n",
      "series.csv": Self.prices,
    ]
    return try TemporaryFolder(usual.merging(files) { $1 })
  }

  func read(_ files: [String: String]) throws -> EnergyCase {
    let folder = try folder(files)
    return try ReadEnergyCase()(
      Self.cases.read(folder.path, keyFile: nil), name: "map", library: try Self.library.get())
  }

  func problems(_ files: [String: String]) throws -> [Diagnostic] {
    do { return try read(files).diagnostics } catch let error as PlanningError { return error.diagnostics }
  }

  func errors(_ files: [String: String]) throws -> [String] {
    try problems(files).filter { $0.severity == .error }.map(\.code)
  }

  static func values(_ header: String, _ row: (Int) -> String) -> String {
    header + "\n" + (0..<year.count).map { row($0) + "\n" }.joined()
  }

  // MARK: Connections

  @Test func theWholeConnectionIsRead() throws {
    let park = try read([
      "connections.csv": """
      id;ean;name;operator;station;consent;contract_kw;physical_kw;feed_in_kw;variable_kw;block_kw;block_hours;duration_kw;\
      duration_share;pv_kwp;battery_kwh;battery_kw;charge_points;charge_kw;planned_heat_pump_kw;planned_year;annual_kwh
      a;8716 8590 0012 3456 74;Bakker;Liander;OS West;ja;50;160;20;10;30;22:00-06:00 ma-vr;15;0,85;40;100;50;4;44;25;2027;87840
      """
    ])
    let connection = try #require(park.connections.first?.connection)
    #expect(connection.ean?.digits == "871685900012345674" && connection.networkOperator == "Liander")
    #expect(
      connection.rights.map(\.form) == [
        .variable, .durationBound(share: 0.85),
        .blockBound([DayWindow(fromMinute: 1320, toMinute: 360, weekdays: [0, 1, 2, 3, 4])]),
      ])
    #expect(
      connection.assets == [
        EnergyAsset(.solar(Kilowatts(40))), EnergyAsset(.battery(KilowattHours(100), Kilowatts(50))),
        EnergyAsset(.charging(Kilowatts(44), points: 4)),
        EnergyAsset(.heatPump(Kilowatts(25)), isPlanned: true, plannedFor: 2027),
      ])
    // Block hours can be counted on, what the operator may call back cannot.
    let night = try #require(Self.year.index(of: DutchClock.start(of: CalendarDate("2024-01-09")!)))
    #expect(park.importRight[night] == 80 && park.importRight[night + 48] == 50)
    #expect(park.limits.contractMost == 80)
  }

  @Test func faultsOfConnectionsAreToldWithTheirPlace() throws {
    let found = try problems([
      "connections.csv": """
      id,ean,contract_kw,block_kw,block_hours,duration_kw,pv_kwp,consent,annual_kwh,charge_kw
      a,871685900012345674,50,10,nachts,,,,1000,
      b,8716 8590 0012 3456 74,50,,,10,-5,,1000,
      c,123,50,,,,,nee,1000,200
      d,,50,,,,,misschien,1000,200
      """
    ])
    let places = found.map { "\($0.code) \($0.place.row ?? 0) \($0.place.field ?? "")" }
    for place in [
      "energy.block-hours 1 block_hours", "energy.duplicate-ean 2 ean", "connection.right 2 rights",
      "connection.asset 2 assets", "connection.ean 3 ean", "energy.no-consent 3 consent",
      "yaml.unknown-code 4 consent", "energy.charging-exceeds-cable 4 charge_kw",
    ] { #expect(places.contains(place), "\(place) not in \(places)") }
    #expect(found.allSatisfy { !$0.remedy.nl.isEmpty && !$0.remedy.en.isEmpty })
  }

  @Test func aWorkbookIsReadWhereThereIsNoTable() throws {
    let folder = try folder(["load.csv": Self.values("time,a") { "\(Self.clock($0)),7" }])
    try FileManager.default.removeItem(atPath: folder.path + "/connections.csv")
    let template = EnergyTemplate(language: .nl).workbook
    let columns = template.sheets[0].columns
    let row = columns.map { column -> Workbook.Cell in
      switch column {
      case "id": .text("a")
      case "ean": .text("871685900012345674")
      case "contract_kw": .number(50.5, decimals: 1)
      case "charge_points": .number(3, decimals: 0)
      default: .empty
      }
    }
    let consents = template.sheets[1].columns.map { column -> Workbook.Cell in
      switch column {
      case "connection": .text("a")
      case "purpose": .text("policy")
      case "receiver": .text("Gemeente")
      case "revoked": .empty
      default: .text(column == "until" ? "31-12-2030" : "2024-01-01")
      }
    }
    func filled(_ sheet: Workbook.Sheet, _ rows: [[Workbook.Cell]]) -> Workbook.Sheet {
      Workbook.Sheet(name: sheet.name, heading: [], columns: sheet.columns, rows: rows)
    }
    try XLSXWorkbookWriter().write(
      Workbook(title: "t", sheets: [filled(template.sheets[0], [row]), filled(template.sheets[1], [consents])]),
      to: folder.path + "/connections.xlsx")
    let park = try ReadEnergyCase()(
      Self.cases.read(folder.path, keyFile: nil), name: "map", library: try Self.library.get())
    #expect(park.connections[0].connection.ean?.digits == "871685900012345674")
    #expect(park.connections[0].offtake.contracted == Kilowatts(50.5))
    #expect(park.connections[0].connection.assets == [EnergyAsset(.charging(.zero, points: 3))])
    #expect(park.consents.map(\.until.description) == ["2030-12-31"])
    // A code typed as a number has lost its last digits in the spreadsheet already.
    let typed = zip(columns, row).map { $0 == "ean" ? Workbook.Cell.number(871_685_900_012_345_728, decimals: 0) : $1 }
    try XLSXWorkbookWriter().write(
      Workbook(title: "t", sheets: [filled(template.sheets[0], [typed])]), to: folder.path + "/connections.xlsx")
    do {
      _ = try ReadEnergyCase()(
        Self.cases.read(folder.path, keyFile: nil), name: "map", library: try Self.library.get())
      Issue.record("a code with lost digits was taken")
    } catch let error as PlanningError {
      #expect(error.diagnostics.filter { $0.severity == .error }.map(\.code) == ["connection.ean"])
      #expect(error.diagnostics.contains { $0.place.file == "connections.xlsx [connections]" && $0.place.row == 1 })
    }
  }

  @Test func anEmptyTemplateSaysWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    let template = EnergyTemplate(language: .nl)
    try XLSXWorkbookWriter().write(template.workbook, to: folder.path + "/connections.xlsx")
    let read = try Self.cases.read(folder.path, keyFile: nil)
    #expect(read.connections.isEmpty && read.diagnostics.allSatisfy { $0.code == "file.missing" })
    // What the template names is what the reader takes.
    try Self.cases.write(template.texts, to: folder.path + "/csv", overwrite: false)
    let texts = try Self.cases.read(folder.path + "/csv", keyFile: nil)
    #expect(Set(texts.diagnostics.map(\.code)).isSubset(of: ["table.empty"]), "\(texts.diagnostics)")
    try Data("no workbook".utf8).write(to: URL(fileURLWithPath: folder.path + "/connections.xlsx"))
    #expect(try Self.cases.read(folder.path, keyFile: nil).diagnostics.contains { $0.code == "file.unreadable" })
  }

  // MARK: Series

  @Test func aLongTableInPlaceOfAWideOne() throws {
    let park = try read([
      "connections.csv": "id,ean,contract_kw,feed_in_kw\na,871685900012345674,50,20\nb,,50,\n",
      "load.csv": "connection,time,value,unit\n"
        + (0..<Self.year.count).map { step in
          "871685900012345674,\(Self.clock(step)),\(step % 5),kWh\nb,\(Self.clock(step)),\(step % 3),kW\n"
        }.joined(),
    ])
    #expect(park.year == Self.year)
    #expect(Array(park.connections[0].profile.kilowatts.prefix(3)) == [0, 4, 8])
    #expect(Array(park.connections[1].profile.kilowatts.prefix(3)) == [0, 1, 2])
    #expect(park.isMeasured)
  }

  /// Sorted by connection, the middle row is the first of a year: in UTC still the last hour of the year before.
  @Test func theYearIsThatOfMostRows() throws {
    let rows = ["a", "b"].flatMap { id in
      (0..<Self.year.count).map { step in
        let moment = Self.year.moment(of: step)
        func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
        return
          "\(id),\(moment.date)T\(two(moment.secondOfDay / 3600)):\(two(moment.secondOfDay % 3600 / 60))Z,\(step % 7)\n"
      }
    }
    let park = try read([
      "connections.csv": "id,contract_kw\na,50\nb,50\n", "load.csv": "connection,time,kw\n" + rows.joined(),
    ])
    #expect(park.year == Self.year && park.load[3] == 6)
  }

  /// Metered feed-in cannot be curtailed; a limit below it is told before anything is sized.
  @Test func feedInAboveTheLimitIsTold() throws {
    let files = [
      "connections.csv": "id,contract_kw,feed_in_kw\na,50,4\nb,50,0\n",
      "load.csv": Self.values("time,a,b") { "\(Self.clock($0)),\($0 % 96 == 40 ? -12 : 3),\($0 % 96 == 40 ? 5 : 1)" },
    ]
    let told = try #require(try problems(files).first { $0.code == "energy.feed-in-exceeds-limit" })
    #expect(told.severity == .warning && told.value == "7 > 4 kW" && told.message.nl.contains("in 366 stappen"))
    let enough = files.merging(["parameters.yaml": "export_limit_kw: 7\n"]) { $1 }
    #expect(try !problems(enough).contains { $0.code == "energy.feed-in-exceeds-limit" })
  }

  @Test func aFilePerConnectionByIdOrCode() throws {
    let counters =
      Self.values("time,Import T1 kWh,Import T2 kWh,Export T1 kWh,Export T2 kWh,L1 max W") { step in
        "\(Self.clock(step)),\(100 + 2 * step),300,\(step / 2),0,99"
      } + "2025-01-01 00:00,\(100 + 2 * Self.year.count),300,\(Self.year.count / 2),0,99\n"
    let park = try read([
      "connections.csv": "id,ean,contract_kw,feed_in_kw\na,871685900012345674,50,20\nb,,50,\n",
      "load/871685900012345674.csv": counters,
      "load/b.csv": Self.values("datum;tijd;levering_kwh;teruglevering_kwh") { step in
        let parts = Self.clock(step).split(separator: " ")
        return "\(parts[0]);\(parts[1]);\(step % 2),5;0,25"
      },
    ])
    // Half a kWh of export in every second quarter: 8 kW in, 0 or 4 kW out.
    #expect(Array(park.connections[0].profile.kilowatts.prefix(4)) == [8, 4, 8, 4])
    #expect(Array(park.connections[1].profile.kilowatts.prefix(3)) == [1, 5, 1])
    #expect(park.diagnostics.contains { $0.code == "meter.counters" && $0.place.file == "load/871685900012345674.csv" })
  }

  @Test func telegramsOfTheP1Port() throws {
    func telegram(_ step: Int, _ count: Double) -> String {
      let moment = Self.year.moment(of: 0).adding(seconds: step * 900)
      let reading = DutchClock.reading(at: moment)
      func two(_ number: Int) -> String { String(String(100 + number % 100).dropFirst()) }
      let second = reading.secondOfDay
      let date = two(reading.date.year) + two(reading.date.month) + two(reading.date.day)
      let stamp =
        date + two(second / 3600) + two(second % 3600 / 60) + two(second % 60)
        + (DutchClock.isSummer(moment) ? "S" : "W")
      return """
        /KFM5KAIFA-METER

        1-3:0.2.8(42)
        0-0:1.0.0(\(stamp))
        1-0:1.8.1(\(count)*kWh)
        1-0:1.8.2(000100.000*kWh)
        1-0:2.8.1(000000.000*kWh)
        1-0:1.7.0(01.193*kW)
        !

        """
    }
    let log = (0...Self.year.count).map { telegram($0, 1000 + Double($0) * 1.25) }.joined()
    let park = try read(["load/a.txt": log])
    #expect(park.connections[0].profile.kilowatts.allSatisfy { $0 == 5 })
  }

  /// The check digits of a telegram as the companion standard gives them, and one that was changed on its way.
  @Test func aDamagedTelegramIsLeftOut() throws {
    let body = "/KFM5\r\n\r\n0-0:1.0.0(240101000000W)\r\n1-0:1.8.1(000001.000*kWh)\r\n!"
    let check = body.utf8.reduce(UInt16(0)) { rest, byte in
      (0..<8).reduce(rest ^ UInt16(byte)) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0xA001 : value >> 1 }
    }
    let digits = String(check, radix: 16, uppercase: true)
    let good = body + String(repeating: "0", count: 4 - digits.count) + digits + "\r\n"
    let found = try problems(["load/a.txt": good + good.replacing("000001", with: "000007")])
    #expect(found.contains { $0.code == "meter.telegram-damaged" && $0.value == "1" })
    #expect(!(try problems(["load/a.txt": good]).contains { $0.code == "meter.telegram-damaged" }))
  }

  @Test func hoursInAStudyOfQuarters() throws {
    let hours = ProfileYear(2024, step: .hour)
    let rows = (0..<hours.count).map { "\(Self.clock($0 * 4)),\($0 % 6)\n" }.joined()
    let park = try read([
      "connections.csv": "id,contract_kw\na,50\nb,50\n", "load/a.csv": "tijd,kW\n" + rows,
      "load/b.csv": Self.values("tijd,kW") { "\(Self.clock($0)),\($0 % 7)" }, "series.csv": "time,price\n" + rows,
    ])
    #expect(park.year == Self.year)
    #expect(Array(park.connections[0].profile.kilowatts[4..<9]) == [1, 1, 1, 1, 2])
    #expect(park.importPrice[3] == 0 && park.importPrice[4] == 0.001)
    #expect(park.diagnostics.filter { $0.code == "meter.hours" || $0.code == "energy.hours" }.count == 2)
  }

  @Test func onlyAnnualAmountsNeedNoSeries() throws {
    let park = try read(["connections.csv": "id,contract_kw,annual_kwh\na,50,100000\nb,50,50000\n"])
    #expect(park.year == Self.year && !park.isMeasured)
    #expect(abs(park.load.reduce(0, +) / 4 - 150_000) < 1)
  }

  @Test func standardProfilesOfOnesOwn() throws {
    let files = ["connections.csv": "id,contract_kw,annual_kwh,profile\na,50,35136,E3A\n"]
    let even = Self.values("time,E3A") { "\(Self.clock($0)),\($0 % 2 == 0 ? 2.0 / 35136 : 0)" }
    let park = try read(files.merging(["profiles.csv": even]) { $1 })
    #expect(Array(park.connections[0].profile.kilowatts.prefix(2)) == [8, 0])
    #expect(park.connections[0].profile.origin == .standard(name: "E3A"))
    let half = even.replacing(",0.0\n", with: ",\n")
    #expect(try errors(files.merging(["profiles.csv": half]) { $1 }) == ["energy.standard-value"])
    let small = Self.values("time,E3A") { "\(Self.clock($0)),0.00001" }
    let told = try problems(files.merging(["profiles.csv": small]) { $1 }).first { $0.code == "energy.standard-sum" }
    #expect(told?.place.file == "profiles.csv" && told?.place.field == "E3A")
    #expect(try errors(files).contains("energy.unknown-profile"))
  }

  @Test func theDaysOfTheClockChange() throws {
    func without(_ step: Int, _ count: Int) -> String {
      let kept = (0..<Self.year.count).filter { !(step..<step + count).contains($0) }
      return "time,a\n" + kept.map { "\(Self.clock($0)),3\n" }.joined()
    }
    let autumn = try #require(Self.year.index(of: DutchClock.change(in: 10, of: 2024)))
    // 96 rows on the day of 100: the repeated hour is there once. It is filled from the weeks beside it, and counted.
    let filled = try read(["load.csv": without(autumn, 4)])
    #expect(filled.connections[0].profile.origin == .measured(filled: 4))
    // Prices are not filled.
    let prices = without(autumn, 4).replacing("time,a", with: "time,price")
    let once = try problems(["load.csv": without(autumn, 4), "series.csv": prices])
    #expect(once.contains { $0.code == "energy.repeated-hour" && $0.place.file == "series.csv" })
    // 96 rows on the day of 92: an hour that does not exist.
    let whole = Self.values("time,a") { "\(Self.clock($0)),3" }
    let spring = whole + "2024-03-31 02:00,3\n2024-03-31 02:15,3\n2024-03-31 02:30,3\n2024-03-31 02:45,3\n"
    let told = try #require(try problems(["load.csv": spring]).first { $0.code == "series.skipped-hour" })
    #expect(told.severity == .error && told.message.nl.contains("4 keer"))
  }

  @Test func everyCheckHasItsPlaceAndRemedy() throws {
    let table = Self.values("time,a,b,c") { step in
      let value = step == 5000 ? 170 : step % 96 < 40 ? 4 : 12
      return "\(Self.clock(step)),\(value),\(value),\(step == 7 ? -30 : 6)"
    }
    let found = try problems([
      "connections.csv": """
      id,contract_kw,physical_kw,feed_in_kw,annual_kwh,pv_kwp
      a,50,160,,,
      b,50,160,,300000,
      c,50,160,20,,10
      """, "load.csv": table,
    ])
    let told = Set(found.map { "\($0.code) \($0.place.record ?? "")" })
    for code in [
      "series.peak-exceeds-contract a", "series.peak-exceeds-cable a", "series.factor b",
      "series.feed-in-exceeds-contract c", "series.feed-in-exceeds-assets c",
    ] { #expect(told.contains(code), "\(code) not in \(told)") }
    #expect(found.allSatisfy { !$0.remedy.nl.isEmpty && $0.place != Diagnostic.Place() })
    let same = try problems([
      "connections.csv": "id,contract_kw\na,200\nb,200\nc,200\n",
      "load.csv": table.replacing(",-30\n", with: ",6\n"),
    ])
    #expect(same.contains { $0.code == "energy.same-series" && $0.place.record == "b" && $0.value == "a" })
  }

  @Test func productionIsAtLeastFeedIn() throws {
    let text = Self.values("tijd,afname_kwh,teruglevering_kwh,productie_kwh") { step in
      "\(Self.clock(step)),\(step % 3),\(step % 2),\(step == 9 ? 0 : step % 2 * 2)"
    }
    let found = try problems(["load/a.csv": text])
    let told = try #require(found.first { $0.code == "energy.feed-in-exceeds-production" })
    #expect(told.place.file == "load/a.csv" && told.message.nl.contains("2024-01-01 02:15"))
  }

  @Test func meterFilesThatFitNothingAreRefused() throws {
    let good = Self.values("tijd,kW") { "\(Self.clock($0)),\($0 % 7)" }
    #expect(try errors(["load/zz.csv": good]).contains("energy.unknown-meter"))
    #expect(try errors(["load/a.csv": "x,y\n1,2\n"]).contains("meter.no-time"))
    #expect(try errors(["load/a.csv": good.replacing(",3\n", with: ",drie\n")]).contains("series.not-a-number"))
    #expect(try errors(["load/a.csv": good + "2024-05-01 12:00,3\n"]) == ["series.duplicate"])
    #expect(
      try errors(["load/a.csv": "tijd,kW\n" + good.split(separator: "\n").dropFirst(9000).joined(separator: "\n")]) == [
        "series.hole"
      ])
    #expect(
      try errors(["load/a.csv": good.replacing("tijd,kW", with: "tijd,kW"), "parameters.yaml": "load_label: midden\n"])
        == ["yaml.unknown-code"])
  }

  @Test func timesMayNameTheEnd() throws {
    let table =
      "time,a\n"
      + (1...Self.year.count).map { step in
        "\(step == Self.year.count ? "2024-12-31 24:00" : Self.clock(step)),\(step % 5)\n"
      }.joined()
    let park = try read([
      "load.csv": table, "series.csv": "price\n" + (0..<Self.year.count).map { _ in "50\n" }.joined(),
      "parameters.yaml": "load_label: end\nyear: 2024\n",
    ])
    #expect(Array(park.connections[0].profile.kilowatts.prefix(4)) == [1, 2, 3, 4])
  }

  @Test func consentsAreReadAndChecked() throws {
    let header = "connection,purpose,receiver,from,to,given,until,revoked\n"
    let files = ["load.csv": Self.values("time,a") { "\(Self.clock($0)),7" }]
    let park = try read(
      files.merging(["consents.csv": header + "a,policy,Gemeente,2024-01-01,31-12-2024,2024-02-01,2030-01-01,\n"]) {
        $1
      })
    #expect(park.consents.count == 1 && park.consents[0].data.upperBound == CalendarDate("2024-12-31"))
    let found = try problems(
      files.merging([
        "consents.csv": header + "a,nieuws,Gemeente,2024-01-01,2024-12-31,2024-02-01,2030-01-01,\n"
          + "z,policy,Gemeente,2024-12-31,2024-01-01,2024-02-01,2023-01-01,2024-01-01\nb,policy,,gisteren,,,,\n"
          + "z,policy,Gemeente,2024-01-01,2024-12-31,2024-02-01,2030-01-01,\n"
      ]) { $1 })
    let places = found.map { "\($0.code) \($0.place.row ?? 0) \($0.place.field ?? "")" }
    for place in [
      "yaml.unknown-code 1 purpose", "consent.dates-cross 2 to", "consent.dates-cross 2 until",
      "consent.dates-cross 2 revoked", "yaml.missing 3 receiver", "parameter.invalid-date 3 from", "yaml.missing 3 to",
      "energy.unknown-consent 0 connection",
    ] { #expect(places.contains(place), "\(place) not in \(places)") }
  }
}
