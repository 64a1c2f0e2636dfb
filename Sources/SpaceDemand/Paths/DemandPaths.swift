import Provenance
import Quantities
import WorkLocations

/// The demand of market regions year by year, taken apart into what it is made of — *ramingspaden*.
///
/// The same formulas as `DemandModel.demand`, before they are added up: what draws each part at random
/// (Documentation/Methods/onzekerheid.md) needs the parts. All arrays are flat, the last index runs fastest.
package struct DemandPaths: Sendable {
  package let startYear: Int
  /// Years in each path, the start year included.
  package let years: Int
  package let sectors: [Sector]
  package let types: [LocationType]
  package let addOns: [AddOn]
  package let regions: [RegionPath]
  /// Coefficients of the regions; those without values of their own share the first set.
  package let coefficients: [CoefficientPath]
}

/// The paths of one market region.
package struct RegionPath: Sendable {
  package let region: RegionCode
  /// Position of the region's coefficients in `DemandPaths.coefficients`.
  package let coefficientSet: Int
  /// Jobs per sector and year.
  package let jobs: [Double]
  /// How many times the national preference holds, per sector and location type.
  package let concentration: [Double]
  /// Net land of withdrawals that returns, ha per year, summed from the start.
  package let replacement: [Double]
  /// The same per year and class of land.
  package let replacementByClass: [Double]
  /// Net land of add-ons, ha per add-on and year, summed from the start.
  package let addOns: [Double]
}

/// Coefficients of sectors through the years, with the readings whose bands say how sure they are.
package struct CoefficientPath: Sendable {
  /// Share of the jobs, before the limit of 1, per sector, location type and year.
  package let preference: [Double]
  /// Net land per job, m², per sector, location type and year.
  package let landPerJob: [Double]
  /// Share of each class of land, per sector, location type and class.
  package let classShares: [Double]
  /// Per sector, in the order of `DemandPaths.sectors`.
  package let readings: [SectorReadings]
  package let returnShare: ParameterReading
  package let densityRatio: ParameterReading
}

/// The readings behind a sector's coefficients.
package struct SectorReadings: Sendable {
  package let growth: RateTimeline
  package let preference: [LocationType: ParameterReading]
  package let landPerJob: [LocationType: ParameterReading]
  package let preferenceDrift: RateTimeline
  package let landPerJobDrift: RateTimeline
}

extension RateTimeline {
  /// The mean yearly rate over a period and the means of its low and high values, by years.
  package func meanBand(from start: Int, to end: Int) -> (low: Double, value: Double, high: Double) {
    let stretches = stretches(from: start, to: end)
    let years = Double(max(1, stretches.reduce(0) { $0 + $1.years }))
    func mean(_ part: (DatedValue) -> Double) -> Double {
      stretches.reduce(0) { $0 + part($1.rate.dated) * Double($1.years) } / years
    }
    return (mean(\.low), mean(\.value), mean(\.high))
  }
}
