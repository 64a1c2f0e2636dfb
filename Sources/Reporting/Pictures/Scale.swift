import Foundation

/// From amounts to pixels along an axis, with round ticks — *schaal*.
package struct Scale: Sendable {
  package let ticks: [Double]
  private let lowest: Double
  private let highest: Double
  private let start: Double
  private let end: Double

  /// - Parameter values: all that must fit; 0 is always on the axis.
  package init(covering values: [Double], from start: Double, to end: Double, tickCount: Int = 6) {
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let step = Self.step(for: max(high - low, 1), count: tickCount)
    lowest = (low / step).rounded(.down) * step
    highest = max((high / step).rounded(.up) * step, lowest + step)
    let count = Int(((highest - lowest) / step).rounded())
    let first = lowest
    ticks = (0...count).map { first + Double($0) * step }
    self.start = start
    self.end = end
  }

  package func callAsFunction(_ value: Double) -> Double {
    start + (value - lowest) / (highest - lowest) * (end - start)
  }

  /// 1, 2 or 5 times a power of ten.
  private static func step(for width: Double, count: Int) -> Double {
    let raw = width / Double(count)
    let magnitude = pow(10, log10(raw).rounded(.down))
    return [1.0, 2, 5].map { $0 * magnitude }.first { $0 >= raw } ?? 10 * magnitude
  }
}
