import PlaneGeometry
import Testing

@Suite struct SpatialIndexTests {
  let country = BoundingBox(minX: 0, minY: 300_000, maxX: 280_000, maxY: 620_000)

  @Test(arguments: [0, 1, 15, 16, 17, 257, 3_000])
  func findsWhatAScanFinds(count: Int) {
    var random = SeededGenerator(state: UInt64(count))
    let boxes = (0..<count).map { _ in
      BoundingBox(random.point(in: country)).expanded(by: .random(in: 0...5_000, using: &random))
    }
    let index = SpatialIndex(Array(boxes.indices)) { boxes[$0] }
    #expect(index.count == count)
    for _ in 0..<200 {
      let query = BoundingBox(random.point(in: country)).expanded(by: .random(in: 0...20_000, using: &random))
      #expect(index.elements(intersecting: query) == boxes.indices.filter { boxes[$0].intersects(query) })
    }
  }

  @Test(arguments: [1, 16, 17, 2_000])
  func findsTheNearest(count: Int) {
    var random = SeededGenerator(state: UInt64(count))
    let places = (0..<count).map { _ in random.point(in: country) }
    let index = SpatialIndex(Array(places.indices)) { BoundingBox(places[$0]) }
    for _ in 0..<200 {
      let query = random.point(in: country)
      let nearest = places.indices.min { places[$0].distance(to: query) < places[$1].distance(to: query) }
      #expect(index.nearest(to: query) == nearest)
    }
  }

  @Test func ofEquallyNearTheFirstIsGiven() {
    let same = [Point](repeating: Point(x: 1, y: 1), count: 50)
    let index = SpatialIndex(Array(same.indices)) { BoundingBox(same[$0]) }
    #expect(index.nearest(to: Point(x: 5, y: 5)) == 0)
    #expect(index.elements(intersecting: BoundingBox(same[0])) == Array(same.indices))
    #expect(SpatialIndex([Int]()) { _ in BoundingBox(same[0]) }.nearest(to: same[0]) == nil)
  }
}
