/// The chosen sizes — *gekozen maten*.
public struct ChosenSizes: Sendable, Hashable {
  /// kW per roof, in the order of the problem.
  public var roofs: [Double]
  /// kWh and kW.
  public var batteryEnergy: Double
  public var batteryPower: Double
  /// kW.
  public var contract: Double
  /// kW per period.
  public var peaks: [Double]

  public init(roofs: [Double], batteryEnergy: Double, batteryPower: Double, contract: Double, peaks: [Double]) {
    self.roofs = roofs
    self.batteryEnergy = batteryEnergy
    self.batteryPower = batteryPower
    self.contract = contract
    self.peaks = peaks
  }
}

/// What happens at every step, kW; the content of the battery after it, kWh — *inzet per stap*.
public struct SizedDispatch: Sendable, Equatable {
  public var imported: [Double] = []
  public var exported: [Double] = []
  public var generated: [Double] = []
  public var charged: [Double] = []
  public var discharged: [Double] = []
  public var stored: [Double] = []
  /// Per flexible power, in the order of the problem.
  public var flexible: [[Double]] = []

  public init() {}

  /// kW charged and discharged at once, per step.
  public var burned: [Double] { zip(charged, discharged).map { max(0, min($0, $1)) } }
}

/// Prices that prove how good an answer is: whatever they are, they yield a lower bound of the cost — *schaduwprijzen*.
public struct SizingMultipliers: Sendable, Equatable {
  /// EUR per kW of load during a step.
  public var balance: [Double] = []
  /// EUR per kWh in the battery after a step.
  public var store: [Double] = []
  /// EUR per kW of room: generation, discharge, charge, below the peak of the period; per kWh of battery.
  public var generation: [Double] = []
  public var discharge: [Double] = []
  public var charge: [Double] = []
  public var peak: [Double] = []
  public var content: [Double] = []
  /// EUR per kW by which a period's peak stays below the contract.
  public var contract: [Double] = []

  public init() {}
}

/// Sizes, dispatch and prices together with the proof of what they are worth; there is no answer without it.
public struct SizingAnswer: Sendable {
  /// EUR over the period.
  public var cost: Double
  public var sizes: ChosenSizes
  public var dispatch: SizedDispatch
  public var multipliers: SizingMultipliers
  public var certificate: SizingCertificate
  /// Rounds of the interior point method.
  public var rounds: Int
  /// What the hub of the lower bound does, where that charges and discharges at once and the answer does not.
  public var relaxed: SizedDispatch?
}
