import Foundation
import GRDB
import GeoPackageStore
import PlaneGeometry
import Planning
import Provenance
import Quantities
import Testing
import WorkLocations

@Suite("A register in a GeoPackage")
struct GeoPackageRegisterTests {
  private let workplace: Workplace

  init() throws { workplace = try Workplace() }

  @Test("keeps the laws of every register store", arguments: RegisterStoreConformance.allCases)
  func conforms(to law: RegisterStoreConformance) throws { try law.check(workplace.newRegister()) }

  @Test("replaces the example by the rules of the port", arguments: SyntheticReplacementConformance.allCases)
  func replaces(by law: SyntheticReplacementConformance) throws { try law.check(workplace.newRegister()) }

  @Test("is complete in its one file after storing, and read again by another process")
  func oneFile() throws {
    let store = try workplace.newRegister()
    try store.store(RegisterFixture.full())
    try #require(try workplace.fileNames.contains("register.gpkg-wal"))
    #expect(try Data(contentsOf: workplace.folder.appendingPathComponent("register.gpkg-wal")).isEmpty)
    try FileManager.default.copyItem(atPath: workplace.path("register.gpkg"), toPath: workplace.path("kopie.gpkg"))
    let copy = try GeoPackageRegisterLibrary().open(workplace.path("kopie.gpkg"))
    #expect(try copy.load(asOf: nil).records == RegisterFixture.full())
  }

  @Test("an error halfway leaves everything as it was, the layers' description too")
  func rollback() throws {
    let store = try workplace.newRegister()
    try store.store(RegisterFixture.full())
    try workplace.database().write { database in
      try database.execute(
        sql: """
          CREATE TRIGGER halverwege BEFORE INSERT ON vestigingen WHEN NEW.vestigingsnummer = 'v2'
          BEGIN SELECT RAISE(ABORT, 'schijf vol'); END
          """)
    }
    let before = try content()
    var records = try RegisterFixture.full()
    records.parks = [try RegisterFixture.park("5", from: records.snapshots[0], outline: .init(Polygon(box)))]
    let error = #expect(throws: PlanningError.self) { try store.store(records) }
    #expect(throws: PlanningError.self) { try store.replaceSynthetic(with: records) }
    #expect(try #require(error?.diagnostics.first).message.nl.contains("schijf vol"))
    #expect(try content() == before)
  }

  @Test("every trigger of the R-trees is there after storing, whether that succeeded or not")
  func triggers() throws {
    let store = try workplace.newRegister()
    let before = try triggersByName()
    try #require(before.count == 18)
    try store.store(RegisterFixture.full())
    #expect(try triggersByName() == before)
    var records = try RegisterFixture.full()
    records.snapshots = []
    let stranger = RegisterFixture.snapshot("9", "onbekend")
    records.parks = [try RegisterFixture.park("5", from: stranger, outline: .init(Polygon(box)))]
    #expect(throws: PlanningError.self) { try store.store(records) }
    #expect(try triggersByName() == before)
  }

  private func triggersByName() throws -> [String: String] {
    try workplace.database().read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["sql"]) })
    }
  }

  @Test("the same imports give the same content")
  func deterministic() throws {
    for name in ["een.gpkg", "twee.gpkg"] { try workplace.newRegister(name).store(RegisterFixture.full()) }
    #expect(try content("een.gpkg") == content("twee.gpkg"))
  }

  @Test("rows that hold no valid record are named, all of them")
  func invalidRows() throws {
    let store = try workplace.newRegister()
    try store.store(RegisterFixture.full())
    try workplace.database().write { database in
      try database.execute(
        sql: """
          UPDATE uitgifte SET uitgegeven_ha = -1 WHERE rin_nummer ISNULL;
          UPDATE clusters SET werklocaties = 'geen lijst' WHERE cluster_id = 'c1';
          UPDATE bodemgebruik SET peildatum = '2024-13-01';
          """)
    }
    let error = #expect(throws: PlanningError.self) { try store.load(asOf: nil) }
    let found = (error?.diagnostics ?? []).map {
      "\($0.place.layer ?? "") \($0.place.row ?? 0) \($0.place.field ?? "")"
    }
    #expect(found.sorted() == ["bodemgebruik 1 peildatum", "clusters 1 werklocaties", "uitgifte 1 uitgegeven"])
  }

  private let box = BoundingBox(minX: 1000, minY: 400_000, maxX: 1100, maxY: 400_100)

  /// Every row of every table of ours and of the standard's.
  private func content(_ name: String = "register.gpkg") throws -> [String: [Row]] {
    try workplace.database(name).read { database in
      let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      return try Dictionary(
        uniqueKeysWithValues: tables.map { ($0, try Row.fetchAll(database, sql: "SELECT * FROM \"\($0)\"")) })
    }
  }
}
