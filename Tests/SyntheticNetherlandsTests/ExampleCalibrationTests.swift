import Provenance
import Quantities
import SyntheticNetherlands
import Testing
import WorkLocations

@Suite struct ExampleCalibrationTests {
  @Test func contradictionsAreAllNamed() throws {
    #expect {
      try Example.calibration(parkCount: 3801, netSeaport: 13_000, immediate: 99_000, obsolete: 1.2)
    } throws: { error in
      guard case .invalidCalibration(let problems)? = error as? ExampleError else { return false }
      return problems.count == 4
    }
  }

  @Test func negativeAmountsAreRefused() throws {
    #expect(throws: ExampleError.self) { try Example.calibration(immediate: -1) }
    #expect(throws: ExampleError.self) { try Example.calibration(immediate: .nan) }
  }

  @Test func totalsThatDoNotFitAreNamed() throws {
    // Half of the net area is the most that can be issuable at once.
    let calibration = try Example.calibration(immediate: 60_000)
    #expect {
      try generate(
        seed: 1, calibration: calibration, sectors: Example.sectors, referenceDate: Example.referenceDate,
        importedOn: Example.referenceDate)
    } throws: { error in
      guard case .doesNotFit(_, let total)? = error as? ExampleError else { return false }
      return total == 600_000_000
    }
  }

  @Test func readsEveryTotalFromTheParameters() throws {
    var reader = ParameterReader(Self.parameters, on: CalendarDate(startOf: 2023))
    let calibration = try ExampleCalibration.read(from: &reader, sectors: Example.sectors)
    #expect(calibration.parkCount == 2)
    #expect(calibration.parksByProvince == ["PV20": 1, "PV30": 1])
    #expect(calibration.seaport == .init(gross: GrossHectares(20), net: NetHectares(10)))
    #expect(calibration.portAreas[.moerdijk] == GrossHectares(5))
    // Soft = 0.5 × (4 issuable now + 2 later + 10 hard).
    #expect(calibration.plans == .init(hard: NetHectares(10), soft: NetHectares(8), frozen: NetHectares(3)))
    #expect(calibration.issue[.netherlands] == [2010: NetHectares(5), 2022: NetHectares(6)])
    #expect(calibration.jobs["zorg"] == Jobs(9))
    #expect(Set(reader.readings.map(\.key)).count == 14)
  }

  @Test func aMissingParameterIsNamed() throws {
    var reader = ParameterReader(ParameterSet(), on: CalendarDate(startOf: 2023))
    #expect(throws: ParameterError.unknownParameter(key: "example/immediately-issuable")) {
      try ExampleCalibration.read(from: &reader, sectors: Example.sectors)
    }
  }

  private static let parameters = ParameterSet([
    parameter("parks-total", .count, ["": 2]), parameter("parks-by-province", .count, ["PV20": 1, "PV30": 1]),
    parameter("gross-area-total", .grossHectare, ["seaport": 20, "business-park": 40]),
    parameter("net-area", .netHectare, ["seaport": 10, "business-park": 30]),
    parameter(
      "seaport-area", .grossHectare,
      ["rotterdam": 1, "noordzeekanaalgebied": 2, "zeeland": 3, "groningen": 4, "moerdijk": 5]),
    parameter("immediately-issuable", .netHectare, ["": 4]), parameter("later-issuable", .netHectare, ["": 2]),
    parameter("hard-plan-area", .netHectare, ["": 10]), parameter("soft-plan-ratio", .factor, ["": 0.5]),
    parameter("frozen-plan-area", .netHectare, ["": 3]), parameter("withdrawal-per-year", .netHectarePerYear, ["": 1]),
    Parameter(
      key: "example/yearly-issue", label: LocalizedText(both: "yearly-issue"), unit: .netHectarePerYear,
      members: ["NL01": [dated(2010, 5), dated(2022, 6)]]),
    parameter("obsolete-share", .share, ["": 0.25]),
    parameter("jobs", .job, ["voeding": 1, "vervoer": 2, "zorg": 9, "overig": 0]),
  ])

  private static func parameter(_ name: String, _ unit: Unit, _ values: [String: Double]) -> Parameter {
    Parameter(
      key: "example/" + name, label: LocalizedText(both: name), unit: unit,
      members: values.mapValues { [dated(2022, $0)] })
  }

  private static func dated(_ year: Int, _ value: Double) -> DatedValue {
    DatedValue(from: CalendarDate(startOf: year), value: value, kind: .assumption)
  }
}
