import PlaneGeometry
import Testing

@Suite struct PolygonTests {
  @Test func areaPerimeterAndCentroidByHand() throws {
    let polygon = try squareWithHole()
    #expect(polygon.area == 94)
    #expect(polygon.perimeter == 50)
    // The hole's centre is (5, 5.5): (100 * 5 - 6 * 5.5) / 94 up.
    #expect(isClose(polygon.centroid.x, 155_005, within: 1e-9))
    #expect(isClose(polygon.centroid.y, 463_000 + (500 - 33) / 94.0, within: 1e-9))
    #expect(polygon.boundingBox == BoundingBox(minX: 155_000, minY: 463_000, maxX: 155_010, maxY: 463_010))
  }

  @Test func triangleFarFromTheOriginKeepsItsSquareMetres() throws {
    let far = 1e8
    let triangle = try Polygon(exterior: points([far, far, far + 4, far, far, far + 3, far, far]))
    #expect(triangle.area == 6)
    #expect(triangle.perimeter == 12)
  }

  @Test func directionDoesNotChangeMeasures() throws {
    let polygon = try squareWithHole()
    let turned = try Polygon(exterior: polygon.exterior.reversed(), holes: polygon.holes)
    #expect(turned.area == polygon.area)
    #expect(isClose(turned.centroid.distance(to: polygon.centroid), 0, within: 1e-9))
  }

  @Test func orientedTurnsExteriorsLeftAndHolesRight() throws {
    let polygon = try squareWithHole()
    let oriented = polygon.oriented()
    #expect(oriented.exterior == polygon.exterior)
    #expect(oriented.holes == [polygon.holes[0].reversed()])
    let turned = try Polygon(exterior: polygon.exterior.reversed(), holes: polygon.holes)
    #expect(turned.oriented() == oriented)
    #expect(oriented.oriented() == oriented)
    #expect(MultiPolygon(turned).oriented() == MultiPolygon(oriented))
  }

  @Test func badRingsAreRefused() {
    #expect(throws: GeometryError.tooFewPoints(count: 3)) { try Polygon(exterior: points([0, 0, 1, 0, 0, 0])) }
    #expect(throws: GeometryError.ringNotClosed(first: Point(x: 0, y: 0), last: Point(x: 0, y: 1))) {
      try Polygon(exterior: points([0, 0, 1, 0, 1, 1, 0, 1]))
    }
    #expect(throws: GeometryError.coordinateNotFinite(index: 2)) {
      try Polygon(exterior: points([0, 0, 1, 0, 1, .infinity, 0, 0]))
    }
    #expect(throws: GeometryError.coordinateNotFinite(index: 1)) {
      try Polygon(exterior: points([0, 0, .nan, 0, 1, 1, 0, 0]))
    }
    #expect(throws: GeometryError.tooFewPoints(count: 0)) {
      try Polygon(exterior: points([0, 0, 1, 0, 1, 1, 0, 0]), holes: [[]])
    }
    #expect(throws: GeometryError.noPolygons) { try MultiPolygon([]) }
  }

  @Test func pointOnSurfaceLiesInsideABentPolygon() throws {
    // A U: its centroid lies in the opening.
    let shape = MultiPolygon(
      try Polygon(exterior: points([0, 0, 10, 0, 10, 10, 9, 10, 9, 1, 1, 1, 1, 10, 0, 10, 0, 0])))
    #expect(!shape.contains(shape.centroid))
    #expect(shape.contains(shape.pointOnSurface))
    let holed = MultiPolygon(try squareWithHole())
    #expect(holed.contains(holed.pointOnSurface))
  }

  @Test func pointOnSurfaceLiesInsideManyShapes() throws {
    var random = SeededGenerator(state: 1)
    for _ in 0..<200 {
      let shape = try blob(around: Point(x: 200_000, y: 500_000), radius: 300, corners: 40, from: &random)
      #expect(shape.contains(shape.pointOnSurface))
    }
  }

  @Test func flatPolygonsHaveAPlaceToo() throws {
    let flat = try Polygon(exterior: points([0, 0, 4, 0, 2, 0, 0, 0]))
    #expect(flat.area == 0)
    #expect(flat.pointOnSurface == Point(x: 0, y: 0))
    #expect(flat.centroid == Point(x: 2, y: 0))
  }
}

@Suite struct MultiPolygonTests {
  @Test func measuresAddUp() throws {
    let parts = [try rectangle(0, 0, 2, 2), try rectangle(10, 0, 14, 1)].flatMap(\.polygons)
    let area = try MultiPolygon(parts)
    #expect(area.area == 8)
    #expect(area.perimeter == 18)
    #expect(area.boundingBox == BoundingBox(minX: 0, minY: 0, maxX: 14, maxY: 2))
    #expect(area.centroid == Point(x: (4 * 1 + 4 * 12) / 8, y: (4 * 1 + 4 * 0.5) / 8))
  }

  @Test func containsKnowsHoles() throws {
    let area = MultiPolygon(try squareWithHole())
    #expect(area.contains(Point(x: 155_001, y: 463_001)))
    #expect(!area.contains(Point(x: 155_005, y: 463_005)))
    #expect(!area.contains(Point(x: 154_999, y: 463_001)))
  }

  @Test func aPointOnASharedBorderIsInExactlyOneArea() throws {
    let corner = Point(x: 0.3, y: 0.7)
    let quarters = try [
      points([0, 0, 1, 0, 0.3, 0.7, 0, 0]), points([1, 0, 1, 1, 0.3, 0.7, 1, 0]),
      points([1, 1, 0, 1, 0.3, 0.7, 1, 1]), points([0, 1, 0, 0, 0.3, 0.7, 0, 1]),
    ].map { MultiPolygon(try Polygon(exterior: $0)) }
    #expect(quarters.filter { $0.contains(corner) }.count == 1)
    for end in points([0, 0, 1, 0, 1, 1, 0, 1]) {
      for share in stride(from: 0.1, to: 1, by: 0.1) {
        let onBorder = Point(x: corner.x + share * (end.x - corner.x), y: corner.y + share * (end.y - corner.y))
        #expect(quarters.filter { $0.contains(onBorder) }.count == 1)
      }
    }
  }

  @Test func distanceToAPointByHand() throws {
    let area = try rectangle(0, 0, 10, 10)
    #expect(area.distance(to: Point(x: 13, y: 14)) == 5)
    #expect(area.distance(to: Point(x: 5, y: -2)) == 2)
    #expect(area.distance(to: Point(x: 5, y: 5)) == 0)
  }
}
