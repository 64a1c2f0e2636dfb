/// What one unit more of a size is worth — *schaduwprijzen van de maten*.
///
/// Gross: EUR saved over the period per kW (kWh) more, its price not counted. Net: less its price. Net is zero for a size
/// between its bounds, positive where more would be bought if the upper bound allowed (then it is the fall in cost per unit
/// of that bound), negative where less would be bought if the lower bound allowed.
public struct ShadowPrices: Sendable, Equatable {
  public struct Worth: Sendable, Equatable {
    public var gross: Double
    public var net: Double

    init(gross: Double, price: Double) {
      self.gross = gross
      net = gross - price
    }
  }
  /// Per kW of contract.
  public let contract: Worth
  /// Per kWh of storage.
  public let batteryEnergy: Worth
  /// Per kW of charging and discharging.
  public let batteryPower: Worth
  /// Per kWp, in the order of the problem.
  public let roofs: [Worth]
}

extension SizingAnswer {
  /// Worth of the sizes in the question this answers.
  public func shadowPrices(_ problem: SizingProblem) -> ShadowPrices {
    let battery = problem.battery
    let generation = multipliers.generation
    return ShadowPrices(
      contract: .init(gross: multipliers.contract.reduce(0, +), price: problem.contract.price),
      batteryEnergy: .init(gross: multipliers.content.reduce(0, +), price: battery.energy.price),
      batteryPower: .init(
        gross: multipliers.charge.reduce(0, +) + multipliers.discharge.reduce(0, +), price: battery.power.price),
      roofs: problem.roofs.map { roof in
        .init(gross: zip(generation, roof.factor).reduce(0) { $0 + $1.0 * $1.1 }, price: roof.power.price)
      })
  }
}
