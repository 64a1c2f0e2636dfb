import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import Testing
import WorkLocations

@Suite struct EconomyTests {
  private let long = ColumnMapping(
    name: "lang", subject: .jobs, columns: ["regiocode": ["RegioS"], "sector": ["SBI"], "jaar": ["Perioden"]],
    required: ["regiocode", "sector", "jaar", "banen"], values: ["sector": ["383100": "H"]],
    skip: ["sector": ["T001081"]])

  @Test func codesOfASectorAreAdded() {
    let result = long.records(
      from: table(
        ["RegioS", "SBI", "Perioden", "banen"],
        [
          ["GM0014    ", "10", "2020JJ00", "100"], ["GM0014", "11 Dranken", "2020JJ00", "50"],
          ["GM0014", "C10.1", "2020JJ00", "1"], ["GM0014", "T001081 ", "2020JJ00", "999"],
          ["GM0014", "383100", "2020JJ00", "40"], ["GM0014", "bouw", "2020JJ00", "30"],
          ["GM0014", "bouw", "2020KW01", "30"], ["PV20", "10", "2020JJ00", "500"],
        ]), in: context())
    #expect(
      result.records.jobs.map { "\($0.region) \($0.sector) \($0.year) \($0.jobs.value)" } == [
        "GM0014 voeding 2020 151.0", "GM0014 vervoer 2020 40.0", "GM0014 bouw 2020 30.0",
      ])
    #expect(!result.diagnostics.hasErrors)
    #expect(result.codes(.note) == ["jobs.part-of-year", "jobs.larger-region"])
  }

  @Test func aSectionBesideItsDivisionsIsATotal() {
    let result = long.records(
      from: table(
        ["RegioS", "SBI", "Perioden", "banen"],
        [["GM0014", "C", "2020", "100"], ["GM0014", "10", "2020", "60"], ["GM0014", "F", "2020", "7"]]), in: context())
    #expect(result.records.jobs.map(\.sector) == ["voeding", "bouw"])
    #expect(result.codes(.note) == ["jobs.section-total"])
  }

  @Test func aSectionOfSeveralSectorsIsKeptWithAWarning() {
    let result = long.records(
      from: table(["RegioS", "SBI", "Perioden", "banen"], [["GM0014", "C", "2020", "100"]]), in: context())
    #expect(result.records.jobs.map(\.sector) == ["C"])
    #expect(result.codes(.warning) == ["jobs.sector-unknown"])
  }

  @Test func columnsPerSectionAreSpread() {
    let wide = ColumnMapping(
      name: "breed", subject: .jobs, factors: ["banen": 1000],
      spread: .init(key: "sector", value: "banen", columns: ["F": ["F", "Bouw"], "H": ["H"]]))
    let result = wide.records(
      from: table(
        ["regiocode", "jaar", "Bouw", "H"], [["GM0014", "2020", "1,5", ""], ["GM0034", "2020", "2", "0,25"]]),
      in: context())
    #expect(
      result.records.jobs.map { "\($0.region) \($0.sector) \($0.jobs.value)" } == [
        "GM0014 bouw 1500.0", "GM0034 bouw 2000.0", "GM0034 vervoer 250.0",
      ])
  }

  @Test func splitMunicipalitiesAreShared() throws {
    let mergers = [
      try MunicipalMerger(year: 2021, from: "GM0788", to: "GM0855", share: 0.25),
      try MunicipalMerger(year: 2021, from: "GM0788", to: "GM0824", share: 0.75),
    ]
    let regions = [try region("GM0855", "Tilburg"), try region("GM0824", "Oisterwijk")]
    let result = long.records(
      from: table(
        ["RegioS", "SBI", "Perioden", "banen"], [["GM0788", "10", "2015", "100"], ["GM0824", "10", "2015", "10"]]),
      in: context(regions: regions, mergers: mergers))
    #expect(result.records.jobs.map { "\($0.region) \($0.jobs.value)" } == ["GM0824 85.0", "GM0855 25.0"])
  }

  @Test func theSameCellTwiceIsAnError() {
    let result = long.records(
      from: table(
        ["RegioS", "SBI", "Perioden", "banen"], [["GM0014", "10", "2020", "1"], ["GM0014", "10", "2020", "2"]]),
      in: context())
    #expect(result.codes(.error) == ["jobs.duplicate"])
  }

  @Test func landUseSkipsEmptyCellsAndOtherRegions() {
    let mapping = ColumnMapping(
      name: "bbg", subject: .landuse,
      columns: ["regiocode": ["RegioS"], "jaar": ["Perioden"], "bedrijventerrein": ["B_11"]])
    let result = mapping.records(
      from: table(
        ["RegioS", "Perioden", "B_11"],
        [
          ["NL01  ", "2017JJ00", "88184.0"], ["GA03  ", "2017JJ00", "12"], ["GM0003", "2017JJ00", ""],
          ["CR01  ", "2017JJ00", "5"],
        ]),
      in: context())
    #expect(result.records.landUse.map(\.region) == ["NL01", "CR01"])
    #expect(result.records.landUse.first?.businessPark == GrossHectares(88184))
    #expect(result.codes(.note) == ["landuse.other-region"])
  }

  @Test func issuesOfMergedMunicipalitiesAreAdded() throws {
    let context = context(
      regions: [try region("GM1992", "Voorne aan Zee")],
      mergers: [
        try MunicipalMerger(year: 2023, from: "GM0501", to: "GM1992"),
        try MunicipalMerger(year: 2023, from: "GM0614", to: "GM1992"),
      ])
    let result = ColumnMapping(name: "u", subject: .issuance).records(
      from: table(
        ["gemeentecode", "jaar", "uitgegeven", "teruggekocht"],
        [["GM0501", "2020", "1,5", "0,5"], ["GM0614", "2020", "2,25", ""]]),
      in: context)
    #expect(result.records.issues.map(\.issued) == [NetHectares(3.75)])
    #expect(result.records.issues.map(\.boughtBack) == [NetHectares(0.5)])
    #expect(result.records.issues.map(\.municipality) == ["GM1992"])
  }

  @Test func establishmentsFindTheirMunicipality() throws {
    let here = try region("GM0307", "Amersfoort", boundary: try square(150_000, 460_000, side: 10_000))
    let result = ColumnMapping(name: "v", subject: .establishments).records(
      from: table(
        ["vestigingsnummer", "sbi", "banen", "x", "y", "gemeentecode"],
        [
          ["000012345678", "4611", "12", "155000", "463000", ""],
          ["000012345679", "10", "", "5.387", "52.155", "GM0307"],
          ["000012345678", "4611", "12", "155000", "463000", ""],
        ]), in: context(regions: [here]))
    #expect(result.records.establishments.map(\.municipality) == ["GM0307", "GM0307", "GM0307"])
    #expect(result.records.establishments[0].id == "000012345678")
    #expect(result.records.establishments[0].jobs == Jobs(12))
    #expect((result.records.establishments[1].location?.distance(to: Point(x: 155_000, y: 463_000)) ?? 1e9) < 100)
    #expect(result.codes(.error) == ["record.duplicate"])
  }
}
