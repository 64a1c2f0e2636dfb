import EnergyHubs
import Quantities

/// Sizes of everything a group may have — *maten*.
public struct HubSizes: Codable, Sendable, Equatable {
  /// kWp by class of roof.
  public var roofs: [String: Double]
  /// kWh and kW.
  public var batteryEnergy: Double
  public var batteryPower: Double
  /// kW of the e-boiler.
  public var boiler: Double
  /// Group contract, kW.
  public var contract: Double
  /// Highest import of each month, kW.
  public var monthlyPeaks: [Double]

  public init(
    roofs: [String: Double] = [:], batteryEnergy: Double = 0, batteryPower: Double = 0, boiler: Double = 0,
    contract: Double, monthlyPeaks: [Double]
  ) {
    self.roofs = roofs
    self.batteryEnergy = batteryEnergy
    self.batteryPower = batteryPower
    self.boiler = boiler
    self.contract = contract
    self.monthlyPeaks = monthlyPeaks
  }
}

extension HubSizes {
  /// With panels and a battery smaller than this left out.
  func without(below least: Double) -> HubSizes {
    var sizes = self
    sizes.roofs = roofs.mapValues { $0 < least ? 0 : $0 }
    if batteryEnergy < least || batteryPower < least { (sizes.batteryEnergy, sizes.batteryPower) = (0, 0) }
    return sizes
  }
}

extension EnergyCase {
  /// Steps of each month.
  package var months: [Range<Int>] {
    zip(year.monthStarts, year.monthStarts.dropFirst()).map { $0..<$1 }
  }

  /// Sun of panels of these sizes and what stands already, kW.
  package func sun(_ sizes: [String: Double]) -> [Double] {
    sizingProblem(.init()).sun(roofs.map { sizes[$0.name] ?? 0 })
  }

  /// What the sizes cost in a year, EUR: contract, monthly peaks and devices with their thresholds, without energy.
  package func fixedCost(_ sizes: HubSizes) -> HubCost {
    let having = thresholds.cost(sizes)
    return HubCost(
      energy: 0, contract: sizes.contract * coefficients.contractPrice,
      peaks: sizes.monthlyPeaks.reduce(0, +) * coefficients.peakPrice,
      panels: roofs.reduce(0.0) { $0 + (sizes.roofs[$1.name] ?? 0) * $1.price } + having.panels,
      battery: sizes.batteryEnergy * coefficients.batteryEnergyPrice
        + sizes.batteryPower * coefficients.batteryPowerPrice + having.battery,
      boiler: sizes.boiler * flexibility.boilerPrice)
  }

  /// The question how to run a hub of given sizes.
  /// - Parameter room: kW and kWh by which limits and the battery are wider than the sizes say, for sizes with rounding.
  package func dispatchProblem(_ sizes: HubSizes, room: Double = 0) -> DispatchProblem {
    with(boiler: sizes.boiler).sizingProblem(.init()).operation(
      ChosenSizes(
        roofs: roofs.map { sizes.roofs[$0.name] ?? 0 }, batteryEnergy: sizes.batteryEnergy,
        batteryPower: sizes.batteryPower, contract: sizes.contract, peaks: sizes.monthlyPeaks),
      room: room)
  }
}

/// Cost of a year by kind, EUR — *jaarkosten*.
public struct HubCost: Codable, Sendable, Equatable {
  /// Energy bought less sold, with the wear of the battery, what is paid for switching off, and less what the e-boiler saves.
  public var energy: Double
  public var contract: Double
  public var peaks: Double
  public var panels: Double
  public var battery: Double
  public var boiler: Double

  public init(
    energy: Double, contract: Double, peaks: Double, panels: Double = 0, battery: Double = 0, boiler: Double = 0
  ) {
    self.energy = energy
    self.contract = contract
    self.peaks = peaks
    self.panels = panels
    self.battery = battery
    self.boiler = boiler
  }

  public var total: Double { energy + contract + peaks + panels + battery + boiler }
}

extension EnergyCase {
  /// What the firms pay now, each with a contract, monthly peaks and energy of its own; nil where a contract is unknown.
  package var separateCost: HubCost? {
    guard let contracted else { return nil }
    var peaks = 0.0
    var energy = 0.0
    for connection in connections {
      let values = connection.profile.values
      for month in months { peaks += max(0, values[month].max() ?? 0) }
      for step in values.indices { energy += values[step] * (values[step] > 0 ? importPrice[step] : exportPrice[step]) }
    }
    return HubCost(
      energy: energy * hours, contract: contracted.value * coefficients.contractPrice,
      peaks: peaks * coefficients.peakPrice)
  }

  /// What the group would take with nothing built, kW; what stands already lowers it to nothing at most.
  var jointNet: [Double] {
    existing.isEmpty ? load : zip(load, existing).map { max(min($0, 0), $0 - $1) }
  }

  /// What the group would pay with one contract and nothing built.
  package var jointCost: HubCost {
    let net = jointNet
    let peaks = months.map { max(0, net[$0].max() ?? 0) }
    let energy = net.indices.reduce(0.0) { $0 + net[$1] * (net[$1] > 0 ? importPrice[$1] : exportPrice[$1]) }
    return HubCost(
      energy: energy * hours, contract: (peaks.max() ?? 0) * coefficients.contractPrice,
      peaks: peaks.reduce(0, +) * coefficients.peakPrice)
  }
}
