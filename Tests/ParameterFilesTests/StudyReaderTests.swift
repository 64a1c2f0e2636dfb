import ParameterFiles
import Planning
import Provenance
import Quantities
import Testing

@Suite struct StudyReaderTests {
  private static let heading = """
    title: {nl: Proef, en: Test}
    producer: P
    source: S
    start-year: 2020
    horizons: [2040, 2030]
    scenarios: [a]
    region: {code: X, name: Ex}
    """

  private func study(_ files: [String: String]) throws -> StudyReading {
    let folder = try TemporaryFolder(["study.yaml": Self.heading].merging(files) { _, last in last })
    return try YAMLStudyReader().study(at: folder.path)
  }

  private func figure(_ cell: String, separator: String) throws -> (value: Double?, codes: [String]) {
    let reading = try study(["demand.csv": "sector\(separator)expansion_ha\r\nx\(separator)\(cell)\r\n"])
    return (reading.study.demand.first?.figures[.expansion], reading.diagnostics.map(\.code))
  }

  @Test(arguments: [
    ("1236", ";", 1236), ("1236,5", ";", 1236.5), ("1.236,5", ";", 1236.5), ("1.236.000", ";", 1_236_000),
    ("0.125", ";", 0.125), ("12.5", ";", 12.5), ("-3,25", ";", -3.25), ("1 236", ";", 1236), ("0,125", ";", 0.125),
    ("1236.5", ",", 1236.5), ("\"1,236.5\"", ",", 1236.5), ("\"12,5\"", ",", 12.5), ("1.125", ",", 1.125),
  ]) func aNumberIsReadInEitherStyle(cell: String, separator: String, value: Double) throws {
    let found = try figure(cell, separator: separator)
    #expect(found.value == value)
    #expect(found.codes.isEmpty)
  }

  @Test(arguments: [
    ("1.236", ";", "table.ambiguous-number"), ("\"1,236\"", ",", "table.ambiguous-number"),
    ("12x", ";", "table.not-a-number"), ("1.23,5", ";", "table.not-a-number"), ("1,2,3", ";", "table.not-a-number"),
    ("1,5.0", ";", "table.not-a-number"),
  ]) func aDoubtfulNumberIsRefused(cell: String, separator: String, code: String) throws {
    let found = try figure(cell, separator: separator)
    #expect(found.value == nil)
    #expect(found.codes == [code])
  }

  @Test func quotesSpacesByteOrderMarkAndEmptyLinesAreTaken() throws {
    let reading = try study([
      "demand.csv": "\u{FEFF}sector;scenario;horizon;expansion_ha\n\n\"bouw; handel\" ; a ;2030; 5\n;;;\n"
    ])
    let row = try #require(reading.study.demand.first)
    #expect(reading.study.demand.count == 1)
    #expect(row.sector == "bouw; handel")
    #expect(row.scenario == "a")
    #expect(row.horizon == 2030)
    #expect(row.row == 2)
    #expect(reading.study.horizons == [2030, 2040])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func allProblemsOfTheFolderComeTogether() throws {
    let reading = try study([
      "demand.csv": "sector;colour;expansion_ha;horizon\nx;red;veel;later\n;;3;2030\nz;;4;2030;5\n",
      "supply.csv": "kind;ha;year\nmaan;3;\nhard-plan;x;\n",
      "parameters/demand/land-per-job.yaml": "unit: acre",
    ])
    #expect(
      Set(reading.diagnostics.map(\.code)) == [
        "table.unknown-column", "table.not-a-number", "yaml.unexpected", "yaml.missing", "yaml.unknown-code",
        "table.too-many-cells",
      ])
    #expect(throws: PlanningError.self) { try RunStudy()(RunStudy.Request(path: ""), reading: reading) }
  }

  @Test func withoutItsHeadingAFolderIsNoStudy() throws {
    let folder = try TemporaryFolder(["demand.csv": "sector\n"])
    #expect(throws: PlanningError.fileMissing(path: folder.path + "/study.yaml")) {
      try YAMLStudyReader().study(at: folder.path)
    }
  }

  @Test func aStudyWithoutDemandTableSaysSo() throws {
    #expect(try study([:]).diagnostics.map(\.code) == ["file.missing"])
  }
}
