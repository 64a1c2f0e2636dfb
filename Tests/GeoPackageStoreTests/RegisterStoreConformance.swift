import PlaneGeometry
import Planning
import Provenance
import Quantities
import Testing
import WorkLocations

/// What every register store must do, whatever it stores in. Each law gets an empty store.
enum RegisterStoreConformance: String, CaseIterable, Sendable {
  case givesBackEveryField, keepsEarlierDates, latestOfEachRecord, replacesTheSameMeasurement, movesBetweenShapeAndNone
  case storesAllOrNothing, refusesRecordsWithoutSource, refusesStrayPlots, emptyStoreSaysSo, orderDoesNotDependOnStoring
  case storingTwiceChangesNothing, lastOfOneBatchWins

  private typealias Fixture = RegisterFixture

  func check(_ store: any RegisterStore) throws {
    switch self {
    case .givesBackEveryField: try checkEveryField(store)
    case .keepsEarlierDates: try checkEarlierDates(store)
    case .latestOfEachRecord: try checkLatest(store)
    case .replacesTheSameMeasurement: try checkReplacing(store)
    case .movesBetweenShapeAndNone: try checkMoving(store)
    case .storesAllOrNothing: try checkAllOrNothing(store)
    case .refusesRecordsWithoutSource: try checkSources(store)
    case .refusesStrayPlots: try checkStrayPlots(store)
    case .emptyStoreSaysSo: checkEmpty(store)
    case .orderDoesNotDependOnStoring: try checkOrder(store)
    case .storingTwiceChangesNothing: try checkTwice(store)
    case .lastOfOneBatchWins: try checkOneBatch(store)
    }
  }

  private func checkEveryField(_ store: any RegisterStore) throws {
    let records = try Fixture.full()
    try store.store(records)
    let register = try store.load(asOf: nil)
    #expect(register.records == records)
    #expect(register.referenceDate == Fixture.day2024)
    let attributes = try #require(register.parks.last).attributes
    for attribute in WorkLocationAttribute.all {
      #expect(attributes.number(attribute) != nil || attributes.text(attribute) != nil, "\(attribute.name) is empty")
    }
  }

  private func checkEarlierDates(_ store: any RegisterStore) throws {
    let (old, new) = (Fixture.snapshot("1", "oud", of: Fixture.day2022), Fixture.snapshot("2", "nieuw"))
    var records = RegisterRecords()
    records.snapshots = [old, new]
    records.parks = [
      try Fixture.park(
        "7", of: Fixture.day2022, from: old, name: "Toen",
        plots: [Fixture.plot("a", of: "7", on: Fixture.day2022, from: old)]),
      try Fixture.park("7", from: new, name: "Nu", plots: [Fixture.plot("b", of: "7", from: new)]),
      try Fixture.park("8", from: new),
    ]
    try store.store(records)

    let then = try store.load(asOf: CalendarDate(year: 2023, month: 12, day: 31))
    #expect(then.parks == [records.parks[0]])
    #expect(then.records.snapshots == [old])
    #expect(then.referenceDate == CalendarDate(year: 2023, month: 12, day: 31))
    #expect(try store.load(asOf: nil).parks == Array(records.parks[1...]))
    #expect(try store.load(asOf: Fixture.day2024).parks.map(\.name) == ["Nu", "De Hoek"])
    #expect(try store.load(asOf: CalendarDate(startOf: 2021)).parks.isEmpty)
    #expect(try store.referenceDates() == [Fixture.day2022, Fixture.day2024])
  }

  private func checkLatest(_ store: any RegisterStore) throws {
    let (old, new) = (Fixture.snapshot("1", "oud", of: Fixture.day2022), Fixture.snapshot("2", "nieuw"))
    func jobs(_ count: Double, _ scenario: String?, _ source: SourceSnapshot) throws -> JobCount {
      try JobCount(
        region: "GM0014", sector: "zorg", year: 2021, scenario: scenario, jobs: Jobs(count),
        origin: Origin(snapshot: source.id, referenceDate: source.referenceDate))
    }
    var records = RegisterRecords()
    records.snapshots = [old, new]
    records.jobs = [try jobs(10, nil, old), try jobs(11, nil, new), try jobs(20, "laag", old)]
    try store.store(records)

    #expect(try store.load(asOf: nil).records.jobs.map(\.jobs.value) == [11, 20])
    #expect(try store.load(asOf: Fixture.day2022).records.jobs.map(\.jobs.value) == [10, 20])
    #expect(try store.load(asOf: nil).referenceDate == Fixture.day2024)
  }

