/// How intermediate figures are rounded. Published texts often round at each step; matching them needs the same policy.
public enum Rounding: String, Sendable, Codable, Hashable, CaseIterable {
  /// No rounding before a figure is shown.
  case none
  /// To 0.1 ha at each step.
  case tenthOfHectare = "0.1-ha"
  /// To whole hectares at each step.
  case hectare = "1-ha"

  /// Steps in one unit, to which an amount is rounded; nil without rounding.
  public var stepsPerUnit: Double? {
    switch self {
    case .none: nil
    case .tenthOfHectare: 10
    case .hectare: 1
    }
  }

  public func callAsFunction<Amount: Quantity>(_ amount: Amount) -> Amount {
    stepsPerUnit.map { Amount(Self.round(amount.value, stepsPerUnit: $0)) } ?? amount
  }

  /// The nearest whole step, half away from zero; never −0.
  public static func round(_ value: Double, stepsPerUnit steps: Double) -> Double {
    (value * steps).rounded(.toNearestOrAwayFromZero) / steps + 0
  }
}
