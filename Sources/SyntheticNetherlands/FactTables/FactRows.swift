import PlaneGeometry
import Quantities
import WorkLocations

/// A municipality as the statistics know it.
struct MunicipalityFact: Sendable {
  let code: RegionCode
  let name: String
  let corop: RegionCode
  let province: RegionCode
  let point: Point
  let population: Int
  let land: GrossHectares
  /// Share of water in the municipality's area.
  let waterShare: Double
  let establishments: Double
  /// Share of the establishments per group of SBI 2008 sections.
  let sectionShares: [SectionGroup: Double]
  /// Business-park land by the land-use statistic of 2017.
  let businessPark: GrossHectares

  init(_ row: CommaSeparatedTable.Row, businessPark: GrossHectares) throws(ExampleError) {
    code = try row.code("code")
    name = try row.text("name")
    corop = try row.code("corop")
    province = try row.code("province")
    point = Point(x: try row.number("x"), y: try row.number("y"))
    population = try row.whole("population")
    let (landKilometres, waterKilometres) = (try row.number("land_km2"), try row.number("water_km2"))
    land = GrossHectares(landKilometres * 100)
    waterShare = waterKilometres / max(landKilometres + waterKilometres, .leastNormalMagnitude)
    establishments = try row.number("establishments")
    var shares: [SectionGroup: Double] = [:]
    for group in SectionGroup.allCases { shares[group] = try row.number(group.rawValue) }
    sectionShares = shares
    self.businessPark = businessPark
  }
}

/// A COROP area or province.
struct RegionFact: Sendable {
  let code: RegionCode
  let name: String
  /// Province of a COROP area; nil for a province.
  let province: RegionCode?

  init(_ row: CommaSeparatedTable.Row) throws(ExampleError) {
    code = try row.code("code")
    name = try row.text("name")
    province = code.level == .corop ? try row.code("province") : nil
  }
}

/// A named place with its municipalities: an industry cluster, a campus or a large housing area.
struct PlaceFact: Sendable {
  let id: String
  let name: String
  let municipalities: [RegionCode]
  let point: Point?
  let phase: String?
  let homes: Int?

  init(_ row: CommaSeparatedTable.Row) throws(ExampleError) {
    id = try row.text("id")
    name = try row.text("name")
    municipalities = try row.codes(row.has("municipality") ? "municipality" : "municipalities")
    point = try row.optional("x").isEmpty ? nil : Point(x: try row.number("x"), y: try row.number("y"))
    phase = row.has("phase") ? try Self.filled(row.optional("phase")) : nil
    homes = row.has("homes") ? try row.optional("homes").isEmpty ? nil : row.whole("homes") : nil
  }

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}

/// The groups of SBI 2008 sections by which CBS publishes establishments per municipality; the raw value is the column.
enum SectionGroup: String, CaseIterable, Sendable {
  case farming = "share_a"
  case industryAndConstruction = "share_bf"
  case tradeAndHospitality = "share_gi"
  case transportAndInformation = "share_hj"
  case financeAndProperty = "share_kl"
  case businessServices = "share_mn"
  case governmentEducationCare = "share_oq"
  case cultureAndOther = "share_ru"

  /// The group of a section letter.
  init?(section: Character) {
    switch section {
    case "A": self = .farming
    case "B", "C", "D", "E", "F": self = .industryAndConstruction
    case "G", "I": self = .tradeAndHospitality
    case "H", "J": self = .transportAndInformation
    case "K", "L": self = .financeAndProperty
    case "M", "N": self = .businessServices
    case "O", "P", "Q": self = .governmentEducationCare
    case "R", "S", "T", "U": self = .cultureAndOther
    default: return nil
    }
  }
}
