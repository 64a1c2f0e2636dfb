import EnergyHubs
import Quantities

extension SizeHub {
  /// What an answer is worth — *bewijs*: recomputed from the question and the answer alone.
  public struct Proof: Codable, Sendable, Equatable {
    /// EUR a year.
    public let cost: Double
    public let lowerBound: Double
    /// Difference between both as a share of the cost.
    public let gap: Double
    /// Largest excess over any limit, kW or kWh.
    public let largestViolation: Double
    /// kWh that the hub of the lower bound charges and discharges at once, at a negative price or because feed-in has no other way
    /// out. The answer does not: it costs more than the bound.
    public let burned: Double
    /// EUR a year by the dynamic programme with these sizes, and the relative difference; nil where it found no operation.
    public let dispatchCost: Double?
    public let dispatchDifference: Double?
  }

  /// EUR a year saved by one unit more, its own price not counted (gross) and counted (net) — *schaduwprijzen*.
  public struct Worth: Codable, Sendable, Equatable {
    public struct Unit: Codable, Sendable, Equatable {
      public let gross: Double
      public let net: Double
    }
    public let contract: Unit
    /// Nil where a threshold left the battery out: what a first kWh would be worth was not asked then.
    public let batteryEnergy: Unit?
    public let batteryPower: Unit?
    public let roofs: [String: Unit]
  }

  /// Why nothing is possible — *tekort*.
  public struct Shortage: Codable, Sendable, Equatable {
    /// kWh a year that cannot be supplied, and that cannot be exported.
    public let unserved: Double
    public let surplus: Double
    public let firstTime: String?
    /// The contract that was allowed, and the least with which it can be done; nil when a larger one is no help.
    public let contractAllowed: Double
    public let contractNeeded: Double?
    /// The limit on feed-in, kW, where no right of the hour is lower.
    public let feedInAllowed: Double
    /// kW by which feed-in must be allowed beyond its limit at least; nil when that is no help.
    public let feedInMore: Double?
    /// The cheapest first.
    public let repairs: [Repair]
  }

  public struct Repair: Codable, Sendable, Equatable {
    public enum Kind: String, Codable, Sendable { case contract, battery, feedIn }
    public let kind: Kind
    /// kW and kWh beyond what was allowed.
    public let power: Double
    public let energy: Double
    /// EUR a year, everything included.
    public let cost: Double
  }
}

/// Energy of a year, kWh — *energie*.
public struct HubEnergy: Codable, Sendable, Equatable {
  public let load: Double
  public let imported: Double
  public let exported: Double
  public let generated: Double
  public let curtailed: Double
  public let discharged: Double
  /// Full cycles of the battery in the year.
  public let cycles: Double
  /// Nil without an e-boiler and load that may be switched off.
  public let flexible: FlexibleEnergy?
  /// Nil where the study says not what a kWh emits.
  public let carbon: AvoidedCarbon?

  /// - Parameter capacity: of the battery, kWh, without the room that the problem has for rounding.
  init(
    _ problem: DispatchProblem, _ park: EnergyCase, capacity: Double, imported: [Double], exported: [Double],
    generated: [Double], discharged: [Double], flexible powers: [[Double]]
  ) {
    flexible = FlexibleEnergy(problem, powers)
    let hours = problem.hours
    func energy(_ values: [Double]) -> Double { values.reduce(0, +) * hours }
    load = energy(problem.load)
    self.imported = energy(imported)
    self.exported = energy(exported)
    self.generated = energy(generated)
    curtailed = max(0, energy(problem.sun) - energy(generated))
    self.discharged = energy(discharged)
    // Of less than a kilowatt-hour there is nothing to count: such a battery is what rounding left of none.
    cycles = capacity >= 1 ? energy(discharged) / problem.battery.dischargeEfficiency / capacity : 0
    carbon = AvoidedCarbon(
      park, imported: energy(imported), exported: energy(exported), boiler: flexible?.boiler ?? 0)
  }

  /// Share of the generation that was used in the park; nil without any.
  public var ownUse: Double? { generated > 0 ? max(0, 1 - exported / generated) : nil }
}

