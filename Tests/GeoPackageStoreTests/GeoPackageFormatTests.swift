import GRDB
import GeoPackageStore
import PlaneGeometry
import Planning
import Provenance
import Testing
import WorkLocations

@Suite("The register as a GeoPackage")
struct GeoPackageFormatTests {
  private let workplace: Workplace
  private let store: any RegisterStore

  init() throws {
    workplace = try Workplace()
    store = try workplace.newRegister()
  }

  @Test("has the header and reference systems of version 1.3")
  func header() throws {
    try workplace.database().read { database in
      #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x4750_4B47)
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 10300)
      #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
      let systems = try Int.fetchAll(database, sql: "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id")
      #expect(systems == [-1, 0, 4326, 28992])
    }
  }

  @Test("describes tables with rows and no others")
  func contents() throws {
    #expect(try described().isEmpty)
    var records = RegisterRecords()
    let source = RegisterFixture.snapshot("1", "parken")
    records.snapshots = [source]
    records.parks = [try RegisterFixture.park("7", from: source)]
    try store.store(records)
    #expect(try described() == ["bronnen attributes", "werklocaties_zonder_vlak attributes"])
    records.parks = [try RegisterFixture.park("7", from: source, outline: RegisterFixture.square(x: 1000, y: 400_000))]
    try store.store(records)
    #expect(try described() == ["bronnen attributes", "werklocaties features"])
  }

  @Test("dates its layers by the newest import and measures their extent")
  func extent() throws {
    try store.store(RegisterFixture.full())
    let row = try workplace.database().read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM gpkg_contents WHERE table_name = 'werklocaties'")
    }
    let layer = try #require(row)
    #expect(layer["last_change"] == "2025-04-01T00:00:00.000Z")
    #expect(layer["srs_id"] == 28992)
    #expect(abs(layer["min_x"] as Double - 233_000) < 0.1 && abs(layer["max_y"] as Double - 581_100) < 0.1)
  }

  @Test("turns rings the way the PDOK validator recommends")
  func orientation() throws {
    let clockwise = try RegisterFixture.square(x: 1000, y: 400_000).polygons[0].exterior.reversed()
    var records = RegisterRecords()
    let source = RegisterFixture.snapshot("1", "parken")
    records.snapshots = [source]
    let outline = MultiPolygon(try Polygon(exterior: Array(clockwise)))
    records.parks = [try RegisterFixture.park("7", from: source, outline: outline)]
    try store.store(records)
    #expect(try store.load(asOf: nil).parks[0].outline == outline.oriented())
    #expect(outline != outline.oriented())
  }

  @Test("finds parks by place through its R-tree, also after changes")
  func spatialIndex() throws {
    let source = RegisterFixture.snapshot("1", "parken")
    var records = RegisterRecords()
    records.snapshots = [source]
    records.parks = try (0..<10).map { index in
      try RegisterFixture.park(
        "\(index)", from: source, outline: RegisterFixture.square(x: Double(index) * 1000, y: 400_000))
    }
    try store.store(records)
    #expect(try parks(near: 3050) == ["3"])
    records.parks = [try RegisterFixture.park("3", from: source, outline: RegisterFixture.square(x: 8500, y: 400_000))]
    try store.store(records)
    #expect(try parks(near: 3050) == [])
    #expect(try parks(near: 8550) == ["3"])
  }

  private func parks(near x: Double) throws -> [String] {
    try workplace.database().read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT rin_nummer FROM werklocaties JOIN rtree_werklocaties_geom ON id = fid
          WHERE minx <= ? AND maxx >= ?
          """, arguments: [x, x])
    }
  }

  private func described() throws -> [String] {
    try workplace.database().read { database in
      try String.fetchAll(database, sql: "SELECT table_name || ' ' || data_type FROM gpkg_contents ORDER BY 1")
    }
  }
}
