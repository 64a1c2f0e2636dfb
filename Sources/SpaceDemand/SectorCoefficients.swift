import Provenance
import Quantities
import WorkLocations

/// The parameters of one sector in one region — *kengetallen*. A class, because every formula of a run is handed one.
final class SectorCoefficients: Sendable {
  let sector: Sector
  /// Growth of jobs per scenario.
  let growth: [String: RateTimeline]
  /// Location-type preference P and land per job Q at the reference date — *locatietypevoorkeur, terreinquotiënt*.
  let preference: [LocationType: ParameterReading]
  let landPerJob: [LocationType: ParameterReading]
  let preferenceDrift: RateTimeline
  let landPerJobDrift: RateTimeline
  let shares: [LocationType: SegmentShares]
  let profiles: [LocationType: SegmentProfile]

  init(_ sector: Sector, scenarios: [String], reader: inout RegionReader) {
    self.sector = sector
    growth = reader.perKey(scenarios) { RateTimeline(readings: $1.timeline("demand/job-growth", "\($0)/\(sector.id)")) }
    preference = reader.perType { $1.read("demand/location-preference", "\(sector.id)/\($0.rawValue)") }
    landPerJob = reader.perType { $1.read("demand/land-per-job", "\(sector.id)/\($0.rawValue)") }
    preferenceDrift = RateTimeline(readings: reader.timeline("demand/location-preference-drift", sector.id))
    landPerJobDrift = RateTimeline(readings: reader.timeline("demand/land-per-job-drift", sector.id))
    let shares = SegmentShares.perType(of: sector, &reader)
    self.shares = shares
    profiles = shares.mapValues(\.profile)
  }
}

/// The shares by which a sector's demand on a location type spreads over classes of land — *segmentaandelen*.
struct SegmentShares: Sendable {
  let sizes: [PlotSizeClass: ParameterReading]
  let categories: [CategoryClass: ParameterReading]
  /// Share that must lie at navigable water.
  let water: ParameterReading

  var profile: SegmentProfile {
    SegmentProfile(
      sizes: sizes.mapValues(\.value), categories: categories.mapValues(\.value), waterShare: water.value)
  }

  static func perType(of sector: Sector, _ reader: inout RegionReader) -> [LocationType: SegmentShares] {
    let sizes = reader.sizes(of: sector.group)
    let categories = reader.perKey(CategoryClass.allCases) {
      $1.read("segments/category-share", "\(sector.id)/\($0.rawValue)")
    }
    let quay = reader.read("segments/seaport-water-share")
    let inland = reader.read("segments/water-share", sector.id)
    return reader.perType { type, _ in
      SegmentShares(sizes: sizes, categories: categories, water: type == .seaport ? quay : inland)
    }
  }

  /// The share of one class: the product of its three shares.
  func share<Figure: Derivation>(of space: SpaceClass) -> Figure {
    let water = Figure.parameter(self.water)
    return .formula(
      .product, .share,
      FormulaName(
        nl: "aandeel van \(space.label.nl)", en: "share of \(space.label.en)", notation: "grootte × categorie × water"),
      [sizes[space.size], categories[space.category]].compactMap { $0.map(Figure.parameter) }
        + [space.water == .wet ? water : .oneMinus(water)])
  }
}
