import Foundation

/// From amounts to pixels along an axis.
package protocol AxisScale: Sendable {
  var ticks: [Double] { get }
  /// Decimals that tell the ticks apart.
  var decimals: Int { get }
  func callAsFunction(_ value: Double) -> Double
}

/// From amounts to pixels along an axis, with round ticks — *schaal*.
package struct Scale: AxisScale {
  package let ticks: [Double]
  /// Decimals that tell the ticks apart.
  package let decimals: Int
  private let lowest: Double
  private let highest: Double
  private let start: Double
  private let end: Double

  /// - Parameters:
  ///   - values: all that must fit.
  ///   - includesZero: whether 0 is on the axis whatever the values are.
  ///   - isTight: whether the axis ends at the values instead of at a tick.
  ///   - smallest: the least that an axis spans.
  package init(
    covering values: [Double], includesZero: Bool = true, isTight: Bool = false, smallest: Double = 1,
    from start: Double, to end: Double, tickCount: Int = 6
  ) {
    let all = values + (includesZero || values.isEmpty ? [0] : [])
    let low = all.min() ?? 0
    let high = all.max() ?? 0
    let step = Self.step(for: max(high - low, smallest), count: tickCount)
    let first = (low / step).rounded(.down) * step
    let last = max((high / step).rounded(.up) * step, first + step)
    let count = Int(((last - first) / step).rounded())
    let round = (0...count).map { first + Double($0) * step }
    let isCut = isTight && high - low >= smallest
    (lowest, highest) = isCut ? (low, high) : (first, last)
    ticks = isCut ? round.filter { (low...high).contains($0) } : round
    decimals = Int(max(0, -log10(step).rounded(.down)))
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

/// From amounts above zero to pixels along an axis on which equal ratios are equally far apart — *logaritmische schaal*.
package struct LogScale: AxisScale {
  package let ticks: [Double]
  package let decimals: Int
  private let lowest: Double
  private let highest: Double
  private let start: Double
  private let end: Double

  /// - Parameter values: all that must fit; those of zero or less are left out. Ends at a tick.
  package init(covering values: [Double], from start: Double, to end: Double) {
    let positive = values.filter { $0 > 0 && $0.isFinite }
    let (low, high) = (positive.min() ?? 1, positive.max() ?? 1)
    let powers = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up)) + 1
    let candidates = powers.flatMap { power in [1.0, 2, 5].map { $0 * pow(10, Double(power)) } }
    let first = candidates.last { $0 <= low } ?? low
    let last = candidates.first { $0 >= high && $0 > first } ?? high
    let inside = candidates.filter { (first...last).contains($0) }
    ticks = inside.count <= Self.mostTicks ? inside : inside.filter { $0 == first || $0 == last || Self.isPower($0) }
    decimals = Int(max(0, -log10(first).rounded(.down)))
    (lowest, highest) = (log10(first), log10(last))
    (self.start, self.end) = (start, end)
  }

  /// What is not above zero lies at the start.
  package func callAsFunction(_ value: Double) -> Double {
    guard value > 0 else { return start }
    return start + (log10(value) - lowest) / (highest - lowest) * (end - start)
  }

  private static func isPower(_ value: Double) -> Bool { pow(10, log10(value).rounded()) == value }

  private static let mostTicks = 8
}
