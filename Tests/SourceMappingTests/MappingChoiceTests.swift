import Foundation
import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import Testing
import WorkLocations

@Suite struct MappingChoiceTests {
  private let wfs = ColumnMapping(
    name: "wfs", subject: .parks, columns: ["rin_nummer": ["RIN_NUMMER"], "bruto": ["HA_BRUTO"]],
    required: ["rin_nummer", "bruto", "plannaam"])
  private let grenzen = ColumnMapping(name: "grenzen", subject: .regions, required: ["regiocode", "vlak"])

  @Test func theMappingWithMostColumnsWins() {
    let rich = ColumnMapping(
      name: "rijk", subject: .parks, columns: ["bruto": ["ha bruto"]], required: ["rin_nummer", "bruto"])
    let choice = MappingChoice(
      of: [table(["RIN NUMMER", "ha_bruto", "Netto ha"], [])], among: [wfs, parks, rich], file: "f.csv")
    #expect(choice.matches.map(\.mapping.name) == ["rijk"])
    #expect(choice.diagnostics.isEmpty)
  }

  @Test func aTableWithoutMappingSaysWhatIsMissing() throws {
    let choice = MappingChoice(of: [table(["rin_nummer", "ha bruto"], [])], among: [grenzen, wfs], file: "f.csv")
    #expect(choice.matches.isEmpty)
    let problem = try #require(choice.diagnostics.first)
    #expect(problem.severity == .error && problem.value == "rin_nummer, ha bruto")
    #expect(problem.message.nl.contains("‘wfs’") && problem.message.nl.contains("plannaam"))
    #expect(problem.remedy.nl.contains("--mapping") && problem.remedy.nl.contains("subject: parks"))
  }

  @Test func aBoundaryFileNeedsAreas() throws {
    let area = Geometry.multiPolygon(try square(150_000, 450_000, side: 10))
    let labels = table(["regiocode"], [["GM0014"]], shapes: [.point(Point(x: 150_000, y: 450_000))])
    let choice = MappingChoice(
      of: [labels, table(["regiocode"], [["GM0014"]], shapes: [area])], among: [grenzen], file: "f.json")
    #expect(choice.matches.count == 1)
    #expect(choice.matches.first?.table.rows.first?.geometry == area)
    #expect(choice.diagnostics.map(\.severity) == [.note])
  }

  @Test func theSubjectNarrowsTheChoice() {
    let choice = MappingChoice(
      of: [table(["rin_nummer", "bruto", "plannaam"], [])], among: [wfs], as: .jobs, file: "f")
    #expect(choice.matches.isEmpty)
    #expect(choice.diagnostics.hasErrors)
  }

  @Test func regionsAreReadBeforeParks() throws {
    let area = Geometry.multiPolygon(try square(150_000, 450_000, side: 10))
    let choice = MappingChoice(
      of: [table(["rin_nummer", "bruto", "plannaam"], []), table(["regiocode"], [["GM0014"]], shapes: [area])],
      among: [wfs, grenzen], file: "f.gpkg")
    #expect(choice.matches.map(\.mapping.subject) == [.regions, .parks])
  }

  @Test func aMappingMayLeaveOutWhatItDoesNotNeed() throws {
    let json = #"{"name": "eigen", "subject": "parks", "columns": {"rin_nummer": ["nr"]}}"#
    let mapping = try JSONDecoder().decode(ColumnMapping.self, from: Data(json.utf8))
    #expect(mapping == ColumnMapping(name: "eigen", subject: .parks, columns: ["rin_nummer": ["nr"]]))
    let copy = try JSONDecoder().decode(ColumnMapping.self, from: JSONEncoder().encode(mapping))
    #expect(copy == mapping)
  }

  @Test func fieldsThatDoNotExistAreErrors() {
    let mapping = ColumnMapping(
      name: "fout", subject: .jobs, columns: ["bruto": ["x"]], required: ["banen", "rinnummer"],
      constants: ["jaar": "2020"])
    #expect(mapping.problems().map(\.value) == ["bruto", "rinnummer"])
    let result = mapping.records(from: table(["regiocode", "sector"], [["GM0014", "bouw"]]), in: context())
    #expect(
      result.codes(.error) == [
        "mapping.unknown-field", "mapping.unknown-field", "mapping.column-missing", "mapping.column-missing",
      ])
    #expect(result.records.count == 0)
  }

  @Test func constantsFillWhatTheFileLacks() {
    let mapping = ColumnMapping(
      name: "c", subject: .jobs, required: ["jaar"], constants: ["jaar": "2021", "scenario": "hoog"])
    let result = mapping.records(
      from: table(["regiocode", "sector", "banen"], [["GM0014", "bouw", "5"]]), in: context())
    #expect(result.records.jobs.map(\.year) == [2021])
    #expect(result.records.jobs.map(\.scenario) == ["hoog"])
  }
}
