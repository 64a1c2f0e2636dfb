import Foundation
import PlanningTestKit
import Quantities
import Testing
import WorkLocations

@Suite struct WorkLocationAttributeTests {
  @Test func everyAttributeIsNamedOnce() {
    #expect(Set(WorkLocationAttribute.all.map(\.name)).count == WorkLocationAttribute.all.count)
  }

  /// Every stored property has an attribute: what is filled through the list fills the whole value.
  @Test func theListCoversEveryProperty() {
    #expect(Mirror(reflecting: WorkLocationAttributes()).children.count == WorkLocationAttribute.all.count)
  }

  @Test(arguments: WorkLocationAttribute.all.map(\.name))
  func everyAttributeComesBackAsItWasSet(_ name: String) throws {
    let attribute = try #require(WorkLocationAttribute.all.first { $0.name == name })
    var attributes = WorkLocationAttributes()
    if attribute.isNumeric {
      attributes.set(attribute, number: 2024)
      #expect(attributes.number(attribute) == 2024 && attributes.text(attribute) == nil)
      attributes.set(attribute, text: "Ja")
      #expect(attributes.number(attribute) == 2024)
    } else {
      attributes.set(attribute, text: "Ja")
      #expect(attributes.text(attribute) == "Ja" && attributes.number(attribute) == nil)
      attributes.set(attribute, number: 1)
      #expect(attributes.text(attribute) == "Ja")
    }
    #expect(others(than: attribute, in: attributes).isEmpty)
    #expect(try JSONDecoder().decode(WorkLocationAttributes.self, from: JSONEncoder().encode(attributes)) == attributes)
  }

  private func others(than attribute: WorkLocationAttribute, in attributes: WorkLocationAttributes) -> [String] {
    WorkLocationAttribute.all.filter {
      $0.name != attribute.name && (attributes.number($0) != nil || attributes.text($0) != nil)
    }.map(\.name)
  }

  @Test func anIndicatorOutsideTheListIsUnknown() throws {
    let obsolete = try #require(WorkLocationAttribute.all.first { $0.name == "verouderd" })
    var attributes = WorkLocationAttributes()
    attributes.set(obsolete, text: "misschien")
    #expect(attributes.isObsolete == .unknown)
  }

  @Test func sumsOverOwnersTellMissingFromZero() {
    var attributes = WorkLocationAttributes()
    #expect(attributes.immediatelyIssuable == nil && attributes.laterIssuable == nil && attributes.issued == nil)
    attributes.immediatelyIssuablePrivate = NetHectares(2)
    attributes.laterIssuableMunicipal = NetHectares(4)
    attributes.laterIssuablePrivate = NetHectares(8)
    #expect(attributes.immediatelyIssuable == NetHectares(2) && attributes.laterIssuable == NetHectares(12))
    attributes.immediatelyIssuableTotal = NetHectares(16)
    #expect(attributes.immediatelyIssuable == NetHectares(16))
    attributes.issuedBefore = NetHectares(32)
    attributes.issuedThisYear = NetHectares(4)
    attributes.boughtBack = NetHectares(1)
    #expect(attributes.issued == NetHectares(35))
  }
}
