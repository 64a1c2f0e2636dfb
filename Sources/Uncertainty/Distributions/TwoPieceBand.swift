import Foundation

/// An uncertain number: a middle with a low and a high side, each normal with its own width — *bandbreedte*.
///
/// Formula, for a standard normal z: value + z (high − value) / z₉₀ above the middle, value + z (value − low) / z₉₀ below it,
/// held within the physical limits. Half of all draws lie on either side, so the middle is the median; with
/// z₉₀ = Φ⁻¹(0.9) low and high are P10 and P90. A draw beyond a limit counts as the limit, which leaves the
/// median and every quantile inside the limits where they were.
///
/// Source of the form: the split normal distribution (K. Wallis, "The two-piece normal, binormal, or double Gaussian
/// distribution", Statistical Science 29, 2014), here with equal weight on both sides so that the middle stays the median.
///
/// Example: 200 with low 180 and high 260 (P10, P90) is 200 + 1.2816 × 60 / 1.2816 = 260 for z = 1.2816.
public struct TwoPieceBand: Sendable, Hashable, Codable {
  /// Median.
  public let value: Double
  /// Change per standard normal unit below and above the median, ≥ 0.
  public let below: Double
  public let above: Double
  /// Physical limits.
  public let floor: Double
  public let ceiling: Double

  /// - Parameters:
  ///   - probability: chance of staying below `high` (and above `low`), in (½, 1): 0.9 when low and high are P10 and P90.
  ///   - limits: what the number can be at all: 0...1 for a share, 0...∞ for an amount.
  /// - Returns: nil unless low ≤ value ≤ high, all within the limits, and the probability is in (½, 1).
  public init?(
    value: Double, low: Double, high: Double, probability: Double,
    limits: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    guard low <= value, value <= high, limits.contains(low), limits.contains(high), high - low < .infinity,
      probability > 0.5, probability < 1
    else { return nil }
    let deviations = NormalDistribution.quantile(probability)
    self.value = value
    below = (value - low) / deviations
    above = (high - value) / deviations
    floor = limits.lowerBound
    ceiling = limits.upperBound
  }

  private init(value: Double, below: Double, above: Double, floor: Double, ceiling: Double) {
    self.value = value
    self.below = below
    self.above = above
    self.floor = floor
    self.ceiling = ceiling
  }

  /// A number that is known: every draw gives it.
  public static func certain(_ value: Double) -> TwoPieceBand {
    TwoPieceBand(value: value, below: 0, above: 0, floor: -.infinity, ceiling: .infinity)
  }

  public var isCertain: Bool { below == 0 && above == 0 }

  /// The same band as a factor around 1; certain when the middle is 0, which leaves nothing to scale.
  public var asFactor: TwoPieceBand {
    guard value > 0 else { return .certain(1) }
    return TwoPieceBand(
      value: 1, below: below / value, above: above / value, floor: floor / value, ceiling: ceiling / value)
  }

  /// The same band as a deviation around 0.
  public var asDeviation: TwoPieceBand {
    TwoPieceBand(value: 0, below: below, above: above, floor: floor - value, ceiling: ceiling - value)
  }

  /// The number for a standard normal z.
  public func draw(_ z: Double) -> Double {
    min(ceiling, max(floor, value + z * (z > 0 ? above : below)))
  }

  /// The number below which it stays with a probability in (0, 1).
  public func quantile(_ probability: Double) -> Double { draw(NormalDistribution.quantile(probability)) }

  /// The numbers of eight draws, single precision.
  @inlinable @inline(__always)
  public func draw(_ z: Lanes) -> Lanes {
    let slope = Lanes(repeating: Float(below)).replacing(with: Float(above), where: z .> 0)
    return Lanes(repeating: Float(value)).plus(z, times: slope).atMost(Float(ceiling)).atLeast(Float(floor))
  }
}
