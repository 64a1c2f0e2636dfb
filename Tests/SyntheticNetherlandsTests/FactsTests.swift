import PlaneGeometry
import Quantities
import SyntheticNetherlands
import Testing
import WorkLocations

@Suite struct FactsTests {
  private static let tables: [String: String] = [
    "municipalities": #"""
    code,name,corop,province,x,y,population,land_km2,water_km2,establishments,share_a,share_bf,share_gi,share_hj,share_kl,share_mn,share_oq,share_ru
    GM0001,"Oost, bij ""de Dijk""",CR01,PV20,2000,5000,1000,50,0,100,0.1,0.2,0.2,0.1,0.1,0.1,0.1,0.1
    GM0002,West,CR01,PV20,8000,5000,3000,50,5,300,0.1,0.2,0.2,0.1,0.1,0.1,0.1,0.1
    """#,
    "business_park_area": "code,ha_2017\nGM0001,100\nGM0002,300\n",
    "corop": "code,name,province\nCR01,Midden,PV20\n", "provinces": "code,name\nPV20,Geheel\n",
    "mergers":
      "year,from_code,from_name,to_code,to_name,share,kind,basis,date\n2001,GM0009,Oud,GM0001,Oost,1,merged,known,2001-01-01\n",
    "outline": "ring,kind,x,y\n1,land,0,0\n1,land,10000,0\n1,land,10000,10000\n1,land,0,10000\n",
    "clusters": "id,name,kind,municipalities,x,y,source\nzes,Zesde,industry-cluster,,,,bron\n",
    "campuses": "id,name,municipality,x,y,phase,source\ncampus,Campus,GM0002,8000,5000,,\n",
    "housing_areas": "id,name,municipalities,x,y,homes,homes_source\nwonen,Wonen,GM0001;GM0002,5000,5000,,\n",
  ]

  private func facts(replacing name: String = "", with text: String = "") throws -> Facts {
    try Facts { table in table == name ? text : try #require(Self.tables[table]) }
  }

  private func register(_ facts: Facts) throws -> RegisterRecords {
    let calibration = try ExampleCalibration(
      parkCount: 20, parksByProvince: ["PV20": 20], seaport: .init(gross: .zero, net: .zero),
      businessPark: .init(gross: GrossHectares(500), net: NetHectares(400)), portAreas: [:],
      immediatelyIssuable: NetHectares(20), laterIssuable: NetHectares(10),
      plans: .init(hard: NetHectares(5), soft: NetHectares(5), frozen: .zero), withdrawalPerYear: .zero,
      issue: [.netherlands: [2010: NetHectares(4)]], obsoleteShare: 0.5, jobs: Example.jobs)
    return try generate(
      from: facts, seed: 1, calibration: calibration, sectors: Example.sectors, referenceDate: Example.referenceDate,
      importedOn: Example.referenceDate)
  }

  @Test func aSmallWorldFollowsItsFacts() throws {
    let records = try register(facts())
    #expect(records.regions.map(\.code) == ["GM0001", "GM0002", "CR01", "PV20", "NL01"])
    #expect(records.regions[0].name == "Oost, bij \"de Dijk\"")
    #expect(records.regions[0].boundary?.area == 50_000_000)
    #expect(records.regions[4].population == 4000)
    // A quarter of the land, so a quarter of the parks.
    #expect(records.parks.filter { $0.municipality == "GM0001" }.count == 5)
    // A sector without known sections follows all establishments: 100 against 300.
    #expect(records.jobs.first { $0.region == "GM0001" && $0.sector == "overig" }?.jobs == Jobs(2))
    #expect(records.housingAreas[0].municipalities == ["GM0001", "GM0002"])
    #expect(records.parks.filter { $0.kind == .campus }.map(\.municipality) == ["GM0002"])
  }

  @Test func oneMunicipalityMoreLeavesTheStreamsOfTheOthers() throws {
    let extra = "\nGM0003,Noord,CR01,PV20,5000,9000,500,10,0,10,0.1,0.2,0.2,0.1,0.1,0.1,0.1,0.1"
    let table = try #require(Self.tables["municipalities"])
    let land = "code,ha_2017\nGM0001,100\nGM0002,300\nGM0003,0\n"
    let larger = try Facts { name in
      name == "municipalities" ? table + extra : name == "business_park_area" ? land : try #require(Self.tables[name])
    }
    let (before, after) = (try register(facts()), try register(larger))
    #expect(before.parks.map(\.attributes) == after.parks.map(\.attributes))
  }

  @Test(arguments: [
    ("municipalities", "code,name\nGM0001,Oost\n"), ("provinces", "code,name\nPV20\n"), ("corop", ""),
    ("business_park_area", "code,ha_2017\nGM0001,veel\nGM0002,3\n"), ("business_park_area", "code,ha_2017\nGM0001,1\n"),
    ("campuses", "id,name,municipality,x,y,phase,source\ncampus,Campus,GM9999,1,1,,\n"),
    (
      "mergers",
      "year,from_code,from_name,to_code,to_name,share,kind,basis,date\n2001,GM0009,Oud,GM0001,Oost,2,merged,known,2001-01-01\n"
    ),
  ])
  func malformedFactsAreNamed(table: String, text: String) throws {
    #expect {
      try facts(replacing: table, with: text)
    } throws: { error in
      guard case .malformedFacts? = error as? ExampleError else { return false }
      return true
    }
  }

  @Test func errorsSpeakBothLanguages() {
    let error = ExampleError.malformedFacts(table: "corop", row: 2, field: "name", value: "")
    #expect(error.message.nl.contains("rij 2") && error.message.en.contains("row 2"))
    #expect(ExampleError.noRoom(municipality: "GM0599", park: "SYN1").message.nl.contains("GM0599"))
  }
}
