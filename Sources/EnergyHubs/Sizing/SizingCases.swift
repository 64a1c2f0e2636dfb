/// A device that costs something before its first kW, or that is not sold below a size — *drempel*.
public struct SizingThreshold: Sendable, Hashable {
  public enum Device: Sendable, Hashable {
    case battery
    case roof(Int)
  }
  public var device: Device
  /// Smallest size when there is one: kW of a roof; kWh of a battery.
  public var least: Double
  /// EUR over the period for having it at all.
  public var fixedCost: Double

  public init(_ device: Device, least: Double = 0, fixedCost: Double = 0) {
    self.device = device
    self.least = least
    self.fixedCost = fixedCost
  }
}

/// One combination of having and not having — *geval*.
public struct SizingCase: Sendable {
  /// The devices that are there, of those with a threshold.
  public let built: [SizingThreshold.Device]
  /// EUR for having them, and in all.
  public let fixedCost: Double
  public let cost: Double
  public let answer: SizingAnswer
}

extension Sizing {
  /// All combinations of devices with a threshold that are possible, the cheapest first. A few devices only: n thresholds
  /// are 2ⁿ questions. A device with a lower bound of its own is always there; where equal, fewer devices come first.
  ///
  /// - Throws: what is short with as much as possible built when no combination is possible; `faults` for a threshold of a roof
  ///   that is not there; `notConverged` when one combination stays unproven, for it might be the cheapest.
  public static func cases(
    _ problem: SizingProblem, thresholds: [SizingThreshold]
  ) throws(SizingError) -> [SizingCase] {
    let strange = thresholds.compactMap { $0.fault(problem) }
    guard strange.isEmpty else { throw .faults(strange) }
    var found: [SizingCase] = []
    var last: SizingError?
    for combination in 0..<(1 << thresholds.count) {
      let built = thresholds.indices.filter { combination & (1 << $0) != 0 }.map { thresholds[$0] }
      guard thresholds.allSatisfy({ built.contains($0) || !$0.mustBeBuilt(problem) }) else { continue }
      var question = problem
      for threshold in thresholds { question.apply(threshold, isBuilt: built.contains(threshold)) }
      do {
        let answer = try solve(question)
        let fixed = built.reduce(0) { $0 + $1.fixedCost }
        found.append(
          SizingCase(built: built.map(\.device), fixedCost: fixed, cost: answer.cost + fixed, answer: answer))
      } catch .notConverged(let rounds, let gap) {
        throw .notConverged(rounds: rounds, gap: gap)
      } catch .infeasible(let shortage) {
        last = .infeasible(shortage)
      } catch {
        last = last ?? error
      }
    }
    if let last, found.isEmpty { throw last }
    return found.sorted { $0.cost < $1.cost }
  }
}

extension SizingThreshold {
  fileprivate func fault(_ problem: SizingProblem) -> SizingFault? {
    if case .roof(let roof) = device, !problem.roofs.indices.contains(roof) { return .noSuchRoof(roof + 1) }
    return nil
  }

  /// Whether the question itself asks for some of it.
  fileprivate func mustBeBuilt(_ problem: SizingProblem) -> Bool {
    switch device {
    case .battery: problem.battery.energy.least > 0 || problem.battery.power.least > 0
    case .roof(let roof): problem.roofs[roof].power.least > 0
    }
  }
}

extension SizingProblem {
  fileprivate mutating func apply(_ threshold: SizingThreshold, isBuilt: Bool) {
    switch threshold.device {
    case .battery where isBuilt: battery.energy.least = max(battery.energy.least, threshold.least)
    case .battery: battery = .none
    case .roof(let roof) where isBuilt: roofs[roof].power.least = max(roofs[roof].power.least, threshold.least)
    case .roof(let roof): roofs[roof].power = SizeRange(fixed: 0)
    }
  }
}
