import PlaneGeometry
import Testing

@Suite struct VoronoiDiagramTests {
  @Test func twoSitesHalveASquare() throws {
    let cells = try VoronoiDiagram.cells(of: points([2, 5, 8, 5]), within: rectangle(0, 0, 10, 10))
    #expect(cells.map(\.area) == [50, 50])
    #expect(cells[0].contains(Point(x: 4.9, y: 1)))
    #expect(cells[1].contains(Point(x: 5.1, y: 1)))
  }

  @Test func oneSiteHasAll() throws {
    let area = try rectangle(0, 0, 10, 10)
    #expect(try VoronoiDiagram.cells(of: points([2, 5]), within: area) == [area])
    #expect(try VoronoiDiagram.cells(of: [], within: area).isEmpty)
  }

  @Test(arguments: [2, 3, 40, 345]) func cellsPartitionTheArea(count: Int) throws {
    var random = SeededGenerator(state: UInt64(count))
    let area = try blob(around: Point(x: 155_000, y: 463_000), radius: 100_000, corners: 500, from: &random)
    var sites: [Point] = []
    while sites.count < count {
      let site = random.point(in: area.boundingBox)
      if area.contains(site) { sites.append(site) }
    }
    let cells = try VoronoiDiagram.cells(of: sites, within: area)
    #expect(cells.count == count)
    #expect(isClose(cells.reduce(0) { $0 + $1.area }, area.area, within: area.area * 1e-9))
    for (site, cell) in zip(sites, cells) {
      #expect(cell.contains(site))
      #expect(cell.isValid)
    }
    let whole = try #require(try MultiPolygon.union(of: cells))
    #expect(whole.polygons.count == 1)
    #expect(whole.polygons[0].holes.isEmpty)
    #expect(try VoronoiDiagram.cells(of: sites, within: area) == cells)
  }

  @Test func rowsAndGridsAreDivided() throws {
    let area = try rectangle(0, 0, 40, 40)
    let row = (0..<4).map { Point(x: 5 + 10 * Double($0), y: 20) }
    for cell in try VoronoiDiagram.cells(of: row, within: area) { #expect(isClose(cell.area, 400, within: 1e-6)) }
    let grid = row.flatMap { site in row.map { Point(x: site.x, y: $0.x) } }
    for cell in try VoronoiDiagram.cells(of: grid, within: area) { #expect(isClose(cell.area, 100, within: 1e-6)) }
  }

  @Test func aCellMayFallApart() throws {
    let area = try MultiPolygon(try rectangle(0, 0, 10, 10).polygons + (try rectangle(20, 0, 30, 10).polygons))
    let cells = try VoronoiDiagram.cells(of: points([5, 5, 15, 12]), within: area)
    #expect(cells[1].polygons.count == 2)
    #expect(isClose(cells[0].area + cells[1].area, 200, within: 1e-9))
  }

  @Test func impossibleSitesAreRefused() throws {
    let area = try rectangle(0, 0, 10, 10)
    #expect(throws: GeometryError.duplicateSites(first: 0, second: 2)) {
      try VoronoiDiagram.cells(of: points([1, 1, 2, 2, 1, 1]), within: area)
    }
    #expect(throws: GeometryError.siteWithoutCell(index: 1)) {
      try VoronoiDiagram.cells(of: points([5, 5, 500, 500]), within: area)
    }
  }
}
