/// Brings coordinates from one reference system to another with PROJ. Not `Sendable`: make one per thread.
///
/// Every route passes ETRS89, and WGS 84 is taken to be ETRS89: between RD and WGS 84 itself PROJ chooses an operation
/// of one metre accuracy, between RD and ETRS89 the official one. RDNAPTRANS2018 needs the grid
/// `nl_nsgi_rdtrans2018.tif` (`projsync --source-id nl_nsgi`); without it PROJ falls back on a seven-parameter shift of
/// 0.25 m, and `usesCorrectionGrid` tells.
public final class CoordinateTransformation {
  public let source: CoordinateReferenceSystem
  public let target: CoordinateReferenceSystem
  private let legs: [ProjectionLeg]
  private let operations: [ProjectionOperation]

  /// `gridDirectories` are searched for grids before PROJ's own. Throws `noTransformation` for unknown systems.
  public init(
    from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem, gridDirectories: [String] = []
  ) throws(GeometryError) {
    self.source = source
    self.target = target
    let context = try ProjectionContext(gridDirectories: gridDirectories)
    var legs: [ProjectionLeg] = []
    for (from, to) in Self.route(from: source, to: target) {
      legs.append(try ProjectionLeg(from: from, to: to, in: context))
    }
    self.legs = legs
    operations = Self.probe(legs, from: source)
  }

  /// Throws `notTransformable` for the first point without counterpart.
  public func transform(_ points: [Point]) throws(GeometryError) -> [Point] {
    var result = points
    for leg in legs { leg.transform(&result) }
    if let index = result.firstIndex(where: { !$0.isFinite }) {
      throw .notTransformable(index: index, point: points[index])
    }
    return result
  }

  public func transform(_ point: Point) throws(GeometryError) -> Point {
    try transform([point])[0]
  }

  public func transform(_ polygon: Polygon) throws(GeometryError) -> Polygon {
    let holes = try polygon.holes.map { ring throws(GeometryError) in try transform(ring) }
    return try Polygon(exterior: try transform(polygon.exterior), holes: holes)
  }

  public func transform(_ area: MultiPolygon) throws(GeometryError) -> MultiPolygon {
    try MultiPolygon(area.polygons.map { polygon throws(GeometryError) in try transform(polygon) })
  }

  /// True when a correction grid takes part, judged in the middle of the Netherlands.
  public var usesCorrectionGrid: Bool { operations.contains(where: \.usesGrid) }

  /// The stated accuracies of the steps together, in metres; nil when none states one.
  public var accuracy: Double? {
    let known = operations.compactMap(\.accuracy)
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  /// The operations and their accuracy in words, for the metadata of a result.
  public var accuracyDescription: String {
    guard !operations.isEmpty else { return "no transformation" }
    let names = operations.map(\.name).joined(separator: "; ")
    return accuracy.map { "\(names) (\(DecimalText.write($0, decimals: 3)) m)" } ?? names
  }
}

extension CoordinateTransformation {
  private typealias Step = (CoordinateReferenceSystem, CoordinateReferenceSystem)

  private static func route(from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem) -> [Step] {
    guard source != target else { return [] }
    let forward = stepToETRS89(source)
    let backward = stepToETRS89(target).map { ($0.1, $0.0) }
    return [forward, backward].compactMap { $0 }
  }

  /// Nil when `system` is, or counts as, ETRS89.
  private static func stepToETRS89(_ system: CoordinateReferenceSystem) -> Step? {
    switch system {
    case .etrs89, .wgs84: nil
    case .webMercator: (system, .wgs84)
    default: (system, .etrs89)
    }
  }

  /// PROJ decides per point which operation it uses; the spire of Amersfoort, about, tells what the Netherlands will
  /// get.
  private static func probe(_ legs: [ProjectionLeg], from source: CoordinateReferenceSystem) -> [ProjectionOperation] {
    var points = [Point(x: 5.387, y: 52.155)]
    if stepToETRS89(source) != nil { legs.first?.transform(&points, inverse: true) }
    return legs.compactMap { leg in
      leg.transform(&points)
      return leg.lastUsed
    }
  }
}
