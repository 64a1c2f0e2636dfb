/// An area made ready for many point-in-polygon questions. Gives the same answers as `MultiPolygon.contains`.
public struct PreparedArea: Sendable {
  public let area: MultiPolygon
  public let boundingBox: BoundingBox
  /// The sides by horizontal slab: those of slab `i` are `edges[starts[i]..<starts[i + 1]]`. A point needs one slab
  /// only.
  private let edges: [Edge]
  private let starts: [Int]
  private let slabsPerUnit: Double

  public init(_ area: MultiPolygon) {
    self.area = area
    boundingBox = area.boundingBox
    var sides: [Edge] = []
    area.forEachEdge { if $0.low.y < $0.high.y { sides.append($0) } }
    let slabs = Self.slabCount(for: sides, height: boundingBox.height)
    let density = Double(slabs) / boundingBox.height
    slabsPerUnit = density.isFinite ? density : 0
    (edges, starts) = Self.grouped(sides, slabs: slabs, base: boundingBox.minY, slabsPerUnit: slabsPerUnit)
  }

  /// True when `point` lies inside; a point on the border belongs to the area north and east of it.
  public func contains(_ point: Point) -> Bool {
    guard boundingBox.contains(point) else { return false }
    let slab = Self.slab(point.y, base: boundingBox.minY, slabsPerUnit: slabsPerUnit, count: starts.count - 1)
    var inside = false
    for i in starts[slab]..<starts[slab + 1] where edges[i].crossesEast(of: point) { inside.toggle() }
    return inside
  }

  /// As many slabs as give each side about two of them, however tall the sides are.
  private static func slabCount(for sides: [Edge], height: Double) -> Int {
    let total = sides.reduce(0) { $0 + ($1.high.y - $1.low.y) }
    let wanted = 2 * Double(sides.count) * height / total
    return wanted.isFinite ? max(1, min(Int(wanted), sides.count)) : 1
  }

  private static func slab(_ y: Double, base: Double, slabsPerUnit: Double, count: Int) -> Int {
    guard slabsPerUnit > 0 else { return 0 }
    return min(max(Int((y - base) * slabsPerUnit), 0), count - 1)
  }

  private static func grouped(
    _ sides: [Edge], slabs: Int, base: Double, slabsPerUnit: Double
  ) -> (edges: [Edge], starts: [Int]) {
    var bySlab = [[Edge]](repeating: [], count: slabs)
    for side in sides {
      let lowest = slab(side.low.y, base: base, slabsPerUnit: slabsPerUnit, count: slabs)
      let highest = slab(side.high.y, base: base, slabsPerUnit: slabsPerUnit, count: slabs)
      for i in lowest...highest { bySlab[i].append(side) }
    }
    var starts = [0]
    for group in bySlab { starts.append(starts[starts.count - 1] + group.count) }
    return (bySlab.flatMap { $0 }, starts)
  }
}
