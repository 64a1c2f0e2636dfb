import Foundation
import Quantities
import Testing
import WorkLocations

@Suite struct CodesTests {
  @Test func anUnknownCodeIsKept() throws {
    let strange = WorkLocationType(rawValue: "Z9")
    #expect(!strange.isKnown && strange.label.nl == "Z9")
    #expect(try JSONDecoder().decode([WorkLocationType].self, from: JSONEncoder().encode([strange])) == [strange])
    #expect(WorkLocationType.businessPark.isKnown && WorkLocationType.businessPark.label.nl == "bedrijventerrein")
  }

  @Test(arguments: [
    ("A", LocationType.seaport), ("B", .businessPark), ("B1", .businessPark), ("C", .office), ("C4", .office),
  ])
  func aTypeBelongsToALocationType(_ code: String, _ type: LocationType) {
    #expect(WorkLocationType(rawValue: code).locationType == type)
  }

  @Test(arguments: [
    ("1", 1 as Int?), ("3.2", 3), ("5.3", 5), ("6", 6), ("7", nil), ("0", nil), ("12", nil), ("", nil),
    ("onbekend", nil),
    (".1", nil),
  ])
  func aCategoryHasAMainCategory(_ code: String, _ main: Int?) {
    #expect(EnvironmentalCategory(rawValue: code).main == main)
  }

  @Test(arguments: [(1, CategoryClass.upTo2), (2, .upTo2), (3, .upTo3), (4, .upTo4), (5, .upTo6), (6, .upTo6)])
  func aMainCategoryHasAClass(_ main: Int, _ category: CategoryClass) {
    #expect(CategoryClass(mainCategory: main) == category)
  }

  @Test func numbersOrderAsNumbers() throws {
    let texts = ["1", "9", "10", "262015001"]
    let numbers = try texts.map { try #require(RINNumber($0)) }
    #expect(numbers.reversed().sorted() == numbers)
    #expect(RINNumber("") == nil && RINNumber("1 2") == nil && RINNumber("X-1_a") != nil)
    #expect(try JSONDecoder().decode([RINNumber].self, from: Data("[\"007\"]".utf8)).first?.text == "007")
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([RINNumber].self, from: Data("[\"a b\"]".utf8)) }
  }

  @Test(arguments: [("CR01  ", "CR01"), (" GM0014", "GM0014"), ("Zuid  Oost ", "Zuid Oost")])
  func aRegionCodeLosesItsPadding(_ text: String, _ code: String) {
    #expect(RegionCode(text).text == code)
  }

  @Test func aPrefixNamesTheLevel() {
    #expect(
      (["GM1", "CR1", "PV1", "NL1", "RES1"] as [RegionCode]).map(\.level) == [
        .municipality, .corop, .province, .country, .grouping,
      ])
  }
}
