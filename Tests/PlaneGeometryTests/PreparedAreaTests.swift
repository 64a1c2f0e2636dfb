import PlaneGeometry
import Testing

@Suite struct PreparedAreaTests {
  @Test func answersAsTheAreaItself() throws {
    var random = SeededGenerator(state: 3)
    for corners in [3, 10, 200, 5_000] {
      let area = try blob(around: Point(x: 155_000, y: 463_000), radius: 1_000, corners: corners, from: &random)
      let prepared = PreparedArea(area)
      let probes = (0..<500).map { _ in random.point(in: area.boundingBox.expanded(by: 10)) }
      for probe in probes + area.polygons[0].exterior { #expect(prepared.contains(probe) == area.contains(probe)) }
    }
  }

  @Test func combsOfTallSidesStaySmall() throws {
    let teeth = 5_000
    var ring = points([Double(teeth), -1, 0, -1])
    for i in 0..<teeth { ring += points([Double(i), 0, Double(i) + 0.5, 1_000]) }
    ring += [Point(x: Double(teeth), y: 0), ring[0]]
    let prepared = PreparedArea(MultiPolygon(try Polygon(exterior: ring)))
    #expect(prepared.contains(Point(x: 0.5, y: 10)))
    #expect(!prepared.contains(Point(x: 0.1, y: 999)))
  }

  @Test func flatAndExtremeAreasAnswerToo() throws {
    let flat = PreparedArea(MultiPolygon(try Polygon(exterior: points([0, 0, 4, 0, 2, 0, 0, 0]))))
    #expect(!flat.contains(Point(x: 1, y: 0)))
    let vast = PreparedArea(try rectangle(-1e308, -1e308, 1e308, 1e308))
    #expect(vast.contains(Point(x: 0, y: 0)))
    #expect(!vast.contains(Point(x: .nan, y: 0)))
  }
}
