import EnergyHubs
import Quantities

/// Between which sizes may be chosen — *grenzen van de maten*.
public struct EnergyLimits: Sendable, Codable, Hashable {
  /// The group contract, kW.
  public var contractLeast: Double
  public var contractMost: Double
  /// Export of the group, kW.
  public var export: Double
  /// The joint battery, kWh and kW; zero for none.
  public var batteryEnergyLeast: Double
  public var batteryEnergyMost: Double
  public var batteryPowerLeast: Double
  public var batteryPowerMost: Double

  public init(
    contractLeast: Double = 0, contractMost: Double, export: Double, batteryEnergyLeast: Double = 0,
    batteryEnergyMost: Double, batteryPowerLeast: Double = 0, batteryPowerMost: Double
  ) {
    self.contractLeast = contractLeast
    self.contractMost = contractMost
    self.export = export
    self.batteryEnergyLeast = batteryEnergyLeast
    self.batteryEnergyMost = batteryEnergyMost
    self.batteryPowerLeast = batteryPowerLeast
    self.batteryPowerMost = batteryPowerMost
  }
}

/// Prices and properties of what may be built — *kengetallen*. Money in EUR for one year.
public struct EnergyCoefficients: Sendable, Codable, Hashable {
  /// EUR per contracted kW a year.
  public var contractPrice: Double
  /// EUR per kW of the highest import of a month.
  public var peakPrice: Double
  /// EUR a year per kWh and per kW of battery.
  public var batteryEnergyPrice: Double
  public var batteryPowerPrice: Double
  /// Shares between 0 and 1.
  public var chargeEfficiency: Double
  public var dischargeEfficiency: Double
  /// Share of the content lost in an hour.
  public var hourlyLoss: Double
  /// EUR per kWh delivered by the battery.
  public var wear: Double
  /// When the operator may take back unused room.
  public var underuse: UnderuseRule
  /// Hours of a year that count as the peak of the group.
  public var topHours: Double

  public init(
    contractPrice: Double, peakPrice: Double, batteryEnergyPrice: Double, batteryPowerPrice: Double,
    chargeEfficiency: Double, dischargeEfficiency: Double, hourlyLoss: Double, wear: Double, underuse: UnderuseRule,
    topHours: Double
  ) {
    self.contractPrice = contractPrice
    self.peakPrice = peakPrice
    self.batteryEnergyPrice = batteryEnergyPrice
    self.batteryPowerPrice = batteryPowerPrice
    self.chargeEfficiency = chargeEfficiency
    self.dischargeEfficiency = dischargeEfficiency
    self.hourlyLoss = hourlyLoss
    self.wear = wear
    self.underuse = underuse
    self.topHours = topHours
  }
}
