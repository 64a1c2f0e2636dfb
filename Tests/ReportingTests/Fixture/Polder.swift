import PlaneGeometry
import Planning
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// A small made-up province of two market regions with four municipalities each, whose figures can be read off by heart.
struct Polder {
  static let province: RegionCode = "PV99"
  static let markets: [RegionCode] = ["CR91", "CR92"]
  static let start = CalendarDate(startOf: 2024)
  static let origin = Origin(snapshot: String(checksum.prefix(12)), referenceDate: start)
  static let checksum = String(repeating: "0123456789abcdef", count: 4)

  var isSynthetic = true
  /// A text in names of parks, for escape tests.
  var nasty = ""
  var hasBoundaries = true
  var hasAssumptions = true

  func response() throws -> ComposeStartpakket.Response {
    ComposeStartpakket.Response(
      request: .init(province: Self.province, balance: request),
      province: try region(Self.province, "Polderland", .province, x: 0...8),
      marketRegions: [
        try region("CR91", "Polder-West", .corop, x: 0...4), try region("CR92", "Polder-Oost", .corop, x: 4...8),
      ],
      municipalities: try municipalities(), sectors: Self.sectors, addOns: [Self.addOn], balance: try balance(),
      explanations: explanations, parks: try parks(), planCapacities: try plans(), withdrawals: try withdrawals(),
      housingAreas: try housingAreas(),
      clusters: try clusters(), landUse: landUse, pinchPoints: [pinch], quality: quality)
  }

  var request: RunBalance.Request {
    .init(region: Self.province, horizons: [2030, 2040], scenarios: ["laag", "hoog"])
  }

  // MARK: Regions

  /// A strip of the polder, 10 km per unit, with a slanted north coast.
  func region(_ code: RegionCode, _ name: String, _ level: RegionLevel, x: ClosedRange<Int>, parents: [RegionCode] = [])
    throws -> Region
  {
    let (west, east) = (Double(x.lowerBound) * 10_000, Double(x.upperBound) * 10_000)
    let ring = [
      Point(x: west, y: 0), Point(x: east, y: 0), Point(x: east, y: 40_000 + east / 4),
      Point(x: west, y: 40_000 + west / 4),
      Point(x: west, y: 0),
    ]
    return try Region(
      code: code, name: name, level: level, parents: parents, point: Point(x: (west + east) / 2, y: 20_000),
      boundary: hasBoundaries ? MultiPolygon(Polygon(exterior: ring)) : nil, boundaryIsSynthetic: isSynthetic,
      origin: Self.origin)
  }

  static let municipalityCodes: [RegionCode] = (1...8).map { RegionCode("GM990\($0)") }

  func municipalities() throws -> [Region] {
    try Self.municipalityCodes.enumerated().map { index, code in
      try region(
        code, "Gemeente \(index + 1)", .municipality, x: index...(index + 1),
        parents: [index < 4 ? "CR91" : "CR92", Self.province])
    }
  }

  // MARK: Parks and plans

  /// Two parks per municipality: the first with 4 ha now, the second alternately later land, nothing, or not filled in.
  func parks() throws -> [WorkLocation] {
    try Self.municipalityCodes.enumerated().flatMap { index, code in
      try [0, 1].map { try park(index: index, second: $0 == 1, in: code) }
    }
  }

  private func park(index: Int, second: Bool, in code: RegionCode) throws -> WorkLocation {
    var attributes = WorkLocationAttributes()
    attributes.gross = GrossHectares(50)
    attributes.net = NetHectares(40)
    if !second { attributes.immediatelyIssuableTotal = NetHectares(4) }
    if second, index.isMultiple(of: 2) { attributes.laterIssuableMunicipal = NetHectares(10) }
    if second, index == 1 { attributes.immediatelyIssuableTotal = .zero }
    attributes.largestIssuablePart = second ? nil : NetHectares(2)
    attributes.maximumCategory = second ? nil : EnvironmentalCategory(rawValue: "4.2")
    attributes.waterAccess = second ? "Geen" : "Openbare kade"
    let (west, south) = (Double(index) * 10_000 + 3_000, second ? 25_000.0 : 8_000.0)
    let box = BoundingBox(minX: west, minY: south, maxX: west + 1_000, maxY: south + 500)
    return try WorkLocation(
      rin: RINNumber("\(100 + 2 * index + (second ? 1 : 0))")!,
      name: "Terrein \(index + 1)\(second ? "b" : "a")\(nasty)",
      municipality: code, type: .businessPark, kind: index == 0 ? .campus : .regular, attributes: attributes,
      outline: MultiPolygon(Polygon(box)), origin: Self.origin)
  }

  func plans() throws -> [PlanCapacity] {
    try zip(PlanHardness.allCases, Self.municipalityCodes).map { hardness, code in
      try PlanCapacity(
        id: "plan-\(hardness.rawValue)", name: "Uitbreiding \(code)", municipality: code, hardness: hardness,
        area: NetHectares(12), expectedYear: 2028, origin: Self.origin)
    }
  }

  func withdrawals() throws -> [Withdrawal] {
    [
      try Withdrawal(
        id: "w1", name: "Oude haven", municipality: "GM9902", year: 2027, area: NetHectares(8), isWaterBound: true,
        housingArea: "h1", origin: Self.origin)
    ]
  }

  func housingAreas() throws -> [HousingArea] {
    [try HousingArea(id: "h1", name: "Havenkwartier", municipalities: ["GM9902"], homes: 12_000, origin: Self.origin)]
  }

  func clusters() throws -> [Cluster] {
    [
      try Cluster(
        id: "c1", name: "Polder Science Park", kind: .campus, phase: "groei", municipalities: ["GM9901"],
        parks: [RINNumber("100")!], origin: Self.origin)
    ]
  }

  // MARK: Statistics and quality

  var landUse: [LandUsePoint] {
    [(2000, 500.0), (2008, 620), (2017, 700)].map {
      LandUsePoint(year: $0.0, businessPark: GrossHectares($0.1), isSynthetic: isSynthetic)
    }
  }

  var pinch: PinchPoint {
    PinchPoint(
      region: "CR91", regionName: "Polder-West", horizon: 2030,
      spaceClass: SpaceClass(category: .upTo4, size: .large, water: .wet),
      shortage: ["laag": NetHectares(6), "hoog": NetHectares(12)],
      demand: ["laag": NetHectares(9), "hoog": NetHectares(15)],
      isHiddenByTotal: true)
  }

  var quality: DataQuality {
    DataQuality(
      completeness: [
        .init(attribute: "max_milieucategorie", filledIn: 8, total: 16),
        .init(attribute: "vlak", filledIn: 16, total: 16),
      ],
      ages: [.init(referenceDate: Self.start, parks: 16)],
      diagnostics: [
        Diagnostic(
          .warning, "park.category-missing", at: .init(record: "101"),
          message: LocalizedText(nl: "Milieucategorie ontbreekt.", en: "Category is missing."),
          remedy: LocalizedText(nl: "Vul de categorie in.", en: "Fill in the category."))
      ])
  }
}
