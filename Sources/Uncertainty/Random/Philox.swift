/// Random bits as a function of a key and a counter — *geteld toeval*: the same counter gives the same bits, in any order and
/// on any number of threads, and one draw can be repeated alone.
///
/// Philox 4x32 with ten rounds. Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC11 (2011), section 4 and table 2; the published answers of their Random123 are tests.
public struct Philox: Sendable, Hashable {
  @usableFromInline let key: SIMD2<UInt32>

  @inlinable
  public init(seed: UInt64) { key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)) }

  /// 128 random bits for a counter.
  @inlinable
  public func words(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var (state, key) = (counter, key)
    for _ in 0..<Self.rounds {
      let first = UInt64(Self.multipliers[0]) * UInt64(state[0])
      let second = UInt64(Self.multipliers[1]) * UInt64(state[2])
      state = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ state[1] ^ key[0], UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ state[3] ^ key[1], UInt32(truncatingIfNeeded: first))
      key &+= Self.increments
    }
    return state
  }

  @usableFromInline static let rounds = 10
  /// The paper's multipliers for four words of 32 bits.
  @inlinable static var multipliers: SIMD2<UInt32> { SIMD2(0xD251_1F53, 0xCD9E_8D57) }
  /// What each round adds to the key: the golden ratio and √3 − 1 as fractions of 2³².
  @inlinable static var increments: SIMD2<UInt32> { SIMD2(0x9E37_79B9, 0xBB67_AE85) }
}
