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

/// Series of workbooks, and series that stand in several files.
@Suite struct EnergyPartsTests {
  private static let cases = CSVEnergyCaseFolder(
    sheets: GDALSourceReader(), sealing: PassphraseSealing(passphrase: nil))
  private static let library = Result { try YAMLLibraryReader().library(overrides: [], standalone: false) }
  private static let year = ProfileYear(2024)
  private static let middle = 17_000

  private static func clock(_ step: Int) -> String {
    let reading = year.reading(of: step)
    func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
    return "\(reading.date) \(two(reading.secondOfDay / 3600)):\(two(reading.secondOfDay % 3600 / 60))"
  }

  /// Days since 30 December 1899 of what the clock shows, as a workbook keeps it.
  private static func serial(_ step: Int) -> Double { Double(year.reading(of: step).seconds) / 86_400 + 25_569 }

  private static func text(_ header: String, _ steps: Range<Int>, _ row: (Int) -> String) -> String {
    header + "\n" + steps.map { "\(clock($0)),\(row($0))\n" }.joined()
  }

  private static let all = 0..<year.count

  private func folder(_ files: [String: String], _ books: [String: [Workbook.Sheet]] = [:]) throws -> TemporaryFolder {
    let usual = [
      "connections.csv": "id,ean,contract_kw,feed_in_kw\na,871685900012345674,50,20\n",
      "series.csv": Self.text("time,price", Self.all) { "\($0 % 9)" },
    ]
    let folder = try TemporaryFolder(usual.merging(files) { $1 })
    for (name, sheets) in books {
      let path = folder.path + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try XLSXWorkbookWriter().write(Workbook(title: "t", sheets: sheets), to: path)
    }
    return folder
  }

  private func read(_ files: [String: String], _ books: [String: [Workbook.Sheet]] = [:]) throws -> EnergyCase {
    let folder = try folder(files, books)
    return try ReadEnergyCase()(
      Self.cases.read(folder.path, keyFile: nil), name: "map", library: try Self.library.get())
  }

  private func problems(_ files: [String: String], _ books: [String: [Workbook.Sheet]] = [:]) throws -> [Diagnostic] {
    do { return try read(files, books).diagnostics } catch let error as PlanningError { return error.diagnostics }
  }

  private static func sheet(
    _ name: String, _ columns: [String], _ steps: Range<Int> = all, _ row: (Int) -> [Workbook.Cell]
  ) -> Workbook.Sheet {
    Workbook.Sheet(name: name, heading: [], columns: columns, rows: steps.map(row))
  }

  private static func number(_ value: Double) -> Workbook.Cell { .number(value, decimals: 3) }

  // MARK: Workbooks

  /// Moments as numbers and as text, among each other; amounts as numbers and as Dutch text.
  @Test func aWideSheetIsReadAsATable() throws {
    let load = Self.sheet("load", ["time", "a"]) { step in
      [
        step % 2 == 0 ? Self.number(Self.serial(step)) : .text(Self.clock(step)),
        step % 3 == 0 ? .text("\(step % 5),5") : Self.number(Double(step % 5) + 0.5),
      ]
    }
    let notes = Workbook.Sheet(name: "Toelichting", heading: [], columns: ["x"], rows: [[.text("y")]])
    let park = try read([:], ["load.xlsx": [notes, load]])
    #expect(park.year == Self.year)
    #expect(park.connections[0].profile.kilowatts == (0..<Self.year.count).map { Float($0 % 5) + 0.5 })
    // Both hours of the October night are there, in order.
    let night = try #require(Self.year.index(of: DutchClock.change(in: 10, of: 2024)))
    #expect(park.load[night - 1] == Double((night - 1) % 5) + 0.5 && park.load[night] == Double(night % 5) + 0.5)
  }

  @Test func meterSheetsAndPricesAreReadToo() throws {
    let meter = Self.sheet("Blad1", ["Datum", "Tijd", "levering_kwh"]) { step in
      let serial = Self.serial(step)
      return [Self.number(serial.rounded(.down)), Self.number(serial - serial.rounded(.down)), Self.number(1.25)]
    }
    let prices = Self.sheet("series", ["tijd", "price"]) {
      [Self.number(Self.serial($0)), Self.number(Double($0 % 7))]
    }
    let folder = try folder([:], ["load/a.xlsx": [meter], "series.xlsx": [prices]])
    try FileManager.default.removeItem(atPath: folder.path + "/series.csv")
    let park = try ReadEnergyCase()(
      Self.cases.read(folder.path, keyFile: nil), name: "map", library: try Self.library.get())
    #expect(park.connections[0].profile.kilowatts.allSatisfy { $0 == 5 })
    #expect(park.importPrice[5] == 0.005)
    let (table, found) = try Self.cases.table(folder.path + "/series.xlsx")
    #expect(found.isEmpty && table.rowCount == Self.year.count)
  }

