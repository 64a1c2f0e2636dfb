import Provenance
import Quantities

/// How firm a plan is — *planhardheid*. Hard: adopted or irrevocable. Frozen keeps its area but is no supply.
public enum PlanHardness: String, Sendable, Codable, Hashable, CaseIterable {
  case hard = "hard"
  case soft = "zacht"
  case frozen = "bevroren"

  public var label: LocalizedText {
    switch self {
    case .hard: LocalizedText(nl: "hard plan", en: "hard plan")
    case .soft: LocalizedText(nl: "zacht plan", en: "soft plan")
    case .frozen: LocalizedText(nl: "bevroren plan", en: "frozen plan")
    }
  }
}

/// Planned land that is not in the register's issuable area yet — *plancapaciteit*.
public struct PlanCapacity: Sendable, Codable, Hashable, Identifiable {
  public let id: String
  public let name: String
  public let municipality: RegionCode
  /// The park that the plan extends, if any.
  public let park: RINNumber?
  public let hardness: PlanHardness
  public let area: NetHectares
  /// First year in which plots can be issued; nil when the plan gives none.
  public let expectedYear: Int?
  public let locationType: LocationType
  public let maximumCategory: EnvironmentalCategory?
  public let isWaterBound: Bool
  public let largestPart: NetHectares?
  public let origin: Origin

  public init(
    id: String, name: String, municipality: RegionCode, park: RINNumber? = nil, hardness: PlanHardness,
    area: NetHectares, expectedYear: Int? = nil, locationType: LocationType = .businessPark,
    maximumCategory: EnvironmentalCategory? = nil, isWaterBound: Bool = false, largestPart: NetHectares? = nil,
    origin: Origin
  ) throws(InvalidRecord) {
    try InvalidRecord.check([
      InvalidRecord.empty("plan_id", id), InvalidRecord.empty("gemeentecode", municipality.text),
      InvalidRecord.negative("oppervlakte", area), InvalidRecord.negative("grootste_deel", largestPart),
    ])
    self.id = id
    self.name = name
    self.municipality = municipality
    self.park = park
    self.hardness = hardness
    self.area = area
    self.expectedYear = expectedYear
    self.locationType = locationType
    self.maximumCategory = maximumCategory
    self.isWaterBound = isWaterBound
    self.largestPart = largestPart
    self.origin = origin
  }
}
