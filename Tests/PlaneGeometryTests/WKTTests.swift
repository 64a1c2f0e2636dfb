import PlaneGeometry
import Testing

@Suite struct WKTTests {
  @Test func roundTrip() throws {
    for geometry in try sampleGeometries() { #expect(try WKT.parse(WKT.write(geometry)) == geometry) }
  }

  @Test func writing() throws {
    #expect(WKT.write(.point(Point(x: 155_000, y: 0.5))) == "POINT (155000 0.5)")
    #expect(WKT.write(.multiPolygon(try rectangle(0, 0, 1, 2))) == "MULTIPOLYGON (((0 0, 1 0, 1 2, 0 2, 0 0)))")
    #expect(WKT.write(.empty(.polygon)) == "POLYGON EMPTY")
  }

  @Test func spellingsInTheWild() throws {
    let square = Geometry.polygon(try Polygon(exterior: points([0, 0, 1, 0, 1, 1, 0, 0])))
    for text in [
      "POLYGON((0 0,1 0,1 1,0 0))", "  polygon ( ( 0 0 , 1 0 ,\n 1 1, 0 0 ) ) ",
      "POLYGON Z ((0 0 5, 1 0 5, 1 1 5, 0 0 5))",
      "POLYGONZM((0 0 5 6,1 0 5 6,1 1 5 6,0 0 5 6))", "POLYGON((0.0 0e0,+1 0,1.0E0 1,0 -0))",
    ] {
      #expect(try WKT.parse(text) == square)
    }
    #expect(try WKT.parse("MULTIPOINT (1 2, 3 4)") == .multiPoint(points([1, 2, 3, 4])))
    #expect(try WKT.parse("MULTIPOLYGON(EMPTY,((0 0,1 0,1 1,0 0)))").multiPolygon == square.multiPolygon)
    #expect(try WKT.parse("POINT EMPTY") == .empty(.point))
    #expect(try WKT.parse("MULTIPOLYGON Z EMPTY") == .empty(.multiPolygon))
  }

  @Test func numbersReadAsSwiftReadsThem() throws {
    var random = SeededGenerator(state: 5)
    var texts = [
      "0", "-0", "1.", ".5", "-.5", "123456789012345", "1234567890123456", "0.000000000000001", "1e3", "-1E-3",
    ]
    for digits in 0..<12 {
      let whole = Int.random(in: -999_999...999_999, using: &random)
      texts.append("\(whole).\(String(repeating: "3", count: digits))\(Int.random(in: 0...999, using: &random))")
    }
    for text in texts {
      let value = try #require(Double(text))
      #expect(try WKT.parse("POINT (\(text) 1)") == .point(Point(x: value, y: 1)))
    }
  }

  @Test func referencePrefix() throws {
    let parsed = try WKT.parseWithReference("SRID=28992;POINT(1 2)")
    #expect(parsed.srid == 28992)
    #expect(parsed.geometry == .point(Point(x: 1, y: 2)))
    #expect(try WKT.parseWithReference("POINT(1 2)").srid == nil)
  }

  @Test func everyTruncationIsAnError() throws {
    for geometry in try sampleGeometries() {
      let text = WKT.write(geometry)
      for length in 0..<text.count {
        #expect(throws: GeometryError.self) { try WKT.parse(String(text.prefix(length))) }
      }
    }
  }

  @Test(arguments: [
    "CIRCLE (1 2)", "POINT (1 2) x", "POINT (1,2)", "POINT (nan 1)", "POINT (0x1 1)", "POINT (1e999 1)", "POINT (- 1)",
    "POINT (1.2.3 1)", "POINT (. 1)",
    "POINT (1 2 3 4 5)",
    "POLYGON ((0 0, 1 0, 1 1))", "POLYGON (EMPTY)", "SRID=x;POINT (1 2)", "MULTIPOLYGON ((0 0, 1 0, 1 1, 0 0))",
  ])
  func malformedTextIsRefused(text: String) {
    #expect(throws: GeometryError.self) { try WKT.parse(text) }
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "GEOMETRYCOLLECTION(", count: 100_000)
    #expect(throws: GeometryError.self) { try WKT.parse(deep) }
  }

  @Test func errorsSayWhere() {
    let expected = GeometryError.malformed(format: "WKT", offset: 9, reason: "number expected")
    #expect(throws: expected) { try WKT.parse("POINT (1 a)") }
    #expect(expected.description == "not valid WKT at byte 9: number expected")
  }
}
