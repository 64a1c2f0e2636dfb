import CLanes

/// Eight numbers that go through the same arithmetic: steps of eight stretches of the year, or hours of eight parks.
typealias Lanes = SIMD8<Double>

extension SIMD8<Double> {
  /// This plus x × y, rounded once: one instruction.
  @inline(__always)
  func plus(_ x: Self, times y: Self) -> Self { lanes_fused_double(self, x, y) }

  @inline(__always)
  func plus(_ x: Self, times y: Double) -> Self { lanes_fused_double(self, x, Self(repeating: y)) }

  /// This minus x × y, rounded once.
  @inline(__always)
  func minus(_ x: Self, times y: Self) -> Self { lanes_reduced_double(self, x, y) }

  @inline(__always)
  func minus(_ x: Self, times y: Double) -> Self { lanes_reduced_double(self, x, Self(repeating: y)) }

  /// The larger of both, place by place.
  @inline(__always)
  static func larger(_ one: Self, _ other: Self) -> Self { lanes_larger_double(one, other) }

  /// The smaller of both, place by place.
  @inline(__always)
  static func smaller(_ one: Self, _ other: Self) -> Self { lanes_smaller_double(one, other) }

  /// The other where the test is zero.
  @inline(__always)
  func unlessZero(_ test: Self, _ other: Self) -> Self { lanes_unless_zero_double(self, test, other) }

  /// The other where x is larger than y.
  @inline(__always)
  func unlessLarger(_ x: Self, _ y: Self, _ other: Self) -> Self { lanes_unless_larger_double(self, x, y, other) }
}
