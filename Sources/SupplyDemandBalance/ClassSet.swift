/// A set of classes of land by their places in `SpaceClass.all`, one bit each; runs from light to strict.
struct ClassSet: Sequence, Sendable {
  private var bits: UInt32 = 0

  init() {}

  init(_ classes: some Sequence<Int>) {
    for one in classes { insert(one) }
  }

  var isEmpty: Bool { bits == 0 }
  /// The lightest class; nil when there is none.
  var first: Int? { isEmpty ? nil : bits.trailingZeroBitCount }

  func contains(_ one: Int) -> Bool { bits & (1 &<< UInt32(truncatingIfNeeded: one)) != 0 }
  mutating func insert(_ one: Int) { bits |= 1 &<< UInt32(truncatingIfNeeded: one) }

  /// Takes a class in or out.
  mutating func set(_ one: Int, to isMember: Bool) {
    let bit: UInt32 = 1 &<< UInt32(truncatingIfNeeded: one)
    bits = isMember ? bits | bit : bits & ~bit
  }

  mutating func formUnion(_ other: ClassSet) { bits |= other.bits }
  func subtracting(_ other: ClassSet) -> ClassSet { ClassSet(bits: bits & ~other.bits) }
  func intersection(_ other: ClassSet) -> ClassSet { ClassSet(bits: bits & other.bits) }

  private init(bits: UInt32) { self.bits = bits }

  func makeIterator() -> Iterator { Iterator(bits: bits) }

  struct Iterator: IteratorProtocol {
    var bits: UInt32

    mutating func next() -> Int? {
      guard bits != 0 else { return nil }
      let one = bits.trailingZeroBitCount
      bits &= bits &- 1
      return one
    }
  }
}
