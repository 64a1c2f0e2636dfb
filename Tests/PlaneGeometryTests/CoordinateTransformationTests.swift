import Foundation
import PlaneGeometry
import Testing

@Suite struct CoordinateTransformationTests {
  @Test(.enabled(if: ReferencePoint.directory != nil, "shared/data/crs is not here"))
  func withTheGridTheOfficialPointsAgreeToMillimetres() throws {
    let directory = try #require(ReferencePoint.directory)
    for point in try ReferencePoint.all() where point.insideGrid {
      let there = try CoordinateTransformation(from: .etrs89, to: .rdNew, gridDirectories: [directory])
      #expect(there.usesCorrectionGrid)
      #expect(try there.transform(point.etrs89).distance(to: point.rd) <= 0.004)
      let back = try CoordinateTransformation(from: .rdNew, to: .etrs89, gridDirectories: [directory])
      #expect(back.usesCorrectionGrid)
      #expect(try #require(back.accuracy) < 0.01)
      #expect(try metres(between: back.transform(point.rd), and: point.etrs89) <= 0.004)
    }
  }

  @Test(.enabled(if: ReferencePoint.directory != nil, "shared/data/crs is not here"))
  func withoutTheGridTheOfficialPointsAgreeToDecimetres() throws {
    let there = try CoordinateTransformation(from: .etrs89, to: .rdNew)
    let back = try CoordinateTransformation(from: .rdNew, to: .wgs84)
    for point in try ReferencePoint.all() where point.insideGrid {
      #expect(try there.transform(point.etrs89).distance(to: point.rd) <= 0.25)
      #expect(try metres(between: back.transform(point.rd), and: point.etrs89) <= 0.25)
    }
  }

  @Test(.enabled(if: ReferencePoint.directory != nil, "shared/data/crs is not here"))
  func outsideTheGridThePlainShiftHolds() throws {
    let there = try CoordinateTransformation(from: .etrs89, to: .rdNew)
    // Where a grid is installed it may still reach a point at its very edge.
    let tolerance = there.usesCorrectionGrid ? 0.1 : 0.03
    let outside = try ReferencePoint.all().filter { !$0.insideGrid }
    #expect(outside.count == 5)
    for point in outside { #expect(try there.transform(point.etrs89).distance(to: point.rd) <= tolerance) }
  }

  /// The definition of RD: Amersfoort is (155000, 463000).
  @Test func amersfoortWithinAMetre() throws {
    let transformation = try CoordinateTransformation(from: .rdNew, to: .wgs84)
    let spire = try transformation.transform(Point(x: 155_000, y: 463_000))
    #expect(metres(between: spire, and: Point(x: 5.387_203_657, y: 52.155_172_897)) < 1)
    #expect(transformation.accuracyDescription.contains("Amersfoort"))
  }

  @Test(arguments: [
    CoordinateReferenceSystem.etrs89, .wgs84, .webMercator, .lambert72, .etrs89LAEA, .epsg(25831),
  ])
  func thereAndBack(system: CoordinateReferenceSystem) throws {
    let there = try CoordinateTransformation(from: .rdNew, to: system)
    let back = try CoordinateTransformation(from: system, to: .rdNew)
    let places = points([30_000, 380_000, 155_000, 463_000, 190_000, 320_000, 250_000, 590_000])
    for (start, end) in zip(places, try back.transform(there.transform(places))) {
      #expect(start.distance(to: end) < 0.001)
    }
  }

  @Test func webMercatorFollowsFromLongitudeAndLatitude() throws {
    // Spherical Mercator: x = a * longitude, y = a * ln tan(45° + latitude / 2), a = 6378137 m.
    let degrees = Point(x: 5.387_203_657, y: 52.155_172_897)
    let radians = Point(x: degrees.x * .pi / 180, y: degrees.y * .pi / 180)
    let expected = Point(x: 6_378_137 * radians.x, y: 6_378_137 * log(tan(.pi / 4 + radians.y / 2)))
    let transformation = try CoordinateTransformation(from: .etrs89, to: .webMercator)
    #expect(try transformation.transform(degrees).distance(to: expected) < 0.001)
  }

  @Test func etrs89AndWGS84AreTheSame() throws {
    let transformation = try CoordinateTransformation(from: .wgs84, to: .etrs89)
    #expect(try transformation.transform(Point(x: 5, y: 52)) == Point(x: 5, y: 52))
    #expect(transformation.accuracyDescription == "no transformation")
    #expect(!transformation.usesCorrectionGrid)
  }

  @Test func areasKeepTheirRings() throws {
    let area = MultiPolygon(try squareWithHole())
    let transformed = try CoordinateTransformation(from: .rdNew, to: .etrs89LAEA).transform(area)
    #expect(transformed.polygons[0].holes.count == 1)
    // Equal area, so it differs from RD only by RD's own scale: 0.99991 in the middle of the country.
    #expect(isClose(transformed.area / area.area, 1, within: 0.001))
  }

  @Test func impossibleTransformationsAreRefused() throws {
    #expect(throws: GeometryError.self) { try CoordinateTransformation(from: .epsg(1), to: .rdNew) }
    let transformation = try CoordinateTransformation(from: .rdNew, to: .etrs89)
    #expect(throws: GeometryError.notTransformable(index: 1, point: Point(x: .infinity, y: 0))) {
      try transformation.transform(points([155_000, 463_000, .infinity, 0]))
    }
    #expect(try transformation.transform([]).isEmpty)
  }
}

/// Metres between two places in degrees, near enough for differences of centimetres.
private func metres(between a: Point, and b: Point) -> Double {
  let perDegree = 111_200.0
  return Point(x: a.x * cos(a.y * .pi / 180), y: a.y).distance(to: Point(x: b.x * cos(a.y * .pi / 180), y: b.y))
    * perDegree
}

/// An official check point of RDNAPTRANS2018.
private struct ReferencePoint {
  let etrs89: Point
  let rd: Point
  let insideGrid: Bool

  static func all() throws -> [ReferencePoint] {
    let file = try #require(directory) + "/rdnaptrans-referentiepunten.csv"
    let rows = try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
    return try rows.map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let numbers = try cells[1...6].map { try #require(Double($0)) }
      return ReferencePoint(
        etrs89: Point(x: numbers[1], y: numbers[0]), rd: Point(x: numbers[3], y: numbers[4]),
        insideGrid: cells[7] == "ja")
    }
  }

  /// `../shared/data/crs` beside the package, or beside the folder of a worktree.
  static var directory: String? {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ["../shared/data/crs", "../../shared/data/crs"].map {
      package.appending(path: $0).standardizedFileURL.path()
    }
    .first { FileManager.default.fileExists(atPath: $0) }
  }
}
