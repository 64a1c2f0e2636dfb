import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// Which markets lie around another, and how near — *buurregio's*.
///
/// Markets are neighbours when boundaries of their municipalities share an edge. Where boundaries are missing they are when the
/// distance is at most twice that to the nearest market. Nearness is one over the distance in kilometres between the mean
/// points of the municipalities, which for boundaries without a point are their centroids.
struct MarketNeighbours {
  /// Municipalities of each market that have a place.
  private let places: [RegionCode: [Place]]
  private let adjacent: [RegionCode: Set<RegionCode>]

  private struct Place {
    let region: Region
    let point: Point
  }

  init(_ table: RegionTable, markets: [RegionCode]) {
    let found = markets.map { market in
      (market, table.municipalities(in: market).compactMap { table[$0].flatMap(Self.place) })
    }
    places = Dictionary(uniqueKeysWithValues: found.filter { !$0.1.isEmpty })
    adjacent = Self.adjacent(table, markets)
  }

  /// Whether any market has a place at all.
  var knowsPlaces: Bool { !places.isEmpty }

  /// The neighbours of a market in the order of their codes.
  func around(_ market: RegionCode) -> [RegionCode] {
    guard places[market] != nil else { return [] }
    let others = places.keys.filter { $0 != market }
    let near =
      adjacent[market]
      ?? Self.nearby(
        Dictionary(uniqueKeysWithValues: others.map { ($0, distance(market, $0)) }))
    return others.filter(near.contains).sorted()
  }

  /// One over the distance, 1/km; only for markets that have a place.
  func nearness<Figure: Derivation>(of market: RegionCode, to other: RegionCode) -> Figure {
    .formula(
      .quotient, .one, FormulaName(nl: "nabijheid", en: "nearness", notation: "1 / afstand"), .one,
      distance(market, other))
  }

  /// Between the mean points of the municipalities, km; at least one.
  private func distance<Figure: Derivation>(_ one: RegionCode, _ other: RegionCode) -> Figure {
    let squares = [Axis.x, .y].map { axis in
      let gap: Figure = .formula(
        .difference, .metre,
        FormulaName(nl: "verschil in \(axis.rawValue)", en: "difference in \(axis.rawValue)", notation: "−"),
        centre(one, axis), centre(other, axis))
      return Figure.formula(
        .product, .one, FormulaName(nl: "kwadraat", en: "square", notation: "verschil²"), gap, gap)
    }
    let metres: Figure = .formula(
      .power, .metre, FormulaName(nl: "afstand", en: "distance", notation: "√ Σ verschil²"),
      .sum(.one, nl: "som", en: "sum", squares), .definition(Self.half, .one, LocalizedText(nl: "wortel", en: "root")))
    let kilometres: Figure = .formula(
      .quotient, .kilometre, FormulaName(nl: "afstand", en: "distance", notation: "m / 1000"), metres,
      .definition(Self.kilometre, .metre, LocalizedText(nl: "meter in een kilometer", en: "metres in a kilometre")))
    return .formula(
      .maximum, .kilometre, FormulaName(nl: "afstand", en: "distance", notation: "max(1, afstand)"),
      .definition(1, .kilometre, LocalizedText(nl: "kleinste afstand", en: "least distance")), kilometres)
  }

  private static let half = 0.5
  private static let kilometre = 1000.0

  private enum Axis: String { case x, y }

  private func centre<Figure: Derivation>(_ market: RegionCode, _ axis: Axis) -> Figure {
    let found = places[market] ?? []
    let parts: [Figure] = found.map { place in
      .record(
        axis == .x ? place.point.x : place.point.y, .metre,
        RecordField(
          LocalizedText(both: place.region.name), table: "regio's", key: place.region.code.text,
          field: place.region.point == nil ? "zwaartepunt \(axis.rawValue)" : "punt \(axis.rawValue)",
          origin: place.region.origin))
    }
    let name = "\(axis.rawValue), \(market)"
    return .formula(
      .quotient, .metre, FormulaName(nl: "midden \(name)", en: "centre \(name)", notation: "Σ / aantal"),
      .sum(.metre, nl: "som", en: "sum", parts),
      .definition(Double(found.count), .count, LocalizedText(nl: "gemeenten", en: "municipalities")))
  }

  private static func place(_ region: Region) -> Place? {
    (region.point ?? region.boundary?.centroid).map { Place(region: region, point: $0) }
  }

  private static func nearby(_ distances: [RegionCode: Double]) -> Set<RegionCode> {
    let limit = 2 * (distances.values.min() ?? 0)
    return Set(distances.filter { $0.value <= limit }.keys)
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
