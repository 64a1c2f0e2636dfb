import EnergyHubs
import Planning
import Provenance
import Quantities
import Testing

/// Series of a part of a year: refused with the remedy, or completed where that is asked.
extension EnergyInputTests {
  private static let asked = "complete_year: true\n"

  /// 7 kW on every quarter from 4 March through 2 June 2024: thirteen weeks, of which one hour is left out.
  private static func spring(_ header: String, _ value: String = "7") -> String {
    let first = year.steps(of: CalendarDate("2024-03-04")!).lowerBound
    let last = year.steps(of: CalendarDate("2024-06-02")!).upperBound
    return header + "\n"
      + (first..<last).filter { !(first + 40..<first + 44).contains($0) }
      .map { "\(clock($0)),\(value)\n" }.joined()
  }

  @Test(arguments: [("load.csv", "time,a"), ("load/a.csv", "tijd,kW")])
  func aPartOfAYearIsRefusedWithTheRemedy(file: String, header: String) throws {
    let found = try problems([file: Self.spring(header)]).filter { $0.severity == .error }
    #expect(found.count == 2 && found.allSatisfy { ["energy.missing-rows", "series.hole"].contains($0.code) })
    // In a wide table the hour that may be filled counts as missing until the rows are placed.
    let days = file == "load.csv" ? 90 : 91
    #expect(found.allSatisfy { $0.remedy.nl.contains("--complete-year: de \(days) gemeten dagen") })
    #expect(found.allSatisfy { $0.remedy.en.contains("--complete-year: the \(days) days measured") })
  }

  @Test(arguments: [("load.csv", "time,a"), ("load/a.csv", "tijd,kW")])
  func aPartOfAYearIsCompletedWhereAsked(file: String, header: String) throws {
    let park = try read([file: Self.spring(header), "parameters.yaml": Self.asked])
    let profile = park.connections[0].profile
    #expect(profile.origin == .completed(days: 366 - 91, filled: 4) && profile.kilowatts.allSatisfy { $0 == 7 })
    #expect(park.diagnostics.contains { $0.code == "series.completed" && $0.place.record == "a" && $0.value == "275" })
    let summary = EnergyCaseSummary(park)
    #expect(summary.completed?.map(\.days) == [275] && summary.completed?.map(\.id) == ["a"] && summary.unmeasured == 0)
    let rule = try #require(summary.parameters.first { $0.key == "energy/completion-least-days" })
    #expect(rule.value == 4 && rule.isAssumption)
  }

  @Test func aWholeYearIsTheSameWithTheRule() throws {
    let whole = Self.values("time,a") { "\(Self.clock($0)),\($0 % 9)" }
    let (plain, asked) = (try read(["load.csv": whole]), try read(["load.csv": whole, "parameters.yaml": Self.asked]))
    #expect(asked.connections == plain.connections && asked.diagnostics == plain.diagnostics)
    #expect(EnergyCaseSummary(asked).completed == nil)
    #expect(!EnergyCaseSummary(plain).parameters.contains { $0.key == "energy/completion-least-days" })
  }

  @Test func aFewDaysAreTooFew() throws {
    let short = "time,a\n" + (6000..<6672).map { "\(Self.clock($0)),7\n" }.joined()
    let found = try problems(["load.csv": short, "parameters.yaml": Self.asked]).filter { $0.severity == .error }
    #expect(found.map(\.code) == ["series.too-few-days"] && found[0].place.record == "a")
    #expect(found[0].remedy.nl.contains("minstens 4 hele dagen"))
  }

  @Test func aPartOfAStandardProfileIsCompletedWhereAsked() throws {
    let files = [
      "connections.csv": "id,contract_kw,annual_kwh,profile\na,50,35136,E3A\nb,50,17568,E3A\n",
      "profiles.csv": Self.spring("time,E3A", "0.00003"),
    ]
    let refused = try problems(files).filter { $0.severity == .error }
    #expect(refused.map(\.code).contains("energy.missing-rows"))
    #expect(refused.allSatisfy { $0.remedy.nl.contains("--complete-year") })
    let park = try read(files.merging(["parameters.yaml": Self.asked]) { $1 })
    // The day with a missing hour is not there either: fractions have no gaps that are filled.
    #expect(park.connections[0].profile.origin == .standard(name: "E3A, 276 dagen aangevuld"))
    #expect(park.connections.map { ($0.profile.annual.value).rounded() } == [35_136, 17_568])
    #expect(park.diagnostics.count { $0.code == "energy.standard-completed" } == 1)
    for value in ["-1", "0.0002"] {
      let spoiled = files.merging(["profiles.csv": Self.spring("time,E3A", value), "parameters.yaml": Self.asked]) {
        $1
      }
      #expect(try errors(spoiled).allSatisfy { $0 == "energy.standard-sum" })
    }
  }
}
