import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import Testing
import WorkLocations

@Suite struct MunicipalityTests {
  private let byName = ColumnMapping(
    name: "by-name", subject: .parks, columns: ["rin_nummer": ["RIN"], "plannaam": ["Naam"]],
    values: ["gemeente": ["Den Haag": "'s-Gravenhage", "'s-Gravenhage": "Den Haag", "Brielle": "GM0501"]])

  private func municipalities(_ names: [String], _ context: MappingContext) -> MappedRecords {
    let rows = names.enumerated().map { ["\($0.offset + 1)", "P\($0.offset)", $0.element] }
    return byName.records(from: table(["RIN", "Naam", "Gemeente"], rows), in: context)
  }

  @Test func namesAreFoundWithoutCaseAndAccents() throws {
    let regions = [
      try region("GM0518", "'s-Gravenhage"), try region("GM1900", "Súdwest-Fryslân"),
      try region("GM0373", "Bergen (NH.)"),
    ]
    let result = municipalities(
      ["'S-GRAVENHAGE", "Den Haag", "Sudwest Fryslan", "Bergen (NH)", "Atlantis"], context(regions: regions))
    #expect(result.records.parks.map(\.municipality) == ["GM0518", "GM0518", "GM1900", "GM0373", "GM0000"])
    #expect(result.first("municipality.name-unknown")?.value == "Atlantis")
    #expect(!result.diagnostics.hasErrors)
  }

  @Test func anAliasWorksInBothDirections() throws {
    let result = municipalities(["'s-Gravenhage", "Den Haag"], context(regions: [try region("GM0518", "Den Haag")]))
    #expect(result.records.parks.map(\.municipality) == ["GM0518", "GM0518"])
  }

  @Test func mergedCodesAndNamesBecomeTheirSuccessor() throws {
    let context = context(
      regions: [try region("GM1992", "Voorne aan Zee")],
      mergers: [try MunicipalMerger(year: 2023, from: "GM0501", to: "GM1992")], year: 2018)
    let named = municipalities(["Brielle", "Brielle"], context)
    #expect(named.records.parks.map(\.municipality) == ["GM1992", "GM1992"])
    #expect(
      named.first("municipality.merged")?.message.en == "has merged and is counted in GM1992 Voorne aan Zee (2 rows)")
    let coded = parks.records(from: table(["RIN", "Naam", "GM"], [["1", "P", "0501"]]), in: context)
    #expect(coded.records.parks.map(\.municipality) == ["GM1992"])
  }

  @Test func chainsAreFollowedToWhatTheRegisterKnows() throws {
    let mergers = [
      try MunicipalMerger(year: 2010, from: "GM0001", to: "GM0002"),
      try MunicipalMerger(year: 2020, from: "GM0002", to: "GM0003"),
      try MunicipalMerger(year: 2030, from: "GM0003", to: "GM0004"),
    ]
    let result = parks.records(
      from: table(["RIN", "Naam", "GM"], [["1", "P", "GM0001"]]),
      in: context(regions: [try region("GM0003", "Nu")], mergers: mergers, year: 2022))
    #expect(result.records.parks.map(\.municipality) == ["GM0003"])
  }

  @Test func aSplitMunicipalityGoesToTheLargestWithAWarning() throws {
    let mergers = [
      try MunicipalMerger(year: 2021, from: "GM0788", to: "GM0855", share: 0.3),
      try MunicipalMerger(year: 2021, from: "GM0788", to: "GM0824", share: 0.7),
    ]
    let regions = [try region("GM0855", "Tilburg"), try region("GM0824", "Oisterwijk")]
    let result = parks.records(
      from: table(["RIN", "Naam", "GM"], [["1", "P", "GM0788"]]),
      in: context(regions: regions, mergers: mergers, year: 2018))
    #expect(result.records.parks.map(\.municipality) == ["GM0824"])
    #expect(result.codes(.warning) == ["municipality.split"])
  }

  @Test func unknownCodesAreKeptAndSaidOnce() throws {
    let result = parks.records(
      from: table(
        ["RIN", "Naam", "GM"], [["1", "P", "GM9999"], ["2", "Q", "GM9999"], ["3", "R", "GM0014,GM0034"]]),
      in: context(regions: [try region("GM0014", "Groningen")]))
    #expect(result.records.parks.map(\.municipality) == ["GM9999", "GM9999", "GM0014"])
    #expect(result.codes(.warning) == ["municipality.unknown"])
    #expect(result.first("municipality.unknown")?.message.nl.hasSuffix("(2 rijen)") == true)
    #expect(result.first("municipality.several")?.value == "GM0014,GM0034")
  }
}
