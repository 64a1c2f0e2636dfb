import Foundation
import ParameterFiles
import PlaneGeometry
import Planning
import Provenance
import Quantities
import SourceImporters
import SourceMapping
import Testing
import WorkLocations

@Suite struct BuiltInMappingsTests {
  private let mappings: [ColumnMapping]
  private let library = YAMLLibraryReader()

  init() throws { mappings = try library.builtInMappings() }

  private func table(_ header: String, area: Bool = false) throws -> SourceTable {
    let columns = header.split(separator: ";").map(String.init)
    let box = try Polygon(BoundingBox(minX: 150_000, minY: 450_000, maxX: 150_010, maxY: 450_010))
    let row = SourceRow(number: 1, cells: columns.map { _ in .empty }, geometry: area ? .polygon(box) : nil)
    return SourceTable(layer: "t", columns: columns, rows: [row])
  }

  @Test func everySubjectHasAMappingWithoutProblems() {
    #expect(Set(mappings.map(\.subject)) == Set(SourceSubject.allCases))
    #expect(Set(mappings.map(\.name)).count == mappings.count)
    #expect(mappings.flatMap { $0.problems() }.isEmpty)
  }

  @Test(
    arguments: [
      ("RIN_NUMMER;JAAR;PLAN_NAAM;GEM_CODES;HA_BRUTO;HA_NETTO;HA_TOTTUIT;WLOC_TYPE", false, "ibis-wfs"),
      ("rin nummer;plannaam;gemeente;bruto;netto;werklocatietype", false, "ibis-export"),
      ("RIN_NUMMER;METING_ID;GEM_CODE_CBS;WERKLOCATIE_TYPE_CODE;UITGEGEVEN_OPP;PLAN_NAAM", false, "ibis-invoermodel"),
      ("rin_nr;a_plannaam;a_type;gemeente_naam", false, "ibis-provinciaal"),
      ("kavelnummer;rin_nr;status;eigenaartype;kaveloppervlak", false, "ibis-kavels"),
      ("id;statcode;jrstatcode;statnaam;rubriek", true, "gebiedsgrenzen"),
      ("identificatie;naam;code;ligtInProvincieCode", true, "gebiedsgrenzen"),
      ("gm_code;naam;provincie_code;provincie;corop_code;corop_naam;opvolger", false, "gemeententabel"),
      ("gm_code;naam;inwoners;land_km2", false, "kerncijfers-gemeenten"),
      ("ID;RegioS;Perioden;Bouwterrein_17;Bedrijventerrein_11", false, "cbs-bodemgebruik"),
      ("ID;RegioS;BedrijfstakkenBranchesSBI2008;Perioden;Banen_1", false, "banen-lang"),
      ("Regio's;Perioden;A;C;F Bouwnijverheid", false, "banen-breed"),
      ("Gemeente;Jaar;Uitgifte ha;Terugkoop ha", false, "uitgifte"),
      ("vestigingsnummer;sbi;banen;x;y;gemeentecode", false, "vestigingen"),
      ("plan_id;naam;gemeentecode;planhardheid;oppervlakte;verwacht_jaar", false, "plancapaciteit"),
      ("onttrekking_id;naam;gemeentecode;jaar;oppervlakte", false, "onttrekkingen"),
    ]) func aFileFindsItsMapping(header: String, area: Bool, name: String) throws
  {
    let choice = MappingChoice(of: [try table(header, area: area)], among: mappings, file: "f")
    #expect(choice.matches.map(\.mapping.name) == [name])
  }

  @Test func theExportHasAPlaceForAllItsColumns() throws {
    let columns =
      ["RIN_Nummer", "Jaar", "Plannaam", "Gemeente", "Werklocatietype"] + WorkLocationAttribute.all.map(\.name)
    let mapping = try #require(mappings.first { $0.name == "ibis-export" })
    let fit = mapping.fit(try table(columns.joined(separator: ";")))
    #expect(fit.matchCount == columns.count)
    #expect(fit.isComplete)
  }

  @Test func anUnknownTableGetsAnExplanation() throws {
    let choice = MappingChoice(of: [try table("datum;temperatuur")], among: mappings, file: "weer.csv")
    #expect(choice.diagnostics.map(\.code) == ["mapping.no-fit"])
    #expect(choice.diagnostics.first?.value == "datum, temperatuur")
  }

  @Test func aMappingOfTheUserIsRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "subject: jobs\ncolumns: {regiocode: gemeente_nr}\nfactors: {banen: 1000}\nskip: {sector: Totaal}\n"
        + "spread: {key: sector, value: banen, columns: {F: [bouw]}}\n", as: "eigen.yaml")
    let mapping = try library.mapping(at: path)
    #expect(
      mapping
        == ColumnMapping(
          name: "eigen", subject: .jobs, columns: ["regiocode": ["gemeente_nr"]], factors: ["banen": 1000],
          skip: ["sector": ["Totaal"]], spread: .init(key: "sector", value: "banen", columns: ["F": ["bouw"]])))
  }
}
