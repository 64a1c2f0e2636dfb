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
  let sizes: [String: [PlotSizeClass: Double]]
  /// Category taken where a withdrawal names none.
  let unknownCategory: ParameterReading

  /// - Parameter regions: the region and those around it, the most specific first.
  init(
    classification: SectorClassification, scenarios: [String], regions: [String], reader: inout ParameterReader
  ) throws(DemandError) {
    var missing: [ParameterError] = []
    sectors = classification.sectors.compactMap {
      SectorCoefficients($0, scenarios: scenarios, regions: regions, reader: &reader, missing: &missing)
    }
    guard missing.isEmpty else { throw DemandError(missing) }
    do {
      returnShare = try reader.read("demand/replacement-return-share", regions: regions)
      densityRatio = try reader.read("demand/replacement-density-ratio", regions: regions)
      unknownCategory = try reader.read("supply/unknown-category", regions: regions)
      publicShare = try Self.publicShares(regions, &reader)
      sizes = try Self.sizes(classification.groups, regions, &reader)
    } catch {
      throw DemandError([error])
    }
  }

  private static func publicShares(_ regions: [String], _ reader: inout ParameterReader) throws(ParameterError)
    -> [LocationType: ParameterReading]
  {
    var shares: [LocationType: ParameterReading] = [:]
    for type in LocationType.workLocations {
      shares[type] = try reader.read("demand/public-share", type.rawValue, regions: regions)
    }
    return shares
  }

  private static func sizes(_ groups: [SectorGroup], _ regions: [String], _ reader: inout ParameterReader)
    throws(ParameterError) -> [String: [PlotSizeClass: Double]]
  {
    var sizes: [String: [PlotSizeClass: Double]] = [:]
    for group in groups { sizes[group.id] = try PlotSizeClass.shares(of: group.id, regions, &reader) }
    return sizes
  }
}
