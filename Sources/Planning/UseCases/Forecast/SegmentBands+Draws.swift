import Quantities
import Uncertainty
import WorkLocations

extension SegmentBands {
  /// - Parameters:
  ///   - demand: of the class, per draw, ha net.
  ///   - shortage: what the matching leaves unserved, per draw, ha net.
  init(
    region: RegionCode, scenario: String, horizon: Int, space: SpaceClass, demand: [Double], centre: Double,
    shortage: [Double], risk: Double
  ) {
    let moments = SampleMoments(demand)
    let short = shortage.count { $0 > NetHectares.negligible.value }
    self.init(
      region: region, scenario: scenario, horizon: horizon, spaceClass: space,
      demand: Band(
        centre: centre, quantiles: Quantiles.of(demand, at: ForecastDraws.levels), mean: moments.mean,
        standardError: moments.standardError),
      shortage: Chance(short, of: shortage.count), meanShortage: NetHectares(SampleMoments(shortage).mean),
      landForRisk: NetHectares(Quantiles.of(shortage, at: [1 - risk])[0]))
  }
}
