import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension RegisterFixture {
  /// One full and one bare record of every kind, in the order in which a store gives them back.
  static func full() throws -> RegisterRecords {
    let source = snapshot("a", "alles")
    let origin = Origin(snapshot: source.id, referenceDate: day2024, row: 3)
    var records = RegisterRecords()
    records.snapshots = [source, bareSnapshot]
    records.mergers = [
      try MunicipalMerger(year: 2019, from: "GM0056", to: "GM1969", share: 0.75),
      try MunicipalMerger(year: 2021, from: "GM0003", to: "GM1979"),
    ]
    records.regions = try regions(origin)
    records.parks = try parks(source, origin)
    records.planCapacities = try plans(origin)
    records.withdrawals = try withdrawals(origin)
    records.clusters = try clusters(origin)
    records.housingAreas = try housingAreas(origin)
    try addEconomy(to: &records, origin)
    return records
  }

  private static let bareSnapshot = SourceSnapshot(
    fileName: "kaal", checksum: String(repeating: "b", count: 64), byteCount: 0, subject: "kaal", licence: nil,
    importedOn: CalendarDate(year: 2025, month: 4, day: 1)!, referenceDate: day2022, isSynthetic: false)

  private static func regions(_ origin: Origin) throws -> [Region] {
    [
      try Region(
        code: "GM0014", name: "Groningen", level: .municipality, parents: ["CR03", "PV20", "regio a;b, c"],
        population: 243_768, landArea: GrossHectares(18_577.25), point: Point(x: 233_883, y: 582_065),
        boundary: square(x: 230_000, y: 580_000, side: 8000), boundaryIsSynthetic: true, origin: origin),
      try Region(code: "NL01", name: "Nederland", level: .country, origin: origin),
    ]
  }

  private static func parks(_ source: SourceSnapshot, _ origin: Origin) throws -> [WorkLocation] {
    [
      try park("1", from: source, name: "'s-Gravenpolder \"Zuid\""),
      try WorkLocation(
        rin: RINNumber("262015001")!, name: "Eemspoort", municipality: "GM0014", type: .seaport, kind: .campus,
        attributes: everyAttribute,
        plots: [
          plot("k1", of: "262015001", from: source, outline: square(x: 233_010, y: 581_010, side: 20)),
          plot("k2", of: "262015001", from: source),
        ], outline: square(x: 233_000, y: 581_000, hole: true),
        otherColumns: ["Ómschrijving": "a \"b\"\n/c", "leeg": ""], origin: origin),
    ]
  }

  private static func plans(_ origin: Origin) throws -> [PlanCapacity] {
    [
      try PlanCapacity(
        id: "p1", name: "Uitbreiding", municipality: "GM0014", park: RINNumber("1"), hardness: .frozen,
        area: NetHectares(12.5), expectedYear: 2031, locationType: .seaport,
        maximumCategory: EnvironmentalCategory(rawValue: "5.3"), isWaterBound: true, largestPart: NetHectares(7.25),
        origin: origin),
      try PlanCapacity(id: "p2", name: "Later", municipality: "GM0003", hardness: .soft, area: .zero, origin: origin),
    ]
  }

  private static func withdrawals(_ origin: Origin) throws -> [Withdrawal] {
    [
      try Withdrawal(
        id: "o1", name: "Naar wonen", municipality: "GM0014", park: RINNumber("262015001"), year: 2029,
        area: NetHectares(3.5), maximumCategory: EnvironmentalCategory(rawValue: "3"), isWaterBound: true,
        returningShare: 0.6, housingArea: "g1", origin: origin),
      try Withdrawal(
        id: "o2", name: "Natuur", municipality: "GM0003", year: 2035, area: NetHectares(1), origin: origin),
    ]
  }

  private static func clusters(_ origin: Origin) throws -> [Cluster] {
    [
      try Cluster(
        id: "c1", name: "Eemsdelta", kind: .industryCluster, phase: "groei", municipalities: ["GM0014", "GM1979"],
        parks: [RINNumber("262015001")!, RINNumber("1")!], point: Point(x: 250_000.5, y: 600_000.25), origin: origin),
      try Cluster(id: "c2", name: "Zernike", kind: .campus, origin: origin),
    ]
  }

  private static func housingAreas(_ origin: Origin) throws -> [HousingArea] {
    [
      try HousingArea(
        id: "g1", name: "Stadshavens", municipalities: ["GM0014"], homes: 3300, point: Point(x: 235_000, y: 582_000),
        origin: origin),
      try HousingArea(id: "g2", name: "Elders", municipalities: [], origin: origin),
    ]
  }

  private static func addEconomy(to records: inout RegisterRecords, _ origin: Origin) throws {
    records.jobs = [
      try JobCount(region: "GM0014", sector: "industrie", year: 2023, jobs: Jobs(11_100.5), origin: origin),
      try JobCount(
        region: "GM0014", sector: "industrie", year: 2023, scenario: "hoog", jobs: Jobs(12_000), origin: origin),
    ]
    records.landUse = [
      try LandUseObservation(region: "NL01", year: 2017, businessPark: GrossHectares(88_184), origin: origin)
    ]
    records.issues = [
      try IssueObservation(municipality: "GM0014", year: 2022, issued: NetHectares(4.5), origin: origin),
      try IssueObservation(
        municipality: "GM0014", park: RINNumber("1"), year: 2022, issued: NetHectares(1.5),
        boughtBack: NetHectares(0.5),
        origin: origin),
    ]
    records.establishments = [
      try Establishment(
        id: "v1", name: "Bakker", municipality: "GM0014", sbi: "10.71", sbiVersion: 2025, jobs: Jobs(12.5),
        location: Point(x: 234_000, y: 581_500), origin: origin),
      try Establishment(id: "v2", municipality: "GM0003", origin: origin),
    ]
  }
}
