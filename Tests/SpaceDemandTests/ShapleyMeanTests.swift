import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct ShapleyMeanTests {
  @Test func theExampleOfTheFormula() {
    let (old, new) = ([10.0, 20], [15.0, 30])
    let parts = Self.parts(2) { isNew in (isNew[0] ? new[0] : old[0]) * (isNew[1] ? new[1] : old[1]) }
    #expect(parts == [125, 125])
  }

  /// Against the definition: the mean over all orders, written out.
  @Test(arguments: 1...5) func itIsTheMeanOverAllOrders(_ count: Int) {
    var state: UInt64 = 42 + UInt64(count)
    func number() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 20) - 4
    }
    let values = (0..<1 << count).map { _ in number() }
    func figure(_ isNew: [Bool]) -> Double { values[isNew.indices.reduce(0) { $0 | (isNew[$1] ? 1 << $1 : 0) }] }
    let parts = Self.parts(count, of: figure)
    let orders = Self.orders(of: Array(0..<count))
    for factor in 0..<count {
      let gains = orders.map { order in
        var mix = [Bool](repeating: false, count: count)
        for earlier in order.prefix(while: { $0 != factor }) { mix[earlier] = true }
        let before = figure(mix)
        mix[factor] = true
        return figure(mix) - before
      }
      #expect(abs(parts[factor] - gains.reduce(0, +) / Double(orders.count)) < 1e-9)
    }
    #expect(abs(parts.reduce(0, +) - (values.last! - values[0])) < 1e-9)
  }

  private static func orders(of items: [Int]) -> [[Int]] {
    items.isEmpty
      ? [[]] : items.flatMap { first in orders(of: items.filter { $0 != first }).map { [first] + $0 } }
  }

  private static func parts(_ count: Int, of figure: ([Bool]) -> Double) -> [Double] {
    ShapleyMean.parts((0..<count).map { LocalizedText(both: "factor \($0)") }, .one, of: figure)
  }

  @Test func aFactorThatStandsStillHasNoPart() {
    let parts = Self.parts(3) { isNew in (isNew[0] ? 3 : 1) * 7 * (isNew[2] ? 5 : 2) }
    #expect(parts[1] == 0 && parts[0] + parts[2] == 91)
  }
}

@Suite struct DemandEffectsTests {
  private func model(_ overrides: ParameterSet = ParameterSet()) throws -> DemandModel {
    var reader = ParameterReader(Polder.library(overrides).parameters, on: Polder.referenceDate)
    return try DemandModel(
      register: try Polder.register(), classification: Polder.sectors, addOns: [], scenarios: ["laag", "hoog"],
      regions: Polder.corops, reader: &reader)
  }

  private static let drifting = ParameterSet([
    Polder.parameter("demand/location-preference", .share, ["maken/seaport": 0.25]),
    Polder.parameter("demand/location-preference-drift", .sharePerYear, ["maken": -0.02, "helpen": 0.01]),
    Polder.parameter("demand/land-per-job-drift", .sharePerYear, ["maken": 0.01, "vervoeren": -0.005]),
  ])

  @Test func theEffectsSumToTheExpansionOfEverySector() throws {
    let model = try model(Self.drifting)
    for region in Polder.corops {
      for scenario in ["laag", "hoog"] {
        let effects = model.effects(of: region, scenario: scenario, horizon: 2040)
        let demand = model.demand(of: region, scenario: scenario, horizon: 2040)
        for sector in effects.sectors {
          let line = demand.lines.first {
            $0.component == .expansion(sector: sector.sector, locationType: sector.locationType)
          }
          #expect(abs((line?.net.value ?? .nan) - sector.total.value) < 1e-9)
        }
        #expect(abs((effects.expansion - demand.expansion).value) < 1e-8)
        #expect(effects[.preference] != .zero && effects[.density] != .zero)
      }
    }
  }

  /// Jobs double, land per job grows by 16 %, from 9 jobs at 64 per ha: by hand for one sector.
  @Test func oneSectorByHand() throws {
    let model = try model(Self.drifting)
    let found = model.effects(of: "CR91", scenario: "hoog", horizon: 2040).sectors
      .first { $0.sector == "maken" && $0.locationType == .businessPark }
    let (jobs, preference, land) = ((9.0, 18.0), (0.5, 0.5 * 0.68), (312.5, 312.5 * 1.16))
    func effect(_ change: Double, _ one: (Double, Double), _ two: (Double, Double)) -> Double {
      change * ((one.0 * two.0 + one.1 * two.1) / 3 + (one.0 * two.1 + one.1 * two.0) / 6) / 10_000
    }
    let sector = try #require(found)
    #expect(abs(sector.employment.value - effect(9, preference, land)) < 1e-12)
    #expect(abs(sector.preference.value - effect(preference.1 - preference.0, jobs, land)) < 1e-12)
    #expect(abs(sector.density.value - effect(land.1 - land.0, jobs, preference)) < 1e-12)
  }

  @Test func anEffectIsExplainedByTheSameFormula() throws {
    let model = try model(Self.drifting)
    let effects = model.effects(of: "CR92", scenario: "laag", horizon: 2040)
    for effect in DemandEffect.allCases {
      let tree = try #require(
        model.explanation(of: .effect(effect), in: "CR92", scenario: "laag", horizon: 2040))
      #expect(abs(tree.evaluated() - effects[effect].value) < 1e-9 && tree.unit == .netHectare)
      for sector in effects.sectors {
        let figure = DemandFigure.effectOf(effect, sector: sector.sector, locationType: sector.locationType)
        let tree = try #require(model.explanation(of: figure, in: "CR92", scenario: "laag", horizon: 2040))
        #expect(abs(tree.evaluated() - sector[effect].value) < 1e-12)
      }
    }
  }
}
