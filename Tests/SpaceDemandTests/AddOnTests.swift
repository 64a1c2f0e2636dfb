import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct AddOnTests {
  private func addOn(returnsFrom: Int? = nil) -> AddOn {
    AddOn(
      id: "a", label: LocalizedText(both: "a"), amountPerYear: ["laag": Polder.value(1)], firstYear: 2025,
      lastYear: 2028,
      locationType: .businessPark, sectorGroup: "industrie",
      profile: SegmentProfile(sizes: [.large: 1], category: .upTo4, water: .dry), returnsFrom: returnsFrom,
      allocation: .netStock)
  }

  @Test(arguments: [
    (2024, 2024, 0), (2024, 2025, 1), (2024, 2028, 4), (2024, 2050, 4), (2026, 2050, 2), (2028, 2050, 0),
    (2030, 2050, 0),
    (2020, 2024, 0), (2020, 2026, 2),
  ])
  func countsItsYearsAfterTheStart(_ start: Int, _ end: Int, _ years: Int) {
    #expect(addOn().years(after: start, through: end) == years)
  }

  @Test(arguments: [(2034, 4), (2035, 0), (2050, 0)]) func aTemporaryNeedComesFree(_ end: Int, _ years: Int) {
    #expect(addOn(returnsFrom: 2035).years(after: 2024, through: end) == years)
    #expect(addOn(returnsFrom: 2035).isTemporary && !addOn().isTemporary)
  }

  @Test func aScenarioWithoutAmountTakesNothing() {
    #expect(addOn().reading(in: "hoog") == nil && addOn().reading(in: "laag")?.path == "addons/a:laag")
  }

  @Test func sharesOfAProfileSumToOne() {
    let profile = SegmentProfile(
      sizes: [.small: 0.25, .medium: 0.25, .large: 0.5], categories: [.upTo2: 0.5, .upTo6: 0.5], waterShare: 0.25)
    #expect(profile.shares.reduce(0, +) == 1)
    let wet = SpaceClass(category: .upTo6, size: .large, water: .wet)
    #expect(profile.shares[wet.index] == 0.0625)
  }
}
