import Quantities
import WorkLocations

/// Business-park land of a region through the years, brought to the register's municipalities — *bodemgebruikreeks*.
struct LandUseSeries {
  private let register: Register

  init(_ register: Register) { self.register = register }

  /// One point a year, ascending: the statistics' own figure of the region where there is one, else the sum of its
  /// municipalities, with those of earlier divisions brought forward by the merger table.
  func points(of region: RegionCode) -> [LandUsePoint] {
    let byYear = Dictionary(grouping: register.records.landUse, by: \.year)
    return byYear.keys.sorted().compactMap { point(of: region, year: $0, observations: byYear[$0] ?? []) }
  }

  private func point(of region: RegionCode, year: Int, observations: [LandUseObservation]) -> LandUsePoint? {
    if let own = observations.first(where: { $0.region == region }) {
      return LandUsePoint(year: year, businessPark: own.businessPark, isSynthetic: register.isSynthetic(own.origin))
    }
    let inside = Set(register.regions.municipalities(in: region))
    let parts = observations.filter { $0.region.level == .municipality }
      .map { ($0, share(of: $0.region, year: year, in: inside)) }
      .filter { $0.1 > 0 }
    guard !parts.isEmpty else { return nil }
    return LandUsePoint(
      year: year, businessPark: parts.map { $0.0.businessPark * $0.1 }.total(),
      isSynthetic: parts.contains { register.isSynthetic($0.0.origin) })
  }

  private func share(of municipality: RegionCode, year: Int, in inside: Set<RegionCode>) -> Double {
    register.mergers.successors(of: municipality, from: year, to: register.referenceDate.year)
      .filter { inside.contains($0.code) }.reduce(0) { $0 + $1.share }
  }
}
