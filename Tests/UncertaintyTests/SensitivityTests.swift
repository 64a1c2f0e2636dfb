import Foundation
import Testing
import Uncertainty

@Suite struct SensitivityTests {
  /// Uniform inputs, one group each, from their own streams.
  private func indices(_ groups: Int, draws: Int = 20_000, _ model: ([Double]) -> Double) throws -> [SobolIndex] {
    let sample = try #require(
      SobolSample(draws: draws, groups: groups) { draw, swapped in
        model(
          (0..<groups).map { group in
            RandomStream(seed: 7, draw: UInt32(draw), stream: UInt32(2 * group + (swapped[group] ? 1 : 0))).uniform(0)
          })
      })
    return sample.indices(confidence: 0.95, resamples: 200, seed: 11)
  }

  private func expect(_ found: [SobolIndex], first: [Double], total: [Double]) {
    for (index, wanted) in zip(found, zip(first, total)) {
      #expect(abs(index.estimate.first - wanted.0) < 1.6 * (index.upper.first - index.lower.first) + 1e-9)
      #expect(abs(index.estimate.total - wanted.1) < 1.6 * (index.upper.total - index.lower.total) + 1e-9)
      #expect(abs(index.estimate.first - wanted.0) < 0.04 && abs(index.estimate.total - wanted.1) < 0.04)
      #expect(index.lower.first <= index.estimate.first && index.estimate.first <= index.upper.first)
    }
  }

  /// Ishigami: sin x₁ + a sin² x₂ + b x₃⁴ sin x₁ on (−π, π), a = 7, b = 0.1; indices from the integrals.
  @Test func ishigami() throws {
    let found = try indices(3) { u in
      let x = u.map { Double.pi * (2 * $0 - 1) }
      return sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])
    }
    let b = 0.1
    let (pi4, pi8) = (pow(Double.pi, 4), pow(Double.pi, 8))
    let v1 = 0.5 * pow(1 + b * pi4 / 5, 2)
    let v2 = 49.0 / 8
    let v13 = 8 * b * b * pi8 / 225
    let v = v1 + v2 + v13
    expect(found, first: [v1 / v, v2 / v, 0], total: [(v1 + v13) / v, v2 / v, v13 / v])
  }

  /// Sobol's g: Π (|4 uᵢ − 2| + aᵢ) / (1 + aᵢ), with partial variances (1/3) / (1 + aᵢ)².
  @Test func sobolG() throws {
    let a = [0.0, 1, 4.5, 9]
    let found = try indices(4) { u in
      zip(u, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
    let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let whole = parts.reduce(1) { $0 * (1 + $1) }
    let v = whole - 1
    expect(found, first: parts.map { $0 / v }, total: parts.map { $0 * whole / (1 + $0) / v })
  }

  @Test func anAdditiveModelHasEqualIndices() throws {
    let found = try indices(3) { 3 * $0[0] + 2 * $0[1] + $0[2] }
    expect(found, first: [9 / 14, 4 / 14, 1 / 14], total: [9 / 14, 4 / 14, 1 / 14])
  }

  @Test func whatDoesNotVaryHasNoIndex() throws {
    let found = try indices(2, draws: 100) { _ in 5 }
    #expect(found.allSatisfy { $0.estimate.first == 0 && $0.estimate.total == 0 })
    #expect(SobolSample(a: [1, 2], b: [1], mixtures: []) == nil)
  }

  @Test func theSameSeedGivesTheSameInterval() throws {
    let model: ([Double]) -> Double = { $0[0] * $0[1] }
    #expect(try indices(2, draws: 500, model) == indices(2, draws: 500, model))
  }
}
