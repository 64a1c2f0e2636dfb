/// Random bits of eight consecutive draws at once — *acht trekkingen naast elkaar*; lane k is draw first + k.
///
/// The counter is (draw, stream, index, item): the stream says what the numbers are for, the item whose they are (a sector in a
/// region), and each index gives four words per draw. The bits are those of `Philox.words` for the same counter.
///
/// Words of 32 bits stay in the low half of 64-bit lanes, even draws in one vector and odd draws in another, because the
/// processor multiplies 32 × 32 → 64 bits that way without shuffles.
public struct DrawLanes: Sendable {
  @usableFromInline let philox: Philox
  /// First product of the first round: the only part in which the draw itself appears.
  @usableFromInline let even: SIMD4<UInt64>
  @usableFromInline let odd: SIMD4<UInt64>

  @usableFromInline let rounds: PhiloxRounds

  public typealias Words = SIMD8<UInt32>

  @inlinable @inline(__always)
  public init(_ philox: Philox, first: UInt32) {
    self.philox = philox
    rounds = PhiloxRounds(philox)
    let draws = SIMD4<UInt64>(0, 2, 4, 6) &+ UInt64(first)
    even = (draws & Self.low) &* Self.multiplier0
    odd = ((draws &+ 1) & Self.low) &* Self.multiplier0
  }

  /// Four words for each of the eight draws.
  @inlinable @inline(__always)
  public func words(stream: UInt32, item: UInt32, index: UInt32) -> (Words, Words, Words, Words) {
    let (a, b) = (half(even, stream, item, index), half(odd, stream, item, index))
    return (
      Self.joined(a.0, b.0), Self.joined(a.1, b.1), Self.joined(a.2, b.2), Self.joined(a.3, b.3)
    )
  }

  @usableFromInline typealias Half = PhiloxRounds.Half
  @usableFromInline typealias State = PhiloxRounds.State

  /// Ten rounds; in the first two, what is equal for all draws is done once in scalars.
  @inlinable @inline(__always)
  func half(_ draws: Half, _ stream: UInt32, _ item: UInt32, _ index: UInt32) -> State {
    let keys = (philox.key, philox.key &+ Philox.increments)
    let second = UInt64(Philox.multipliers[1]) &* UInt64(index)
    let a = UInt64(UInt32(truncatingIfNeeded: second >> 32) ^ stream ^ keys.0[0])
    let c = (draws &>> 32) ^ UInt64(item ^ keys.0[1])
    let first = UInt64(Philox.multipliers[0]) &* a
    let product = (c & Self.low) &* Self.multiplier1
    let b = UInt64(UInt32(truncatingIfNeeded: second) ^ keys.1[0])
    return rounds.after(
      (
        (product &>> 32) ^ b, product, (draws & Self.low) ^ ((first >> 32) ^ UInt64(keys.1[1])),
        Half(repeating: first & 0xFFFF_FFFF)
      ))
  }

  /// Draws in their order: even ones in the low halves, odd ones in the high halves.
  @inlinable @inline(__always)
  static func joined(_ even: Half, _ odd: Half) -> Words {
    unsafeBitCast((even & low) | (odd &<< 32), to: Words.self)
  }

  @inlinable static var low: Half { PhiloxRounds.low }
  @inlinable static var multiplier0: Half { PhiloxRounds.multiplier0 }
  @inlinable static var multiplier1: Half { PhiloxRounds.multiplier1 }
}
