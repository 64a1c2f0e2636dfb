import Foundation
import PlanningTestKit
import Provenance
import Quantities
import Testing

@Suite struct ParameterSetTests {
  private let day = CalendarDate(startOf: 2024)

  private func dated(_ value: Double, _ year: Int) -> DatedValue {
    Polder.value(value, from: CalendarDate(startOf: year))
  }

  private var set: ParameterSet {
    ParameterSet([
      Polder.timeline(
        "a", .share,
        [
          "": [dated(4, 2030), dated(1, 2010), dated(2, 2020)], "@PV91": [dated(8, 2020)], "@CR91": [dated(16, 2023)],
          "@CR92": [dated(32, 2040)],
        ])
    ])
  }

  @Test(arguments: [(2010, 1.0), (2019, 1), (2020, 2), (2029, 2), (2030, 4), (2100, 4)])
  func theLatestValueOnOrBeforeTheDateHolds(_ year: Int, _ value: Double) throws {
    #expect(try set.reading("a", on: CalendarDate(startOf: year)).value == value)
  }

  @Test func theMostSpecificRegionWins() throws {
    #expect(try set.reading("a", regions: ["CR91", "PV91", "NL01"], on: day).value == 16)
    #expect(try set.reading("a", regions: ["CR93", "PV91", "NL01"], on: day).value == 8)
    #expect(try set.reading("a", regions: ["CR93", "PV92"], on: day).value == 2)
    #expect(try set.reading("a", regions: ["CR91", "PV91"], on: day).member == "@CR91")
  }

  @Test func aRegionalValueOfLaterLeavesRoomForTheGeneralOne() throws {
    #expect(try set.reading("a", regions: ["CR92"], on: day).value == 2)
    #expect(try set.reading("a", regions: ["CR92"], on: CalendarDate(startOf: 2040)).value == 32)
  }

  @Test func whatIsMissingIsNamed() {
    #expect(throws: ParameterError.unknownParameter(key: "b")) { try set.reading("b", on: day) }
    #expect(throws: ParameterError.noMember(key: "a", member: "x")) { try set.reading("a", "x", on: day) }
    #expect(throws: ParameterError.notInForce(key: "a", member: "", on: CalendarDate(startOf: 2009))) {
      try set.reading("a", on: CalendarDate(startOf: 2009))
    }
  }

  @Test func anOverrideChangesOnlyWhatItNames() throws {
    let override = ParameterSet([
      Polder.parameter("a", .share, ["@PV91": 64]), Polder.parameter("c", .share, ["": 128]),
    ])
    let merged = set.overridden(by: override)
    #expect(try merged.reading("a", regions: ["PV91"], on: day).value == 64)
    #expect(try merged.reading("a", on: day).value == 2)
    #expect(try merged.reading("a", regions: ["CR91", "PV91"], on: day).value == 16)
    #expect(try merged.reading("c", on: day).value == 128)
    #expect(set.overridden(by: ParameterSet()) == set)
    #expect(merged.namedRegions == ["PV91", "CR91", "CR92"])
  }

  @Test func aReaderRemembersWhatItReadAndNothingElse() throws {
    var reader = ParameterReader(set, on: day)
    #expect(reader.readings.isEmpty)
    _ = try reader.read("a", regions: ["CR91"])
    _ = try reader.read("a")
    _ = try reader.read("a")
    #expect(throws: ParameterError.self) { try reader.read("b") }
    #expect(reader.readings.map(\.path) == ["a", "a:@CR91"])
    _ = try reader.readTimeline("a")
    #expect(reader.readings.map(\.value) == [1, 2, 4, 16])
  }

  @Test func aReadingSaysWhetherItIsAnAssumption() {
    let assumed = DatedValue(from: day, value: 1, kind: .assumption)
    let reading = ParameterReading(
      key: "a", member: "m", label: LocalizedText(both: "a"), unit: .share, dated: assumed)
    #expect(reading.isAssumption && reading.path == "a:m" && assumed.low == 1 && assumed.high == 1)
  }

  @Test func survivesJSON() throws {
    #expect(try JSONDecoder().decode(ParameterSet.self, from: JSONEncoder().encode(set)) == set)
  }
}
