import Provenance
import Quantities
import WorkLocations

/// The parameters of all sectors in one region, and those that no sector owns. A class, because many regions share one.
final class RegionCoefficients: Sendable {
  let sectors: [SectorCoefficients]
  /// Share of a withdrawal that returns, and land per job at the new site over the old one.
  let returnShare: ParameterReading
  let densityRatio: ParameterReading
  /// Share of the gross area that is public space, per location type.
  let publicShare: [LocationType: ParameterReading]
  /// Category taken where a withdrawal names none.
  let unknownCategory: ParameterReading
  /// Every sector on every location type, in the order of both.
  let uses: [SectorUse]
  /// Share of demand per plot-size class, one for each sector group in their order.
  private let sizes: [[PlotSizeClass: ParameterReading]]
  /// By class of withdrawn land, one for each sector group.
  private let withdrawn: [WithdrawnLand: [SegmentProfile]]

  /// - Parameter regions: the region and those around it, the most specific first.
  /// - Throws: `DemandError` with every parameter that is missing.
  init(
    classification: SectorClassification, groups: DemandGroups, scenarios: [String], regions: [String],
    reader: inout ParameterReader
  ) throws(DemandError) {
    var region = RegionReader(reader, regions: regions)
    let sectors = classification.sectors.map { SectorCoefficients($0, scenarios: scenarios, reader: &region) }
    returnShare = region.read("demand/replacement-return-share")
    densityRatio = region.read("demand/replacement-density-ratio")
    unknownCategory = region.read("supply/unknown-category")
    let publicShare = region.perType { $1.read("demand/public-share", $0.rawValue) }
    sizes = classification.groups.map { region.sizes(of: $0.id) }
    withdrawn = WithdrawnLand.profiles(sizes.map { $0.mapValues(\.value) })
    uses = sectors.indices.flatMap { sector in
      LocationType.workLocations.map {
        SectorUse(
          sectors[sector], at: sector, $0, group: groups.place(of: sectors[sector].sector.group),
          issuable: Self.issuable(publicShare[$0]))
      }
    }
    self.sectors = sectors
    self.publicShare = publicShare
    reader = try region.finish()
  }

  /// How land that must return spreads over classes of land, one profile for each sector group in their order.
  func profiles(of withdrawal: Withdrawal) -> [SegmentProfile] { withdrawn[land(of: withdrawal)] ?? [] }

  /// The share of one class with the way to it; nil where the land is of another category or not at the water.
  func share(of space: SpaceClass, in withdrawal: Withdrawal, group: Int) -> Explanation? {
    guard WithdrawnLand(category: space.category, water: space.water) == land(of: withdrawal) else { return nil }
    return sizes[group][space.size].map(Explanation.init)
  }

  private func land(of withdrawal: Withdrawal) -> WithdrawnLand {
    let category = withdrawal.maximumCategory?.main ?? Int(unknownCategory.value)
    return WithdrawnLand(
      category: CategoryClass(mainCategory: category), water: withdrawal.isWaterBound ? .wet : .dry)
  }
}

/// One sector on one location type: what its line of demand is made of.
struct SectorUse: Sendable {
  /// Position among the sectors.
  let sector: Int
  let type: LocationType
  let component: DemandLine.Component
  /// The sector's group and its place among the groups.
  let sectorGroup: String
  let group: Int
  let profile: SegmentProfile
  /// Part of the gross area that is plots.
  let issuable: Double

  init(_ coefficients: SectorCoefficients, at sector: Int, _ type: LocationType, group: Int, issuable: Double) {
    self.sector = sector
    self.group = group
    self.type = type
    self.issuable = issuable
    component = .expansion(sector: coefficients.sector.id, locationType: type)
    sectorGroup = coefficients.sector.group
    profile = coefficients.profiles[type]!
  }
}

/// What withdrawn land could host, as far as it says how the demand for it spreads.
private struct WithdrawnLand: Hashable, Sendable {
  let category: CategoryClass
  let water: WaterAccess

  /// - Parameter sizes: share of demand per plot-size class, one for each sector group.
  static func profiles(_ sizes: [[PlotSizeClass: Double]]) -> [WithdrawnLand: [SegmentProfile]] {
    var profiles: [WithdrawnLand: [SegmentProfile]] = [:]
    for category in CategoryClass.allCases {
      for water in WaterAccess.allCases {
        profiles[WithdrawnLand(category: category, water: water)] = sizes.map {
          SegmentProfile(sizes: $0, category: category, water: water)
        }
      }
    }
    return profiles
  }
}
