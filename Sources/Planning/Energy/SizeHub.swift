import EnergyHubs
import Provenance
import Quantities

/// Chooses contract, panels and battery of a park at the least cost, with a proof — *dimensionering*.
///
/// The proof comes twice: a lower bound that no choice can undercut, and the cost by another method with the sizes given
/// (Documentation/Methods/energie-dimensionering.md).
public struct SizeHub: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Bounds that take the place of the study's, kW and kWh; nil leaves the study's.
    public var contractMost: Double?
    public var batteryEnergyMost: Double?
    public var batteryPowerMost: Double?
    /// False leaves roofs as they are.
    public var buildsPanels: Bool
    /// kW and EUR per kWh that take the place of the study's; nil leaves the study's. Of several e-boilers the cheapest is chosen,
    /// or none.
    public var boilers: [Double]?
    public var boilerValue: Double?
    public var curtailable: Double?
    public var curtailmentPrice: Double?

    public init(
      contractMost: Double? = nil, batteryEnergyMost: Double? = nil, batteryPowerMost: Double? = nil,
      buildsPanels: Bool = true, boilers: [Double]? = nil, boilerValue: Double? = nil, curtailable: Double? = nil,
      curtailmentPrice: Double? = nil
    ) {
      self.contractMost = contractMost
      self.batteryEnergyMost = batteryEnergyMost
      self.batteryPowerMost = batteryPowerMost
      self.buildsPanels = buildsPanels
      self.boilers = boilers
      self.boilerValue = boilerValue
      self.curtailable = curtailable
      self.curtailmentPrice = curtailmentPrice
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let study: EnergyCaseSummary
    /// EUR a year, and what nobody can undercut; nil where nothing is possible.
    public let cost: Double?
    public let lowerBound: Double?
    public let answer: Answer?
    public let shortage: Shortage?
    /// Cost with every firm on its own contract (nil where one is unknown), and with one contract and nothing built.
    public let separate: HubCost?
    public let joint: HubCost
    /// The most that each size may be, by the request and else by the study; no month has one of its own.
    public let most: HubSizes
    /// Every possible choice of devices with a threshold and of e-boilers, the cheapest first: the answer is that of the first. Nil
    /// where there is nothing to choose.
    public let combinations: [Combination]?
  }

  /// One choice of having and not having — *combinatie*.
  public struct Combination: Codable, Sendable, Equatable {
    /// Which of the devices with a threshold are there.
    public let battery: Bool
    public let roofs: [String]
    /// kW of the e-boiler; nil where none is chosen among.
    public let boiler: Double?
    /// EUR a year for having them, and in all.
    public let fixedCost: Double
    public let cost: Double
  }

  public struct Answer: Codable, Sendable, Equatable {
    public let sizes: HubSizes
    public let cost: HubCost
    public let energy: HubEnergy
    public let proof: Proof
    public let worth: Worth
    public let rounds: Int
  }

  public func callAsFunction(_ request: Request, _ park: EnergyCase) throws(PlanningError) -> Response {
    try solved(request, park).response
  }

  /// The answer, with the question and the cheapest combination that it was made of.
  func solved(_ request: Request, _ park: EnergyCase) throws(PlanningError) -> Solved {
    let park = try park.with(request)
    do {
      let cases = try park.hubCases(request)
      let best = cases[0]
      let open = park.thresholds(in: best.problem).map(\.device)
      let hasBattery = !open.contains(.battery) || best.found.built.contains(.battery)
      let answer = Answer(
        best.found.answer, best.problem, best.park, bound: cases.map(\.lowerBound).min(), hasBattery: hasBattery)
      let hasChoice = !open.isEmpty || park.boilerSizes.count > 1
      return Solved(
        response: response(
          request, best.park, park.most(request), answer, hasChoice ? cases.map { Combination($0, of: park) } : nil, nil
        ),
        park: best.park, problem: best.problem, cases: cases)
    } catch {
      guard case .infeasible(let shortage) = error else { throw Self.planningError(error) }
      let most = park.most(request)
      let park = park.with(boiler: most.boiler)
      let problem = park.sizingProblem(request)
      return Solved(
        response: response(request, park, most, nil, nil, Shortage(shortage, problem, park)), park: park,
        problem: problem,
        cases: [])
    }
  }

  struct Solved {
    let response: Response
    let park: EnergyCase
    let problem: SizingProblem
    /// Every possible choice, the cheapest first.
    let cases: [HubCase]
  }

  private func response(
    _ request: Request, _ park: EnergyCase, _ most: HubSizes, _ answer: Answer?, _ combinations: [Combination]?,
    _ shortage: Shortage?
  ) -> Response {
    Response(
      request: request, study: EnergyCaseSummary(park), cost: answer?.proof.cost,
      lowerBound: answer?.proof.lowerBound, answer: answer, shortage: shortage, separate: park.separateCost,
      joint: park.jointCost, most: most, combinations: combinations)
  }

  /// Why there is no answer, as a message.
  static func planningError(_ error: SizingError) -> PlanningError {
    switch error {
    case .faults(let faults): .invalidInput(faults.map(diagnostic))
    case .infeasible: .invalidInput([PlanDispatch.nothingPossible])
    case .notConverged(let rounds, let gap): .invalidInput([unproven(rounds, gap)])
    }
  }

  private static func diagnostic(_ fault: SizingFault) -> Diagnostic {
    Diagnostic(
      .error, "energy.sizing", message: fault.message,
      remedy: LocalizedText(nl: "Verbeter de invoer.", en: "Correct the input."))
  }

  private static func unproven(_ rounds: Int, _ gap: Double) -> Diagnostic {
    Diagnostic(
      .error, "energy.unproven", value: "\(gap)",
      message: LocalizedText(
        nl: "na \(rounds) ronden is er geen antwoord dat zich bewijst",
        en: "after \(rounds) rounds there is no answer that proves itself"),
      remedy: LocalizedText(
        nl: "Controleer of prijzen en grenzen niet meer dan een miljoen keer uiteenlopen.",
        en: "Check that prices and bounds do not differ by more than a million times."))
  }
}

