import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// All demand lines of a region, in a fixed order: sectors by location type, withdrawals, add-ons.
  func amounts(of region: RegionCode, scenario: String, horizon: Int) -> [Amount] {
    let coefficients = coefficients(for: region)
    return expansion(region, scenario, horizon, coefficients) + replacement(region, horizon, coefficients)
      + additional(region, scenario, horizon, coefficients)
  }

  private func expansion(
    _ region: RegionCode, _ scenario: String, _ horizon: Int, _ coefficients: RegionCoefficients
  ) -> [Amount] {
    coefficients.sectors.flatMap { sector in
      LocationType.workLocations.map { type in
        let change = area(region, sector, type, scenario, horizon) - area(region, sector, type, scenario, startYear)
        let line = DemandLine(
          component: .expansion(sector: sector.sector.id, locationType: type), sectorGroup: sector.sector.group,
          net: change, gross: change.gross(publicShare: coefficients.publicShare[type]!.value))
        return Amount(line: line, profile: sector.profiles[type]!)
      }
    }
  }

  /// Net land of a sector on a location type: jobs × P × Q / 10 000, ha net.
  func area(
    _ region: RegionCode, _ sector: SectorCoefficients, _ type: LocationType, _ scenario: String, _ year: Int
  ) -> NetHectares {
    let jobs = Jobs(jobs(region, sector, scenario, year) * preference(region, sector, type, scenario, year))
    return jobs.land(at: LandPerJob(landPerJob(sector, type, year)))
  }

  /// Jobs of a sector in a year: the user's forecast where there is one, else the base year's jobs × growth.
  func jobs(_ region: RegionCode, _ sector: SectorCoefficients, _ scenario: String, _ year: Int) -> Double {
    let base = economy.jobs(region, sector.sector.id)
    let forecast = economy.forecast(region, sector.sector.id, scenario)
    let known = [(year: economy.baseYear, jobs: base)] + forecast.filter { $0.year > economy.baseYear }
    guard let before = known.last(where: { $0.year <= year }) else { return base }
    if let after = known.first(where: { $0.year > year }) {
      return Self.interpolated(before, after, at: year)
    }
    return before.jobs * (sector.growth[scenario]?.factor(from: before.year, to: year) ?? 1)
  }

  /// Share of a sector's jobs in the region that sits on a location type in a year, at most 1.
  func preference(
    _ region: RegionCode, _ sector: SectorCoefficients, _ type: LocationType, _ scenario: String, _ year: Int
  ) -> Double {
    let drift = 1 + sector.preferenceDrift.value * Double(year - startYear)
    return min(1, sector.preference[type]!.value * concentration(region, sector, type) * drift)
  }

  /// Q in a year: Q × (1 + q × years since the start), m² per job.
  func landPerJob(_ sector: SectorCoefficients, _ type: LocationType, _ year: Int) -> Double {
    sector.landPerJob[type]!.value * (1 + sector.landPerJobDrift.value * Double(year - startYear))
  }

  /// How many times the national preference for seaports holds in a region: its share of seaport land over its share of
  /// the sector's jobs; 1 for other types.
  func concentration(_ region: RegionCode, _ sector: SectorCoefficients, _ type: LocationType) -> Double {
    guard type == .seaport else { return 1 }
    let land = share(economy.stock(region, type), of: economy.stockInCountry(type))
    let jobs = share(economy.jobs(region, sector.sector.id), of: economy.jobsInCountry(sector.sector.id))
    return jobs > 0 ? land / jobs : 0
  }

  func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? part / whole : 0 }

  private static func interpolated(
    _ before: (year: Int, jobs: Double), _ after: (year: Int, jobs: Double), at year: Int
  ) -> Double {
    let way = Double(year - before.year) / Double(after.year - before.year)
    return before.jobs + (after.jobs - before.jobs) * way
  }
}
