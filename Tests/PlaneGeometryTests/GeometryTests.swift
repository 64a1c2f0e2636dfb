import PlaneGeometry
import Testing

@Suite struct GeometryTests {
  @Test func polygonsArePromoted() throws {
    let polygon = try squareWithHole()
    #expect(Geometry.polygon(polygon).multiPolygon == MultiPolygon(polygon))
    #expect(Geometry.lineString(polygon.exterior).multiPolygon == nil)
    #expect(Geometry.empty(.multiPolygon).multiPolygon == nil)
  }

  @Test func areasInCollectionsAreFound() throws {
    let polygon = try squareWithHole()
    let geometry = Geometry.collection([.point(Point(x: 0, y: 0)), .collection([.polygon(polygon)]), .polygon(polygon)])
    #expect(geometry.multiPolygon == nil)
    #expect(geometry.polygonalPart?.polygons == [polygon, polygon])
    #expect(Geometry.collection([]).polygonalPart == nil)
    #expect(geometry.boundingBox == BoundingBox(minX: 0, minY: 0, maxX: 155_010, maxY: 463_010))
  }
}
