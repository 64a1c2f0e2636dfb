import Foundation
import PlaneGeometry
import Testing

@Suite struct CoverageTests {
  /// Four areas around a crossing with wavy borders, and an island in the last.
  private func wavyQuarters() throws -> [MultiPolygon] {
    func wave(_ t: Double) -> Double { 3 * sin(t / 7) }
    let steps = stride(from: 1.0, to: 100, by: 1)
    let east = steps.map { Point(x: $0, y: wave($0)) }
    let north = steps.map { Point(x: wave($0), y: $0) }
    let west = steps.map { Point(x: -$0, y: wave($0)) }
    let south = steps.map { Point(x: wave($0), y: -$0) }
    let middle = Point(x: 0, y: 0)
    let ends = points([100, 0, 0, 100, -100, 0, 0, -100])
    let corners = points([100, 100, -100, 100, -100, -100, 100, -100])
    let arms = [east, north, west, south]
    return try (0..<4).map { i in
      let next = (i + 1) % 4
      let ring = [middle] + arms[i] + [ends[i], corners[i], ends[next]] + arms[next].reversed() + [middle]
      return MultiPolygon(try Polygon(exterior: ring))
    }
  }

  @Test func sharedBordersStayShared() throws {
    let areas = try wavyQuarters()
    let simple = MultiPolygon.simplifiedCoverage(areas, tolerance: 1)
    #expect(simple.count == areas.count)
    let before = areas.reduce(0) { $0 + $1.polygons[0].exterior.count }
    let after = simple.reduce(0) { $0 + $1.polygons[0].exterior.count }
    #expect(after * 2 < before)
    let whole = try #require(try MultiPolygon.union(of: simple))
    #expect(whole.polygons.count == 1 && whole.polygons[0].holes.isEmpty)
    #expect(isClose(whole.area, 40_000, within: 1e-6))
    #expect(isClose(simple.reduce(0) { $0 + $1.area }, 40_000, within: 1e-6))
    for (old, new) in zip(areas, simple) {
      #expect(new.isValid)
      #expect(isClose(try old.intersectionArea(with: new), old.area, within: old.area / 20))
    }
  }

  @Test func simplifyingEachAloneGapes() throws {
    // The reason for a coverage: a ring by itself may skip a junction that its neighbour keeps.
    let alone = try wavyQuarters().map { try $0.simplified(tolerance: 1) }
    let whole = try #require(try MultiPolygon.union(of: alone))
    #expect(abs(alone.reduce(0) { $0 + $1.area } - whole.area) > 1 || abs(whole.area - 40_000) > 1)
  }

  @Test func holesAndOverlapsSurvive() throws {
    let ring = try #require(try rectangle(0, 0, 100, 100).difference(with: rectangle(40, 40, 60, 60)))
    let overlapping = try rectangle(90, 0, 200, 100)
    let simple = MultiPolygon.simplifiedCoverage([ring, overlapping], tolerance: 1)
    #expect(isClose(simple[0].area, 9_600, within: 1e-6))
    #expect(isClose(simple[1].area, 11_000, within: 1e-6))
  }

  @Test func anAreaThatVanishesIsSimplifiedAlone() throws {
    let tiny = try rectangle(200, 200, 200.1, 200.1)
    let simple = MultiPolygon.simplifiedCoverage([try rectangle(0, 0, 100, 100), tiny], tolerance: 50)
    #expect(simple.count == 2)
    #expect(simple.allSatisfy { $0.area > 0 })
    #expect(MultiPolygon.simplifiedCoverage([], tolerance: 1).isEmpty)
  }
}
