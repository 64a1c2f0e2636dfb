/// Why a question has no answer, in amounts, and what would give it one — *tekort*.
public struct SizingShortage: Sendable, Equatable {
  /// kWh that cannot be supplied, at least, with every size at its best; kWh that cannot be delivered to the grid.
  public var unserved: Double
  public var surplus: Double
  /// The first step at which power falls short or is left over.
  public var step: Int?
  /// kW that the contract must allow at least, with everything else at its best; nil when a larger contract is no help.
  public var contractNeeded: Double?
  /// What makes the question possible, the cheapest first.
  public var repairs: [SizingRepair]

  public init(
    unserved: Double, surplus: Double, step: Int?, contractNeeded: Double? = nil, repairs: [SizingRepair] = []
  ) {
    self.unserved = unserved
    self.surplus = surplus
    self.step = step
    self.contractNeeded = contractNeeded
    self.repairs = repairs
  }
}

/// A wider bound that makes a question possible — *herstel*.
public struct SizingRepair: Sendable, Equatable {
  public enum Kind: Sendable, Hashable { case contract, battery }
  public var kind: Kind
  /// kW by which the contract, or the power of the battery, exceeds what was allowed.
  public var power: Double
  /// kWh by which the battery exceeds what was allowed.
  public var energy: Double
  /// EUR over the period, everything included.
  public var cost: Double
}

/// The two questions that are always possible: how much contract, and how much power falls short.
enum ShortageSearch {
  /// Nil when nothing falls short.
  static func shortage(_ problem: SizingProblem) -> SizingShortage? {
    guard let elastic = Sizing.attempt(unserved(problem)) else { return nil }
    let count = problem.flexible.count
    let missing = elastic.dispatch.flexible[count]
    let left = elastic.dispatch.flexible[count + 1]
    let negligible = SolverSettings.acceptedGap * scale(problem)
    guard let step = missing.indices.first(where: { missing[$0] + left[$0] > negligible }) else { return nil }
    var shortage = SizingShortage(
      unserved: missing.reduce(0, +) * problem.hoursPerStep, surplus: left.reduce(0, +) * problem.hoursPerStep,
      step: step)
    shortage.contractNeeded = contractNeeded(problem)
    shortage.repairs = repairs(problem, shortage).sorted { $0.cost < $1.cost }
    return shortage
  }

  private static func scale(_ problem: SizingProblem) -> Double { problem.load.lazy.map(abs).max() ?? 0 }

  /// The same limits without prices.
  private static func free(_ problem: SizingProblem) -> SizingProblem {
    var free = problem
    let nothing = [Double](repeating: 0, count: problem.steps)
    (free.importPrice, free.exportPrice, free.peakPrice) = (nothing, nothing, 0)
    for roof in free.roofs.indices { free.roofs[roof].power.price = 0 }
    (free.battery.energy.price, free.battery.power.price, free.battery.wear) = (0, 0, 0)
    free.contract.price = 0
    for power in free.flexible.indices { free.flexible[power].price = nothing }
    return free
  }

  /// Minimise the energy that is not supplied or not taken off.
  private static func unserved(_ problem: SizingProblem) -> SizingProblem {
    var question = free(problem)
    let all = [Double](repeating: 2 * scale(problem), count: problem.steps)
    let one = [Double](repeating: 1, count: problem.steps)
    question.flexible += [
      FlexiblePower(.giving, limit: all, price: one), FlexiblePower(.taking, limit: all, price: one),
    ]
    return question
  }

  /// Minimise the contract.
  private static func contractNeeded(_ problem: SizingProblem) -> Double? {
    var question = free(problem)
    question.contract.most = problem.contract.most + 2 * scale(problem) + problem.battery.power.most
    question.contract.price = 1
    return Sizing.attempt(question)?.sizes.contract
  }

  private static func repairs(_ problem: SizingProblem, _ shortage: SizingShortage) -> [SizingRepair] {
    var repairs: [SizingRepair] = []
    if let needed = shortage.contractNeeded, needed > problem.contract.most {
      var question = problem
      question.contract.most = needed * (1 + SolverSettings.repairRoom)
      if let answer = Sizing.attempt(question) {
        let power = max(0, answer.sizes.contract - problem.contract.most)
        repairs.append(SizingRepair(kind: .contract, power: power, energy: 0, cost: answer.cost))
      }
    }
    if problem.battery.exists, let repair = batteryRepair(problem) { repairs.append(repair) }
    return repairs
  }

  private static func batteryRepair(_ problem: SizingProblem) -> SizingRepair? {
    var question = problem
    let battery = problem.battery
    question.battery.power.most = battery.power.most + 2 * scale(problem)
    let longest = problem.peakPeriods.map(\.count).max() ?? 0
    question.battery.energy.most =
      battery.energy.most + scale(problem) * problem.hoursPerStep * Double(longest) / battery.dischargeEfficiency
    guard let answer = Sizing.attempt(question) else { return nil }
    return SizingRepair(
      kind: .battery, power: max(0, answer.sizes.batteryPower - battery.power.most),
      energy: max(0, answer.sizes.batteryEnergy - battery.energy.most), cost: answer.cost)
  }
}
