import Foundation
import PlaneGeometry
import Planning
import Provenance
import Quantities
import SourceImporters
import SourceMapping
import Testing
import WorkLocations

@Suite struct FormatsTests {
  private let folder: TemporaryFolder
  private let reader = GDALSourceReader()

  init() throws { folder = try TemporaryFolder() }

  /// Two parks in RD, with the member that older GeoJSON has for it.
  private func fixture(crs: Bool = true) throws -> String {
    let member = crs ? #""crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},"# : ""
    return try folder.write(
      """
      {"type": "FeatureCollection", \(member) "features": [
      {"type": "Feature", "properties": {"RIN": 205080, "NAAM": "Trade Port", "GM": "GM0983", "HA": 1.5},
       "geometry": {"type": "Polygon", "coordinates": [[[200000, 370000], [200100, 370000], [200100, 370150], [200000, 370150], [200000, 370000]]]}},
      {"type": "Feature", "properties": {"RIN": 1, "NAAM": "Één", "GM": "GM0014", "HA": null},
       "geometry": {"type": "MultiPolygon", "coordinates": [[[[233000, 582000], [233100, 582000], [233100, 582100], [233000, 582000]]]]}}
      ]}
      """, as: "parks\(crs ? "" : "-zonder").geojson")
  }

  private func expectParks(_ tables: [SourceTable], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let table = try #require(tables.first { !$0.rows.isEmpty }, sourceLocation: sourceLocation)
    #expect(table.coordinateSystem == .rdNew, sourceLocation: sourceLocation)
    let areas = table.rows.map { $0.geometry?.multiPolygon?.area }
    #expect(areas == [15_000, 5000], sourceLocation: sourceLocation)
    let names = table.columns.firstIndex { $0.uppercased() == "NAAM" }.map { column in
      table.rows.map { $0.cells[column] }
    }
    #expect(names == [.text("Trade Port"), .text("Één")], sourceLocation: sourceLocation)
    let rin = table.columns.firstIndex { $0.uppercased() == "RIN" }.map { column in table.rows.map { $0.cells[column] }
    }
    #expect(rin == [.number(205080), .number(1)], sourceLocation: sourceLocation)
    let hectares = table.columns.firstIndex { $0.uppercased() == "HA" }.map { column in
      table.rows.map { $0.cells[column] }
    }
    #expect(hectares?.first == .number(1.5), sourceLocation: sourceLocation)
  }

