import EnergyHubs
import Testing

/// A battery does one thing at a time, whatever the prices and however much the firms deliver.
@Suite struct AlternatingTests {
  /// Against every way to charge and discharge by turns, each a linear question of its own.
  @Test(arguments: [2, 4, 6]) func agreesWithEveryWayToTakeTurns(steps: Int) throws {
    var (exact, above, impossible) = (0, 0, 0)
    for seed in 0..<60 {
      let park = RandomParks.delivering(seed &* 17 &+ steps, steps: steps)
      guard let least = ReferenceModel.alternatingMinimum(park) else {
        impossible += 1
        let error = #expect(throws: SizingError.self, "seed \(seed)") { try Sizing.solve(park) }
        guard case .infeasible(let shortage) = error else {
          Issue.record("seed \(seed): \(String(describing: error))")
          continue
        }
        #expect(shortage.unserved + shortage.surplus > 0, "seed \(seed)")
        continue
      }
      let answer = try Sizing.solve(park)
      let tolerance = 1e-6 * answer.certificate.turnover
      #expect((answer.dispatch.burned.max() ?? 0) < 1e-5 * answer.certificate.scale, "seed \(seed)")
      #expect(answer.cost >= least - tolerance && answer.certificate.lowerBound <= least + tolerance, "seed \(seed)")
      #expect(answer.certificate.largestViolation < 1e-6 * answer.certificate.scale, "seed \(seed)")
      if answer.cost <= least + tolerance { exact += 1 } else { above += 1 }
      if answer.relaxed == nil { #expect(answer.cost <= least + tolerance, "seed \(seed)") }
    }
    #expect(exact > 20 && impossible > 3)
    #expect(above < 15, "\(above) of \(exact + above) above the least")
  }

  /// 40 kW too much for an hour, a battery that holds 20 kWh of the 25 it is charged with: 15 kW more must be exported. Without
  /// turns it could charge and discharge in that hour and lose the rest.
  @Test func feedInThatHasNoOtherWayIsRefused() throws {
    let park = Self.delivering(battery: 20)
    let error = #expect(throws: SizingError.self) { try Sizing.solve(park) }
    guard case .infeasible(let shortage) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(abs(shortage.surplus - 15) < 1e-3 && shortage.unserved < 1e-3 && shortage.step == 0)
    #expect(abs(try #require(shortage.feedInMore) - 15) < 1e-3)
    #expect(shortage.repairs.map(\.kind).sorted { "\($0)" < "\($1)" } == [.battery, .feedIn])
    for repair in shortage.repairs {
      var wider = park
      switch repair.kind {
      case .feedIn: wider.exportRight = [repair.power + 0.01]
      case .battery: wider.battery.energy.most += repair.energy + 0.01
      case .contract: Issue.record("a contract is no help")
      }
      #expect(throws: Never.self) { try Sizing.solve(wider) }
    }
  }

  @Test func aBatteryThatIsLargeEnoughTakesIt() throws {
    let answer = try Sizing.solve(Self.delivering(battery: 500))
    #expect(answer.dispatch.charged[0] > 40 - 1e-4 && answer.dispatch.discharged[0] < 1e-9)
    #expect(answer.certificate.gap < 1e-6)
  }

  /// A tampered answer that burns in a step with a surplus is seen.
  @Test func dischargingWhereItMustChargeIsAViolation() throws {
    let park = Self.delivering(battery: 500)
    var answer = try Sizing.solve(park)
    answer.dispatch.discharged[0] += 5
    #expect(
      SizingCheck.faults(park, answer).contains { if case .violation(.discharge, _) = $0 { true } else { false } })
  }

  private static func delivering(battery: Double) -> SizingProblem {
    SizingProblem(
      hoursPerStep: 1, load: [-40, 30, 30], importPrice: [0.1, 0.1, 0.1], exportPrice: [0, 0, 0], peakPeriods: [0..<3],
      battery: BatteryOptions(
        energy: SizeRange(most: battery, price: 0.01), power: SizeRange(most: 500, price: 0.01), chargeEfficiency: 0.8,
        dischargeEfficiency: 1),
      contract: SizeRange(most: 100, price: 2), peakPrice: 1, exportRight: [0])
  }
}
