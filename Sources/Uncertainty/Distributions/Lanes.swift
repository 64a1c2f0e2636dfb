import CLanes

/// Eight single-precision numbers, one per draw — *acht trekkingen*.
public typealias Lanes = SIMD8<Float>

extension SIMD8<Float> {
  /// This plus x × y, rounded once: one instruction.
  @inlinable @inline(__always)
  public func plus(_ x: Self, times y: Self) -> Self { lanes_fused(self, x, y) }

  /// c₀ + c₁ x + … + c₅ x⁵, in pairs: fewer steps that wait for one another than one after another (Estrin's order).
  @inlinable @inline(__always)
  static func polynomial(_ x: Self, _ c0: Float, _ c1: Float, _ c2: Float, _ c3: Float, _ c4: Float, _ c5: Float)
    -> Self
  {
    let low = Self(repeating: c0).plus(x, times: Self(repeating: c1))
    let middle = Self(repeating: c2).plus(x, times: Self(repeating: c3))
    let high = Self(repeating: c4).plus(x, times: Self(repeating: c5))
    let square = x * x
    return low.plus(square, times: middle.plus(square, times: high))
  }

  /// The smaller of each pair; a NaN on the left gives the right one.
  @inlinable @inline(__always)
  package func atMost(_ limit: Float) -> Self { replacing(with: limit, where: self .> limit) }

  @inlinable @inline(__always)
  package func atLeast(_ limit: Float) -> Self { replacing(with: limit, where: self .< limit) }
}
