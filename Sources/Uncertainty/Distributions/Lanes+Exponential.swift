extension SIMD8<Float> {
  /// e to each power, with a relative error of at most 2 × 10⁻⁷ for powers in ±87; beyond that, the value at the border.
  ///
  /// Formula: eˣ = 2ⁿ eʳ with n = round(x / ln 2), |r| ≤ ln 2 / 2, and eʳ a polynomial of degree 6. Zero gives exactly 1.
  /// The coefficients are an own minimax fit of (eʳ − 1) / r, relative error 1.1 × 10⁻⁸ of eʳ − 1.
  @inlinable @inline(__always)
  public func exponential() -> Self {
    let x = atMost(Self.largestPower).atLeast(-Self.largestPower)
    let shifted = Self(repeating: Self.integerShift).plus(x, times: Self(repeating: 1.442_695))
    let n = shifted - Self.integerShift
    let r = x.plus(n, times: Self(repeating: -0.693_145_75)).plus(n, times: Self(repeating: -1.428_606_8e-6))
    let tail = Self.polynomial(
      r, 1.000_000_010_627_894, 0.499_999_981_240_876_9, 0.166_665_062_200_434_28, 0.041_667_136_445_633_19,
      0.008_369_068_521_488_01, 0.001_388_885_696_971_366_5)
    let value = Self(repeating: 1).plus(r, times: tail)
    let bits = unsafeBitCast(value, to: SIMD8<UInt32>.self) &+ (unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &<< 23)
    return unsafeBitCast(bits, to: Self.self)
  }

  /// Largest power whose exponential is a normal number on both sides of zero.
  @inlinable static var largestPower: Float { 87 }
  /// 1.5 × 2²³: adding it rounds to an integer, which then stands in the lowest bits.
  @inlinable static var integerShift: Float { 12_582_912 }
}
