import PlaneGeometry
import Testing

@Suite struct OverlayTests {
  @Test func overlappingSquaresByHand() throws {
    let (a, b) = (try rectangle(0, 0, 4, 4), try rectangle(3, 2, 7, 6))
    #expect(try a.intersectionArea(with: b) == 2)
    let common = try #require(try a.intersection(with: b))
    #expect(common.boundingBox == BoundingBox(minX: 3, minY: 2, maxX: 4, maxY: 4) && common.area == 2)
    #expect(try a.difference(with: b)?.area == 14)
    #expect(try MultiPolygon.union(of: [a, b])?.area == 30)
    #expect(try a.distance(to: rectangle(7, 8, 9, 9)) == 5)
    #expect(try a.distance(to: b) == 0)
  }

  @Test func nothingInCommonIsNil() throws {
    let (a, b) = (try rectangle(0, 0, 4, 4), try rectangle(5, 5, 6, 6))
    #expect(try a.intersection(with: b) == nil)
    #expect(try a.intersectionArea(with: b) == 0)
    #expect(try a.difference(with: b) == a)
    #expect(try b.difference(with: rectangle(0, 0, 9, 9)) == nil)
    // Touching squares share a side, which has no area.
    #expect(try a.intersection(with: rectangle(4, 0, 8, 4)) == nil)
    #expect(try MultiPolygon.union(of: []) == nil)
  }

  @Test func areasAgreeWithTheFormula() throws {
    var random = SeededGenerator(state: 4)
    for _ in 0..<50 {
      let a = try blob(around: Point(x: 200_000, y: 500_000), radius: 300, corners: 60, from: &random)
      let b = try blob(around: Point(x: 200_100, y: 500_100), radius: 300, corners: 60, from: &random)
      let common = try a.intersectionArea(with: b)
      #expect(isClose(try a.intersection(with: b)?.area ?? 0, common, within: 1e-6))
      #expect(isClose(try a.difference(with: b)?.area ?? 0, a.area - common, within: 1e-4))
      #expect(isClose(try MultiPolygon.union(of: [a, b])?.area ?? 0, a.area + b.area - common, within: 1e-4))
    }
  }

  @Test func resultsTurnLeft() throws {
    let result = try #require(try rectangle(0, 0, 4, 4).difference(with: rectangle(1, 1, 2, 2)))
    #expect(result == result.oriented())
    #expect(result.polygons[0].holes.count == 1)
  }

  @Test func validity() throws {
    #expect(try rectangle(0, 0, 1, 1).isValid)
    let bowTie = MultiPolygon(try Polygon(exterior: points([0, 0, 2, 2, 2, 0, 0, 2, 0, 0])))
    #expect(!bowTie.isValid)
    #expect(bowTie.invalidReason?.contains("Self-intersection") == true)
    let repaired = try #require(try bowTie.madeValid())
    #expect(repaired.isValid)
    #expect(repaired.area == 2)
    let flat = MultiPolygon(try Polygon(exterior: points([0, 0, 4, 0, 2, 0, 0, 0])))
    #expect(try flat.madeValid() == nil)
  }

  @Test func buffersGrowAndShrink() throws {
    let square = try rectangle(0, 0, 10, 10)
    let grown = try #require(try square.buffered(by: 1))
    // Between the square with its four side strips and that plus full circles at the corners.
    #expect(grown.area > 140 && grown.area < 140 + Double.pi)
    #expect(try square.buffered(by: -1)?.area == 64)
    #expect(try square.buffered(by: -6) == nil)
  }

  @Test func simplificationDropsPointsWithinTolerance() throws {
    let bumpy = MultiPolygon(try Polygon(exterior: points([0, 0, 5, 0.1, 10, 0, 10, 10, 0, 10, 0, 0])))
    #expect(try bumpy.simplified(tolerance: 1).polygons[0].exterior.count == 5)
    #expect(try bumpy.simplified(tolerance: 0.01).polygons[0].exterior.count == 6)
  }
}
