import Provenance
import Quantities
import WorkLocations

/// What the land of a sector on a location type is the product of, with the way to each — *factoren van het terrein*:
/// jobs × preference × concentration × land per job / 10 000.
package struct LandFactors {
  package let sector: Sector
  package let type: LocationType
  package let jobs: Explanation
  package let preference: Explanation
  package let concentration: Explanation
  /// m² per job.
  package let landPerJob: Explanation
  /// Part of the land that falls in a class.
  package let share: (SpaceClass) -> Explanation?
}

extension DemandModel {
  /// The factors of every sector and location type of a region in a year, in the order of both.
  package func factors(in region: RegionCode, scenario: String, year: Int) -> [LandFactors] {
    let item = demandCase(region, scenario, year)
    return item.coefficients.uses.map { use in
      let sector = item.coefficients.sectors[use.sector]
      return LandFactors(
        sector: sector.sector, type: use.type, jobs: jobs(item, sector, year),
        preference: preference(sector, use.type, year), concentration: concentration(region, sector, use.type),
        landPerJob: landPerJob(sector, use.type, year), share: { sector.shares[use.type]?.share(of: $0) })
    }
  }
}
