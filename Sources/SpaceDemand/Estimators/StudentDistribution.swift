import Foundation

/// Student's t distribution with a whole number of degrees of freedom — *t-verdeling*.
///
/// Formula, with θ = arctan(t / √ν) and A(t) the probability of lying between −t and t:
///
///     ν odd:  A = 2/π × (θ + sin θ × (cos θ + 2/3 cos³ θ + … up to cos^(ν−2) θ));  for ν = 1 only θ
///     ν even: A = sin θ × (1 + 1/2 cos² θ + (1·3)/(2·4) cos⁴ θ + … up to cos^(ν−2) θ)
///
/// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4, as general knowledge; the values are
/// held against published t tables in the tests.
///
/// Example: the 0.9 quantile with 9 degrees of freedom is 1.383.
package enum StudentDistribution {
  /// The probability of a value of at most `t`.
  package static func probability(upTo t: Double, degrees: Int) -> Double {
    let angle = atan(t / Double(degrees).squareRoot())
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = !degrees.isMultiple(of: 2)
    var term = isOdd ? cosine : 1
    var sum = degrees > 1 ? term : 0
    var power = isOdd ? 1 : 0
    while power + 2 <= degrees - 2 {
      power += 2
      term *= cosine * cosine * Double(power - 1) / Double(power)
      sum += term
    }
    let between = isOdd ? 2 / Double.pi * (angle + sine * sum) : sine * sum
    return (1 + between) / 2
  }

  /// The value that is not passed with a probability above one half: by halving an interval until it no longer shrinks.
  package static func quantile(_ probability: Double, degrees: Int) -> Double {
    var (low, high) = (0.0, 1.0)
    while Self.probability(upTo: high, degrees: degrees) < probability, high.isFinite { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if Self.probability(upTo: middle, degrees: degrees) < probability { low = middle } else { high = middle }
    }
  }
}
