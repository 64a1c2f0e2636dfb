import Testing
import Uncertainty

@Suite struct SampleTests {
  private func sample(_ count: Int, _ value: (Double) -> Double) -> [Float] {
    let stream = RandomStream(seed: 8, draw: 0, stream: 0)
    return (0..<count).map { Float(value(stream.uniform($0))) }
  }

  /// The running example of the doc comment, and the ends.
  @Test func quarterOfFour() {
    #expect(Quantiles.of([4, 2, 1, 3], at: [0.25, 0, 1, 0.5]) == [1.75, 1, 4, 2.5])
    #expect(Quantiles.of([7.0], at: [0, 0.3, 1]) == [7, 7, 7])
  }

  /// Even, skewed, crowded, stepped, constant and far-flung samples against a full sort.
  @Test(arguments: 0..<7, [1, 2, 50, 129, 1000, 10_000]) func selectionIsSorting(_ kind: Int, _ count: Int) {
    let shapes: [(Double) -> Double] = [
      { $0 }, { 1 / ($0 * $0 * $0 * $0) }, { $0 < 0.001 ? 1e9 : $0 }, { ($0 * 4).rounded() }, { _ in 3 },
      { $0 < 0.5 ? -1e38 : 1e38 }, { $0 < 0.5 ? $0 * 1e-30 : 1e30 * $0 },
    ]
    let sample = sample(count, shapes[kind])
    let sorted = sample.sorted()
    let ranks = [0, count / 20, count / 10, count / 2, count * 9 / 10, count - 1, count / 2, count / 3]
    let found = sample.withUnsafeBufferPointer { OrderStatistics.values(of: $0, at: ranks) }
    #expect(found == ranks.map { sorted[$0] })
  }

  @Test func runningMomentsAreThoseOfTheWhole() {
    let values = sample(1000) { 1e6 + $0 }.map(Double.init)
    var joined = SampleMoments(values[..<300])
    joined.add(SampleMoments(values[300...]))
    let mean = values.reduce(0, +) / 1000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999
    for moments in [SampleMoments(values), joined] {
      #expect(moments.count == 1000 && abs(moments.mean - mean) < 1e-8)
      #expect(abs(moments.variance - variance) < 1e-9 * variance)
      #expect(abs(moments.standardError - (variance / 1000).squareRoot()) < 1e-10)
    }
    let single = sample(1000) { $0 }
    let floats = single.withUnsafeBufferPointer { SampleMoments($0) }
    #expect(abs(floats.variance - SampleMoments(single.map(Double.init)).variance) < 1e-12)
    #expect(SampleMoments().variance == 0 && SampleMoments([5]).standardError == 0)
  }

  /// Of 2,000 samples of 400 uniforms, the spread of the median is what one sample says of itself, within a tenth.
  @Test func theErrorOfAQuantileIsItsSpread() {
    var (medians, errors) = (SampleMoments(), SampleMoments())
    for draw in 0..<2000 {
      let stream = RandomStream(seed: 1, draw: UInt32(draw), stream: 0)
      let sample = (0..<400).map { Float(stream.uniform($0)) }
      sample.withUnsafeBufferPointer {
        medians.add(Quantiles.of($0, at: [0.5])[0])
        errors.add(SamplingError.ofQuantile(0.5, of: $0))
      }
    }
    #expect(abs(errors.mean / medians.variance.squareRoot() - 1) < 0.1)
  }

  @Test func theErrorOfAProbability() {
    #expect(abs(SamplingError.ofProbability(0.2, draws: 1600) - 0.01) < 1e-15)
    #expect(SamplingError.ofProbability(0, draws: 100) > 0.009)
    #expect(abs(SamplingError.ofProbability(1, draws: 100) - SamplingError.ofProbability(0, draws: 100)) < 1e-15)
  }

  /// A half-width of 1.96 errors at 95 %: one tenth of it takes a hundred times the draws.
  @Test func drawsForAPrecision() {
    let needed = SamplingError.drawsNeeded(halfWidth: 0.196, error: 1, draws: 50, confidence: 0.95)
    #expect(abs(needed / 5000 - 1) < 1e-4)
  }
}
