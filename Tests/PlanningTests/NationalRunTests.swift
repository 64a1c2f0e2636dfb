import Foundation
import Planning
import PlanningTestKit
import Testing
import WorkLocations

@Suite struct NationalRunTests {
  /// A run of the size of the Netherlands: 40 COROP areas, 3 horizons, 2 scenarios. Prints its CPU time beside the aims of
  /// 100 ms, and of 20 ms after a change; a shared machine is no place to assert on time.
  @Test func aNationalRunIsWholeAndItsTimeIsPrinted() throws {
    let register = try GeneratedCountry.register()
    let library = PlanningLibrary(
      parameters: GeneratedCountry.parameters, bibliography: Polder.bibliography, sectors: GeneratedCountry.sectors,
      addOns: Polder.addOns)
    let times = try (0..<5).map { _ in
      let start = Self.cpuMilliseconds()
      let response = try RunBalance()(.init(), register: register, library: library)
      #expect(response.balances.count == (1 + 12 + 40) * 6)
      return Self.cpuMilliseconds() - start
    }
    print("national run: \(times.map { Int($0.rounded()) }) ms CPU, aim 100")
    let situation = StartingSituation(register, region: .netherlands)
    let whole = try RunBalance()(.init(), register: register, library: library)
    let again = try (0..<5).map { _ in
      let start = Self.cpuMilliseconds()
      let response = try RunBalance()(.init(), from: situation.updated(to: register), library: library)
      let spent = Self.cpuMilliseconds() - start
      #expect(response == whole)
      return spent
    }
    print("national run from a situation: \(again.map { Int($0.rounded()) }) ms CPU, aim 20")
  }

  /// CPU time of this thread, so that tests that run beside it do not count.
  private static func cpuMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}