  private func checkReplacing(_ store: any RegisterStore) throws {
    let source = Fixture.snapshot("1", "parken")
    func records(_ name: String, plots: [String]) throws -> RegisterRecords {
      var records = RegisterRecords()
      records.snapshots = [source]
      let outline = try Fixture.square(x: 100_000, y: 400_000)
      let own = try plots.map { try Fixture.plot($0, of: "7", from: source, outline: outline) }
      records.parks = [try Fixture.park("7", from: source, name: name, outline: outline, plots: own)]
      return records
    }
    try store.store(records("Eerst", plots: ["a", "b"]))
    try store.store(records("Daarna", plots: ["b"]))
    #expect(try store.load(asOf: nil).parks == records("Daarna", plots: ["b"]).parks)
  }

  private func checkMoving(_ store: any RegisterStore) throws {
    let source = Fixture.snapshot("1", "parken")
    var records = RegisterRecords()
    records.snapshots = [source]
    for outline in [nil, try Fixture.square(x: 100_000, y: 400_000), nil] {
      records.parks = [try Fixture.park("7", from: source, outline: outline)]
      try store.store(records)
      #expect(try store.load(asOf: nil).parks == records.parks)
    }
  }

  private func checkAllOrNothing(_ store: any RegisterStore) throws {
    try store.store(Fixture.full())
    let before = try store.load(asOf: nil).records
    let source = Fixture.snapshot("9", "stuk")
    var records = RegisterRecords()
    records.snapshots = [source]
    records.parks = [try Fixture.park("1", from: source, name: "Anders"), try Fixture.park("5", from: source)]
    let elsewhere = Origin(snapshot: "onbekend", referenceDate: Fixture.day2024)
    records.landUse = [
      try LandUseObservation(region: "GM0014", year: 2020, businessPark: GrossHectares(1), origin: elsewhere)
    ]
    #expect(throws: PlanningError.self) { try store.store(records) }
    #expect(throws: PlanningError.self) { try store.replaceSynthetic(with: records) }
    #expect(try store.load(asOf: nil).records == before)
  }

  private func checkSources(_ store: any RegisterStore) throws {
    var records = RegisterRecords()
    records.parks = [try Fixture.park("7", from: Fixture.snapshot("1", "weg"))]
    #expect(throws: PlanningError.self) { try store.store(records) }
    records.snapshots = [Fixture.snapshot("1", "weg")]
    try store.store(records)
    records.snapshots = []
    try store.store(records)
    #expect(try store.load(asOf: nil).records.snapshots == [Fixture.snapshot("1", "weg")])
  }

  private func checkStrayPlots(_ store: any RegisterStore) throws {
    let source = Fixture.snapshot("1", "parken")
    var records = RegisterRecords()
    records.snapshots = [source]
    records.parks = [try Fixture.park("7", from: source, plots: [Fixture.plot("a", of: "8", from: source)])]
    let error = #expect(throws: PlanningError.self) { try store.store(records) }
    #expect(error?.diagnostics.map(\.code) == ["register.stray-plot"])
  }

  private func checkEmpty(_ store: any RegisterStore) {
    let error = #expect(throws: PlanningError.self) { try store.load(asOf: nil) }
    #expect(error?.diagnostics.first?.remedy.nl.isEmpty == false)
  }

  private func checkOrder(_ store: any RegisterStore) throws {
    let records = try Fixture.full()
    var backwards = records
    backwards.snapshots.reverse()
    backwards.regions.reverse()
    backwards.mergers.reverse()
    backwards.parks.reverse()
    backwards.planCapacities.reverse()
    backwards.withdrawals.reverse()
    backwards.clusters.reverse()
    backwards.housingAreas.reverse()
    backwards.jobs.reverse()
    backwards.issues.reverse()
    backwards.establishments.reverse()
    try store.store(backwards)
    #expect(try store.load(asOf: nil).records == records)
  }

  /// One file may hold a park twice, in two layers, with an outline in one of them or in both.
  private func checkOneBatch(_ store: any RegisterStore) throws {
    let source = Fixture.snapshot("1", "parken")
    let square = try Fixture.square(x: 100_000, y: 400_000)
    let shapes: [(MultiPolygon?, MultiPolygon?)] = [(square, square), (square, nil), (nil, square), (nil, nil)]
    var records = RegisterRecords()
    records.snapshots = [source]
    for (i, (first, last)) in shapes.enumerated() {
      let rin = "\(i)"
      let plots = try ["a", "b"].map { try Fixture.plot($0, of: rin, from: source, outline: $0 == "a" ? first : last) }
      records.parks.append(try Fixture.park(rin, from: source, name: "Eerst", outline: first, plots: plots))
      records.parks.append(try Fixture.park(rin, from: source, name: "Daarna", outline: last, plots: [plots[1]]))
    }
    try store.store(records)
    #expect(
      try store.load(asOf: nil).parks == stride(from: 1, to: records.parks.count, by: 2).map { records.parks[$0] })
  }

  private func checkTwice(_ store: any RegisterStore) throws {
    try store.store(Fixture.full())
    try store.store(Fixture.full())
    #expect(try store.load(asOf: nil).records == Fixture.full())
  }
}
