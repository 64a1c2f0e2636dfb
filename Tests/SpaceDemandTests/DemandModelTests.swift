import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct DemandModelTests {
  @Test(arguments: [("CR91", 0.984375), ("CR92", 63.0), ("CR93", 4032.0)])
  func expansionIsTheLandOfTheJobsThatCome(_ region: String, _ hectares: Double) throws {
    let world = try World()
    let code = RegionCode(region)
    #expect(world.demand(code, "hoog", 2030).expansion == NetHectares(hectares))
    #expect(world.demand(code, "laag", 2030).expansion == NetHectares(-hectares / 2))
  }

  /// 2^18 − 1 jobs, each counted once.
  @Test func everyJobIsCountedOnce() throws {
    let world = try World()
    let demands = Polder.corops.map { world.demand($0, "hoog", 2030) }
    #expect(demands.map(\.jobsAtStart).total() == Jobs(Double((1 << 18) - 1)))
    #expect(demands.map(\.jobsAtHorizon).total() == Jobs(Double((1 << 19) - 2)))
  }

  /// The running example of `area`: 1,000 jobs, a share 0.5 on business parks, 200 m² each.
  @Test func thousandJobsNeedTenHectares() throws {
    let world = try World(
      Polder.parameter("demand/land-per-job", .squareMetrePerJob, ["maken/business-park": 200]),
      Polder.parameter("demand/job-growth", .sharePerYear, ["laag/maken": 0])
    ) {
      $0.jobs = [
        try count("CR91", "maken", 2024, 1000), try count("CR91", "maken", 2030, 3000, "laag"),
      ]
    }
    let demand = world.demand("CR91", "laag", 2030)
    #expect(demand.jobsAtStart == Jobs(1000) && demand.expansion == NetHectares(20))
  }

  @Test func aForecastIsFollowedOnTheStraightLine() throws {
    let world = try World {
      $0.jobs = [
        try count("GM9001", "maken", 2024, 64), try count("GM9002", "maken", 2024, 36),
        try count("GM9001", "maken", 2032, 128, "laag"), try count("GM9002", "maken", 2032, 52, "laag"),
      ]
    }
    #expect(world.demand("CR91", "laag", 2026).jobsAtHorizon == Jobs(120))
    #expect(world.demand("CR91", "laag", 2032).jobsAtHorizon == Jobs(180))
    #expect(world.demand("CR91", "laag", 2040).jobsAtHorizon == Jobs(180))
    #expect(world.demand("CR91", "hoog", 2032).jobsAtHorizon == Jobs(200))
  }

  @Test func afterTheForecastGrowthGoesOnFromItsLastYear() throws {
    let world = try World(Polder.parameter("demand/job-growth", .sharePerYear, ["laag/maken": 1])) {
      $0.jobs = [try count("CR91", "maken", 2024, 64), try count("CR91", "maken", 2030, 100, "laag")]
    }
    #expect(world.demand("CR91", "laag", 2032).jobsAtHorizon == Jobs(400))
  }

  @Test func aForecastOfOnlySomeMunicipalitiesIsNotTaken() throws {
    let world = try World { $0.jobs.append(try count("GM9001", "maken", 2030, 1 << 20, "laag")) }
    #expect(world.demand("CR91", "laag", 2030).jobsAtHorizon == Jobs(31.5))
  }

  /// Observed jobs of an earlier year grow to the start year before they count.
  @Test func anEarlierBaseYearGrowsToTheStart() throws {
    let world = try World(Polder.parameter("demand/job-growth", .sharePerYear, ["laag/maken": 1])) {
      $0.jobs = [try count("GM9001", "maken", 2022, 64), try count("GM9001", "maken", 2020, 1)]
    }
    #expect(world.demand("CR91", "laag", 2025).jobsAtStart == Jobs(256))
    #expect(world.demand("CR91", "laag", 2025).jobsAtHorizon == Jobs(512))
  }

  @Test func aRegionsOwnRecordComesBeforeTheSumOfItsMunicipalities() throws {
    let world = try World { $0.jobs.append(try count("CR91", "maken", 2024, 1 << 20)) }
    #expect(world.demand("CR91", "laag", 2030).jobsAtStart == Jobs(Double((1 << 20) + 63 - 9)))
    #expect(world.demand("PV91", "laag", 2030).jobsAtStart == Jobs(Double((1 << 20) + 4095 - 9)))
  }

  @Test func driftChangesWithItsDates() throws {
    let drift = Polder.timeline(
      "demand/land-per-job-drift", .sharePerYear,
      ["helpen": [Polder.value(0.25), Polder.value(0.5, from: CalendarDate(startOf: 2026))]])
    let world = try World(drift, still)
    // 4 jobs of GM9001 and 32 of GM9002 on 36/64 ha; 2 years at 0.25 and 2 at 0.5 add 1.5 times that.
    #expect(world.demand("CR91", "laag", 2028).expansion == NetHectares(1.5 * 36 / 64))
  }

  @Test func preferenceIsAtMostOne() throws {
    let drift = Polder.parameter("demand/location-preference-drift", .sharePerYear, ["helpen": 1])
    let world = try World(drift, still)
    #expect(world.demand("CR91", "laag", 2050).expansion == NetHectares(36.0 / 64))
  }

  @Test func grossFollowsByDivision() throws {
    let demand = try World().demand("CR93", "hoog", 2030)
    #expect(demand.grossTotal == GrossHectares((4032 + 4) / 0.8))
    #expect(demand.lines.allSatisfy { abs($0.gross.value * 0.8 - $0.net.value) < 1e-12 })
  }

  @Test func negativeExpansionIsNotClipped() throws {
    let demand = try World().demand("CR92", "laag", 2030)
    #expect(demand.total == NetHectares(-31.5 + 16))
    #expect(demand.byClass.contains { $0 < 0 } && demand.byClass.contains { $0 > 0 })
  }

  @Test(arguments: ["laag", "hoog"], Polder.corops) func segmentsSumToTheTotal(_ scenario: String, _ region: RegionCode)
    throws
  {
    for horizon in [2025, 2030, 2040, 2050] {
      let demand = try World.standard().demand(region, scenario, horizon)
      #expect(abs(demand.byClass.reduce(0, +) - demand.total.value) < 1e-9)
      #expect(abs(demand.lines.map(\.net).total().value - demand.total.value) < 1e-9)
    }
  }

  /// The running example of `replacement`, and the polder's own: 16 ha × 0.5 × 2, 64 ha × 0.25 × 2.
  @Test func withdrawalsReturnInPart() throws {
    let ratio = Polder.parameter("demand/replacement-density-ratio", .factor, ["": 1.25])
    #expect(abs(try World(ratio).demand("CR92", "laag", 2030).replacement.value - 10) < 1e-12)
    let world = try World()
    #expect(abs(world.demand("CR92", "laag", 2030).replacement.value - 16) < 1e-12)
    #expect(world.demand("CR92", "laag", 2026).replacement == .zero)
    #expect(world.demand("CR93", "laag", 2034).replacement == .zero)
    #expect(abs(world.demand("CR93", "laag", 2035).replacement.value - 32) < 1e-9)
    #expect(world.demand("CR91", "laag", 2050).replacement == .zero)
  }

  /// Withdrawn land returns in its own category and water class, spread over sectors by their land.
  @Test func replacementKeepsCategoryAndWater() throws {
    let demand = try World(still).demand("CR93", "laag", 2040)
    let replaced = demand.byClass.enumerated().filter { $0.element > 1e-12 }.map { SpaceClass.all[$0.offset] }
    #expect(!replaced.isEmpty && replaced.allSatisfy { $0.category == .upTo6 && $0.water == .wet })
  }

  /// A scenario's answer does not depend on which other scenarios are asked about.
  @Test func scenariosDoNotTouchEachOther() throws {
    let growing = Polder.timeline(
      "demand/job-growth", .sharePerYear, ["hoog/maken": [Polder.value(3)], "laag/maken": [Polder.value(0)]])
    func world(_ scenarios: [String]) throws -> World {
      try World(growing, scenarios: scenarios) { records in
        records.jobs = try records.jobs.map { try count($0.region, $0.sector, 2022, $0.jobs.value) }
      }
    }
    #expect(try world(["hoog"]).demand("CR92", "hoog", 2030) == world(["laag", "hoog"]).demand("CR92", "hoog", 2030))
  }

  /// 4 ha a year × 4 years by net business park; 2 ha × 6 years in CR91 until it comes free.
  @Test(arguments: [
    ("CR91", 2030, 16.0), ("CR92", 2030, 8.0), ("CR93", 2030, 4.0), ("CR91", 2035, 4.0), ("CR91", 2026, 6.0),
  ])
  func addOnsAreSharedOut(_ region: String, _ horizon: Int, _ hectares: Double) throws {
    #expect(try World().demand(RegionCode(region), "hoog", horizon).additional == NetHectares(hectares))
  }

  /// The running example of `additional`.
  @Test func anAddOnByJobs() throws {
    let addOn = AddOn(
      id: "x", label: LocalizedText(both: "x"), amountPerYear: ["laag": Polder.value(8)], firstYear: 2025,
      lastYear: 2028,
      locationType: .businessPark, sectorGroup: "industrie",
      profile: SegmentProfile(sizes: [.large: 1], category: .upTo4, water: .dry), allocation: .jobs(sectors: ["maken"]))
    let world = try World(addOns: [addOn]) {
      $0.jobs = [try count("GM9001", "maken", 2024, 1), try count("GM9005", "maken", 2024, 3)]
    }
    #expect(world.demand("CR91", "laag", 2030).additional == NetHectares(8))
    #expect(world.demand("CR93", "laag", 2030).additional == NetHectares(24))
  }

  /// An add-on of a province is shared out over its markets by their net land, and nothing of it is lost.
  @Test func anAddOnOfALargerRegionIsSharedOut() throws {
    let addOn = AddOn(
      id: "x", label: LocalizedText(both: "x"), amountPerYear: ["laag": Polder.value(3)], firstYear: 2025,
      lastYear: 2025,
      locationType: .businessPark, sectorGroup: "industrie",
      profile: SegmentProfile(sizes: [.large: 1], category: .upTo4, water: .dry), allocation: .region("PV91"))
    let world = try World(addOns: [addOn])
    #expect(Polder.corops.map { world.demand($0, "laag", 2030).additional.value } == [1, 2, 0])
    let bare = try World(addOns: [addOn]) { $0.parks = [] }
    #expect(Polder.corops.map { bare.demand($0, "laag", 2030).additional.value } == [1.5, 1.5, 0])
  }

  @Test func aRegionsOwnParameterHoldsInItAndNowhereElse() throws {
    let own = Polder.parameter("demand/land-per-job", .squareMetrePerJob, ["helpen/business-park@PV91": 625])
    let world = try World(own)
    #expect(world.demand("CR91", "hoog", 2030).expansion == NetHectares((27 + 2 * 36) / 64.0))
    #expect(world.demand("CR93", "hoog", 2030).expansion == NetHectares(4032))
  }

  @Test func everyMissingParameterIsNamedAtOnce() throws {
    let register = try Polder.register()
    var parameters = Polder.parameters.parameters
    parameters["demand/land-per-job"] = nil
    parameters["demand/public-share"] = nil
    parameters["segments/water-share"] = nil
    var reader = ParameterReader(ParameterSet(Array(parameters.values)), on: Polder.referenceDate)
    let error = #expect(throws: DemandError.self) {
      try DemandModel(
        register: register, classification: Polder.sectors, addOns: [], scenarios: ["laag"], regions: [],
        reader: &reader)
    }
    #expect(error?.missing.count == 3)
  }

  /// A run takes factors that were worked out once, an explanation derives them again: equal to the last bit, with a forecast,
  /// a value of one region's own and growth that does not end in binary.
  @Test func aRunAndAnExplanationAgreeToTheLastBit() throws {
    let world = try World(
      Polder.parameter(
        "demand/land-per-job", .squareMetrePerJob, ["maken/business-park": 311.7, "maken/business-park@CR92": 97.3]),
      Polder.parameter("demand/job-growth", .sharePerYear, ["laag/helpen": -0.0137, "hoog/helpen": 0.0213]),
      Polder.parameter("demand/land-per-job-drift", .sharePerYear, ["helpen": 0.0031]),
      Polder.parameter("demand/location-preference", .share, ["maken/seaport": 0.213, "helpen/seaport": 0.117])
    ) {
      $0.jobs.append(try count("CR91", "vervoeren", 2033, 331.3, "laag"))
    }
    for region in Polder.corops {
      for (scenario, horizon) in [("laag", 2027), ("laag", 2040), ("hoog", 2031)] {
        let demand = world.demand(region, scenario, horizon)
        func value(_ figure: DemandFigure) -> Double? {
          world.model.explanation(of: figure, in: region, scenario: scenario, horizon: horizon)?.value
        }
        for line in demand.lines {
          switch line.component {
          case .expansion(let sector, let type):
            #expect(value(.expansionOf(sector: sector, locationType: type)) == line.net.value)
          case .addOn(let id): #expect(value(.addOn(id: id)) == line.net.value)
          case .replacement: break
          }
        }
        #expect(value(.jobs(sector: nil, atStart: true)) == demand.jobsAtStart.value)
        #expect(value(.jobs(sector: nil, atStart: false)) == demand.jobsAtHorizon.value)
      }
    }
  }

  private let still = Polder.timeline(
    "demand/job-growth", .sharePerYear,
    ["laag/maken": [Polder.value(0)], "laag/vervoeren": [Polder.value(0)], "laag/helpen": [Polder.value(0)]])
}

