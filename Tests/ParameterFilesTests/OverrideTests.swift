import ParameterFiles
import Planning
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct OverrideTests {
  private let reader = YAMLLibraryReader()

  private func library(_ files: [String: String]) throws -> PlanningLibrary {
    let folder = try TemporaryFolder(files)
    return try reader.library(overrides: [folder.path], standalone: false)
  }

  @Test func anOverrideNamesOnlyTheMembersItChanges() throws {
    let before = try reader.library(overrides: [], standalone: false)
    let after = try library([
      "demand/land-per-job.yaml": """
      members:
        groothandel/business-park: {2022-01-01: {value: 500, source: assumption}}
        groothandel/business-park@PV30: {2022-01-01: {value: 600, source: assumption}}
      """
    ])
    let old = try #require(before.parameters["demand/land-per-job"])
    let new = try #require(after.parameters["demand/land-per-job"])
    #expect(new.label == old.label)
    #expect(new.unit == old.unit)
    #expect(new.dimensions == old.dimensions)
    #expect(new.members["groothandel/business-park"]?.map(\.value) == [500])
    #expect(new.members["groothandel/business-park@PV30"]?.map(\.value) == [600])
    #expect(new.members["bouw/business-park"] == old.members["bouw/business-park"])
    #expect(after.parameters.keys == before.parameters.keys)
  }

  /// What is wrong in a user's folder is said whatever part of the library a command needs.
  @Test func aUsersFolderIsReadAsAWhole() throws {
    let folder = try TemporaryFolder([
      "supply/frictional-reserve.yaml": Self.reserve(0.01), "demand/onbekend.yaml": "values: 3",
    ])
    #expect(throws: PlanningError.self) {
      try reader.library(overrides: [folder.path], standalone: false, folder: "quality")
    }
    let good = try TemporaryFolder(["supply/frictional-reserve.yaml": Self.reserve(0.01)])
    let library = try reader.library(overrides: [good.path], standalone: false, folder: "quality")
    #expect(library.parameters["supply/frictional-reserve"]?.members[""]?.map(\.value) == [0.01])
  }

  @Test func theLastFolderWins() throws {
    let first = try TemporaryFolder(["supply/frictional-reserve.yaml": Self.reserve(0.01)])
    let second = try TemporaryFolder(["supply/frictional-reserve.yaml": Self.reserve(0.02)])
    let library = try reader.library(overrides: [first.path, second.path], standalone: false)
    #expect(library.parameters["supply/frictional-reserve"]?.members[""]?.map(\.value) == [0.02])
  }

  private static func reserve(_ value: Double) -> String {
    "values: {2020-01-01: {value: \(value), source: assumption}}"
  }

  @Test func anAddOnIsAddedChangedAndRemoved() throws {
    let after = try library([
      "addons/haven.yaml": "remove: true",
      "addons/energie.yaml": "amount: {hoog: {value: 99, source: assumption}}",
      "addons/datacentra.yaml": Self.newAddOn,
    ])
    #expect(
      after.addOns.map(\.id) == ["circulair", "datacentra", "dubbelgebruik-transitie", "energie", "grote-logistiek"])
    let energy = try #require(after.addOns.first { $0.id == "energie" })
    #expect(energy.amountPerYear["hoog"]?.value == 99)
    #expect(energy.amountPerYear["laag"]?.value == 20)
    let added = try #require(after.addOns.first { $0.id == "datacentra" })
    #expect(added.amountPerYear["hoog"]?.source == "rsopen")
    #expect(added.amountPerYear["hoog"]?.locator == "p. 1")
    #expect(added.amountPerYear["hoog"]?.kind == .expertEstimate)
    #expect(added.amountPerYear["hoog"]?.from == CalendarDate(startOf: 2025))
    #expect(added.allocation == .region("GM0394"))
    #expect(added.returnsFrom == 2041)
  }

  private static let newAddOn = """
    label: {nl: Datacentra, en: Data centres}
    unit: ha-net/year
    kind: expert-estimate
    source: rsopen
    at: p. 1
    amount: {hoog: {value: 3, low: 1, high: 5}}
    from: 2025
    until: 2040
    location-type: business-park
    sector-group: diensten
    size-share: {large: 1}
    category-share: {c3: 1}
    water-share: 0
    temporary: true
    returns-from: 2041
    allocation: {by: region, region: GM0394}
    """

  @Test func aStandaloneFolderIsAllThereIs() throws {
    let folder = try TemporaryFolder([
      "demand/land-per-job.yaml": """
      label: {nl: Ruimte, en: Land}
      unit: m2/job
      kind: statistic
      by: [sector]
      members: {industry: {2000-01-01: {value: 200, low: 150, high: 250, source: book}}}
      """,
      "bibliography/book.yaml": "{title: A book, producer: A press, read: full}",
      "classification/sector-groups.yaml": "[{id: all, label: {nl: Alles, en: All}}]",
      "classification/sectors.yaml": "[{id: industry, label: {nl: Industrie, en: Industry}, group: all}]",
    ])
    let library = try reader.library(overrides: [folder.path], standalone: true)
    #expect(library.parameters.keys == ["demand/land-per-job"])
    #expect(library.bibliography.map(\.id) == ["book"])
    #expect(library.sectors.sectors.map(\.id) == ["industry"])
    #expect(library.addOns.isEmpty)
  }

  @Test func aMissingFolderIsReported() {
    #expect(throws: PlanningError.self) { try reader.library(overrides: ["/nowhere/at/all"], standalone: false) }
  }
}
