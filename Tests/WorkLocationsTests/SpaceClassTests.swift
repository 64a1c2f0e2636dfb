import Testing
import WorkLocations

@Suite struct SpaceClassTests {
  @Test func allStandInTheOrderOfTheirIndex() {
    #expect(SpaceClass.all.map(\.index) == Array(0..<24))
    #expect(SpaceClass.all.sorted() == SpaceClass.all)
    #expect(Set(SpaceClass.all.map(\.code)).count == 24)
  }

  /// Serving is a partial order, and the list is one of its linear extensions: stricter land stands later.
  @Test func servingIsAPartialOrder() {
    for land in SpaceClass.all {
      #expect(land.serves(land))
      for demand in SpaceClass.all where land.serves(demand) {
        #expect(land.index >= demand.index)
        #expect(land == demand || !demand.serves(land))
        #expect(SpaceClass.all.filter { demand.serves($0) }.allSatisfy { land.serves($0) })
      }
    }
  }

  @Test func lightLandNeverServesHeavyDemand() {
    let heavy = SpaceClass(category: .upTo6, size: .small, water: .dry)
    let wet = SpaceClass(category: .upTo2, size: .small, water: .wet)
    let large = SpaceClass(category: .upTo2, size: .large, water: .dry)
    for (one, other) in [(heavy, wet), (wet, large), (large, heavy)] {
      #expect(!one.serves(other) && !other.serves(one))
    }
    #expect(SpaceClass(category: .upTo6, size: .large, water: .wet).serves(heavy))
  }

  @Test func segmentsOrderByGroupAndClass() {
    let light = SpaceClass.all[0]
    let strict = SpaceClass.all[23]
    #expect(Segment(sectorGroup: "a", spaceClass: strict) < Segment(sectorGroup: "b", spaceClass: light))
    #expect(Segment(sectorGroup: "a", spaceClass: light) < Segment(sectorGroup: "a", spaceClass: strict))
    #expect(LocationType.seaport < .businessPark && LocationType.office < .informal)
  }
}
