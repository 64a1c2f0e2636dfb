import Quantities

/// Where a figure comes from: a tree whose leaves are records, parameters and definitions — *verklaring*.
///
/// The tree carries numbers, not prose: `evaluated()` recomputes the figure from the leaves, and a test holds it equal to
/// the figure that was printed.
public struct Explanation: Sendable, Codable, Hashable {
  /// How a figure follows from its parts, in their order.
  public enum Operation: String, Sendable, Codable, Hashable {
    case sum, difference, product, quotient, maximum, minimum
    /// The first part, raised to the second.
    case power
    /// The first part as a logarithm to the base of the second.
    case logarithm
    /// The first part times the sine or cosine of the second, an angle in radians.
    case sine, cosine
    /// The first part, rounded half away from zero to steps of one over the second.
    case rounding
  }

  public enum Basis: Sendable, Codable, Hashable {
    /// A formula: its notation and its parts.
    case formula(Operation, notation: String, parts: [Explanation])
    case parameter(ParameterReading)
    /// A record of the register: table, key, field and origin.
    case record(table: String, key: String, field: String, origin: Origin?)
    /// A number fixed by definition, such as 10 000 m² in a hectare, or by the request.
    case definition
    /// A figure that is explained by itself, under its path.
    case figure(path: String)
    /// Parts that are not written out here, taken together as the formula above takes its parts.
    case folded(count: Int)
    /// Drawn at random from a seed: in one draw, or counted over all of them.
    case draw(number: Int?, seed: UInt64)
    /// Found by a search, such as an optimisation, with what proves it.
    case optimum(Optimum)
  }

  public let label: LocalizedText
  public let value: Double
  public let unit: Unit
  public let basis: Basis

  public init(_ label: LocalizedText, value: Double, unit: Unit, basis: Basis) {
    self.label = label
    self.value = value
    self.unit = unit
    self.basis = basis
  }

  /// A formula node whose value is computed here from its parts.
  public init(_ label: LocalizedText, _ operation: Operation, notation: String, unit: Unit, parts: [Explanation]) {
    self.init(
      label, value: operation.apply(parts.map(\.value)), unit: unit,
      basis: .formula(operation, notation: notation, parts: parts))
  }

  public init(_ reading: ParameterReading) {
    self.init(reading.label, value: reading.value, unit: reading.unit, basis: .parameter(reading))
  }

  /// The figure recomputed from the leaves.
  public func evaluated() -> Double {
    guard case .formula(let operation, _, let parts) = basis else { return value }
    return operation.apply(parts.map { $0.evaluated() })
  }

  /// What stands directly under the figure: the parts of a formula, or what the proof of a search rests on.
  public var parts: [Explanation] {
    switch basis {
    case .formula(_, _, let parts): parts
    case .optimum(let found): found.parts
    case .parameter, .record, .definition, .figure, .folded, .draw: []
    }
  }

  /// The figure over changed parts.
  package func changingParts(_ change: (Explanation) -> Explanation) -> Explanation {
    let changed: Basis =
      switch basis {
      case .formula(let operation, let notation, let parts):
        .formula(operation, notation: notation, parts: parts.map(change))
      case .optimum(let found):
        .optimum(Optimum(found.method, evidence: found.evidence, parts: found.parts.map(change)))
      case .parameter, .record, .definition, .figure, .folded, .draw: basis
      }
    return Explanation(label, value: value, unit: unit, basis: changed)
  }

  /// The tree with other paths for what it refers to.
  public func referring(to moved: (String) -> String) -> Explanation {
    guard case .figure(let path) = basis else { return changingParts { $0.referring(to: moved) } }
    return reference(to: moved(path))
  }

  /// The leaves from left to right; a figure that a search found stands before what its proof rests on.
  public var leaves: [Explanation] {
    if case .formula(_, _, let parts) = basis { return parts.flatMap(\.leaves) }
    return [self] + parts.flatMap(\.leaves)
  }
}

extension Explanation.Operation {
  /// The result of the operation on numbers in their order; of no numbers a product is 1 and all else 0.
  public func apply(_ numbers: [Double]) -> Double {
    guard let first = numbers.first else { return ofNothing }
    var result = first
    for number in numbers.dropFirst() { result = apply(result, number) }
    return result
  }

  private var ofNothing: Double { self == .product ? 1 : 0 }

  /// The result on two numbers; that on more follows from it, from left to right.
  @usableFromInline func apply(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .sum: left + right
    case .difference: left - right
    case .product: left * right
    case .quotient: left / right
    case .maximum: max(left, right)
    case .minimum: min(left, right)
    case .power: Exponentiation.power(left, right)
    case .logarithm: Exponentiation.logarithm(left, base: right)
    case .sine: left * Angle.sine(right)
    case .cosine: left * Angle.cosine(right)
    case .rounding: Rounding.round(left, stepsPerUnit: right)
    }
  }
}
