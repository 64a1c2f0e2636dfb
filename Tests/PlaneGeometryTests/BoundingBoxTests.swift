import Foundation
import PlaneGeometry
import Testing

@Suite struct BoundingBoxTests {
  let box = BoundingBox(minX: 0, minY: 0, maxX: 4, maxY: 2)

  @Test func measures() {
    #expect(box.width == 4)
    #expect(box.height == 2)
    #expect(box.center == Point(x: 2, y: 1))
    #expect(BoundingBox(minX: 4, minY: 2, maxX: 0, maxY: 0) == box)
    #expect(BoundingBox(of: points([4, 0, 0, 2, 1, 1])) == box)
    #expect(BoundingBox(of: []) == nil)
  }

  @Test func touchingBoxesIntersect() {
    #expect(box.intersects(BoundingBox(minX: 4, minY: 2, maxX: 5, maxY: 3)))
    #expect(!box.intersects(BoundingBox(minX: 4.1, minY: 0, maxX: 5, maxY: 3)))
    #expect(box.contains(Point(x: 4, y: 2)))
    #expect(!box.contains(Point(x: 4, y: 2.1)))
  }

  @Test func unionAndExpansion() {
    let other = BoundingBox(minX: -1, minY: 1, maxX: 1, maxY: 5)
    #expect(box.union(other) == BoundingBox(minX: -1, minY: 0, maxX: 4, maxY: 5))
    #expect(box.expanded(by: 1) == BoundingBox(minX: -1, minY: -1, maxX: 5, maxY: 3))
    #expect(box.expanded(by: -1.5) == BoundingBox(minX: 1.5, minY: 1, maxX: 2.5, maxY: 1))
    #expect(box.distance(to: Point(x: 7, y: 6)) == 5)
  }

  @Test func survivesJSON() throws {
    #expect(try JSONDecoder().decode(BoundingBox.self, from: JSONEncoder().encode(box)) == box)
    let point = Point(x: 155_000.125, y: 463_000)
    #expect(try JSONDecoder().decode(Point.self, from: JSONEncoder().encode(point)) == point)
  }
}
