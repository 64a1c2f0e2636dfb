/// Where a monotone figure reaches a target — *omslagpunt*.
public enum BreakEven: Sendable, Hashable {
  /// The input at which the figure is the target.
  case at(Double)
  /// In the whole range the figure stays above, or below, the target; its values at both ends.
  case alwaysAbove(lower: Double, upper: Double)
  case alwaysBelow(lower: Double, upper: Double)
  /// The figure is no number at an end of the range or at an input within it.
  case undefined(at: Double)

  public var input: Double? { if case .at(let input) = self { input } else { nil } }

  /// The input in a range at which `figure` is `target`, to a precision of the input, or to a tolerance of the figure where that is
  /// met first.
  ///
  /// Method: halving, and where it is faster the secant, within a bracket that always holds the answer. It needs one crossing; the
  /// figure may rise or fall. The answer lies within the precision of the crossing.
  public static func find(
    in range: ClosedRange<Double>, target: Double, precision: Double, tolerance: Double = 0,
    figure: (Double) -> Double
  ) -> BreakEven {
    let lower = Point(input: range.lowerBound, excess: figure(range.lowerBound) - target)
    let upper = Point(input: range.upperBound, excess: figure(range.upperBound) - target)
    for end in [lower, upper] {
      if end.excess.isNaN { return .undefined(at: end.input) }
      if abs(end.excess) <= tolerance { return .at(end.input) }
    }
    guard (lower.excess > 0) != (upper.excess > 0) else {
      let (low, high) = (lower.excess + target, upper.excess + target)
      return lower.excess > 0 ? .alwaysAbove(lower: low, upper: high) : .alwaysBelow(lower: low, upper: high)
    }
    return narrowed(lower, upper, precision, tolerance) { figure($0) - target }
  }

  private struct Point {
    let input: Double
    var excess: Double
  }

  /// Each second step halves, so that the bracket shrinks however the figure bends.
  private static func narrowed(
    _ lower: Point, _ upper: Point, _ precision: Double, _ tolerance: Double, _ excess: (Double) -> Double
  ) -> BreakEven {
    var (lower, upper) = (lower, upper)
    var step = 0
    while upper.input - lower.input > precision {
      let middle = lower.input + (upper.input - lower.input) / 2
      guard middle > lower.input, middle < upper.input else { break }
      let secant = lower.input - lower.excess * (upper.input - lower.input) / (upper.excess - lower.excess)
      let input = step % 2 == 0 && secant > lower.input && secant < upper.input ? secant : middle
      let next = Point(input: input, excess: excess(input))
      if next.excess.isNaN { return .undefined(at: input) }
      if abs(next.excess) <= tolerance { return .at(input) }
      if (next.excess > 0) == (lower.excess > 0) { lower = next } else { upper = next }
      step += 1
    }
    return .at(abs(lower.excess) < abs(upper.excess) ? lower.input : upper.input)
  }
}
