import Foundation
import GRDB
import GeoPackageStore
import Planning
import Quantities
import Testing
import WorkLocations

@Suite struct EnergyHubStoreTests {
  private let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
  private func rin(_ text: String) throws -> RINNumber { try #require(RINNumber(text)) }

  private func hub(_ name: String) throws -> EnergyHub {
    try EnergyHub(
      name: name, parks: [rin("10"), rin("2")],
      history: [
        HubStep(.signal, since: day("2025-01-01")),
        HubStep(.explore, since: day("2025-01-01"), missing: [.intentLetter]),
      ],
      documents: [
        HubDocument(.intentLetter, date: day("2025-02-01"), reference: "DOC-1"),
        HubDocument(.permit, date: day("2025-01-15"), reference: ""),
      ])
  }

  @Test func hubsComeBackAsTheyWere() throws {
    let store = try workplace.newRegister()
    #expect(try store.hubs().isEmpty)
    let hubs = try [hub("b"), hub("a")]
    try store.store(hubs: hubs)
    #expect(try store.hubs() == hubs.sorted { $0.name < $1.name })
  }

  /// Steps and documents that the new one lacks are gone; other hubs stay.
  @Test func aHubIsReplacedWhole() throws {
    let store = try workplace.newRegister()
    let other = try hub("ander")
    let short = try EnergyHub(name: "a", parks: [rin("3")], history: [HubStep(.exit, since: day("2026-01-01"))])
    try store.store(hubs: [hub("a"), other])
    try store.store(hubs: [short])
    #expect(try store.hubs() == [short, other])
  }

  /// A register of the second version has no tables of hubs; opening it makes them and keeps the rest.
  @Test func anOlderRegisterIsBroughtUpToDate() throws {
    let path = workplace.path("old.gpkg")
    let store = try workplace.newRegister("old.gpkg")
    try store.store(RegisterFixture.full())
    let before = try store.load(asOf: nil)
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      for table in ["energiehubs", "energiehub_fasen", "energiehub_documenten"] {
        try database.execute(sql: "DROP TABLE \(table)")
        try database.execute(sql: "DELETE FROM gpkg_contents WHERE table_name = ?", arguments: [table])
      }
      try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'werklocaties-3'")
    }
    try queue.close()
    let again = try GeoPackageRegisterLibrary().open(path)
    try again.store(hubs: [hub("a")])
    #expect(try again.hubs() == [hub("a")])
    #expect(try again.load(asOf: nil).records == before.records)
  }

  /// Other programs list the tables: QGIS reads what `gpkg_contents` names.
  @Test func hubsAreTablesForOtherPrograms() throws {
    let store = try workplace.newRegister("hubs.gpkg")
    try store.store(hubs: [hub("a")])
    let queue = try DatabaseQueue(path: workplace.path("hubs.gpkg"))
    try queue.read { database in
      let listed = try String.fetchAll(
        database, sql: "SELECT table_name FROM gpkg_contents WHERE table_name LIKE 'energiehub%' ORDER BY table_name")
      #expect(listed == ["energiehub_documenten", "energiehub_fasen", "energiehubs"])
      let stage = try String.fetchOne(database, sql: "SELECT fase FROM energiehubs WHERE hub = 'a'")
      #expect(stage == "verkenning")
    }
  }
}