  @Test func wrongSheetsAreToldWithTheirPlace() throws {
    func sheet(_ cell: @escaping (Int) -> Workbook.Cell) -> [String: [Workbook.Sheet]] {
      ["load.xlsx": [Self.sheet("load", ["time", "a"]) { [Self.number(Self.serial($0)), cell($0)] }]]
    }
    let notes = [
      Workbook.Sheet(name: "Uitleg", heading: [], columns: ["bron", "naam"], rows: [[.text("x"), .text("y")]])
    ]
    let other = try problems([:], ["load.xlsx": notes])
    #expect(other.contains { $0.code == "load.other-sheet" && $0.place.file == "load.xlsx [Uitleg]" })
    let text = try problems([:], sheet { $0 == 41 ? .text("n.b.") : Self.number(1) })
    let told = try #require(text.first { $0.severity == .error })
    #expect(told.place.file == "load.xlsx [load]" && told.place.row == 42 && told.place.field == "a")
    #expect(told.value == "n.b.")
    let empty = try problems(
      [:], ["load.xlsx": [Workbook.Sheet(name: "load", heading: [], columns: ["time", "a"], rows: [])]])
    #expect(empty.contains { $0.code == "table.empty" && $0.place.file == "load.xlsx [load]" })
    let old = try problems(["load/a.xls": "x"])
    #expect(old.contains { $0.code == "load.unread" && $0.place.file == "load/a.xls" })
    let broken = try problems(["load.xlsx": "geen rekenblad"])
    #expect(broken.contains { $0.code == "file.unreadable" })
  }

  /// In March an hour is skipped; a sheet of local time that has it is told where.
  @Test func anHourThatDoesNotExistIsToldInASheet() throws {
    let spring = try #require(Self.year.index(of: DutchClock.change(in: 3, of: 2024)))
    let rows = Self.sheet("load", ["time", "a"], 0..<Self.year.count + 4) { place in
      let step = place < spring ? place : max(spring, place - 4)
      let serial =
        Self.serial(step) - (place < spring + 4 && place >= spring ? (1 - Double(place - spring) / 4) / 24 : 0)
      return [Self.number(serial), Self.number(3)]
    }
    let told = try #require(try problems([:], ["load.xlsx": [rows]]).first { $0.code == "series.skipped-hour" })
    #expect(told.place.row == spring + 1 && told.place.file == "load.xlsx [load]")
  }

  // MARK: Parts

  @Test func partsOfATableAreJoinedInOrderOfTime() throws {
    let whole = try read(["load.csv": Self.text("time,a", Self.all) { "\($0 % 11)" }])
    let parts = try read(
      ["load-z.csv": Self.text("time,a", 0..<Self.middle) { "\($0 % 11)" }],
      [
        "load-b.xlsx": [
          Self.sheet("x", ["time", "a"], Self.middle..<Self.year.count) {
            [Self.number(Self.serial($0)), Self.number(Double($0 % 11))]
          }
        ]
      ])
    #expect(parts.load == whole.load && parts.year == whole.year)
    #expect(!parts.diagnostics.contains { $0.code.hasPrefix("energy.parts") })
    let inner = try read([
      "load/deel1.csv": Self.text("time,a", 0..<Self.middle) { "\($0 % 11)" },
      "load/deel2.csv": Self.text("time,a", Self.middle..<Self.year.count) { "\($0 % 11)" },
    ])
    #expect(inner.load == whole.load)
  }

  @Test func filesOfAConnectionAreJoinedByNameOrFolder() throws {
    let first = Self.text("tijd,kW", 0..<Self.middle) { "\($0 % 11)" }
    let second = Self.text("tijd,kWh", Self.middle..<Self.year.count) { "\(Double($0 % 11) / 4)" }
    for names in [("load/a-2024-02.csv", "load/a-2024-01.csv"), ("load/a/1.csv", "load/871685900012345674_deel.csv")] {
      let park = try read([names.0: first, names.1: second])
      #expect(park.load == Self.all.map { Double($0 % 11) }, "\(names)")
    }
  }

  @Test func countersCountOnBetweenTwoFiles() throws {
    let header = "tijd,1.8.1"
    let park = try read([
      "load/a-2.csv": Self.text(header, Self.middle..<Self.year.count) { "\(100 + 2 * $0)" }
        + "2025-01-01 00:00,\(100 + 2 * Self.year.count)\n",
      "load/a-1.csv": Self.text(header, 0..<Self.middle) { "\(100 + 2 * $0)" },
    ])
    #expect(park.connections[0].profile.kilowatts.allSatisfy { $0 == 8 })
    #expect(park.connections[0].profile.origin == .measured(filled: 0))
  }

  @Test func equalOverlapIsCountedAndOtherIsRefused() throws {
    let first = Self.text("time,a", 0..<Self.middle + 8) { "\($0 % 11)" }
    func second(_ shift: Int) -> String {
      Self.text("time,a", Self.middle..<Self.year.count) { "\($0 % 11 + ($0 == Self.middle + 3 ? shift : 0))" }
    }
    for names in [("load-1.csv", "load-2.csv"), ("load/a-1.csv", "load/a-2.csv")] {
      let named = (first.replacing("time,a", with: "time,a"), second(0))
      let equal = try read([names.0: named.0, names.1: named.1])
      let repeated = try #require(equal.diagnostics.first { $0.code == "energy.parts-repeat" })
      #expect(repeated.value == "8" && repeated.place.file == names.1 && repeated.message.nl.contains(names.0))
      let differing = try problems([names.0: first, names.1: second(1)])
      let errors = differing.filter { $0.severity == .error }
      #expect(errors.map(\.code) == ["energy.parts-differ"], "\(errors)")
      #expect(errors[0].place.file == names.1 && errors[0].message.nl.contains(names.0))
      #expect(errors[0].message.nl.contains(Self.clock(Self.middle + 3)))
    }
  }