extension SizeHub.Answer {
  /// - Parameters:
  ///   - bound: EUR a year that no combination of devices undercuts; nil where there is one combination.
  ///   - hasBattery: false where a threshold left it out.
  init(
    _ answer: SizingAnswer, _ problem: SizingProblem, _ park: EnergyCase, bound: Double? = nil, hasBattery: Bool = true
  ) {
    let sizes = HubSizes(answer.sizes, park)
    let fixed = park.fixedCost(sizes)
    let having = park.thresholds.cost(sizes)
    let unseen = having.battery + having.panels + fixed.boiler
    // Sizes hold their last digits of rounding; the other method gets that much room.
    let question = park.dispatchProblem(sizes, room: PlanDispatch.rounding * answer.certificate.scale)
    var certificate = answer.certificate
    certificate.dispatchCost =
      answer.relaxed == nil
      ? question.leastCost().plan.map { $0.cost.value + fixed.total }
      : certificate.cost + unseen  // The other method made this operation.
    var cost = fixed
    cost.energy = certificate.cost - (fixed.total - unseen)
    self.init(
      sizes: sizes, cost: cost,
      energy: HubEnergy(
        question, park, capacity: sizes.batteryEnergy, imported: answer.dispatch.imported,
        exported: answer.dispatch.exported,
        generated: answer.dispatch.generated, discharged: answer.dispatch.discharged,
        flexible: answer.dispatch.flexible),
      proof: SizeHub.Proof(certificate, unseen: unseen, bound: bound),
      worth: SizeHub.Worth(answer.shadowPrices(problem), park, hasBattery: hasBattery),
      rounds: answer.rounds)
  }
}

extension HubSizes {
  init(_ chosen: ChosenSizes, _ park: EnergyCase) {
    self.init(
      roofs: Dictionary(uniqueKeysWithValues: zip(park.roofs, chosen.roofs).map { ($0.name, $1) }),
      batteryEnergy: chosen.batteryEnergy, batteryPower: chosen.batteryPower, boiler: park.flexibility.boiler,
      contract: chosen.contract, monthlyPeaks: chosen.peaks)
  }
}

extension SizeHub.Proof {
  /// - Parameter unseen: EUR a year for having devices at all, which the certificate does not know of.
  fileprivate init(_ certificate: SizingCertificate, unseen: Double, bound: Double?) {
    let cost = certificate.cost + unseen
    let lowerBound = bound ?? (certificate.lowerBound + unseen)
    self.cost = cost
    self.lowerBound = lowerBound
    gap = (cost - lowerBound) / max(abs(cost), abs(lowerBound), Double.leastNormalMagnitude)
    largestViolation = certificate.largestViolation
    burned = certificate.burned
    dispatchCost = certificate.dispatchCost
    dispatchDifference = certificate.dispatchCost.map { abs($0 - cost) / max(abs(cost), Double.leastNormalMagnitude) }
  }
}

extension SizeHub.Worth {
  fileprivate init(_ prices: ShadowPrices, _ park: EnergyCase, hasBattery: Bool) {
    func unit(_ worth: ShadowPrices.Worth) -> Unit { Unit(gross: worth.gross, net: worth.net) }
    contract = unit(prices.contract)
    batteryEnergy = hasBattery ? unit(prices.batteryEnergy) : nil
    batteryPower = hasBattery ? unit(prices.batteryPower) : nil
    roofs = Dictionary(uniqueKeysWithValues: zip(park.roofs, prices.roofs).map { ($0.name, unit($1)) })
  }
}

extension SizeHub.Shortage {
  init(_ shortage: SizingShortage, _ problem: SizingProblem, _ park: EnergyCase) {
    unserved = shortage.unserved
    surplus = shortage.surplus
    firstTime = shortage.step.map(park.year.spelled)
    contractAllowed = problem.contract.most
    contractNeeded = shortage.contractNeeded
    feedInAllowed = park.limits.export
    feedInMore = shortage.feedInMore
    repairs = shortage.repairs.compactMap { park.repair($0, beyond: problem) }.map { SizeHub.Repair($0, park) }
      .sorted { $0.cost < $1.cost }
  }
}

extension SizeHub.Repair.Kind {
  fileprivate init(_ kind: SizingRepair.Kind) {
    self =
      switch kind {
      case .contract: .contract
      case .battery: .battery
      case .feedIn: .feedIn
      }
  }
}

extension SizeHub.Repair {
  fileprivate init(_ repair: SizingRepair, _ park: EnergyCase) {
    self.init(
      kind: Kind(repair.kind), power: repair.power, energy: repair.energy, cost: repair.cost + park.boilerCost)
  }
}

extension EnergyCase {
  /// A repair with its cheapest combination of devices that have a threshold; as it is where there are none. Nil where no combination
  /// has an answer that proves itself: a number without a proof is no repair.
  fileprivate func repair(_ repair: SizingRepair, beyond problem: SizingProblem) -> SizingRepair? {
    let thresholds = thresholds(in: repair.question)
    guard !thresholds.isEmpty else { return repair }
    let best = try? Sizing.cases(repair.question, thresholds: thresholds).first
    return best.map { repair.with($0, beyond: problem) }
  }
}
