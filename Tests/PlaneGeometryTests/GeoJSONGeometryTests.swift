import Foundation
import PlaneGeometry
import Testing

@Suite struct GeoJSONGeometryTests {
  @Test func exteriorsTurnLeftAndHolesRight() throws {
    let clockwise = try Polygon(
      exterior: points([0, 0, 0, 9, 9, 9, 9, 0, 0, 0]), holes: [points([1, 1, 2, 1, 2, 2, 1, 1])])
    #expect(
      GeoJSONGeometry.write(.polygon(clockwise), decimals: 3)
        == #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]}"#)
  }

  @Test(arguments: [
    (5.387_203_657_4, 7, "5.3872037"), (-0.05, 1, "-0.1"), (-0.04, 1, "0"), (12.5, 0, "13"), (100, 3, "100"),
    (0.000_05, 5, "0.00005"), (155_000.1, 2, "155000.1"), (1e20, 3, "1e+20"),
  ])
  func decimals(value: Double, decimals: Int, text: String) {
    let json = GeoJSONGeometry.write(.point(Point(x: value, y: 1)), decimals: decimals)
    #expect(json == #"{"type":"Point","coordinates":[\#(text),1]}"#)
  }

  @Test func everyKindIsJSON() throws {
    for geometry in try sampleGeometries() {
      let text = GeoJSONGeometry.write(geometry, decimals: 7)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(object["type"] is String)
      #expect(object["coordinates"] is [Any] || object["geometries"] is [Any])
    }
  }
}