  @Test(
    arguments: [
      ("GPKG", "parks.gpkg", []), ("ESRI Shapefile", "parks.shp", ["-lco", "ENCODING=UTF-8"]),
      // With an index the features would stand in the order of the index.
      ("FlatGeobuf", "parks.fgb", ["-lco", "SPATIAL_INDEX=NO"]), ("GML", "parks.gml", []),
      ("GeoJSON", "copy.geojson", []), ("SQLite", "parks.sqlite", []),
    ] as [(String, String, [String])])
  func everyVectorFormatGivesTheSameRows(driver: String, name: String, options: [String]) throws {
    try Conversion.convert(try fixture(), to: folder.path(name), driver: driver, options: options)
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    try expectParks(try reader.read(folder.path(name), layer: nil))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == before)
  }

  @Test func aShapefileInAZipIsRead() throws {
    let zip = folder.path("parks.zip")
    try Conversion.convert(
      try fixture(), to: folder.path("parks.shp"), driver: "ESRI Shapefile", options: ["-lco", "ENCODING=UTF-8"])
    try Conversion.zip(["shp", "shx", "dbf", "prj", "cpg"].map { folder.path("parks.\($0)") }, into: zip)
    let tables = try reader.read(zip, layer: nil)
    #expect(tables.map(\.layer) == ["parks"])
    try expectParks(tables)
    #expect(throws: PlanningError.self) { try reader.read(zip, layer: "anders") }
  }

  @Test func aSpreadsheetHasTypedCells() throws {
    let csv = try folder.write("RIN,Naam,GM,Ha\n205080,Trade Port,GM0983,1.5\n1,Één,GM0014,\n", as: "parks.csv")
    let path = folder.path("parks.xlsx")
    let hints = try folder.write("Integer,String,String,Real", as: "parks.csvt")
    try Conversion.convert(csv, to: path, driver: "XLSX")
    let table = try #require(try reader.read(path, layer: nil).first)
    #expect(hints.hasSuffix(".csvt"))
    #expect(table.columns == ["RIN", "Naam", "GM", "Ha"])
    #expect(
      table.rows.map(\.cells) == [
        [.number(205080), .text("Trade Port"), .text("GM0983"), .number(1.5)],
        [.number(1), .text("Één"), .text("GM0014"), .empty],
      ])
  }

  @Test func aSheetOfTextOnlyStillHasAHeader() throws {
    let csv = try folder.write("code,naam\nGM0014,Groningen\n", as: "regio.csv")
    try Conversion.convert(csv, to: folder.path("regio.xlsx"), driver: "XLSX")
    let table = try #require(try reader.read(folder.path("regio.xlsx"), layer: nil).first)
    #expect(table.columns == ["code", "naam"])
    #expect(table.rows.map(\.cells) == [[.text("GM0014"), .text("Groningen")]])
  }

  @Test func geoJSONInMetresWithoutMemberStatesNoSystem() throws {
    let table = try #require(try reader.read(try fixture(crs: false), layer: nil).first)
    #expect(table.coordinateSystem == nil)
    let box = try #require(table.rows.first?.geometry?.boundingBox)
    #expect(CoordinateReferenceSystem.recognised(fromBounds: box) == .rdNew)
  }

  @Test func geoJSONInDegreesIsWGS84() throws {
    let path = try folder.write(
      #"{"type": "Feature", "properties": {"a": true, "b": [1, 2]}, "geometry": {"type": "Point", "coordinates": [5.4, 52.2, 7]}}"#,
      as: "punt.geojson")
    let table = try #require(try reader.read(path, layer: nil).first)
    #expect(table.coordinateSystem == .wgs84)
    #expect(table.rows.first?.geometry == .point(Point(x: 5.4, y: 52.2)))
    #expect(table.rows.first?.cells.first == .text("Ja"))
  }

  @Test func curvesBecomeLines() throws {
    let csv = try folder.write(
      "id,WKT\n1,\"CURVEPOLYGON (CIRCULARSTRING (150100 450000, 150000 450100, 149900 450000, 150000 449900, 150100 450000))\"\n",
      as: "cirkel.csv")
    try Conversion.convert(
      csv, to: folder.path("cirkel.gpkg"), driver: "GPKG", options: ["-a_srs", "EPSG:28992", "-nlt", "CURVEPOLYGON"])
    let table = try #require(try reader.read(folder.path("cirkel.gpkg"), layer: nil).first)
    let area = try #require(table.rows.first?.geometry?.multiPolygon?.area)
    #expect(abs(area / (Double.pi * 10_000) - 1) < 0.002)
  }

  @Test func aTopologyIsReadWhateverItsFirstKey() throws {
    let path = try folder.write(
      """
      {"arcs": [[[0, 0], [10, 0], [0, 10], [-10, -10]]], "objects": {"vlak": {"type": "GeometryCollection", "geometries": [
      {"type": "Polygon", "arcs": [[0]], "properties": {"statcode": "GM0014"}}]}},
      "transform": {"scale": [0.1, 0.1], "translate": [5, 52]}, "type": "Topology"}
      """, as: "grens.topojson")
    let table = try #require(try reader.read(path, layer: "vlak").first)
    #expect(table.columns.contains("statcode"))
    #expect(abs((table.rows.first?.geometry?.multiPolygon?.area ?? 0) - 0.5) < 1e-9)
  }

  @Test func oneLayerCanBeChosen() throws {
    let path = folder.path("twee.gpkg")
    try Conversion.convert(try fixture(), to: path, driver: "GPKG", options: ["-nln", "een"])
    let tables = try reader.read(path, layer: "een")
    #expect(tables.map(\.layer) == ["een"])
    let found = #expect(throws: PlanningError.self) { try reader.read(path, layer: "twee") }
    #expect(found?.diagnostics.first?.remedy.nl == "Kies een van de lagen: een.")
  }

  @Test func readingInParallelGivesTheSame() async throws {
    let path = try fixture()
    let expected = try reader.read(path, layer: nil)
    let reader = reader
    try await withThrowingTaskGroup(of: [SourceTable].self) { group in
      for _ in 0..<8 { group.addTask { try reader.read(path, layer: nil) } }
      for try await tables in group { #expect(tables == expected) }
    }
  }
}
