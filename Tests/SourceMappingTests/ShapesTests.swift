import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import Testing
import WorkLocations

@Suite struct ShapesTests {
  private let columns = ["RIN", "Naam", "GM", "Bruto ha"]

  private func read(
    _ shape: Geometry, _ system: CoordinateReferenceSystem?, gross: String = "", code: String = "GM0014",
    regions: [Region] = []
  )
    -> MappedRecords
  {
    parks.records(
      from: table(columns, [["1", "P", code, gross]], shapes: [shape], in: system), in: context(regions: regions))
  }

  @Test func areasInRDStayAsTheyAre() throws {
    let area = try square(150_000, 450_000, side: 100)
    let result = read(.multiPolygon(area), .rdNew, gross: "1")
    #expect(result.records.parks.first?.outline == area)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func anUnstatedSystemIsRecognised() throws {
    let area = try square(150_000, 450_000, side: 100)
    let result = read(.multiPolygon(area), nil)
    #expect(result.records.parks.first?.outline == area)
    #expect(result.codes(.note) == ["geometry.system-recognised"])
  }

  @Test func degreesAreBroughtToRD() throws {
    let degrees = try square(5.387, 52.155, side: 0.01)
    let result = read(.multiPolygon(degrees), .wgs84)
    let center = try #require(result.records.parks.first?.outline?.boundingBox.center)
    #expect(center.distance(to: Point(x: 155_328, y: 463_537)) < 5)
    #expect(result.codes(.note) == ["geometry.transformed"])
  }

  @Test func swappedAndMislabelledCoordinatesAreCorrected() throws {
    let swapped = try square(450_000, 150_000, side: 100)
    let result = read(.multiPolygon(swapped), .wgs84)
    #expect(result.records.parks.first?.outline?.boundingBox.center == Point(x: 150_050, y: 450_050))
    #expect(result.codes(.warning) == ["geometry.system-contradicted"])
  }

  @Test func anUnknownSystemIsAnError() throws {
    let result = read(.multiPolygon(try square(-5_000_000, 99, side: 10)), nil)
    #expect(result.codes(.error) == ["geometry.system-unknown"])
  }

  @Test func aBowTieIsRepaired() throws {
    let points = [(0.0, 0.0), (100, 100), (100, 0), (0, 100), (0, 0)].map {
      Point(x: 150_000 + $0.0, y: 450_000 + $0.1)
    }
    let result = read(.polygon(try Polygon(exterior: points)), .rdNew)
    let outline = try #require(result.records.parks.first?.outline)
    #expect(outline.isValid)
    #expect(abs(outline.area - 5000) < 1e-6)
    #expect(result.codes(.warning) == ["geometry.repaired"])
  }

  @Test func aDifferentAreaIsReported() throws {
    let area = Geometry.multiPolygon(try square(150_000, 450_000, side: 100))
    #expect(read(area, .rdNew, gross: "1,05").diagnostics.isEmpty)
    #expect(read(area, .rdNew, gross: "1,25").codes(.warning) == ["park.area-differs"])
  }

  @Test func pointsAndUnreadableShapesAreNoOutline() {
    let point = read(.point(Point(x: 150_000, y: 450_000)), .rdNew)
    #expect(point.records.parks.count == 1 && point.records.parks[0].outline == nil)
    #expect(point.codes(.warning) == ["geometry.no-area"])
    let row = SourceRow(number: 1, cells: [.text("1"), .text("P"), .text("GM0014"), .empty], geometryProblem: "kapot")
    let unreadable = parks.records(from: SourceTable(layer: "test", columns: columns, rows: [row]), in: context())
    #expect(unreadable.records.parks.count == 1)
    #expect(unreadable.first("geometry.unreadable")?.value == "kapot")
  }

  @Test func boundariesTellTheMunicipality() throws {
    let west = try region("GM0001", "West", boundary: try square(150_000, 450_000, side: 1000))
    let east = try region("GM0002", "Oost", boundary: try square(151_000, 450_000, side: 1000))
    let over = Geometry.multiPolygon(try square(150_980, 450_100, side: 100))
    let split = read(over, .rdNew, code: "GM0002", regions: [west, east])
    #expect(split.records.parks.map(\.municipality) == ["GM0002"])
    #expect(split.first("park.several-municipalities")?.value == "GM0002 80 %, GM0001 20 %")
    let missing = read(over, .rdNew, code: "GM0000", regions: [west, east])
    #expect(missing.records.parks.map(\.municipality) == ["GM0002"])
    #expect(missing.first("park.municipality-found")?.value == "GM0002")
    let elsewhere = read(
      .multiPolygon(try square(151_100, 450_100, side: 100)), .rdNew, code: "GM0001", regions: [west, east])
    #expect(elsewhere.codes(.warning) == ["park.municipality-elsewhere"])
  }

  @Test func drawnBoundariesProveNothing() throws {
    let drawn = try region("GM0002", "Oost", boundary: try square(151_000, 450_000, side: 1000), synthetic: true)
    let known = try region("GM0014", "Groningen")
    let result = read(.multiPolygon(try square(151_100, 450_100, side: 100)), .rdNew, regions: [drawn, known])
    #expect(result.diagnostics.isEmpty)
  }
}
