import PlaneGeometry
import WorkLocations

/// Which markets lie around another, and how near — *buurregio's*.
///
/// Markets are neighbours when boundaries of their municipalities share an edge. Where boundaries are missing they are when the
/// distance is at most twice that to the nearest market. Nearness is one over the distance in kilometres between the mean
/// points of the municipalities, which for boundaries without a point are their centroids.
struct MarketNeighbours {
  private let centres: [RegionCode: Point]
  private let adjacent: [RegionCode: Set<RegionCode>]

  init(_ table: RegionTable, markets: [RegionCode]) {
    var centres: [RegionCode: Point] = [:]
    for market in markets { centres[market] = Self.centre(of: market, table) }
    self.centres = centres
    adjacent = Self.adjacent(table, markets)
  }

  /// Whether any market has a place at all.
  var knowsPlaces: Bool { !centres.isEmpty }

  /// The neighbours of a market in the order of their codes, with one over their distance, 1/km.
  func around(_ market: RegionCode) -> [(region: RegionCode, nearness: Double)] {
    guard let centre = centres[market] else { return [] }
    let distances = centres.filter { $0.key != market }.mapValues { max(1, $0.distance(to: centre) / Self.kilometre) }
    let near = adjacent[market] ?? Self.nearby(distances)
    return distances.filter { near.contains($0.key) }.map { ($0.key, 1 / $0.value) }.sorted { $0.region < $1.region }
  }

  private static let kilometre = 1000.0

  private static func nearby(_ distances: [RegionCode: Double]) -> Set<RegionCode> {
    let limit = 2 * (distances.values.min() ?? 0)
    return Set(distances.filter { $0.value <= limit }.keys)
  }

  private static func centre(of market: RegionCode, _ table: RegionTable) -> Point? {
    let points = table.municipalities(in: market).compactMap { code in
      table[code].flatMap { $0.point ?? $0.boundary?.centroid }
    }
    guard !points.isEmpty else { return nil }
    let count = Double(points.count)
    return Point(x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
  }

  /// A vertex to the decimetre: boundaries of one division share their vertices, a corner is one and an edge two of them.
  private struct Vertex: Hashable {
    let x: Int
    let y: Int

    init(_ point: Point) {
      x = Int((point.x * Self.perMetre).rounded())
      y = Int((point.y * Self.perMetre).rounded())
    }

    private static let perMetre = 10.0
  }

  private static func adjacent(_ table: RegionTable, _ markets: [RegionCode]) -> [RegionCode: Set<RegionCode>] {
    var owners: [Vertex: Set<RegionCode>] = [:]
    for market in markets {
      for boundary in table.municipalities(in: market).compactMap({ table[$0]?.boundary }) {
        for point in boundary.polygons.flatMap({ $0.rings.joined() }) {
          owners[Vertex(point), default: []].insert(market)
        }
      }
    }
    var shared: [RegionCode: [RegionCode: Int]] = [:]
    for group in owners.values where group.count > 1 {
      for one in group {
        for other in group where other != one { shared[one, default: [:]][other, default: 0] += 1 }
      }
    }
    return shared.mapValues { Set($0.filter { $0.value > 1 }.keys) }.filter { !$0.value.isEmpty }
  }
}
