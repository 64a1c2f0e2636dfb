import Foundation
import ParameterFiles
import Planning
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

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

  @Test func aFolderAloneHoldsItsParametersWithTheirSourcesAndTheSectors() throws {
    let part = try YAMLLibraryReader().library(overrides: [], standalone: false, folder: ImportSource.parameterFolder)
    #expect(part.parameters.keys == library.parameters.keys.filter { $0.hasPrefix("quality/") })
    #expect(part.parameters.keys.allSatisfy { part.parameters[$0] == library.parameters[$0] })
    #expect(part.bibliography == library.bibliography)
    #expect(part.sectors.sectors == library.sectors.sectors && part.sectors.groups == library.sectors.groups)
    #expect(part.addOns.isEmpty && part.parameters.keys.count < library.parameters.keys.count)
  }

  /// Processor time of this thread, so that other work on the machine does not count.
  @Test func readingTakesLittleTime() throws {
    let seconds = try (0..<5).map { _ in
      let start = Self.processorTime()
      _ = try YAMLLibraryReader().library(overrides: [], standalone: false)
      return Self.processorTime() - start
    }
    #expect(try #require(seconds.min()) < 0.15)
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
