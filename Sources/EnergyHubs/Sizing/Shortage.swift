/// Why a question has no answer, in amounts, and what would give it one — *tekort*.
public struct SizingShortage: Sendable, Equatable {
  /// kWh that cannot be supplied, at least, with every size at its best; kWh that cannot be delivered to the grid.
  public var unserved: Double
  public var surplus: Double
  /// The first step at which power falls short or is left over.
  public var step: Int?
  /// kW that the contract must allow at least, with everything else at its best; nil when a larger contract is no help.
  public var contractNeeded: Double?
  /// kW by which feed-in must be allowed beyond its limit at least, with everything else at its best; nil when that is no help.
  public var feedInMore: Double?
  /// What makes the question possible, the cheapest first.
  public var repairs: [SizingRepair]

  public init(
    unserved: Double, surplus: Double, step: Int?, contractNeeded: Double? = nil,
    feedInMore: Double? = nil, repairs: [SizingRepair] = []
  ) {
    self.unserved = unserved
    self.surplus = surplus
    self.step = step
    self.contractNeeded = contractNeeded
    self.feedInMore = feedInMore
    self.repairs = repairs
  }
}

/// A wider bound that makes a question possible — *herstel*.
public struct SizingRepair: Sendable, Equatable {
  public enum Kind: Sendable, Hashable { case contract, battery, feedIn }
  public var kind: Kind
  /// kW by which the contract, the power of the battery, or feed-in exceeds what was allowed.
  public var power: Double
  /// kWh by which the battery exceeds what was allowed.
  public var energy: Double
  /// EUR over the period, everything included but what devices with a threshold cost for being there.
  public var cost: Double
  /// The question with the wider bound.
  public var question: SizingProblem
}

extension SizingRepair {
  /// - Parameter problem: the question that had no answer.
  init(_ kind: Kind, _ question: SizingProblem, _ answer: SizingAnswer, beyond problem: SizingProblem) {
    self.init(kind: kind, power: 0, energy: 0, cost: answer.cost, question: question)
    take(answer.sizes, beyond: problem)
  }

  /// The same repair with the devices of a case, which may take more of it.
  public func with(_ devices: SizingCase, beyond problem: SizingProblem) -> SizingRepair {
    var repair = self
    repair.cost = devices.cost
    repair.take(devices.answer.sizes, beyond: problem)
    return repair
  }

  private mutating func take(_ sizes: ChosenSizes, beyond problem: SizingProblem) {
    switch kind {
    case .contract: power = max(0, sizes.contract - problem.contract.most)
    case .battery:
      power = max(0, sizes.batteryPower - problem.battery.power.most)
      energy = max(0, sizes.batteryEnergy - problem.battery.energy.most)
    case .feedIn: break
    }
  }
}

/// The two questions that are always possible: how much contract, and how much power falls short.
enum ShortageSearch {
  /// Nil when nothing falls short.
  static func shortage(_ problem: SizingProblem) -> SizingShortage? {
    guard let elastic = Sizing.relaxed(unserved(problem)).answer else { return nil }
    let count = problem.flexible.count
    let (missing, left) = (elastic.dispatch.flexible[count], elastic.dispatch.flexible[count + 1])
    let negligible = SolverSettings.acceptedGap * scale(problem)
    guard let step = missing.indices.first(where: { missing[$0] + left[$0] > negligible }) else { return nil }
    return shortage(problem, missing, left, step)
  }

  /// What only charging and discharging at once would get rid of.
  static func shortage(_ problem: SizingProblem, burnedBy relaxed: SizingAnswer) -> SizingShortage {
    let left = relaxed.dispatch.burned
    let negligible = SolverSettings.acceptedGap * scale(problem)
    return shortage(problem, left.map { _ in 0 }, left, left.firstIndex { $0 > negligible })
  }

  private static func shortage(
    _ problem: SizingProblem, _ missing: [Double], _ left: [Double], _ step: Int?
  ) -> SizingShortage {
    var shortage = SizingShortage(
      unserved: missing.reduce(0, +) * problem.hoursPerStep, surplus: left.reduce(0, +) * problem.hoursPerStep,
      step: step)
    shortage.contractNeeded = contractNeeded(problem)
    shortage.feedInMore = feedInMore(problem)
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
    question.chargeOnly = (0..<problem.steps).map(problem.mustCharge(at:))
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
    return Sizing.relaxed(question).answer?.sizes.contract
  }

  /// The least by which every limit on feed-in must be wider, found by halving: more room never harms.
  private static func feedInMore(_ problem: SizingProblem) -> Double? {
    var (low, high) = (0.0, (0..<problem.steps).lazy.map(problem.surplus(at:)).max() ?? 0)
    guard high > 0, problem.feedingIn(high).isPossible else { return nil }
    for _ in 0..<SolverSettings.feedInHalvings {
      let middle = (low + high) / 2
      if problem.feedingIn(middle).isPossible { high = middle } else { low = middle }
    }
    return high
  }

  private static func repairs(_ problem: SizingProblem, _ shortage: SizingShortage) -> [SizingRepair] {
    var repairs: [SizingRepair] = []
    if let needed = shortage.contractNeeded, needed > problem.contract.most {
      var question = problem
      question.contract.most = needed * (1 + SolverSettings.repairRoom)
      if let answer = Sizing.attempt(question) {
        repairs.append(SizingRepair(.contract, question, answer, beyond: problem))
      }
    }
    if let more = shortage.feedInMore {
      let question = problem.feedingIn(more * (1 + SolverSettings.repairRoom))
      if let answer = Sizing.attempt(question) {
        repairs.append(SizingRepair(kind: .feedIn, power: more, energy: 0, cost: answer.cost, question: question))
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
    return Sizing.attempt(question).map { SizingRepair(.battery, question, $0, beyond: problem) }
  }
}

extension SizingProblem {
  /// With this much more feed-in, kW, in every step.
  fileprivate func feedingIn(_ more: Double) -> SizingProblem {
    var problem = self
    problem.exportRight = exportRight.map { $0 + more }
    return problem
  }
}
