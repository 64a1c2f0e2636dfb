import Foundation
import GRDB
import GeoPackageStore
import Planning
import Provenance
import Quantities
import Testing

@Suite("Opening and creating registers")
struct GeoPackageRegisterLibraryTests {
  private let workplace: Workplace
  private let library = GeoPackageRegisterLibrary()

  init() throws { workplace = try Workplace() }

  @Test("a file that is not there is not made")
  func missing() throws {
    let path = workplace.path("weg.gpkg")
    #expect(throws: PlanningError.fileMissing(path: path)) { try library.open(path) }
    #expect(try workplace.fileNames.isEmpty)
  }

  @Test(
    "what is no register is refused with a remedy and left as it was",
    arguments: ["tekst", "", "SQLite format 3|stuk"])
  func noRegister(text: String) throws {
    let path = workplace.path("iets.gpkg")
    // SQLite's mark ends with a zero byte, which no report of this test could show.
    let bytes = Data(text.replacing("|", with: "\0").utf8)
    try bytes.write(to: URL(fileURLWithPath: path))
    try expectUnreadable(path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test("a register of which a part is lost is refused")
  func damaged() throws {
    try workplace.newRegister().store(RegisterFixture.full())
    let bytes = try Data(contentsOf: URL(fileURLWithPath: workplace.path("register.gpkg")))
    let path = workplace.path("half.gpkg")
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: path))
    #expect(throws: PlanningError.self) { try library.open(path).load(asOf: nil) }
  }

  @Test("a register of a newer version is refused, and says so")
  func newer() throws {
    _ = try workplace.newRegister()
    try workplace.database().write { database in
      try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('werklocaties-999')")
    }
    let error = #expect(throws: PlanningError.self) { try library.open(workplace.path("register.gpkg")) }
    #expect(try #require(error?.diagnostics.first).message.en.contains("newer version"))
  }

  @Test("a file in the way is replaced only when asked")
  func overwrite() throws {
    try workplace.newRegister().store(RegisterFixture.full())
    let path = workplace.path("register.gpkg")
    #expect(throws: PlanningError.self) { try library.create(path, overwrite: false) }
    #expect(try library.open(path).referenceDates() == [CalendarDate(startOf: 2024)])
    #expect(try library.create(path, overwrite: true).referenceDates().isEmpty)
  }

  @Test("a folder that is not there is named")
  func noFolder() {
    let error = #expect(throws: PlanningError.self) { try library.create("/nergens/register.gpkg", overwrite: false) }
    #expect(error?.diagnostics.map(\.code) == ["file.unwritable"])
  }

  @Test(
    "other people's GeoPackages are no registers",
    .enabled(if: Shared.geopackage("README.md") != nil, "needs ../shared/data/geopackage"),
    arguments: [
      "validator-test_broken_geopackage", "validator-test_allcorrect", "gokoala-bag",
      "validator-test_geometry_spatialite",
    ])
  func foreign(name: String) throws {
    let path = workplace.path("vreemd.gpkg")
    try FileManager.default.copyItem(atPath: #require(Shared.geopackage(name + ".gpkg")), toPath: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    try expectUnreadable(path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  private func expectUnreadable(_ path: String) throws {
    let error = #expect(throws: PlanningError.self) { try library.open(path) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.code == "file.unreadable")
    #expect(!diagnostic.remedy.nl.isEmpty)
  }
}
