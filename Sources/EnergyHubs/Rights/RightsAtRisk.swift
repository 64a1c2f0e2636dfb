import Quantities

/// When the operator may take back unused room — *GTV-afname bij onderbenutting* (Netcode art. 7.13; Stcrt 2024, 13531).
///
/// In a congestion area the contracted power may be lowered when over the reference months a customer used at most a share of it, or
/// left at least an amount unused. Share and amount are parameters.
public struct UnderuseRule: Sendable, Codable, Hashable {
  /// Used share at or below which the right is at risk.
  public let usedShare: Double
  /// Unused power at or above which it is at risk.
  public let unused: Kilowatts

  public init(usedShare: Double, unused: Kilowatts) {
    self.usedShare = usedShare
    self.unused = unused
  }

  /// Power at risk: what lies above the peak, when the rule applies; else zero.
  public func atRisk(contracted: Kilowatts, peak: Kilowatts) -> Kilowatts {
    let free = max(.zero, contracted - max(.zero, peak))
    let applies = max(.zero, peak).value <= usedShare * contracted.value || free >= unused
    return applies ? free : .zero
  }
}
