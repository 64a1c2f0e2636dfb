import Foundation
import GRDB
import GeoPackageStore
import Planning
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct StoredForecastTests {
  private let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private func forecast(_ region: RegionCode, centre: Double, scenario: String? = nil) throws -> StoredForecast {
    try StoredForecast(
      madeOn: CalendarDate(startOf: 2024), region: region, method: scenario == nil ? .absorption : .landPerJob,
      scenario: scenario, startYear: 2024, horizon: 2030, centre: NetHectares(centre),
      low: scenario == nil ? NetHectares(centre - 1) : nil, high: nil, isSynthetic: scenario == nil,
      request: .init(region: region, horizons: [2030], scenarios: ["laag"], isCombined: true))
  }

  @Test func forecastsComeBackAsTheyWere() throws {
    let store = try workplace.newRegister()
    #expect(try store.forecasts().isEmpty)
    let forecasts = try [forecast("CR91", centre: 1.25), forecast("CR91", centre: -3, scenario: "hoog")]
    try store.store(forecasts: forecasts.reversed())
    #expect(Set(try store.forecasts().map(\.method)) == [.absorption, .landPerJob])
    for forecast in forecasts { #expect(try store.forecasts().contains(forecast)) }
  }

  @Test func aForecastWithTheSameKeyIsReplaced() throws {
    let store = try workplace.newRegister()
    try store.store(forecasts: [forecast("CR91", centre: 1)])
    try store.store(forecasts: [forecast("CR91", centre: 2), forecast("CR92", centre: 3)])
    #expect(try store.forecasts().map(\.centre.value) == [2, 3])
  }

  /// A register of the first version has no table of forecasts; opening it makes one and keeps the rest.
  @Test func anOlderRegisterIsBroughtUpToDate() throws {
    let path = workplace.path("old.gpkg")
    let store = try workplace.newRegister("old.gpkg")
    try store.store(RegisterFixture.full())
    let before = try store.load(asOf: nil)
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(sql: "DROP TABLE ramingen")
      try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'werklocaties-2'")
    }
    try queue.close()
    let again = try GeoPackageRegisterLibrary().open(path)
    #expect(try again.forecasts().isEmpty)
    try again.store(forecasts: [forecast("CR91", centre: 1)])
    #expect(try again.forecasts().count == 1)
    #expect(try again.load(asOf: nil).records == before.records)
  }
}
