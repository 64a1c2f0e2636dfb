import Provenance
import Quantities
import WorkLocations

/// Demand outside the trend, as a named line — *aanvullende vraag* (large logistics, circular, energy, port).
public struct AddOn: Sendable, Codable, Hashable, Identifiable {
  /// How a national amount is divided over regions.
  public enum Allocation: Sendable, Codable, Hashable {
    /// By net area of the parks of the add-on's location type.
    case netStock
    /// By jobs in the named sectors.
    case jobs(sectors: [String])
    /// The amount is of one region.
    case region(RegionCode)
  }

  public let id: String
  public let label: LocalizedText
  /// Net hectares a year per scenario; a scenario that is not named takes nothing.
  public let amountPerYear: [String: DatedValue]
  public let firstYear: Int
  public let lastYear: Int
  public let locationType: LocationType
  public let sectorGroup: String
  public let profile: SegmentProfile
  /// Year from which the land comes free again, for a temporary need; nil for a lasting one.
  public let returnsFrom: Int?
  public let allocation: Allocation
  public let note: LocalizedText?

  public init(
    id: String, label: LocalizedText, amountPerYear: [String: DatedValue], firstYear: Int, lastYear: Int,
    locationType: LocationType, sectorGroup: String, profile: SegmentProfile, returnsFrom: Int? = nil,
    allocation: Allocation, note: LocalizedText? = nil
  ) {
    self.id = id
    self.label = label
    self.amountPerYear = amountPerYear
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.locationType = locationType
    self.sectorGroup = sectorGroup
    self.profile = profile
    self.returnsFrom = returnsFrom
    self.allocation = allocation
    self.note = note
  }

  public var isTemporary: Bool { returnsFrom != nil }

  /// Years of the add-on that fall in (`start`, `end`]; none once a temporary need has come free.
  public func years(after start: Int, through end: Int) -> Int {
    if let returnsFrom, end >= returnsFrom { return 0 }
    return max(0, min(end, lastYear) - max(start, firstYear - 1))
  }

  /// The national amount a year as a citable reading; nil when the scenario has none.
  public func reading(in scenario: String) -> ParameterReading? {
    amountPerYear[scenario].map {
      ParameterReading(key: "addons/" + id, member: scenario, label: label, unit: .netHectarePerYear, dated: $0)
    }
  }
}
