import Quantities
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct WaterbedTests {
  private let none = [Double](repeating: 0, count: SpaceClass.all.count)
  private let light = SpaceClass(category: .upTo3, size: .medium, water: .dry)
  private let heavy = SpaceClass(category: .upTo6, size: .large, water: .wet)

  private func land(_ space: SpaceClass, _ hectares: Double) -> [Double] {
    var land = none
    land[space.index] = hectares
    return land
  }

  @Test func theExampleOfTheFormula() {
    let waterbed = Waterbed(
      unserved: land(light, 8),
      neighbours: [
        .init(region: "N", nearness: 0.1, unused: land(light, 6)),
        .init(region: "F", nearness: 0.05, unused: land(heavy, 4)),
      ], stayingInMunicipality: 0.6, stayingInMarket: 0.9)
    #expect(abs(waterbed.inMunicipality.value - 4.8) < 1e-12 && abs(waterbed.elsewhereInMarket.value - 2.4) < 1e-12)
    #expect(abs(waterbed.leaving.value - 0.8) < 1e-12)
    #expect(waterbed.pressures.map { ($0.arriving.value * 1000).rounded() } == [600, 200])
    #expect(waterbed.pressures.map(\.fitting.value) == [6, 4])
    #expect(waterbed.pressures.allSatisfy { abs($0.unserved.value) < 1e-12 })
  }

  @Test func lightLandIsNoPlaceForHeavyDemand() {
    let waterbed = Waterbed(
      unserved: land(heavy, 10),
      neighbours: [
        .init(region: "A", nearness: 1, unused: land(light, 100)),
        .init(region: "B", nearness: 0.01, unused: land(heavy, 1)),
      ], stayingInMunicipality: 0, stayingInMarket: 0.5)
    #expect(waterbed.pressures.map(\.arriving.value) == [0, 5])
    #expect(waterbed.pressures[1].served.value == 1 && waterbed.pressures[1].unserved.value == 4)
  }

  @Test func withoutRoomAnywhereNearnessDecides() {
    let waterbed = Waterbed(
      unserved: land(light, 4),
      neighbours: [.init(region: "A", nearness: 3, unused: none), .init(region: "B", nearness: 1, unused: none)],
      stayingInMunicipality: 0, stayingInMarket: 0)
    #expect(waterbed.pressures.map(\.arriving.value) == [3, 1] && waterbed.pressures.allSatisfy { $0.served == .zero })
  }

  /// Whatever leaves arrives somewhere, and the three ways are all of it.
  @Test(arguments: [0.0, 0.5, 0.925, 1]) func nothingIsLost(_ staying: Double) {
    let unserved = SpaceClass.all.map { Double($0.index % 5) }
    let neighbours = (1...4).map { index in
      Waterbed.Neighbour(
        region: RegionCode("R\(index)"), nearness: 1 / Double(index),
        unused: SpaceClass.all.map { Double(($0.index * index) % 3) })
    }
    let waterbed = Waterbed(
      unserved: unserved, neighbours: neighbours, stayingInMunicipality: 0.4, stayingInMarket: staying)
    let ways = waterbed.inMunicipality + waterbed.elsewhereInMarket + waterbed.leaving
    #expect(abs((ways - waterbed.unserved).value) < 1e-9)
    #expect(abs((waterbed.pressures.map(\.arriving).total() - waterbed.leaving).value) < 1e-9)
    #expect(waterbed.pressures.allSatisfy { $0.served.value <= $0.arriving.value + 1e-9 })
  }

  private func confrontation(_ shortages: [SpaceClass: Double]) -> Confrontation {
    Confrontation(
      usable: .zero, balance: .zero, verdict: .shortage,
      classes: SpaceClass.all.map { space in
        ClassBalance(
          spaceClass: space, demand: .zero, supply: .zero, servedByOwn: .zero, servedByStricter: .zero,
          shortage: NetHectares(shortages[space] ?? 0), unused: .zero)
      }, spills: [], proof: nil)
  }

  /// Heavy demand rises by 6 while light demand falls by 2: 4 ha more go unserved, all of it heavy; dust counts for nothing.
  @Test func onlyTheRiseInTotalGoesElsewhere() {
    let dusty = SpaceClass(category: .upTo2, size: .small, water: .dry)
    let extra = Waterbed.extra(
      before: confrontation([light: 5, heavy: 1]), after: confrontation([light: 3, heavy: 7, dusty: 1e-13]))
    #expect(abs(extra[heavy.index] - 4) < 1e-9 && extra[light.index] == 0 && extra[dusty.index] == 0)
    #expect(Waterbed.extra(before: confrontation([light: 5]), after: confrontation([light: 2])).allSatisfy { $0 == 0 })
  }
}