  // MARK: A column and a file of its own

  private static let two = ["connections.csv": "id,contract_kw,feed_in_kw\na,50,20\nb,50,20\n"]

  /// Half a year in the wide table and the other half in the connection's own file, in kWh; b stands in the table alone.
  @Test func aColumnAndAFileOfItsOwnAreJoined() throws {
    let wide = Self.text("time,a,b", Self.all) { "\($0 < Self.middle ? "\($0 % 11)" : ""),\($0 % 7)" }
    let own = Self.text("tijd,kWh", Self.middle..<Self.year.count) { "\(Double($0 % 11) / 4)" }
    let park = try read(Self.two.merging(["load.csv": wide, "load/a.csv": own]) { $1 })
    #expect(park.connections[0].profile.kilowatts == Self.all.map { Float($0 % 11) })
    #expect(park.connections[0].profile.origin == .measured(filled: 0))
    #expect(!park.diagnostics.contains { $0.code.hasPrefix("energy.parts") })
  }

  /// Rows that the table lacks stand in the file; what neither has is told of each connection.
  @Test func rowsThatTheTableLacksMayStandInTheFile() throws {
    let wide = Self.text("time,a", 0..<Self.middle) { "\($0 % 11)" }
    let own = Self.text("tijd,kW", Self.middle..<Self.year.count) { "\($0 % 11)" }
    let park = try read(["load.csv": wide, "load/871685900012345674.csv": own])
    #expect(park.connections[0].profile.kilowatts == Self.all.map { Float($0 % 11) })
    let both = Self.text("time,a,b", 0..<Self.middle) { "\($0 % 11),\($0 % 7)" }
    let found = try problems(Self.two.merging(["load.csv": both, "load/a.csv": own]) { $1 })
      .filter { $0.severity == .error }
    #expect(found.map(\.code) == ["series.hole"] && found[0].place.record == "b" && found[0].place.file == "load.csv")
    #expect(found[0].remedy.nl.contains("--complete-year"))
    let gap = Self.text("tijd,kW", Self.middle + 3000..<Self.year.count) { "\($0 % 11)" }
    let told = try problems(["load.csv": wide, "load/a.csv": gap]).filter { $0.severity == .error }
    #expect(told.map(\.code) == ["series.hole"] && told[0].place.file == "load.csv + load/a.csv")
  }

  @Test func aColumnAndAFileThatDifferAreRefused() throws {
    let wide = Self.text("time,a", Self.all) { "\($0 % 11)" }
    func own(_ shift: Int) -> String {
      Self.text("tijd,levering_kwh,teruglevering_kwh", Self.middle..<Self.middle + 90) {
        "\(Double($0 % 11) / 4 + 1),\($0 >= Self.middle + 80 ? 1 + Double(shift) / 4 : 1)"
      }
    }
    let equal = try read(["load.csv": wide, "load/a.csv": own(0)])
    #expect(equal.connections[0].profile.kilowatts == Self.all.map { Float($0 % 11) })
    let repeated = try #require(equal.diagnostics.first { $0.code == "energy.parts-repeat" })
    #expect(repeated.value == "90" && repeated.message.nl.contains("load.csv"))
    let errors = try problems(["load.csv": wide, "load/a.csv": own(1)]).filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["energy.parts-differ"])
    #expect(errors[0].place.file == "load/a.csv" && errors[0].place.record == "a")
    #expect(errors[0].message.nl.contains("10 waarde(n)") && errors[0].message.nl.contains("in load.csv"))
    #expect(errors[0].message.nl.contains(Self.clock(Self.middle + 80)) && !errors[0].remedy.nl.isEmpty)
  }

  @Test func aGapBetweenPartsIsAGap() throws {
    let found = try problems([
      "load-1.csv": Self.text("time,a", 0..<Self.middle) { "\($0 % 11)" },
      "load-2.csv": Self.text("time,a", Self.middle + 3000..<Self.year.count) { "\($0 % 11)" },
    ])
    let told = try #require(found.first { $0.code == "energy.missing-rows" })
    #expect(told.value == Self.clock(Self.middle) && told.place.file == "load-1.csv … load-2.csv")
    let short = try read([
      "load-1.csv": Self.text("time,a", 0..<Self.middle) { "\($0 % 11)" },
      "load-2.csv": Self.text("time,a", Self.middle + 3..<Self.year.count) { "\($0 % 11)" },
    ])
    #expect(short.connections[0].profile.origin == .measured(filled: 3))
  }
}
