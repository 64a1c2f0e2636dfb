import Foundation
import GRDB
import GeoPackageStore
import PlaneGeometry
import Planning
import Testing

@Suite("Map layers in a GeoPackage")
struct GeoPackageLayerWriterTests {
  private let workplace: Workplace
  private let writer = GeoPackageLayerWriter()

  init() throws { workplace = try Workplace() }

  static func layers() throws -> [MapLayer] {
    let values: [[MapLayer.Value]] = [
      [.text("Eemspoort"), .number(12.5), .whole(2024)], [.text("d'Haven"), .empty, .empty],
    ]
    let features = try values.enumerated().map { index, values in
      MapLayer.Feature(
        shape: try RegisterFixture.square(x: 233_000 + Double(index) * 500, y: 581_000, hole: true), values: values)
    }
    return [
      MapLayer(
        name: "parken", title: "Werklocaties naar aanbod",
        columns: [("plannaam", .text), ("uitgeefbaar_ha", .number), ("jaar", .whole)], features: features),
      MapLayer(name: "leeg", title: "Zonder vlakken", columns: [("naam", .text)], features: []),
    ]
  }

  @Test("holds the values and areas it was given, and leaves empty layers out")
  func content() throws {
    try writer.write(Self.layers(), to: workplace.path("kaart.gpkg"))
    try workplace.database("kaart.gpkg").read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT plannaam, uitgeefbaar_ha, jaar, geom FROM parken ORDER BY fid")
      #expect(rows.map { $0["plannaam"] } == ["Eemspoort", "d'Haven"])
      #expect(rows.map { $0["uitgeefbaar_ha"] } == [12.5, nil])
      #expect(rows.map { $0["jaar"] } == [2024, nil])
      let shapes = try rows.map { try GeoPackageBinary.decode($0["geom"] as Data).geometry.multiPolygon }
      #expect(try shapes == Self.layers()[0].features.map { $0.shape.oriented() })
      #expect(try String.fetchAll(database, sql: "SELECT table_name FROM gpkg_contents") == ["parken"])
    }
  }

  @Test("the same layers give the same bytes, in one file")
  func deterministic() throws {
    try writer.write(Self.layers(), to: workplace.path("een.gpkg"))
    try writer.write(Self.layers(), to: workplace.path("twee.gpkg"))
    let files = ["een.gpkg", "twee.gpkg"].map { workplace.folder.appendingPathComponent($0) }
    #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
    #expect(try workplace.fileNames == ["een.gpkg", "twee.gpkg"])
  }

  @Test("a file that cannot be finished leaves the former one")
  func failure() throws {
    let path = workplace.path("kaart.gpkg")
    try writer.write(Self.layers(), to: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let twice = try Self.layers() + Self.layers()
    #expect(throws: PlanningError.self) { try writer.write(twice, to: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try workplace.fileNames == ["kaart.gpkg"])
  }
}
