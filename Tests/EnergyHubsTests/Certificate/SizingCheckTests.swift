import EnergyHubs
import Testing

/// An answer that has been touched is refused, and a bound holds whatever the prices.
@Suite struct SizingCheckTests {
  private let park = RandomParks.park(3, steps: 96)
  private let answer: SizingAnswer

  init() throws { answer = try Sizing.solve(park) }

  private func faults(_ change: (inout SizingAnswer) -> Void) -> [CertificateFault] {
    var touched = answer
    change(&touched)
    return SizingCheck.faults(park, touched)
  }

  @Test func anHonestAnswerPasses() {
    #expect(SizingCheck.faults(park, answer).isEmpty)
    #expect(answer.certificate.gap < 1e-8 && answer.certificate.lowerBound <= answer.cost)
    let explained = answer.certificate.slackness.values.reduce(0, +)
    #expect(abs(explained - (answer.cost - answer.certificate.lowerBound)) < 1e-8 * answer.certificate.turnover)
  }

  @Test func aTouchedAnswerIsRefused() {
    #expect(!faults { $0.cost *= 0.999 }.isEmpty)
    #expect(!faults { $0.dispatch.imported[5] -= 1 }.isEmpty)
    #expect(!faults { $0.dispatch.stored[7] += 1 }.isEmpty)
    #expect(!faults { $0.sizes.contract -= 1 }.isEmpty)
    #expect(!faults { $0.sizes.contract += 1 }.isEmpty)
    #expect(!faults { $0.multipliers.balance[5] += 0.01 }.isEmpty)
    #expect(!faults { for step in $0.multipliers.balance.indices { $0.multipliers.balance[step] = 0 } }.isEmpty)
    #expect(!faults { $0.certificate.dispatchCost = $0.cost * 1.001 }.isEmpty)
    #expect(faults { $0.certificate.dispatchCost = $0.cost * (1 + 1e-9) }.isEmpty)
  }

  @Test func nonsenseIsRefused() {
    #expect(faults { $0.dispatch.imported[5] = .nan } == [.notFinite("imported")])
    #expect(faults { $0.multipliers.peak.removeLast() } == [.shape("peak")])
    #expect(faults { $0.sizes.batteryEnergy = .infinity } == [.notFinite("sizes")])
    #expect(faults { $0.sizes.peaks = [] } == [.shape("peaks")])
  }

  @Test func noPriceRaisesTheBoundAboveTheOptimum() throws {
    var numbers = SeededDraws(seed: 5)
    for size in [1e-6, 1e-3, 1.0] {
      var other = answer.multipliers
      func shake(_ series: inout [Double]) {
        for index in series.indices { series[index] += Double.random(in: -size...size, using: &numbers) }
      }
      shake(&other.balance)
      shake(&other.store)
      shake(&other.generation)
      shake(&other.peak)
      shake(&other.content)
      shake(&other.contract)
      let certificate = try SizingCheck.certificate(park, answer.sizes, answer.dispatch, other)
      #expect(certificate.lowerBound <= answer.cost)
      #expect(certificate.lowerBound < answer.certificate.lowerBound)
    }
  }
}
