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

@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.reason))) struct RealDataTests {
  private let reader = GDALSourceReader()
  private let mappings: [ColumnMapping]
  private let library: PlanningLibrary

  init() throws {
    mappings = try YAMLLibraryReader().builtInMappings()
    library = try YAMLLibraryReader().library(overrides: [], standalone: false)
  }

  private static let mergers: [(RegionCode, RegionCode)] = [
    ("GM0457", "GM0363"), ("GM0501", "GM1992"), ("GM0530", "GM1992"), ("GM0614", "GM1992"),
  ]

  private func read(
    _ name: String, regions: [Region] = [], mergers: [MunicipalMerger] = [], year: Int, layer: String? = nil
  )
    throws -> [MappedRecords]
  {
    let tables = try reader.read(SharedData.path(name), layer: layer)
    let choice = MappingChoice(of: tables, among: mappings, file: name)
    #expect(!choice.diagnostics.hasErrors)
    let context = MappingContext(
      fileName: name, snapshot: "s", referenceDate: CalendarDate(startOf: year), regions: RegionTable(regions),
      mergers: MergerTable(mergers),
      rules: RegisterRules(areaTolerance: 0.1, staleAfterYears: 2, sectors: library.sectors),
      limits: .init(zeroMeansMissingFrom: 15, secondMunicipalityShare: 0.05))
    return choice.matches.map { $0.mapping.records(from: $0.table, in: context) }
  }

  private func present() throws -> [Region] {
    try #require(try read("regions/gemeenten.csv", year: 2024).first).records.regions
  }

  private func mergersTo2023() throws -> [MunicipalMerger] {
    try Self.mergers.map { try MunicipalMerger(year: 2023, from: $0.0, to: $0.1) }
  }

  @Test func theRegionTableHas342Municipalities() throws {
    let table = RegionTable(try present())
    #expect(table.regions(at: .municipality).count == 342)
    #expect(table.regions(at: .corop).count == 40)
    #expect(table.regions(at: .province).count == 12)
    #expect(table.municipalities(in: "CR02") == ["GM1979"])
  }

  @Test func theParksAddUpToTheTable() throws {
    let result = try #require(try read("parks/ibis-werklocaties-deel1.csv", regions: try present(), year: 2024).first)
    #expect(!result.diagnostics.hasErrors)
    let parks = result.records.parks
    #expect(parks.count == 241)
    let expected = try Self.totals(in: SharedData.path("parks/README.md"))
    #expect(expected.count == 22)
    for total in expected {
      let own = parks.filter { $0.municipality == total.municipality }
      let found = own.map(\.attributes)
      #expect(own.count == total.parks, "\(total.municipality)")
      let sums = [
        found.compactMap { $0.gross?.value }, found.compactMap { $0.net?.value },
        found.compactMap { $0.immediatelyIssuableTotal?.value },
      ].map { NumberStyle.plain(decimals: 2)($0.reduce(0, +)) }
      #expect(sums == total.hectares, "\(total.municipality)")
    }
    let eemsdelta = parks.filter { $0.municipality == "GM1979" }
    #expect(
      eemsdelta.allSatisfy { $0.attributes.immediatelyIssuableTotal == nil && $0.origin.referenceDate.year == 2022 })
    #expect(result.diagnostics.filter { $0.code == "park.zero-means-missing" }.count == 1)
    #expect(result.diagnostics.contains { $0.code == "park.duplicate-name" })
    #expect(Set(parks.map(\.type.rawValue)).isSuperset(of: ["B1", "B2"]))
    #expect(parks.contains { $0.rin.text == "1" })
  }

  /// The rows of the table of totals: code, number of parks and the three sums of hectares as they are printed.
  private static func totals(in path: String) throws -> [(municipality: RegionCode, parks: Int, hectares: [String])] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| GM") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return (RegionCode(cells[0]), Int(cells[3]) ?? 0, Array(cells[4...6]))
    }
  }

  @Test func boundariesOf2022BecomeThePresentDivision() throws {
    let result = try #require(
      try read("regions/gemeenten-2022.geojson", regions: try present(), mergers: try mergersTo2023(), year: 2022).first
    )
    #expect(!result.diagnostics.hasErrors)
    let regions = result.records.regions
    #expect(regions.count == 342)
    #expect(regions.allSatisfy { $0.boundary?.isValid == true && !$0.boundaryIsSynthetic })
    let table = RegionTable(regions)
    #expect(table["GM1992"]?.name == "Voorne aan Zee" && table["GM0501"] == nil)
    #expect(table["GM1992"]?.parents == ["CR29", "PV28"])
    #expect(result.diagnostics.filter { $0.code == "municipality.merged" }.count == 4)
    // The area that GDAL's own SQL gives for the file, brought to RD: 35 088.35 km2.
    let total = regions.compactMap { $0.boundary?.area }.reduce(0, +) / 1e6
    #expect(abs(total - 35_088.35) < 0.1)
  }

  @Test func everyFormOfTheBoundariesAgrees() throws {
    let regions = try present()
    let layers = try read("regions/gebieden-2022-rd.gpkg", regions: regions, mergers: try mergersTo2023(), year: 2022)
    #expect(layers.map(\.records.regions.count).sorted() == [12, 40, 342])
    let degrees = try #require(
      try read("regions/gemeenten-2022.geojson", regions: regions, mergers: try mergersTo2023(), year: 2022).first)
    let metres = try #require(layers.first { $0.records.regions.count == 342 })
    for (one, other) in zip(degrees.records.regions, metres.records.regions) {
      let (a, b) = (try #require(one.boundary), try #require(other.boundary))
      #expect(one.code == other.code && abs(a.area / b.area - 1) < 1e-3)
    }
    let old = try read("regions/gemeenten-2015.topojson", year: 2015)
    let levels = Dictionary(grouping: old.flatMap(\.records.regions), by: \.level).mapValues(\.count)
    #expect(levels == [.municipality: 393, .corop: 40, .province: 12])
    #expect(old.first?.records.regions.first { $0.code == "GM1987" }?.parents == ["CR01", "PV20"])
  }

  @Test func landUseHasTheCheckValues() throws {
    let result = try #require(try read("cbs/70262ned-bodemgebruik-gemeenten.csv", year: 2017).first)
    #expect(!result.diagnostics.hasErrors)
    let country = result.records.landUse.filter { $0.region == .netherlands }
    #expect(
      country.map { "\($0.year) \(Int($0.businessPark.value))" } == [
        "1996 59980", "2000 65945", "2003 71086", "2006 75547", "2008 78558", "2010 81358", "2012 84081", "2015 86336",
        "2017 88184",
      ])
    func sum(_ level: RegionLevel) -> (Int, Double) {
      let rows = result.records.landUse.filter { $0.year == 2017 && $0.region.level == level }
      return (rows.count, rows.map(\.businessPark.value).reduce(0, +))
    }
    #expect(sum(.municipality) == (388, 88182))
    #expect(sum(.corop) == (40, 88184))
    #expect(sum(.province) == (12, 88183))
  }

  @Test func populationAndLandAreaOfKeyFigures() throws {
    let result = try #require(try read("cbs/kerncijfers-gemeenten-2021.csv", year: 2021).first)
    #expect(result.records.regions.compactMap(\.population).reduce(0, +) == 17_475_415)
    #expect(result.records.regions.first { $0.code == "GM0014" }?.landArea == GrossHectares(18560))
  }

  @Test func aTableWithoutAPlaceInTheRegisterIsExplained() throws {
    let name = "cbs/85005NED-zonnestroom-regio.csv"
    let choice = MappingChoice(of: try reader.read(SharedData.path(name), layer: nil), among: mappings, file: name)
    #expect(choice.matches.isEmpty && choice.diagnostics.hasErrors)
  }

  @Test func geoPackagesGoodAndBadAreReadOrRefused() throws {
    let folder = SharedData.folder.appendingPathComponent("geopackage")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".gpkg") }
      .sorted()
    #expect(names.count == 16)
    var refused: [String] = []
    for name in names {
      do {
        let tables = try reader.read(folder.appendingPathComponent(name).path, layer: nil)
        #expect(!tables.isEmpty)
      } catch let error as PlanningError {
        #expect(error.diagnostics.count == 1)
        refused.append(name)
      }
    }
    #expect(refused == ["validator-test_broken_geopackage.gpkg"])
  }

  @Test func addressesOfTheBAGAreComplete() throws {
    let tables = try reader.read(SharedData.path("geopackage/gokoala-bag.gpkg"), layer: nil)
    let homes = try #require(tables.first { $0.layer == "verblijfsobjecten" })
    #expect(homes.rows.count == 1836 && homes.coordinateSystem == .rdNew)
    #expect(homes.rows.allSatisfy { $0.geometry?.kind == .point })
  }
}
