import ParameterFiles
import Planning
import Provenance
import Testing

@Suite struct BuiltInLibraryTests {
  let library: PlanningLibrary

  init() throws { library = try YAMLLibraryReader().library(overrides: [], standalone: false) }

  @Test func everyKindOfFileIsRead() throws {
    #expect(library.sectors.sectors.count == 20)
    #expect(library.sectors.groups.map(\.id) == ["industrie", "logistiek", "bouw-handel-reparatie", "diensten"])
    #expect(library.addOns.map(\.id) == library.addOns.map(\.id).sorted())
    #expect(library.bibliography.contains { $0.id == "brabant-feiten-cijfers-2022" && $0.reading == .summary })
    #expect(library.parameters["segments/seaport-water-share"]?.members[""]?.first?.value == 0.7)
  }

  @Test func readingTakesLittleTime() throws {
    let clock = ContinuousClock()
    let fastest = try (0..<5).map { _ in
      try clock.measure { _ = try YAMLLibraryReader().library(overrides: [], standalone: false) }
    }.min()
    print("library read in", fastest!)
    #expect(try #require(fastest) < .milliseconds(150))
  }
}
