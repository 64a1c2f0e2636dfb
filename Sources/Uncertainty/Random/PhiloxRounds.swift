/// Rounds three to ten of Philox for four draws, with the keys of the rounds ready as vectors.
@usableFromInline
struct PhiloxRounds: Sendable {
  @usableFromInline typealias Half = SIMD4<UInt64>
  @usableFromInline typealias State = (Half, Half, Half, Half)
  @usableFromInline typealias Key = (Half, Half)

  // Eight fields rather than an array: the inner loop reads them at fixed places.
  @usableFromInline let keys: (Key, Key, Key, Key, Key, Key, Key, Key)

  @inlinable
  init(_ philox: Philox) {
    func key(_ round: UInt32) -> Key {
      let key = philox.key &+ Philox.increments &* round
      return (Half(repeating: UInt64(key[0])), Half(repeating: UInt64(key[1])))
    }
    keys = (key(2), key(3), key(4), key(5), key(6), key(7), key(8), key(9))
  }

  @inlinable @inline(__always)
  func after(_ start: State) -> State {
    var state = Self.round(start, keys.0)
    state = Self.round(state, keys.1)
    state = Self.round(state, keys.2)
    state = Self.round(state, keys.3)
    state = Self.round(state, keys.4)
    state = Self.round(state, keys.5)
    state = Self.round(state, keys.6)
    return Self.round(state, keys.7)
  }

  @inlinable @inline(__always)
  static func round(_ state: State, _ key: Key) -> State {
    let first = (state.0 & low) &* multiplier0
    let second = (state.2 & low) &* multiplier1
    return ((second &>> 32) ^ (state.1 ^ key.0), second, (first &>> 32) ^ (state.3 ^ key.1), first)
  }

  @inlinable static var low: Half { Half(repeating: 0xFFFF_FFFF) }
  @inlinable static var multiplier0: Half { Half(repeating: UInt64(Philox.multipliers[0])) }
  @inlinable static var multiplier1: Half { Half(repeating: UInt64(Philox.multipliers[1])) }
}
