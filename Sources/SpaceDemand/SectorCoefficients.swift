import Provenance
import Quantities
import WorkLocations

/// The parameters of one sector in one region — *kengetallen*.
struct SectorCoefficients: Sendable {
  let sector: Sector
  /// Growth of jobs per scenario.
  let growth: [String: JobGrowth]
  /// Location-type preference P and land per job Q at the reference date — *locatietypevoorkeur, terreinquotiënt*.
  let preference: [LocationType: ParameterReading]
  let landPerJob: [LocationType: ParameterReading]
  let preferenceDrift: ParameterReading
  let landPerJobDrift: ParameterReading
  let profiles: [LocationType: SegmentProfile]

  /// Reads what one sector needs; problems go to `missing`, so that all are reported at once.
  init?(
    _ sector: Sector, scenarios: [String], regions: [String], reader: inout ParameterReader,
    missing: inout [ParameterError]
  ) {
    do {
      growth = try Self.growth(sector, scenarios, regions, &reader)
      preference = try Self.perType("demand/location-preference", sector, regions, &reader)
      landPerJob = try Self.perType("demand/land-per-job", sector, regions, &reader)
      preferenceDrift = try reader.read("demand/location-preference-drift", sector.id, regions: regions)
      landPerJobDrift = try reader.read("demand/land-per-job-drift", sector.id, regions: regions)
      profiles = try Self.profiles(sector, regions, &reader)
      self.sector = sector
    } catch {
      missing.append(error)
      return nil
    }
  }

  private static func growth(
    _ sector: Sector, _ scenarios: [String], _ regions: [String], _ reader: inout ParameterReader
  ) throws(ParameterError) -> [String: JobGrowth] {
    var growth: [String: JobGrowth] = [:]
    for scenario in scenarios {
      let timeline = try reader.readTimeline("demand/job-growth", "\(scenario)/\(sector.id)", regions: regions)
      growth[scenario] = JobGrowth(timeline: timeline)
    }
    return growth
  }

  private static func perType(
    _ key: String, _ sector: Sector, _ regions: [String], _ reader: inout ParameterReader
  ) throws(ParameterError) -> [LocationType: ParameterReading] {
    var readings: [LocationType: ParameterReading] = [:]
    for type in LocationType.workLocations {
      readings[type] = try reader.read(key, "\(sector.id)/\(type.rawValue)", regions: regions)
    }
    return readings
  }

  private static func profiles(
    _ sector: Sector, _ regions: [String], _ reader: inout ParameterReader
  ) throws(ParameterError) -> [LocationType: SegmentProfile] {
    let sizes = try PlotSizeClass.shares(of: sector.group, regions, &reader)
    var categories: [CategoryClass: Double] = [:]
    for category in CategoryClass.allCases {
      let member = "\(sector.id)/\(category.rawValue)"
      categories[category] = try reader.read("segments/category-share", member, regions: regions).value
    }
    var profiles: [LocationType: SegmentProfile] = [:]
    let quay = try reader.read("segments/seaport-water-share", regions: regions).value
    let inland = try reader.read("segments/water-share", sector.id, regions: regions).value
    for type in LocationType.workLocations {
      let water = type == .seaport ? quay : inland
      profiles[type] = SegmentProfile(sizes: sizes, categories: categories, waterShare: water)
    }
    return profiles
  }
}

extension PlotSizeClass {
  /// Share of a sector group's demand per plot-size class, parameter `segments/size-share`.
  static func shares(of group: String, _ regions: [String], _ reader: inout ParameterReader) throws(ParameterError)
    -> [PlotSizeClass: Double]
  {
    var shares: [PlotSizeClass: Double] = [:]
    for size in allCases {
      shares[size] = try reader.read("segments/size-share", "\(group)/\(size.rawValue)", regions: regions).value
    }
    return shares
  }
}
