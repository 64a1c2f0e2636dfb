/// What a kWh emits where it is made — *CO₂-factoren*, kg.
public struct CarbonFactors: Codable, Sendable, Hashable {
  /// Of electricity from the grid, and of gas (upper heating value).
  public let electricity: Double
  public let gas: Double

  public init(electricity: Double, gas: Double) {
    self.electricity = electricity
    self.gas = gas
  }

  static let electricityKey = "energy/carbon-electricity"
  static let gasKey = "energy/carbon-gas"
}

/// kg CO₂ a year that a hub emits less than the same firms with one contract and nothing built — *vermeden CO₂*.
///
///     electricity = factor × (net taken before − (bought − exported))
///     gas         = factor × gas saved per kWh of the e-boiler × kWh of the e-boiler
///
/// A mean factor for all hours: it says nothing of which power station runs less.
public struct AvoidedCarbon: Codable, Sendable, Equatable {
  public let electricity: Double
  public let gas: Double
  public let total: Double

  public static let kilogramsPerTonne = 1000.0

  /// Nil where the study says not what a kWh emits.
  /// - Parameters: kWh a year that the hub buys and exports, and that its e-boiler takes.
  init?(_ park: EnergyCase, imported: Double, exported: Double, boiler: Double) {
    guard let factors = park.carbon else { return nil }
    let before = park.jointNet.reduce(0, +) * park.hours
    electricity = factors.electricity * (before - (imported - exported))
    gas = factors.gas * (park.flexibility.boilerGas ?? 0) * boiler
    total = electricity + gas
  }
}
