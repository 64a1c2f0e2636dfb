/// How intermediate figures are rounded. Published texts often round at each step; matching them needs the same policy.
public enum Rounding: String, Sendable, Codable, Hashable, CaseIterable {
  /// No rounding before a figure is shown.
  case none
  /// To 0.1 ha at each step.
  case tenthOfHectare = "0.1-ha"
  /// To whole hectares at each step.
  case hectare = "1-ha"

  public func callAsFunction<Amount: Quantity>(_ amount: Amount) -> Amount {
    switch self {
    case .none: amount
    case .tenthOfHectare: Amount((amount.value * 10).rounded(.toNearestOrAwayFromZero) / 10)
    case .hectare: Amount(amount.value.rounded(.toNearestOrAwayFromZero))
    }
  }
}
