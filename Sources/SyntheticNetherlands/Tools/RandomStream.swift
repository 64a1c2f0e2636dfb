import Foundation

/// A reproducible stream of pseudo-random numbers: equal seed and label give equal numbers on every run.
///
/// Every municipality and subject draws from a stream of its own label, so that a municipality more or less does not
/// change what the others draw.
///
/// Generator xoshiro256++ 1.0, filled by splitmix64: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number
/// generators", ACM TOMS 47 (2021); G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014. The label enters through FNV-1a.
struct RandomStream: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  init(seed: UInt64, label: String) {
    var filler = SplitMix(state: seed ^ FowlerNollVo.hash(label.utf8))
    state = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  mutating func next() -> UInt64 {
    let result = Self.rotated(state.0 &+ state.3, 23) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotated(state.3, 45)
    return result
  }

  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (UInt64(UInt64.bitWidth) - count)
  }
}

extension RandomStream {
  /// Uniform on 0 ≤ x < 1, in steps of 2⁻⁵³.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func between(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + share() * (range.upperBound - range.lowerBound)
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(share() * Double(range.count))
  }

  mutating func happens(_ probability: Double) -> Bool { share() < probability }

  /// Normal with mean 0 and standard deviation 1 (Box and Muller 1958).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - share())).squareRoot()
    return radius * cos(2 * Double.pi * share())
  }

  /// Lognormal with median 1; `sigma` is the standard deviation of its logarithm.
  mutating func lognormal(_ sigma: Double) -> Double { exp(sigma * normal()) }

  /// One of the choices, each as likely as its weight.
  mutating func pick<Choice>(_ choices: [(Choice, Double)]) -> Choice {
    var rest = share() * choices.reduce(0) { $0 + $1.1 }
    for (choice, weight) in choices {
      rest -= weight
      if rest < 0 { return choice }
    }
    return choices[choices.count - 1].0
  }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[whole(0...choices.count - 1)] }
}

private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
