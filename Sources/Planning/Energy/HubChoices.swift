import EnergyHubs
import Quantities

/// Power that a group may take or do without at a price — *stuurbaar vermogen*: an e-boiler, and load that may be switched off.
public struct HubFlexibility: Codable, Sendable, Hashable {
  /// kW that the e-boiler takes at most, and EUR that a kWh of it saves on gas; nil where nobody said what it saves.
  public var boiler: Double
  public var boilerValue: Double?
  /// kW of load that may be switched off at most, and EUR per kWh that this costs; nil where nobody said what it costs.
  public var curtailable: Double
  public var curtailmentPrice: Double?

  public init(
    boiler: Double = 0, boilerValue: Double? = nil, curtailable: Double = 0, curtailmentPrice: Double? = nil
  ) {
    self.boiler = boiler
    self.boilerValue = boilerValue
    self.curtailable = curtailable
    self.curtailmentPrice = curtailmentPrice
  }

  public static let none = HubFlexibility()

  /// The powers as the methods take them: the e-boiler first. Never more is switched off than there is.
  package func powers(_ load: [Double]) -> [FlexiblePower] {
    var powers: [FlexiblePower] = []
    if boiler > 0, let boilerValue {
      powers.append(
        FlexiblePower(
          .taking, limit: [Double](repeating: boiler, count: load.count),
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

  /// Every combination of devices that is possible, the cheapest first; one where there are no thresholds.
  package func sizings(_ problem: SizingProblem) throws(SizingError) -> [SizingCase] {
    try Sizing.cases(problem, thresholds: thresholds(in: problem))
  }

  /// The cheapest combination: there is one, or an error.
  package func sizing(_ problem: SizingProblem) throws(SizingError) -> SizingCase { try sizings(problem)[0] }
}
