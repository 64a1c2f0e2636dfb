import Quantities

/// A store of electricity with fixed sizes — *batterij*.
///
/// Symbols: E capacity, B power, ec and ed efficiencies, h standing loss, w wear. Per step of dt hours
///
///     s' = (1-h)^dt s + ec dt c - dt d / ed,   0 ≤ s' ≤ E,   0 ≤ c ≤ Bc,   0 ≤ d ≤ Bd,   c d = 0
///
/// with charge c and discharge d in kW at the grid side and s in kWh in the cells.
public struct Battery: Sendable, Codable, Hashable {
  public var capacity: KilowattHours
  public var chargePower: Kilowatts
  public var dischargePower: Kilowatts
  /// Share of what goes in that is stored, 0 < ec ≤ 1.
  public var chargeEfficiency: Double
  /// Share of what leaves the cells that comes out, 0 < ed ≤ 1.
  public var dischargeEfficiency: Double
  /// Share of the content lost in an hour, 0 ≤ h < 1.
  public var standingLoss: Double
  /// Cost of wear per kWh delivered.
  public var wear: EurosPerKilowattHour

  public init(
    capacity: KilowattHours, power: Kilowatts, chargeEfficiency: Double = 1, dischargeEfficiency: Double = 1,
    standingLoss: Double = 0, wear: EurosPerKilowattHour = .zero
  ) {
    self.capacity = capacity
    chargePower = power
    dischargePower = power
    self.chargeEfficiency = chargeEfficiency
    self.dischargeEfficiency = dischargeEfficiency
    self.standingLoss = standingLoss
    self.wear = wear
  }

  /// No battery at all.
  public static let none = Battery(capacity: .zero, power: .zero)
}