@Suite struct SeaportDemandTests {
  private static let preference = Polder.parameter(
    "demand/location-preference", .share, ["maken/seaport": 0.25, "maken/business-park": 0])

  /// Seaport land follows the ports: with all seaport land in one region all the seaport jobs of the country are there.
  @Test func oneSeaportTakesAllSeaportJobs() throws {
    let world = try World(Self.preference)
    let national = Polder.municipalities.indices.map { Polder.jobs(municipality: $0, sector: 0) }.reduce(0, +)
    let seaport = { (region: RegionCode) in world.demand(region, "hoog", 2030).seaport }
    #expect(abs(seaport("CR93") - national * 0.25 * 1250 / 10_000) < 1e-6)
    #expect(seaport("CR91") == 0 && seaport("CR92") == 0)
  }

  /// Over the regions it sums to the national amount, also where ports outgrow the region's own jobs.
  @Test func concentrationSumsToTheNationalAmount() throws {
    let world = try World(Self.preference) {
      $0.parks += [
        try Polder.park("2001", in: 0, type: .seaport) { $0.net = NetHectares(224) },
        try Polder.park("2002", in: 2, type: .seaport) { $0.net = NetHectares(64) },
      ]
    }
    let national = Polder.municipalities.indices.map { Polder.jobs(municipality: $0, sector: 0) }.reduce(0, +) * 0.03125
    let parts = Polder.corops.map { world.demand($0, "hoog", 2030).seaport }
    #expect(abs(parts.reduce(0, +) - national) < 1e-9 * national)
    for (part, share) in zip(parts, [0.7, 0.2, 0.1]) { #expect(abs(part - share * national) < 1e-9 * national) }
  }

  /// A jobs table with rows of several levels, as CBS publishes, counts every job once.
  @Test func jobsOfSeveralLevelsAreNotCountedTwice() throws {
    let levels = try World(Self.preference) { records in
      let sum = records.jobs.filter { $0.sector == "maken" }.map(\.jobs).total()
      records.jobs.append(try JobCount(region: "NL01", sector: "maken", year: 2024, jobs: sum, origin: Polder.origin()))
      records.jobs.append(
        try JobCount(region: "CR91", sector: "maken", year: 2024, jobs: Jobs(9), origin: Polder.origin()))
    }
    #expect(try levels.demand("CR93", "hoog", 2030) == World(Self.preference).demand("CR93", "hoog", 2030))
  }
}

extension RegionDemand {
  fileprivate var seaport: Double {
    lines.filter { if case .expansion(_, .seaport) = $0.component { true } else { false } }.map(\.net).total().value
  }
}

private func count(_ region: RegionCode, _ sector: String, _ year: Int, _ jobs: Double, _ scenario: String? = nil)
  throws
  -> JobCount
{
  try JobCount(
    region: region, sector: sector, year: year, scenario: scenario, jobs: Jobs(jobs), origin: Polder.origin())
}

private func count(_ region: RegionCode, _ sector: String, _ year: Int, _ jobs: Int, _ scenario: String? = nil) throws
  -> JobCount
{
  try count(region, sector, year, Double(jobs), scenario)
}

/// The polder's demand model, with changes.
private struct World {
  let model: DemandModel

  init(
    _ overrides: Parameter..., addOns: [AddOn] = Polder.addOns, scenarios: [String] = ["laag", "hoog"],
    _ change: (inout RegisterRecords) throws -> Void = { _ in }
  ) throws {
    var reader = ParameterReader(Polder.library(ParameterSet(overrides)).parameters, on: Polder.referenceDate)
    model = try DemandModel(
      register: try Polder.register(change), classification: Polder.sectors, addOns: addOns, scenarios: scenarios,
      regions: Polder.corops, reader: &reader)
  }

  static func standard() throws -> World { try World() }

  func demand(_ region: RegionCode, _ scenario: String, _ horizon: Int) -> RegionDemand {
    model.demand(of: region, scenario: scenario, horizon: horizon)
  }
}
