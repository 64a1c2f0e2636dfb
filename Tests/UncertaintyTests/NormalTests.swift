import Foundation
import Testing
import Uncertainty

@Suite struct NormalTests {
  /// Solved with 40 digits from the integral.
  private static let known: [(Double, Double)] = [
    (1e-300, -37.047096299361199237), (1e-20, -9.2623400897984075737), (1e-10, -6.3613409024040562047),
    (0.0001, -3.7190164854556805644), (0.025, -1.9599639845400542355), (0.074, -1.4466320671589784837),
    (0.076, -1.4325027208258116056), (0.25, -0.6744897501960817432), (0.4, -0.2533471031357997988),
    (0.6, 0.2533471031357997988), (0.9, 1.281551565544600467), (0.95, 1.6448536269514727149),
    (0.975, 1.9599639845400542355), (0.999999, 4.7534243088228989482),
  ]

  @Test(arguments: known) func quantileInDoublePrecision(_ p: Double, _ z: Double) {
    #expect(abs(NormalDistribution.quantile(p) - z) <= 2e-11 / (p > 0.99 ? 1 : 5000) * max(1, abs(z)))
  }

  @Test func quantileAtAndBeyondTheEnds() {
    #expect(NormalDistribution.quantile(0) == -.infinity && NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(-0.1).isNaN && NormalDistribution.quantile(1.1).isNaN)
    #expect(NormalDistribution.quantile(0.5) == 0)
  }

  @Test(arguments: [-3, -0.5, 0, 1, 2.5]) func cumulativeUndoesTheQuantile(_ z: Double) {
    #expect(abs(NormalDistribution.quantile(NormalDistribution.cumulative(z)) - z) < 1e-12)
  }

  private func lanes(_ word: UInt32) -> Double { Double(Lanes(normalFrom: SIMD8(repeating: word))[0]) }

  /// Φ⁻¹ of the middle of the word's interval, counted from the nearer end.
  private func exact(_ word: UInt32) -> Double {
    let tail = (Double(word & 0x7FFF_FFFF) + 0.5) / 4_294_967_296
    return word >> 31 == 1 ? NormalDistribution.quantile(tail) : -NormalDistribution.quantile(tail)
  }

  /// The stated accuracy over the whole range: a grid of all words and the ends of it, both signs.
  @Test func lanesAreAccurate() {
    let ends = (0..<20_000).flatMap { [UInt32($0), 0x7FFF_FFFF - UInt32($0)] }
    let grid = stride(from: UInt32(0), to: 0x7FFF_FFFF, by: 9973).map { $0 }
    var worst = 0.0
    for word in ends + grid {
      for signed in [word, word | 0x8000_0000] {
        worst = max(worst, abs(lanes(signed) - exact(signed)) / max(1, abs(exact(signed))))
      }
    }
    #expect(worst < 1e-6, "\(worst)")
    #expect(worst > 1e-9)
  }

  @Test func lanesAreSymmetricAndBounded() {
    #expect(lanes(0) > 6.3 && lanes(0) < 6.4 && lanes(0x8000_0000) == -lanes(0))
    #expect(abs(lanes(0x7FFF_FFFF)) < 1e-6)
  }

  /// Mean, variance and fourth moment of 800,000 numbers, within four standard errors.
  @Test func momentsAreThoseOfTheNormal() {
    var (first, second, fourth) = (0.0, 0.0, 0.0)
    for block in 0..<25_000 {
      let words = DrawLanes(Philox(seed: 42), first: UInt32(8 * block)).words(stream: 1, item: 0, index: 0)
      for word in [words.0, words.1, words.2, words.3] {
        let z = Lanes(normalFrom: word)
        for lane in 0..<8 {
          let value = Double(z[lane])
          first += value
          second += value * value
          fourth += value * value * value * value
        }
      }
    }
    let n = 800_000.0
    #expect(abs(first / n) < 4 / n.squareRoot())
    #expect(abs(second / n - 1) < 4 * (2 / n).squareRoot())
    #expect(abs(fourth / n - 3) < 4 * (96 / n).squareRoot())
  }

  @Test func exponentialIsAccurate() {
    var worst = 0.0
    for step in -86_000...86_000 {
      let x = Float(step) / 1000
      worst = max(worst, abs(Double(Lanes(repeating: x).exponential()[3]) / exp(Double(x)) - 1))
    }
    #expect(worst < 2e-7, "\(worst)")
    #expect(Lanes(repeating: 0).exponential()[0] == 1)
    #expect(Lanes(repeating: 1000).exponential()[0].isFinite && Lanes(repeating: -1000).exponential()[0] > 0)
  }
}
