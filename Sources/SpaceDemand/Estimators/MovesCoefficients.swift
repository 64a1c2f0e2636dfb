import Provenance
import Quantities
import WorkLocations

/// The parameters of the moves estimator in one region — *kengetallen van de verhuisraming*.
struct MovesCoefficients: Sendable {
  let relocationRate: ParameterReading
  let newSettlementRate: ParameterReading
  /// Share of the land that movers leave which is used again by movers of the region.
  let reuseShare: ParameterReading
  let landPerEmployee: [String: ParameterReading]
  /// Share of a sector's jobs on business parks: which employees are relevant.
  let relevantShare: [String: ParameterReading]

  init(classification: SectorClassification, regions: [String], reader: inout ParameterReader) throws(DemandError) {
    var region = RegionReader(reader, regions: regions)
    relocationRate = region.read("estimators/relocation-rate")
    newSettlementRate = region.read("estimators/new-settlement-rate")
    reuseShare = region.read("estimators/moves-reuse-share")
    landPerEmployee = region.perKey(classification.groups.map(\.id)) { $1.read("estimators/land-per-employee", $0) }
    relevantShare = region.perKey(classification.sectors.map(\.id)) {
      $1.read("demand/location-preference", "\($0)/\(LocationType.businessPark.rawValue)")
    }
    reader = try region.finish()
  }

  private init(_ other: Self, _ side: BandSide) {
    relocationRate = other.relocationRate.at(side)
    newSettlementRate = other.newSettlementRate.at(side)
    reuseShare = other.reuseShare.at(side == .low ? .high : .low)
    landPerEmployee = other.landPerEmployee.mapValues { $0.at(side) }
    relevantShare = other.relevantShare.mapValues { $0.at(side) }
  }

  /// Every parameter at the border of its own band that makes the need lowest or highest: more reuse means less need.
  func at(_ side: BandSide?) -> MovesCoefficients { side.map { MovesCoefficients(self, $0) } ?? self }
}

extension ParameterReading {
  /// The same reading at a border of its band.
  package func at(_ side: BandSide) -> ParameterReading {
    ParameterReading(key: key, member: member, label: label, unit: unit, dated: dated.at(side == .low ? .low : .high))
  }
}
