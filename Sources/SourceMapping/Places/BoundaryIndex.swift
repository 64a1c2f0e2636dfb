import PlaneGeometry
import WorkLocations

/// Real municipal boundaries, ready for the question in which one something lies.
struct BoundaryIndex {
  private struct Entry: Sendable {
    let code: RegionCode
    let area: PreparedArea
  }

  private let index: SpatialIndex<Entry>

  /// - Returns: nil when the register has no real municipal boundaries; drawn ones prove nothing.
  init?(_ regions: RegionTable) {
    let entries = regions.regions(at: .municipality).compactMap { region in
      region.boundaryIsSynthetic ? nil : region.boundary.map { Entry(code: region.code, area: PreparedArea($0)) }
    }
    guard !entries.isEmpty else { return nil }
    index = SpatialIndex(entries) { $0.area.boundingBox }
  }

  func municipality(at point: Point) -> RegionCode? {
    index.elements(intersecting: BoundingBox(point)).first { $0.area.contains(point) }?.code
  }

  /// The municipalities an area lies in with its share in each, the largest first. An area with all corners in one
  /// municipality counts as lying in it.
  func shares(of area: MultiPolygon) -> [(code: RegionCode, share: Double)] {
    let candidates = index.elements(intersecting: area.boundingBox)
    if let whole = candidates.first(where: { Self.holds($0.area, area) }) { return [(whole.code, 1)] }
    let total = area.area
    let shares = candidates.compactMap { entry -> (code: RegionCode, share: Double)? in
      guard let common = try? area.intersectionArea(with: entry.area.area), common > 0 else { return nil }
      return (entry.code, common / total)
    }
    return shares.sorted { ($1.share, $0.code) < ($0.share, $1.code) }
  }

  private static func holds(_ municipality: PreparedArea, _ area: MultiPolygon) -> Bool {
    area.polygons.allSatisfy { $0.exterior.allSatisfy(municipality.contains) }
  }
}
