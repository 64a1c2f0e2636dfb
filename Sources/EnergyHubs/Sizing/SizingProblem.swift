/// What a park with a shared connection may build, and what everything costs — *dimensioneringsvraag*.
///
/// Model, per step t of Δ hours, period m(t) with its own peak:
///
///     min  Σ Δ (import g − export x + Σ price y + wear d) + peak Σ M + contract G + Σ roof P + energy E + power B
///          g − x + v + d − c + Σ ± y = load                                   (kW)
///          v ≤ Σ factor P + existing                                          (the rest is curtailed)
///          s = (1−h)^Δ s₋ + in Δ c − Δ d / out,   s before the first = s after the last
///          0 ≤ s ≤ E;  0 ≤ c, d ≤ B;  0 ≤ g ≤ M ≤ G, g ≤ right;  0 ≤ x ≤ exportRight
///          d = 0 where the battery must charge                                (`mustCharge`)
///
/// A battery never charges and discharges at once. The lower bound leaves that out, except where feed-in that has no other
/// way makes the battery charge; `Sizing` sees to it that the answer keeps to it.
///
/// All series have one value per step. Powers in kW, energy in kWh, money in EUR over the period covered.
public struct SizingProblem: Sendable, Equatable {
  public var hoursPerStep: Double
  /// Joint load without the devices below, kW; negative where the firms themselves deliver.
  public var load: [Double]
  /// EUR per kWh.
  public var importPrice: [Double]
  public var exportPrice: [Double]
  /// Steps that share one paid peak, in order and without gaps: as a rule the months.
  public var peakPeriods: [Range<Int>]
  public var roofs: [Roof]
  /// Production that may be curtailed and stands already, kW; empty when there is none.
  public var existing: [Double]
  public var battery: BatteryOptions
  /// The contracted power of the group G; its price is that of one kW over the whole period.
  public var contract: SizeRange
  /// EUR per kW of the highest import of one period.
  public var peakPrice: Double
  /// What may be imported at most, kW; empty when only the contract counts.
  public var importRight: [Double]
  /// What may be exported at most, kW; one value counts for every step.
  public var exportRight: [Double]
  public var flexible: [FlexiblePower]
  /// Steps in which the battery may not discharge, besides those in which feed-in leaves no choice; empty for none.
  var chargeOnly: [Bool] = []

  public init(
    hoursPerStep: Double, load: [Double], importPrice: [Double], exportPrice: [Double], peakPeriods: [Range<Int>],
    roofs: [Roof] = [], existing: [Double] = [], battery: BatteryOptions = .none, contract: SizeRange,
    peakPrice: Double,
    importRight: [Double] = [], exportRight: [Double], flexible: [FlexiblePower] = []
  ) {
    self.hoursPerStep = hoursPerStep
    self.load = load
    self.importPrice = importPrice
    self.exportPrice = exportPrice
    self.peakPeriods = peakPeriods
    self.roofs = roofs
    self.existing = existing
    self.battery = battery
    self.contract = contract
    self.peakPrice = peakPrice
    self.importRight = importRight
    self.exportRight = exportRight
    self.flexible = flexible
  }

  public var steps: Int { load.count }

  func existing(at step: Int) -> Double { existing.isEmpty ? 0 : existing[step] }
  func exportRight(at step: Int) -> Double { exportRight.count == 1 ? exportRight[0] : exportRight[step] }
  /// kW that the firms deliver and neither the grid nor a flexible power can take: it must go into the battery.
  func surplus(at step: Int) -> Double {
    flexible.reduce(-load[step] - exportRight(at: step)) { $1.direction == .taking ? $0 - $1.limit[step] : $0 }
  }
  func mustCharge(at step: Int) -> Bool { surplus(at: step) > 0 || (!chargeOnly.isEmpty && chargeOnly[step]) }
  /// The most that may be imported whatever the chosen contract.
  func importRight(at step: Int) -> Double {
    importRight.isEmpty ? contract.most : min(importRight[step], contract.most)
  }
  func available(at step: Int, powers: [Double]) -> Double {
    zip(roofs, powers).reduce(existing(at: step)) { $0 + $1.0.factor[step] * $1.1 }
  }
}

/// A kind of roof or field on which generation may be built — *dakklasse*.
public struct Roof: Sendable, Equatable {
  /// kW delivered per kW built, per step.
  public var factor: [Double]
  public var power: SizeRange

  public init(factor: [Double], power: SizeRange) {
    self.factor = factor
    self.power = power
  }
}

/// A joint battery — *accu*.
public struct BatteryOptions: Sendable, Hashable {
  /// kWh and kW.
  public var energy: SizeRange
  public var power: SizeRange
  /// Shares between 0 and 1: what arrives in the store, and what leaves it of what is taken out.
  public var chargeEfficiency: Double
  public var dischargeEfficiency: Double
  /// Share of the content lost per hour.
  public var hourlyLoss: Double
  /// EUR per kWh delivered.
  public var wear: Double

  public init(
    energy: SizeRange, power: SizeRange, chargeEfficiency: Double, dischargeEfficiency: Double, hourlyLoss: Double = 0,
    wear: Double = 0
  ) {
    self.energy = energy
    self.power = power
    self.chargeEfficiency = chargeEfficiency
    self.dischargeEfficiency = dischargeEfficiency
    self.hourlyLoss = hourlyLoss
    self.wear = wear
  }

  public static let none = BatteryOptions(
    energy: SizeRange(fixed: 0), power: SizeRange(fixed: 0), chargeEfficiency: 1, dischargeEfficiency: 1)

  public var exists: Bool { energy.most > 0 && power.most > 0 }
}

/// Power that may be taken or given at a price — *stuurbaar vermogen*.
public struct FlexiblePower: Sendable, Hashable {
  public enum Direction: Sendable, Hashable {
    /// Takes power: an e-boiler, whose price is the negative of the gas it saves.
    case taking
    /// Gives power: a load that may be switched off, a generator.
    case giving
  }
  public var direction: Direction
  /// kW at most, per step.
  public var limit: [Double]
  /// EUR per kWh, per step; negative where it earns.
  public var price: [Double]

  public init(_ direction: Direction, limit: [Double], price: [Double]) {
    self.direction = direction
    self.limit = limit
    self.price = price
  }

  /// +1 where it adds to what must be imported.
  var sign: Double { direction == .taking ? 1 : -1 }
}
