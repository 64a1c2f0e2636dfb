/// An amount with a fixed unit, stored as one `Double`.
///
/// A bare `Double` appears only inside a formula's body; between functions an amount travels as one of the types below, so
/// that net never meets gross and jobs never meet hectares.
public protocol Quantity: Comparable, Hashable, Sendable, Codable, AdditiveArithmetic {
  /// The amount in `unit`.
  var value: Double { get }
  init(_ value: Double)
  /// The unit in which `value` is expressed.
  static var unit: Unit { get }
}

extension Quantity {
  @inlinable public static var zero: Self { Self(0) }

  @inlinable public static func + (left: Self, right: Self) -> Self { Self(left.value + right.value) }
  @inlinable public static func - (left: Self, right: Self) -> Self { Self(left.value - right.value) }
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  @inlinable public static prefix func - (amount: Self) -> Self { Self(-amount.value) }
  /// Scales an amount by a pure number.
  @inlinable public static func * (amount: Self, factor: Double) -> Self { Self(amount.value * factor) }

  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Double.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

extension Sequence where Element: Quantity {
  /// The sum in the order of the sequence, so that equal input gives equal bits.
  @inlinable public func total() -> Element { reduce(.zero, +) }
}
