import PlaneGeometry
import Quantities
import SyntheticNetherlands
import Testing
import WorkLocations

@Suite struct ExampleGeometryTests {
  @Test func cellsPartitionTheCountry() throws {
    let records = try Example.made.get()
    let table = RegionTable(records.regions)
    let country = try #require(table[.netherlands]?.boundary)
    for level in [RegionLevel.municipality, .corop, .province] {
      let sum = table.regions(at: level).compactMap(\.boundary).reduce(0) { $0 + $1.area }
      #expect(abs(sum - country.area) < 1)
    }
    #expect(records.regions.allSatisfy { $0.boundary?.isValid == true })
  }

  @Test func cellsDoNotOverlap() throws {
    let municipalities = try Example.made.get().regions.filter { $0.level == .municipality }
    let index = SpatialIndex(municipalities.compactMap(\.boundary), boundingBox: \.boundingBox)
    for municipality in municipalities {
      let cell = try #require(municipality.boundary)
      for other in index.elements(intersecting: cell.boundingBox) where other != cell {
        #expect(try cell.intersectionArea(with: other) < 1)
      }
      #expect(cell.contains(try #require(municipality.point)))
    }
  }

  @Test func outlinesAreValidAndMeasureTheirGrossArea() throws {
    for park in try Example.made.get().parks {
      let outline = try #require(park.outline)
      let gross = try #require(park.attributes.gross).value * 10_000
      #expect(outline.isValid, "\(park.rin)")
      #expect(abs(outline.area - gross) / gross < 0.0005, "\(park.rin)")
      #expect((8...60).contains(outline.polygons[0].exterior.count - 1))
      #expect(outline.polygons[0].oriented() == outline.polygons[0])
    }
  }

  @Test func parksLieInsideTheirMunicipality() throws {
    let records = try Example.made.get()
    let table = RegionTable(records.regions)
    for park in records.parks {
      let (cell, outline) = (try #require(table[park.municipality]?.boundary), try #require(park.outline))
      #expect(try outline.difference(with: cell) == nil, "\(park.rin)")
    }
  }

  @Test func parksDoNotOverlap() throws {
    let outlines = try Example.made.get().parks.compactMap(\.outline)
    let index = SpatialIndex(outlines, boundingBox: \.boundingBox)
    for outline in outlines {
      for other in index.elements(intersecting: outline.boundingBox) where other != outline {
        #expect(try outline.intersectionArea(with: other) == 0)
      }
    }
  }
}
