import PlaneGeometry
import Testing

@Suite struct CoordinateReferenceSystemTests {
  @Test func recognisesTheNetherlands() {
    let cases: [(BoundingBox, CoordinateReferenceSystem?)] = [
      (BoundingBox(minX: 13_600, minY: 306_800, maxX: 278_000, maxY: 619_300), .rdNew),
      (BoundingBox(minX: 3.3, minY: 50.75, maxX: 7.22, maxY: 53.7), .wgs84),
      (BoundingBox(minX: 370_000, minY: 6_570_000, maxX: 800_000, maxY: 7_080_000), .webMercator),
      (BoundingBox(minX: 3_860_000, minY: 3_080_000, maxX: 4_120_000, maxY: 3_400_000), .etrs89LAEA),
      (BoundingBox(minX: 50.75, minY: 3.3, maxX: 53.7, maxY: 7.22), nil),
      (BoundingBox(minX: 0, minY: 0, maxX: 1, maxY: 1), nil),
    ]
    for (box, expected) in cases { #expect(CoordinateReferenceSystem.recognised(fromBounds: box) == expected) }
  }

  @Test func recognisesSwappedAxes() throws {
    let degrees = BoundingBox(minX: 50.75, minY: 3.3, maxX: 53.7, maxY: 7.22)
    let swapped = try #require(CoordinateReferenceSystem.recognition(ofBounds: degrees))
    #expect(swapped.system == .wgs84 && swapped.axesSwapped)
    let metres = BoundingBox(minX: 463_000, minY: 155_000, maxX: 464_000, maxY: 156_000)
    #expect(CoordinateReferenceSystem.recognition(ofBounds: metres)?.system == .rdNew)
  }

  @Test func identifiers() {
    #expect(CoordinateReferenceSystem.rdNew.uri == "http://www.opengis.net/def/crs/EPSG/0/28992")
    #expect(CoordinateReferenceSystem.wgs84.uri == "http://www.opengis.net/def/crs/OGC/1.3/CRS84")
    #expect(CoordinateReferenceSystem.epsg(4258) == .etrs89)
  }
}
