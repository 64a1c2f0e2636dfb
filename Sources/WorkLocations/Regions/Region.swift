import PlaneGeometry
import Provenance
import Quantities

/// Level of a region — *regioniveau*.
public enum RegionLevel: String, Sendable, Codable, Hashable, CaseIterable {
  case municipality = "gemeente"
  case corop
  case province = "provincie"
  case country = "land"
  /// Any other grouping of municipalities: RES, labour-market region, a region drawn by the user.
  case grouping = "groepering"

  /// Order from small to large among regions that hold the same municipalities.
  var extent: Int {
    let order: [RegionLevel] = [.municipality, .grouping, .corop, .province, .country]
    return order.firstIndex(of: self)!
  }

  public var label: LocalizedText {
    switch self {
    case .municipality: LocalizedText(nl: "gemeente", en: "municipality")
    case .corop: LocalizedText(nl: "COROP-gebied", en: "COROP area")
    case .province: LocalizedText(nl: "provincie", en: "province")
    case .country: LocalizedText(nl: "land", en: "country")
    case .grouping: LocalizedText(nl: "groepering", en: "grouping")
    }
  }
}

/// A region — *regio*: municipality, COROP area, province, country or free grouping.
public struct Region: Sendable, Hashable, Identifiable {
  public let code: RegionCode
  public let name: String
  public let level: RegionLevel
  /// Regions this one lies in: for a municipality its COROP area, province and groupings.
  public let parents: [RegionCode]
  public let population: Int?
  public let landArea: GrossHectares?
  /// A point in the region, RD New.
  public let point: Point?
  /// Boundary in RD New; nil where none was imported or drawn.
  public let boundary: MultiPolygon?
  /// True when the boundary was drawn from Voronoi cells and is not a real border.
  public let boundaryIsSynthetic: Bool
  public let origin: Origin

  public var id: RegionCode { code }

  public init(
    code: RegionCode, name: String, level: RegionLevel, parents: [RegionCode] = [], population: Int? = nil,
    landArea: GrossHectares? = nil, point: Point? = nil, boundary: MultiPolygon? = nil,
    boundaryIsSynthetic: Bool = false, origin: Origin
  ) throws(InvalidRecord) {
    try InvalidRecord.check([
      InvalidRecord.empty("regiocode", code.text), InvalidRecord.empty("naam", name),
      InvalidRecord.negative("landoppervlak", landArea),
    ])
    self.code = code
    self.name = name
    self.level = level
    self.parents = parents
    self.population = population
    self.landArea = landArea
    self.point = point
    self.boundary = boundary
    self.boundaryIsSynthetic = boundaryIsSynthetic
    self.origin = origin
  }
}

extension Region {
  /// The region with a real boundary.
  public func bounded(by boundary: MultiPolygon, origin: Origin) throws(InvalidRecord) -> Region {
    try Region(
      code: code, name: name, level: level, parents: parents, population: population, landArea: landArea, point: point,
      boundary: boundary, boundaryIsSynthetic: false, origin: origin)
  }
}
