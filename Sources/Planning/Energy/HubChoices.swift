import EnergyHubs
import Quantities

/// Power that a group may take or do without at a price — *stuurbaar vermogen*: an e-boiler, and load that may be switched off.
public struct HubFlexibility: Codable, Sendable, Hashable {
  /// kW of the e-boiler, and EUR that a kWh of it saves on gas; nil where nobody said what it saves.
  public var boiler: Double
  public var boilerValue: Double?
  /// kW among which sizing chooses, having none included; empty where `boiler` is given.
  public var boilerSizes: [Double]
  /// EUR a year per kW of it.
  public var boilerPrice: Double
  /// Heat out of it, and gas that it saves (kWh, upper heating value), per kWh that it takes; gas is nil where nobody said.
  public var boilerEfficiency: Double
  public var boilerGas: Double?
  /// kW of load that may be switched off at most, and EUR per kWh that this costs; nil where nobody said what it costs.
  public var curtailable: Double
  public var curtailmentPrice: Double?

  public init(
    boiler: Double = 0, boilerValue: Double? = nil, boilerSizes: [Double] = [], boilerPrice: Double = 0,
    boilerEfficiency: Double = 1, boilerGas: Double? = nil, curtailable: Double = 0, curtailmentPrice: Double? = nil
  ) {
    self.boiler = boiler
    self.boilerValue = boilerValue
    self.boilerSizes = boilerSizes
    self.boilerPrice = boilerPrice
    self.boilerEfficiency = boilerEfficiency
    self.boilerGas = boilerGas
    self.curtailable = curtailable
    self.curtailmentPrice = curtailmentPrice
  }

  public static let none = HubFlexibility()

  /// Whether there is, or may be, anything to steer.
  public var isNone: Bool { boiler == 0 && boilerSizes.isEmpty && curtailable == 0 }

  /// The powers as the methods take them: the e-boiler first. Never more is switched off than there is.
  /// - Parameters:
  ///   - load: of the group, kW per step.
  ///   - heat: that is asked for, kW per step; empty where the e-boiler may always run.
  package func powers(_ load: [Double], heat: [Double]) -> [FlexiblePower] {
    var powers: [FlexiblePower] = []
    if boiler > 0, let boilerValue {
      powers.append(
        FlexiblePower(
          .taking,
          limit: heat.isEmpty
            ? [Double](repeating: boiler, count: load.count) : heat.map { min(boiler, $0 / boilerEfficiency) },
          price: [Double](repeating: -boilerValue, count: load.count)))
    }
    if curtailable > 0, let curtailmentPrice {
      powers.append(
        FlexiblePower(
          .giving, limit: load.map { min(curtailable, max(0, $0)) },
          price: [Double](repeating: curtailmentPrice, count: load.count)))
    }
    return powers
  }
}

/// What a device costs before its first kW, and the least of it that is sold — *drempel*.
public struct HubThreshold: Codable, Sendable, Hashable {
  /// kWh of a battery, kWp of panels; zero for any size.
  public var least: Double
  /// EUR a year for having it at all.
  public var fixedCost: Double

  public init(least: Double = 0, fixedCost: Double = 0) {
    self.least = least
    self.fixedCost = fixedCost
  }

  /// A threshold of zero is none.
  public var isNone: Bool { least == 0 && fixedCost == 0 }
}

/// The thresholds of a study — *drempels*.
public struct HubThresholds: Codable, Sendable, Hashable {
  public var battery: HubThreshold
  /// By class of roof.
  public var roofs: [String: HubThreshold]

  public init(battery: HubThreshold = HubThreshold(), roofs: [String: HubThreshold] = [:]) {
    self.battery = battery
    self.roofs = roofs
  }

  public static let none = HubThresholds()

  /// EUR a year that the devices of these sizes cost for being there.
  func cost(_ sizes: HubSizes) -> (battery: Double, panels: Double) {
    (
      sizes.batteryEnergy > 0 ? battery.fixedCost : 0,
      roofs.sorted { $0.key < $1.key }.reduce(0.0) { (sizes.roofs[$1.key] ?? 0) > 0 ? $0 + $1.value.fixedCost : $0 }
    )
  }
}

extension EnergyCase {
  /// The thresholds of the devices that a question leaves open.
  package func thresholds(in problem: SizingProblem) -> [SizingThreshold] {
    var found: [SizingThreshold] = []
    let battery = thresholds.battery
    if !battery.isNone, problem.battery.exists {
      found.append(SizingThreshold(.battery, least: battery.least, fixedCost: battery.fixedCost))
    }
    for (place, roof) in roofs.enumerated() where problem.roofs[place].power.most > 0 {
      guard let own = thresholds.roofs[roof.name], !own.isNone else { continue }
      found.append(SizingThreshold(.roof(place), least: own.least, fixedCost: own.fixedCost))
    }
    return found
  }

}
