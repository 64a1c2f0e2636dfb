import ParameterFiles
import Planning
import Provenance
import SourceMapping
import Testing

@Suite struct MappingTests {
  private let reader = YAMLLibraryReader()

  @Test func aMappingIsReadInFull() throws {
    let folder = try TemporaryFolder([
      "mijn-terreinen.yaml": """
      subject: parks
      licence: CC BY 4.0
      columns:
        rin_nummer: [RIN_NUMMER, rin]
        plannaam: NAAM
      required: [rin_nummer, peildatum]
      constants: {peildatum: 2024-01-01}
      values:
        werklocatietype: {bedrijventerrein: B}
      """
    ])
    let mapping = try reader.mapping(at: folder.path + "/mijn-terreinen.yaml")
    #expect(
      mapping
        == ColumnMapping(
          name: "mijn-terreinen", subject: .parks, columns: ["rin_nummer": ["RIN_NUMMER", "rin"], "plannaam": ["NAAM"]],
          required: ["rin_nummer", "peildatum"], constants: ["peildatum": "2024-01-01"],
          values: ["werklocatietype": ["bedrijventerrein": "B"]], licence: "CC BY 4.0"))
  }

  @Test(arguments: [
    ("subject: moons\ncolumns: {a: b}", "yaml.unknown-code"), ("columns: {a: b}", "yaml.missing"),
    ("subject: parks\ncolumns: [a]", "yaml.unexpected"),
    ("subject: parks\ncolumns: {a: b}\nrequired: [c]", "mapping.required-not-covered"),
    ("subject: parks\ncolumns: {a: b}\nkolommen: {}", "yaml.unknown-key"),
  ]) func aBrokenMappingIsRefused(text: String, code: String) throws {
    let folder = try TemporaryFolder(["m.yaml": text])
    let error = try #require(throws: PlanningError.self) { try reader.mapping(at: folder.path + "/m.yaml") }
    #expect(error.diagnostics.contains { $0.code == code })
  }

  @Test func aMissingMappingIsReported() throws {
    let error = try #require(throws: PlanningError.self) { try reader.mapping(at: "/nowhere.yaml") }
    #expect(error.diagnostics.map(\.code) == ["file.missing"])
  }

  @Test func theBuiltInMappingsAreValidAndNamedOnce() throws {
    let names = try reader.builtInMappings().map(\.name)
    #expect(Set(names).count == names.count)
  }
}
