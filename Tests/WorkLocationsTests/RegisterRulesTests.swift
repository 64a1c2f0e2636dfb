import PlaneGeometry
import PlanningTestKit
import Provenance
import Quantities
import Testing
import WorkLocations

/// Every rule fires on a record that breaks it, and stays silent just inside its border.
@Suite struct RegisterRulesTests {
  private let rules = RegisterRules(areaTolerance: 0.1, staleAfterYears: 5, sectors: Polder.sectors)

  private func codes(_ change: (inout RegisterRecords) throws -> Void) throws -> [String] {
    rules.check(try Polder.register(change)).map(\.code)
  }

  private func parkCodes(_ fill: @escaping (inout WorkLocationAttributes) -> Void) throws -> [String] {
    try codes { $0.parks = [try Polder.park("1", in: 0, fill: fill)] }.filter { $0.hasPrefix("park.") }
  }

  @Test func thePolderKeepsTheRules() throws {
    #expect(try codes { _ in } == ["plan.year-missing"])
  }

  struct Limit: Sendable, CustomTestStringConvertible {
    let code: String
    let broken: @Sendable (inout WorkLocationAttributes) -> Void
    let kept: @Sendable (inout WorkLocationAttributes) -> Void
    var testDescription: String { code }
  }

  static let limits: [Limit] = [
    Limit(code: "park.net-exceeds-gross") {
      ($0.net, $0.gross) = (NetHectares(8.0002), GrossHectares(8))
    } kept: {
      ($0.net, $0.gross) = (NetHectares(8.00002), GrossHectares(8))
    },
    Limit(code: "park.issuable-exceeds-net") {
      ($0.immediatelyIssuableTotal, $0.net) = (NetHectares(9), NetHectares(8))
    } kept: {
      ($0.immediatelyIssuableTotal, $0.net) = (NetHectares(8), NetHectares(8))
    },
    Limit(code: "park.largest-exceeds-issuable") {
      ($0.largestIssuablePart, $0.immediatelyIssuableTotal) = (NetHectares(4), NetHectares(2))
    } kept: {
      ($0.largestIssuablePart, $0.immediatelyIssuableTotal, $0.laterIssuablePrivate) = (
        NetHectares(4), NetHectares(2), NetHectares(2)
      )
    },
    Limit(code: "park.issued-exceeds-net") {
      ($0.issuedBefore, $0.net) = (NetHectares(9), NetHectares(8))
    } kept: {
      ($0.issuedBefore, $0.boughtBack, $0.net) = (NetHectares(9), NetHectares(1), NetHectares(8))
    },
    Limit(code: "park.restructuring-exceeds-gross") {
      ($0.transformation, $0.gross) = (GrossHectares(9), GrossHectares(8))
    } kept: {
      ($0.transformation, $0.gross) = (GrossHectares(8), GrossHectares(8))
    },
    Limit(code: "park.sale-price-order") {
      ($0.minimumSalePrice, $0.maximumSalePrice) = (EuroPerSquareMetre(200), EuroPerSquareMetre(100))
    } kept: {
      ($0.minimumSalePrice, $0.maximumSalePrice) = (EuroPerSquareMetre(100), EuroPerSquareMetre(100))
    },
    Limit(code: "park.lease-price-order") {
      ($0.minimumLeasePrice, $0.maximumLeasePrice) = (EuroPerSquareMetre(2), EuroPerSquareMetre(1))
    } kept: {
      $0.minimumLeasePrice = EuroPerSquareMetre(2)
    },
    Limit(code: "park.obsolete-incomplete") {
      ($0.isObsolete, $0.obsolescenceCause) = (.yes, "technisch")
    } kept: {
      ($0.isObsolete, $0.obsolescenceCause, $0.obsoleteArea) = (.yes, "technisch", GrossHectares(1))
    },
    Limit(code: "park.code-unknown") {
      $0.maximumCategory = EnvironmentalCategory(rawValue: "4.7")
    } kept: {
      $0.maximumCategory = EnvironmentalCategory(rawValue: "4.2")
    },
  ]

  @Test(arguments: limits) func aLimitOfAParkFires(_ limit: Limit) throws {
    #expect(try parkCodes(limit.broken) == [limit.code])
    #expect(try parkCodes(limit.kept).isEmpty)
  }

