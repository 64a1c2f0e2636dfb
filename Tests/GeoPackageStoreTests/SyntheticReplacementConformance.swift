import Planning
import Provenance
import Quantities
import Testing
import WorkLocations

/// What takes the place of what, when real records come into a register with an example. Each law gets an empty store.
enum SyntheticReplacementConformance: String, CaseIterable, Sendable {
  case parksOfTheSameMunicipalities, referencesToParksThatAreGone, regionsOfTheSameCode, jobsOfTheSameRegionAndYear
  case nationalListsAsAWhole, kindsThatDoNotComeStay, realRecordsStay, unusedSources

  private typealias Fixture = RegisterFixture
  private static let example = Fixture.snapshot("e", "voorbeeld", isSynthetic: true)
  private static let real = Fixture.snapshot("f", "echt", of: Fixture.day2022)
  private static let exampleOrigin = Origin(snapshot: example.id, referenceDate: Fixture.day2024)
  private static let realOrigin = Origin(snapshot: real.id, referenceDate: Fixture.day2022)

  func check(_ store: any RegisterStore) throws {
    try store.store(Self.exampleRecords())
    var new = RegisterRecords()
    new.snapshots = [Self.real]
    switch self {
    case .parksOfTheSameMunicipalities: try checkParks(store, &new)
    case .referencesToParksThatAreGone: try checkReferences(store, &new)
    case .regionsOfTheSameCode: try checkRegions(store, &new)
    case .jobsOfTheSameRegionAndYear: try checkJobs(store, &new)
    case .nationalListsAsAWhole: try checkLists(store, &new)
    case .kindsThatDoNotComeStay: try checkOtherKinds(store, &new)
    case .realRecordsStay: try checkRealRecords(store, &new)
    case .unusedSources: try checkSources(store)
    }
  }

  /// Two parks in Groningen, one in Appingedam, and what hangs on them.
  private static func exampleRecords() throws -> RegisterRecords {
    var records = RegisterRecords()
    records.snapshots = [example]
    records.parks = [
      try Fixture.park(
        "901", from: example, outline: Fixture.square(x: 233_000, y: 581_000),
        plots: [Fixture.plot("a", of: "901", from: example)]), try Fixture.park("902", from: example),
      try Fixture.park("903", in: "GM0003", from: example, plots: [Fixture.plot("b", of: "903", from: example)]),
    ]
    records.planCapacities = try [("p1", "GM0014", "901"), ("p2", "GM0003", "903"), ("p3", "GM0003", "902")].map {
      try PlanCapacity(
        id: $0.0, name: "Plan", municipality: RegionCode($0.1), park: RINNumber($0.2), hardness: .hard,
        area: NetHectares(2), origin: exampleOrigin)
    }
    records.clusters = [
      try Cluster(
        id: "c1", name: "Cluster", kind: .campus, parks: ["901", "903"].compactMap { RINNumber($0) },
        origin: exampleOrigin)
    ]
    records.regions = try ["GM0003", "GM0014"].map {
      try Region(
        code: RegionCode($0), name: "Voorbeeld", level: .municipality, boundary: Fixture.square(x: 1000, y: 400_000),
        boundaryIsSynthetic: true, origin: exampleOrigin)
    }
    records.jobs = try [("GM0003", 2022), ("GM0014", 2022), ("GM0014", 2023)].map {
      try JobCount(region: RegionCode($0.0), sector: "zorg", year: $0.1, jobs: Jobs(5), origin: exampleOrigin)
    }
    return records
  }

  private func checkParks(_ store: any RegisterStore, _ new: inout RegisterRecords) throws {
    new.parks = [try Fixture.park("1", of: Fixture.day2022, from: Self.real)]
    try store.replaceSynthetic(with: new)
    let register = try store.load(asOf: nil)
    #expect(register.parks == [new.parks[0], try Self.exampleRecords().parks[2]])
    #expect(register.isSynthetic(register.parks[1].origin) && !register.isSynthetic(register.parks[0].origin))
  }

  private func checkReferences(_ store: any RegisterStore, _ new: inout RegisterRecords) throws {
    new.parks = [try Fixture.park("902", of: Fixture.day2022, from: Self.real)]
    try store.replaceSynthetic(with: new)
    let records = try store.load(asOf: nil).records
    #expect(records.planCapacities.map(\.park?.text) == [nil, "903", "902"])
    #expect(records.clusters.map { $0.parks.map(\.text) } == [["903"]])
  }

  private func checkRegions(_ store: any RegisterStore, _ new: inout RegisterRecords) throws {
    new.regions = [
      try Region(code: "GM0014", name: "Groningen", level: .municipality, population: 243_768, origin: Self.realOrigin)
    ]
    try store.replaceSynthetic(with: new)
    #expect(try store.load(asOf: nil).records.regions.map(\.name) == ["Voorbeeld", "Groningen"])
  }

  private func checkJobs(_ store: any RegisterStore, _ new: inout RegisterRecords) throws {
    new.jobs = [try JobCount(region: "GM0014", sector: "bouw", year: 2022, jobs: Jobs(9), origin: Self.realOrigin)]
    try store.replaceSynthetic(with: new)
    let jobs = try store.load(asOf: nil).records.jobs
    #expect(
      jobs.map { "\($0.region) \($0.year) \($0.sector)" } == [
        "GM0003 2022 zorg", "GM0014 2022 bouw", "GM0014 2023 zorg",
      ])
  }

  private func checkLists(_ store: any RegisterStore, _ new: inout RegisterRecords) throws {
    new.clusters = [try Cluster(id: "echt", name: "Brainport", kind: .campus, origin: Self.realOrigin)]
    try store.replaceSynthetic(with: new)
    #expect(try store.load(asOf: nil).records.clusters.map(\.id) == ["echt"])
  }

  private func checkOtherKinds(_ store: any RegisterStore, _ new: inout RegisterRecords) throws {
    new.mergers = [try MunicipalMerger(year: 2021, from: "GM0003", to: "GM1979")]
    try store.replaceSynthetic(with: new)
    var expected = try Self.exampleRecords()
    expected.mergers = new.mergers
    expected.snapshots = [Self.example, Self.real].sorted { $0.fileName < $1.fileName }
    #expect(try store.load(asOf: nil).records == expected)
  }

  private func checkRealRecords(_ store: any RegisterStore, _ new: inout RegisterRecords) throws {
    new.parks = [try Fixture.park("1", of: Fixture.day2022, from: Self.real)]
    try store.replaceSynthetic(with: new)
    let later = Fixture.snapshot("d", "later")
    new.snapshots = [later]
    new.parks = [try Fixture.park("2", from: later)]
    try store.replaceSynthetic(with: new)
    #expect(try store.load(asOf: nil).parks.map(\.rin.text) == ["1", "2", "903"])
  }

  /// A generated source goes with its last record, a real one never.
  private func checkSources(_ store: any RegisterStore) throws {
    let second = Fixture.snapshot("c", "tweede voorbeeld", isSynthetic: true)
    var records = RegisterRecords()
    records.snapshots = [second]
    records.parks = [try Fixture.park("904", in: "GM0005", from: second)]
    try store.store(records)
    records.snapshots = [Self.real]
    records.parks = [try Fixture.park("1", in: "GM0005", of: Fixture.day2022, from: Self.real)]
    try store.replaceSynthetic(with: records)
    let register = try store.load(asOf: nil)
    #expect(Set(register.records.snapshots.map(\.id)) == [Self.example.id, Self.real.id])
    #expect(register.hasSyntheticRecords)
  }
}
