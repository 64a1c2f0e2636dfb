import Provenance
import Quantities

/// Land that leaves the stock in a planned year — *onttrekking* (transformation to housing, nature, infrastructure).
public struct Withdrawal: Sendable, Codable, Hashable, Identifiable {
  public let id: String
  public let name: String
  public let municipality: RegionCode
  public let park: RINNumber?
  public let year: Int
  public let area: NetHectares
  public let maximumCategory: EnvironmentalCategory?
  public let isWaterBound: Bool
  /// Share of the area that must return elsewhere; nil takes the parameter `demand/replacement-return-share`.
  public let returningShare: Double?
  /// Large housing area that causes it, if any.
  public let housingArea: String?
  public let origin: Origin

  public init(
    id: String, name: String, municipality: RegionCode, park: RINNumber? = nil, year: Int, area: NetHectares,
    maximumCategory: EnvironmentalCategory? = nil, isWaterBound: Bool = false, returningShare: Double? = nil,
    housingArea: String? = nil, origin: Origin
  ) throws(InvalidRecord) {
    try InvalidRecord.check([
      InvalidRecord.empty("onttrekking_id", id), InvalidRecord.empty("gemeentecode", municipality.text),
      InvalidRecord.negative("oppervlakte", area), Self.outsideShare(returningShare),
    ])
    self.id = id
    self.name = name
    self.municipality = municipality
    self.park = park
    self.year = year
    self.area = area
    self.maximumCategory = maximumCategory
    self.isWaterBound = isWaterBound
    self.returningShare = returningShare
    self.housingArea = housingArea
    self.origin = origin
  }

  private static func outsideShare(_ share: Double?) -> InvalidRecord.Problem? {
    guard let share, !(0...1).contains(share) else { return nil }
    return InvalidRecord.Problem(
      field: "terugkerend_aandeel", value: String(share),
      message: LocalizedText(nl: "moet tussen 0 en 1 liggen", en: "must lie between 0 and 1"))
  }
}
