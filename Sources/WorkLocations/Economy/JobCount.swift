import Provenance
import Quantities

/// Jobs of one sector in one municipality and year — *banen*. A scenario names a forecast; nil is an observation.
public struct JobCount: Sendable, Codable, Hashable {
  public let region: RegionCode
  public let sector: String
  public let year: Int
  public let scenario: String?
  public let jobs: Jobs
  public let origin: Origin

  public init(region: RegionCode, sector: String, year: Int, scenario: String? = nil, jobs: Jobs, origin: Origin)
    throws(InvalidRecord)
  {
    try InvalidRecord.check([
      InvalidRecord.empty("regiocode", region.text), InvalidRecord.empty("sector", sector),
      InvalidRecord.negative("banen", jobs),
    ])
    self.region = region
    self.sector = sector
    self.year = year
    self.scenario = scenario
    self.jobs = jobs
    self.origin = origin
  }
}

/// Business-park land in a region and year by the definition of the land-use statistics (CBS, BBG class 24) — *bodemgebruik*.
/// Not the net area of the register: always shown with its definition.
public struct LandUseObservation: Sendable, Codable, Hashable {
  public let region: RegionCode
  public let year: Int
  public let businessPark: GrossHectares
  public let origin: Origin

  public init(region: RegionCode, year: Int, businessPark: GrossHectares, origin: Origin) throws(InvalidRecord) {
    try InvalidRecord.check([
      InvalidRecord.empty("regiocode", region.text), InvalidRecord.negative("bedrijventerrein", businessPark),
    ])
    self.region = region
    self.year = year
    self.businessPark = businessPark
    self.origin = origin
  }
}

/// Land issued and bought back in a municipality or park in one year — *uitgifte en terugkoop*.
public struct IssueObservation: Sendable, Codable, Hashable {
  public let municipality: RegionCode
  public let park: RINNumber?
  public let year: Int
  public let issued: NetHectares
  public let boughtBack: NetHectares
  public let origin: Origin

  public init(
    municipality: RegionCode, park: RINNumber? = nil, year: Int, issued: NetHectares, boughtBack: NetHectares = .zero,
    origin: Origin
  ) throws(InvalidRecord) {
    try InvalidRecord.check([
      InvalidRecord.empty("gemeentecode", municipality.text), InvalidRecord.negative("uitgegeven", issued),
      InvalidRecord.negative("teruggekocht", boughtBack),
    ])
    self.municipality = municipality
    self.park = park
    self.year = year
    self.issued = issued
    self.boughtBack = boughtBack
    self.origin = origin
  }
}