  @Test func anUnknownTypeOrMunicipalityIsReported() throws {
    #expect(
      try codes { $0.parks = [try Polder.park("1", in: 0, type: WorkLocationType(rawValue: "Q"))] }.contains(
        "park.code-unknown"))
    let elsewhere = try codes {
      $0.parks = [
        try WorkLocation(
          rin: #require(RINNumber("1")), name: "Ver weg", municipality: .unknownMunicipality, type: .businessPark,
          origin: Polder.origin())
      ]
    }
    #expect(elsewhere.contains("park.municipality-unknown"))
  }

  @Test(arguments: [(1.0, false), (0.92, false), (0.85, true), (1.2, true)])
  func theStatedAreaIsHeldAgainstTheOutline(_ factor: Double, _ differs: Bool) throws {
    let outline = try Polder.square(at: Point(x: 0, y: 0), side: 400)
    let found = try codes { records in
      var attributes = WorkLocationAttributes()
      attributes.gross = GrossHectares(16 * factor)
      records.parks = [
        try WorkLocation(
          rin: #require(RINNumber("1")), name: "Vierkant", municipality: "GM9001", type: .businessPark,
          attributes: attributes, outline: outline, origin: Polder.origin())
      ]
    }
    #expect(found.contains("park.area-differs") == differs)
  }

  @Test func aCrossingOutlineIsReported() throws {
    let bow = [(0.0, 0.0), (100, 100), (100, 0), (0, 100), (0, 0)].map { Point(x: $0.0, y: $0.1) }
    let found = try codes { records in
      records.parks = [
        try WorkLocation(
          rin: #require(RINNumber("1")), name: "Strik", municipality: "GM9001", type: .businessPark,
          outline: MultiPolygon(try Polygon(exterior: bow)), origin: Polder.origin())
      ]
    }
    #expect(found.contains("park.outline-invalid"))
  }

  @Test(arguments: [(2019, true), (2020, false)]) func anOldMeasurementIsReported(_ year: Int, _ isOld: Bool) throws {
    let found = try codes { records in
      records.parks = [
        try WorkLocation(
          rin: #require(RINNumber("1")), name: "Oud", municipality: "GM9001", type: .businessPark,
          origin: Origin(snapshot: "x", referenceDate: CalendarDate(startOf: year)))
      ]
    }
    #expect(found.contains("park.measurement-old") == isOld)
  }

  @Test func twoParksOfOneNameInOneMunicipalityAreReported() throws {
    func park(_ rin: String, _ name: String, _ municipality: RegionCode) throws -> WorkLocation {
      try WorkLocation(
        rin: #require(RINNumber(rin)), name: name, municipality: municipality, type: .businessPark,
        origin: Polder.origin())
    }
    #expect(
      try codes { $0.parks = [try park("1", "Noord", "GM9001"), try park("2", "NOORD", "GM9001")] }.contains(
        "park.duplicate-name"))
    #expect(
      try !codes { $0.parks = [try park("1", "Noord", "GM9001"), try park("2", "Noord", "GM9002")] }.contains(
        "park.duplicate-name"))
  }
}

extension RegisterRulesTests {
  @Test func plansAreChecked() throws {
    let found = try codes { records in
      records.planCapacities = [
        try PlanCapacity(
          id: "p", name: "p", municipality: "GM1", park: RINNumber("404"), hardness: .hard, area: NetHectares(1),
          origin: Polder.origin())
      ]
    }
    #expect(found == ["record.municipality-unknown", "record.park-missing", "plan.year-missing"])
  }

  @Test func withdrawalsAreChecked() throws {
    func withdrawal(_ park: String, _ hectares: Double) throws -> Withdrawal {
      try Withdrawal(
        id: park, name: park, municipality: "GM9001", park: RINNumber(park), year: 2030, area: NetHectares(hectares),
        origin: Polder.origin())
    }
    let found = try codes { $0.withdrawals = [try withdrawal("1001", 16), try withdrawal("404", 1)] }
    #expect(found.filter { !$0.hasPrefix("plan") } == ["withdrawal.exceeds-park", "record.park-missing"])
    #expect(try codes { $0.withdrawals = [try withdrawal("1001", 8)] } == ["plan.year-missing"])
  }

  @Test func clustersAreChecked() throws {
    func cluster(_ park: String) throws -> Cluster {
      try Cluster(id: "c", name: "c", kind: .campus, parks: [#require(RINNumber(park))], origin: Polder.origin())
    }
    #expect(try codes { $0.clusters = [try cluster("404")] }.contains("record.park-missing"))
    #expect(try !codes { $0.clusters = [try cluster("1001")] }.contains("record.park-missing"))
  }

  @Test func jobsOfUnknownSectorsAndRegionsAreCountedOnce() throws {
    func count(_ region: RegionCode, _ sector: String) throws -> JobCount {
      try JobCount(region: region, sector: sector, year: 2024, jobs: Jobs(1), origin: Polder.origin())
    }
    let found = rules.check(
      try Polder.register {
        $0.jobs += [try count("GM9001", "x"), try count("GM9002", "x"), try count("GM1", "maken")]
      })
    #expect(found.map(\.code) == ["plan.year-missing", "jobs.sector-unknown", "jobs.region-unknown"])
    #expect(found[1].value == "x" && found[1].message.en.contains("2 rows"))
  }

  @Test func municipalitiesWithoutBoundaryAreCounted() throws {
    let found = rules.check(
      try Polder.register {
        $0.regions.append(
          try Region(
            code: "GM9009", name: "Zonder grens", level: .municipality, parents: ["CR91"], origin: Polder.origin()))
      })
    #expect(found.first { $0.code == "region.boundary-missing" }?.value == "1")
  }
}