extension EnergyCase {
  /// The most that each size may be; a request goes before the study.
  func most(_ request: SizeHub.Request) -> HubSizes {
    HubSizes(
      roofs: Dictionary(
        roofs.map { ($0.name, request.buildsPanels ? $0.most.value : 0) }, uniquingKeysWith: { first, _ in first }),
      batteryEnergy: request.batteryEnergyMost ?? limits.batteryEnergyMost,
      batteryPower: request.batteryPowerMost ?? limits.batteryPowerMost, boiler: boilerSizes.last ?? 0,
      contract: request.contractMost ?? limits.contractMost, monthlyPeaks: [])
  }

  /// The question what to build.
  /// - Parameter contract: takes the place of the bounds on the contract, kW; nil leaves them.
  package func sizingProblem(_ request: SizeHub.Request, contract fixed: Double? = nil) -> SizingProblem {
    let most = most(request)
    let (energy, power, contract) = (most.batteryEnergy, most.batteryPower, most.contract)
    let load = load
    return SizingProblem(
      hoursPerStep: hours, load: load, importPrice: importPrice, exportPrice: exportPrice, peakPeriods: months,
      roofs: roofs.map { roof in
        Roof(
          factor: roof.factor, power: SizeRange(most: most.roofs[roof.name] ?? 0, price: roof.price))
      }, existing: existing,
      battery: BatteryOptions(
        energy: SizeRange(
          least: min(limits.batteryEnergyLeast, energy), most: energy, price: coefficients.batteryEnergyPrice),
        power: SizeRange(
          least: min(limits.batteryPowerLeast, power), most: power, price: coefficients.batteryPowerPrice),
        chargeEfficiency: coefficients.chargeEfficiency, dischargeEfficiency: coefficients.dischargeEfficiency,
        hourlyLoss: coefficients.hourlyLoss, wear: coefficients.wear),
      contract: SizeRange(
        least: fixed ?? min(limits.contractLeast, contract), most: fixed ?? contract, price: coefficients.contractPrice),
      peakPrice: coefficients.peakPrice, importRight: importRight,
      exportRight: exportRight.isEmpty ? [limits.export] : exportRight, flexible: flexibility.powers(load, heat: heat))
  }
}
