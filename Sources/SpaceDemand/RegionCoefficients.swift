import Provenance
import Quantities
import WorkLocations

/// The parameters of all sectors in one region, and those that no sector owns.
struct RegionCoefficients: Sendable {
  let sectors: [SectorCoefficients]
  /// Share of a withdrawal that returns, and land per job at the new site over the old one.
  let returnShare: ParameterReading
  let densityRatio: ParameterReading
  /// Share of the gross area that is public space, per location type.
  let publicShare: [LocationType: ParameterReading]
  /// Share of each sector group's demand per plot-size class.
  let sizes: [String: [PlotSizeClass: ParameterReading]]
  /// Category taken where a withdrawal names none.
  let unknownCategory: ParameterReading

  /// - Parameter regions: the region and those around it, the most specific first.
  /// - Throws: `DemandError` with every parameter that is missing.
  init(
    classification: SectorClassification, scenarios: [String], regions: [String], reader: inout ParameterReader
  ) throws(DemandError) {
    var region = RegionReader(reader, regions: regions)
    sectors = classification.sectors.map { SectorCoefficients($0, scenarios: scenarios, reader: &region) }
    returnShare = region.read("demand/replacement-return-share")
    densityRatio = region.read("demand/replacement-density-ratio")
    unknownCategory = region.read("supply/unknown-category")
    publicShare = region.perType { $1.read("demand/public-share", $0.rawValue) }
    sizes = region.perKey(classification.groups.map(\.id)) { $1.sizes(of: $0) }
    reader = try region.finish()
  }
}
