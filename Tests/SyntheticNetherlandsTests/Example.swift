import Provenance
import Quantities
import SyntheticNetherlands
import WorkLocations

/// One register for all tests, with round totals of the size of the published ones.
enum Example {
  static let seed: UInt64 = 2022
  static let referenceDate = CalendarDate(startOf: 2024)

  static let sectors = SectorClassification(
    sectors: [
      Sector(id: "voeding", label: LocalizedText(both: "voeding"), group: "industrie", sbi2008: ["10", "11"]),
      Sector(id: "vervoer", label: LocalizedText(both: "vervoer"), group: "logistiek", sbi2008: ["H"]),
      Sector(id: "zorg", label: LocalizedText(both: "zorg"), group: "diensten", sbi2008: ["Q"]),
      Sector(id: "overig", label: LocalizedText(both: "overig"), group: "diensten"),
    ],
    groups: [])

  static let parksByProvince: [RegionCode: Int] = [
    "PV20": 90, "PV21": 236, "PV22": 170, "PV23": 364, "PV24": 123, "PV25": 588, "PV26": 245, "PV27": 424, "PV28": 607,
    "PV29": 108, "PV30": 583, "PV31": 262,
  ]

  static let jobs: [String: Jobs] = [
    "voeding": Jobs(153_000), "vervoer": Jobs(505_000), "zorg": Jobs(3_079_001), "overig": Jobs(7),
  ]

  static func calibration(
    parkCount: Int = 3800, netSeaport: Double = 10_500, immediate: Double = 3800, obsolete: Double = 0.28
  ) throws -> ExampleCalibration {
    try ExampleCalibration(
      parkCount: parkCount, parksByProvince: parksByProvince,
      seaport: .init(gross: GrossHectares(12_700), net: NetHectares(netSeaport)),
      businessPark: .init(gross: GrossHectares(87_300), net: NetHectares(65_500)),
      portAreas: [
        .rotterdam: GrossHectares(5507), .noordzeekanaalgebied: GrossHectares(2405), .zeeland: GrossHectares(1847),
        .groningen: GrossHectares(1903), .moerdijk: GrossHectares(1063),
      ],
      immediatelyIssuable: NetHectares(immediate), laterIssuable: NetHectares(2950),
      plans: .init(hard: NetHectares(1000), soft: NetHectares(3518.5), frozen: NetHectares(600)),
      withdrawalPerYear: NetHectares(80),
      issue: [
        .netherlands: [2010: NetHectares(500), 2012: NetHectares(412), 2022: NetHectares(650)],
        "PV30": [2012: NetHectares(120), 2019: NetHectares(120)], "PV31": [2010: NetHectares(37)],
      ], obsoleteShare: obsolete, jobs: jobs)
  }

  static func register(seed: UInt64 = seed, importedOn: CalendarDate = referenceDate) throws -> RegisterRecords {
    try generate(
      seed: seed, calibration: calibration(), sectors: sectors, referenceDate: referenceDate, importedOn: importedOn)
  }

  /// Made once; a failure shows in every test that asks for it.
  static let made = Result { try register() }
}
