import Foundation
import GRDB
import GeoPackageStore
import PlaneGeometry
import Planning
import Testing
import WorkLocations

@Suite("Other programs on our files")
struct OtherProgramsTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.newRegister().store(RegisterFixture.full())
    try GeoPackageLayerWriter().write(GeoPackageLayerWriterTests.layers(), to: workplace.path("kaart.gpkg"))
  }

  @Test(
    "the PDOK validator finds nothing",
    .enabled(if: OtherProgram("geopackage-validator") != nil, "needs the wheel pdok-geopackage-validator"),
    arguments: ["register.gpkg", "kaart.gpkg"])
  func validator(name: String) throws {
    let validate = try #require(OtherProgram("geopackage-validator"))
    let report = try validate("validate", "--gpkg-path", workplace.path(name))
    #expect(report.contains("\"success\": true"), "\(report)")
    #expect(report.contains("\"results\": []"), "\(report)")
  }

  @Test("ogrinfo sees layers and tables in RD New", .enabled(if: OtherProgram("ogrinfo") != nil, "needs gdal-bin"))
  func layers() throws {
    let inform = try #require(OtherProgram("ogrinfo"))
    let summary = try inform("-ro", "-so", "-al", workplace.path("register.gpkg"))
    for layer in ["werklocaties", "werklocaties_zonder_vlak", "kavels", "regios", "banen", "bronnen"] {
      #expect(summary.contains("Layer name: \(layer)\n"))
    }
    #expect(summary.contains("ID[\"EPSG\",28992]") && summary.contains("Geometry: Multi Polygon"))
    #expect(!summary.contains("Layer name: grdb_migrations"))
    let map = try inform("-ro", "-so", workplace.path("kaart.gpkg"), "parken")
    #expect(map.contains("Feature Count: 2") && map.contains("uitgeefbaar_ha: Real"))
  }

  @Test(
    "what ogr2ogr appends and ogrinfo changes is in the register, R-tree and all",
    .enabled(if: OtherProgram("ogr2ogr") != nil, "needs gdal-bin"))
  func editing() throws {
    let (append, inform) = (try #require(OtherProgram("ogr2ogr")), try #require(OtherProgram("ogrinfo")))
    let path = workplace.path("register.gpkg")
    let sql = """
      SELECT '88' AS rin_nummer, 'Bijgetekend' AS plannaam, gemeentecode, werklocatietype, soort, peildatum, bron, geom
      FROM werklocaties WHERE rin_nummer <> '88'
      """
    _ = try append("-append", "-nln", "werklocaties", "-dialect", "SQLITE", "-sql", sql, path, path)
    let move =
      "UPDATE werklocaties SET geom = AsGPB(ST_Translate(GeomFromGPB(geom), 5000, 0, 0)) WHERE rin_nummer = '88'"
    _ = try inform(path, "-sql", move)
    let parks = try GeoPackageRegisterLibrary().open(path).load(asOf: nil).parks
    #expect(parks.map(\.name).contains("Bijgetekend"))
    let bounds = try workplace.database().read {
      try Double.fetchAll($0, sql: "SELECT minx FROM rtree_werklocaties_geom ORDER BY 1")
    }
    let edges = parks.compactMap { $0.outline?.boundingBox.minX }.sorted()
    #expect(zip(bounds, edges).allSatisfy { abs($0 - $1) < 0.1 } && bounds.count == edges.count, "\(bounds) \(edges)")
  }
}
