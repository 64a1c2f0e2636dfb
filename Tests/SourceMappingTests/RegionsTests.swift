import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import Testing
import WorkLocations

@Suite struct RegionsTests {
  private let boundaries = ColumnMapping(
    name: "grenzen", subject: .regions,
    columns: ["regiocode": ["statcode"], "naam": ["statnaam"], "jaar": ["jrstatcode"]],
    required: ["regiocode", "naam", "vlak"])

  @Test func boundariesOfMergedMunicipalitiesAreJoined() throws {
    let known = try region(
      "GM1992", "Voorne aan Zee", in: ["CR29", "PV28"], population: 75_000,
      boundary: try square(60_000, 430_000, side: 500), synthetic: true)
    let mergers = [
      try MunicipalMerger(year: 2023, from: "GM0501", to: "GM1992"),
      try MunicipalMerger(year: 2023, from: "GM0614", to: "GM1992"),
    ]
    let shapes: [Geometry] = [
      .multiPolygon(try square(60_000, 430_000, side: 1000)), .multiPolygon(try square(61_000, 430_000, side: 1000)),
    ]
    let result = boundaries.records(
      from: table(
        ["statcode", "jrstatcode", "statnaam"],
        [["GM0501", "2022GM0501", "Brielle"], ["GM0614", "2022GM0614", "Westvoorne"]],
        shapes: shapes, in: .rdNew), in: context(regions: [known], mergers: mergers))
    let found = try #require(result.records.regions.first)
    #expect(result.records.regions.count == 1)
    #expect(found.code == "GM1992" && found.name == "Voorne aan Zee" && found.parents == ["CR29", "PV28"])
    #expect(found.population == 75_000 && !found.boundaryIsSynthetic)
    #expect(found.boundary?.polygons.count == 1)
    #expect(abs((found.boundary?.area ?? 0) - 2_000_000) < 1e-3)
    #expect(found.origin.referenceDate == CalendarDate(startOf: 2022))
    #expect(result.codes(.note) == ["municipality.merged", "municipality.merged"])
  }

  @Test func aSplitBoundaryIsLeftOut() throws {
    let mergers = [
      try MunicipalMerger(year: 2021, from: "GM0788", to: "GM0855", share: 0.3),
      try MunicipalMerger(year: 2021, from: "GM0788", to: "GM0824", share: 0.7),
    ]
    let regions = [try region("GM0855", "Tilburg"), try region("GM0824", "Oisterwijk")]
    let result = boundaries.records(
      from: table(
        ["statcode", "statnaam"], [["GM0788", "Haaren"]],
        shapes: [.multiPolygon(try square(140_000, 400_000, side: 10))],
        in: .rdNew), in: context(regions: regions, mergers: mergers, year: 2015))
    #expect(result.records.regions.isEmpty)
    #expect(result.codes(.warning) == ["region.split"])
  }

  @Test func aRegionTableBringsItsParents() {
    let mapping = ColumnMapping(
      name: "tabel", subject: .regions,
      columns: [
        "regiocode": ["gm_code"], "provinciecode": ["provincie_code"], "coropcode": ["corop_code"],
        "corop": ["corop_naam"],
      ])
    let result = mapping.records(
      from: table(
        ["gm_code", "naam", "provincie_code", "provincie", "corop_code", "corop_naam", "opvolger"],
        [
          ["GM0014", "Groningen", "PV20", "Groningen", "CR03", "Overig Groningen", ""],
          ["GM0457", "Weesp", "PV27", "Noord-Holland", "CR23", "Groot-Amsterdam", "GM0363"],
        ]), in: context())
    let table = RegionTable(result.records.regions)
    #expect(table.regions.map(\.code) == ["CR03", "GM0014", "PV20"])
    #expect(table["CR03"]?.name == "Overig Groningen")
    #expect(table.province(of: "GM0014") == "PV20" && table.corop(of: "GM0014") == "CR03")
    #expect(result.first("region.abolished")?.value == "GM0457")
  }

  @Test func aCodeThatOccursTwiceIsAnError() {
    let result = ColumnMapping(name: "t", subject: .regions).records(
      from: table(["regiocode", "naam"], [["GM0014", "Groningen"], ["GM0014", "Groningen"]]), in: context())
    #expect(result.codes(.error) == ["region.duplicate"])
  }
}
