/// Eight single-precision numbers, one per draw — *acht trekkingen*.
public typealias Lanes = SIMD8<Float>

extension SIMD8<Float> {
  /// c₀ + x (c₁ + x (c₂ + …)).
  @inlinable @inline(__always)
  static func polynomial(_ x: Self, _ c0: Float, _ c1: Float, _ c2: Float, _ c3: Float, _ c4: Float, _ c5: Float)
    -> Self
  {
    var sum = Self(repeating: c4).addingProduct(x, Self(repeating: c5))
    sum = Self(repeating: c3).addingProduct(x, sum)
    sum = Self(repeating: c2).addingProduct(x, sum)
    sum = Self(repeating: c1).addingProduct(x, sum)
    return Self(repeating: c0).addingProduct(x, sum)
  }

  /// The smaller of each pair; a NaN on the left gives the right one.
  @inlinable @inline(__always)
  package func atMost(_ limit: Float) -> Self { replacing(with: limit, where: self .> limit) }

  @inlinable @inline(__always)
  package func atLeast(_ limit: Float) -> Self { replacing(with: limit, where: self .< limit) }
}
