import Quantities
import WorkLocations

/// How the land of a park divides over sector groups: as the jobs of its COROP area take land of that kind — *sectormix*.
struct SectorMixes: Sendable {
  /// Areas whose jobs are not known, by code; their parks get the mix of the country.
  let without: [RegionCode]
  private let byArea: [RegionCode: [LocationType: [Double]]]
  private let country: [LocationType: [Double]]
  private let regions: RegionTable

  init(_ register: Register, sectors: SectorClassification, landPerJob: [LocationType: [String: Double]]) {
    regions = register.regions
    let jobs = Self.jobs(register)
    func mixes(_ jobs: [String: Double]) -> [LocationType: [Double]] {
      landPerJob.mapValues { Self.mix(jobs, sectors, $0) }
    }
    byArea = jobs.mapValues(mixes)
    var all: [String: Double] = [:]
    for (_, own) in jobs.sorted(by: { $0.key < $1.key }) { all.merge(own) { $0 + $1 } }
    country = mixes(all)
    let areas = Set(register.parks.compactMap { register.regions.corop(of: $0.municipality) })
    without = areas.filter { jobs[$0] == nil }.sorted()
  }

  /// Shares per sector group that sum to 1.
  func mix(in municipality: RegionCode, _ type: LocationType) -> [Double] {
    regions.corop(of: municipality).flatMap { byArea[$0]?[type] } ?? country[type] ?? []
  }

  private static func mix(_ jobs: [String: Double], _ sectors: SectorClassification, _ land: [String: Double])
    -> [Double]
  {
    let parts = sectors.groups.map { group in
      sectors.sectors.filter { $0.group == group.id }.reduce(0) { $0 + (jobs[$1.id] ?? 0) * (land[$1.id] ?? 0) }
    }
    let sum = parts.reduce(0, +)
    return parts.map { sum > 0 ? $0 / sum : 1 / Double(parts.count) }
  }

  /// Observed jobs of the latest year per COROP area and sector: its own rows, else those of its municipalities.
  private static func jobs(_ register: Register) -> [RegionCode: [String: Double]] {
    let observed = register.records.jobs.filter { $0.scenario == nil && $0.year <= register.referenceDate.year }
    let year = observed.map(\.year).max()
    var own: [RegionCode: [String: Double]] = [:]
    var summed: [RegionCode: [String: Double]] = [:]
    for count in observed where count.year == year {
      if register.regions[count.region]?.level == .corop {
        own[count.region, default: [:]][count.sector, default: 0] += count.jobs.value
      } else if let area = register.regions.corop(of: count.region) {
        summed[area, default: [:]][count.sector, default: 0] += count.jobs.value
      }
    }
    return summed.merging(own) { $1 }
  }
}
