import PlaneGeometry
import Testing

/// Validity against a judgement in whole numbers, which know no rounding.
@Suite struct ValidityTests {
  /// Small grids give every kind of touch: corner on corner, corner on side, sides over one another, spikes.
  @Test(arguments: [3, 4, 5, 6, 7, 8]) func ringsOnAGrid(_ corners: Int) throws {
    var random = SeededGenerator(state: UInt64(corners))
    var counts = (valid: 0, invalid: 0)
    for _ in 0..<3000 {
      let ring = GridRing.random(corners: corners, width: corners, from: &random)
      guard ring.hasSides else { continue }
      let area = try ring.area(unit: 0.25, around: Point(x: 155_000, y: 463_000))
      #expect(area.isValid == ring.isSimple, "\(ring.corners)")
      if ring.isSimple { counts.valid += 1 } else { counts.invalid += 1 }
    }
    #expect(counts.valid > 10 && counts.invalid > 10)
  }

  @Test func outlinesOfManyCorners() throws {
    var random = SeededGenerator(state: 4)
    for corners in [50, 200, 1000] {
      let outline = try blob(around: Point(x: 155_000, y: 463_000), radius: 400, corners: corners, from: &random)
      #expect(outline.isValid)
      var ring = outline.polygons[0].exterior
      ring.swapAt(corners / 2, corners / 2 + 2)
      #expect(!MultiPolygon(try Polygon(exterior: ring)).isValid)
    }
  }

  @Test func polygonsBesideAndOverOneAnother() throws {
    let square = try rectangle(0, 0, 10, 10).polygons[0]
    func isValid(_ other: MultiPolygon) throws -> Bool { try MultiPolygon([square] + other.polygons).isValid }
    #expect(try isValid(rectangle(20, 0, 30, 10)))
    #expect(try isValid(rectangle(10, 10, 20, 20)))
    #expect(try !isValid(rectangle(10, 0, 20, 10)))
    #expect(try !isValid(rectangle(5, 5, 20, 20)))
    #expect(try !isValid(rectangle(2, 2, 4, 4)))
  }

  @Test func holes() throws {
    let outer = points([0, 0, 10, 0, 10, 10, 0, 10, 0, 0])
    func isValid(_ hole: [Double]) throws -> Bool {
      MultiPolygon(try Polygon(exterior: outer, holes: [points(hole)])).isValid
    }
    #expect(try isValid([2, 2, 2, 4, 4, 4, 2, 2]))
    #expect(try !isValid([2, 2, 2, 14, 4, 4, 2, 2]))
    #expect(try !isValid([12, 2, 12, 4, 14, 4, 12, 2]))
  }

  /// A point that is stated twice changes nothing about the area.
  @Test func aRepeatedPoint() throws {
    #expect(MultiPolygon(try Polygon(exterior: points([0, 0, 4, 0, 4, 0, 4, 4, 0, 0]))).isValid)
  }
}

/// A ring with corners in whole numbers.
private struct GridRing {
  typealias Corner = SIMD2<Int>
  let corners: [Corner]

  static func random(corners: Int, width: Int, from random: inout SeededGenerator) -> GridRing {
    GridRing(
      corners: (0..<corners).map { _ in
        Corner(Int.random(in: 0...width, using: &random), Int.random(in: 0...width, using: &random))
      })
  }

  private func corner(_ i: Int) -> Corner { corners[i % corners.count] }

  /// False when a corner is stated twice in succession.
  var hasSides: Bool { corners.indices.allSatisfy { corner($0) != corner($0 + 1) } }

  /// Whether sides share nothing but the corners between neighbours.
  var isSimple: Bool {
    corners.indices.allSatisfy { i in
      !runsBack(at: i)
        && (i + 2..<max(i + 2, min(corners.count, i + corners.count - 1))).allSatisfy { j in !meet(i, j) }
    }
  }

  /// Whether the side that begins at corner `i + 1` lies on the one that ends there.
  private func runsBack(at i: Int) -> Bool {
    let (a, b, c) = (corner(i), corner(i + 1), corner(i + 2))
    let (back, on) = (a &- b, c &- b)
    return Self.turn(a, b, c) == 0 && back.x * on.x + back.y * on.y > 0
  }

  private func meet(_ i: Int, _ j: Int) -> Bool {
    let (a, b, c, d) = (corner(i), corner(i + 1), corner(j), corner(j + 1))
    let turns = (Self.turn(a, b, c), Self.turn(a, b, d), Self.turn(c, d, a), Self.turn(c, d, b))
    if turns.0 * turns.1 < 0 && turns.2 * turns.3 < 0 { return true }
    return Self.lies(c, from: a, to: b) || Self.lies(d, from: a, to: b) || Self.lies(a, from: c, to: d)
      || Self.lies(b, from: c, to: d)
  }

  private static func turn(_ a: Corner, _ b: Corner, _ c: Corner) -> Int {
    ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).signum()
  }

  private static func lies(_ point: Corner, from a: Corner, to b: Corner) -> Bool {
    turn(a, b, point) == 0 && min(a.x, b.x) <= point.x && point.x <= max(a.x, b.x) && min(a.y, b.y) <= point.y
      && point.y <= max(a.y, b.y)
  }

  func area(unit: Double, around origin: Point) throws -> MultiPolygon {
    let ring = (corners + [corners[0]]).map {
      Point(x: origin.x + Double($0.x) * unit, y: origin.y + Double($0.y) * unit)
    }
    return MultiPolygon(try Polygon(exterior: ring))
  }
}
