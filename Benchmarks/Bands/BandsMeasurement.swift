import Dispatch
import ForecastBands
import Foundation
import Synchronization
import Uncertainty

/// Draws the model of Benchmarks/bands_peer.py and summarises it: `bands-measurement DRAWS REGIONS SECTORS YEARS THREADS [WHAT]`
/// with WHAT `all` (default) or `draw`. The last line holds the mean demand, quantiles of the first region in the last year and
/// its chance of a shortage with soft plans.
@main
struct BandsMeasurement {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let numbers = arguments.compactMap { Int($0) }
    guard numbers.count == 5 else { return print("bands-measurement DRAWS REGIONS SECTORS YEARS THREADS [draw]") }
    let model = try MeasuredModel(regions: numbers[1], sectors: numbers[2], years: numbers[3]).model()
    let (sampler, threads) = (BandSampler(model), numbers[4])
    let blocks = stride(from: 0, to: numbers[0], by: 256).map { $0..<min($0 + 256, numbers[0]) }
    let start = processorTime()
    let batches = inParallel(blocks.count, threads) { sampler.draw(blocks[$0], seed: 1) }
    print(String(format: "timing: draw %.1f ms cpu", 1000 * (processorTime() - start)))
    guard arguments.last != "draw" else { return }
    let between = processorTime()
    let question = BandQuestion(
      levels: [0.05, 0.10, 0.50, 0.90, 0.95], largeShortage: 25, groups: [Array(0..<numbers[1])])
    guard let summary = BandSummary(model, batches, question) else { return }
    let bands = inParallel(summary.areas, threads) { summary.bands(of: $0) }
    print(String(format: "timing: summary %.1f ms cpu", 1000 * (processorTime() - between)))
    report(bands, regions: numbers[1])
  }

  static func report(_ bands: [[YearBands]], regions: Int) {
    guard let first = bands[0].last else { return }
    let means = bands[..<regions].flatMap { $0.dropFirst().map(\.demand.mean) }
    let quantiles = first.demand.quantiles.map { String(format: "%.3f", $0) }.joined(separator: ", ")
    print(
      String(format: "%.6f", means.reduce(0, +) / Double(means.count)), "[\(quantiles)]",
      String(format: "%.4f", first.shortageWithSoft.any.probability))
  }

  /// Values in the order of their indices.
  static func inParallel<Value: Sendable>(_ count: Int, _ threads: Int, _ value: @Sendable (Int) -> Value) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < count {
        let one = value(index)
        values.withLock { $0[index] = one }
      }
    }
    return values.withLock { $0.compactMap { $0 } }
  }

  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
