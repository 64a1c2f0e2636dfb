import EnergyHubs
import Provenance
import Quantities

extension PlanDispatch {
  func sizes(_ request: Request, _ park: EnergyCase) throws(PlanningError) -> HubSizes {
    guard request.hasSizes else {
      let sized = try SizeHub()(.init(), park)
      guard let answer = sized.answer else { throw .invalidInput([Self.nothingPossible]) }
      return answer.sizes
    }
    let problems = problems(request, park)
    guard problems.isEmpty else { throw .invalidInput(problems) }
    let contract = request.contract ?? park.limits.contractMost
    return HubSizes(
      roofs: request.roofs, batteryEnergy: request.batteryEnergy ?? 0,
      batteryPower: request.batteryPower ?? (request.batteryEnergy ?? 0) / Self.usualHours,
      boiler: request.boiler ?? park.flexibility.boiler, contract: contract,
      monthlyPeaks: park.months.map { _ in contract })
  }

  /// Hours in which a battery is empty at full power where no power was given.
  private static let usualHours = 2.0

  private func problems(_ request: Request, _ park: EnergyCase) -> [Diagnostic] {
    let known = park.roofs.map(\.name)
    let list = known.joined(separator: ", ")
    let strange = request.roofs.keys.filter { !known.contains($0) }.sorted().map { name in
      Diagnostic(
        .error, "energy.unknown-roof", value: name,
        message: LocalizedText(nl: "onbekende dakklasse", en: "unknown class of roof"),
        remedy: LocalizedText(nl: "Kies uit: \(list).", en: "Choose one of: \(list)."))
    }
    let numbers =
      [request.batteryEnergy, request.batteryPower, request.boiler, request.contract].compactMap { $0 }
      + request.roofs.values
    guard let wrong = numbers.first(where: { !($0 >= 0 && $0.isFinite) }) else { return strange }
    return strange + [
      Diagnostic(
        .error, "energy.size", value: "\(wrong)",
        message: LocalizedText(nl: "een maat is niet negatief", en: "a size is not negative"),
        remedy: LocalizedText(nl: "Geef nul of meer.", en: "Give zero or more."))
    ]
  }

  static let nothingPossible = Diagnostic(
    .error, "energy.infeasible",
    message: LocalizedText(nl: "binnen de grenzen is niets mogelijk", en: "nothing is possible within the limits"),
    remedy: LocalizedText(
      nl: "Zie werklocaties energy size voor het tekort en het goedkoopste herstel.",
      en: "See werklocaties energy size for the shortage and the cheapest repair."))
}

extension PlanDispatch.Worth {
  init(_ prices: DispatchPrices, _ problem: DispatchProblem, _ months: [Range<Int>]) {
    let limit = prices.importLimit(in: problem)
    capacity = prices.capacity
    chargePower = prices.chargePower
    dischargePower = prices.dischargePower
    importLimit = months.map { limit[$0].reduce(0, +) }
  }
}

extension PlanDispatch.Shortfall {
  init(_ shortfall: DispatchShortfall, _ year: ProfileYear) {
    firstTime = year.spelled(shortfall.step % year.count)
    stepsWithoutPower = shortfall.stepsWithoutPower
    missingPower = shortfall.missingPower.value
    neededCapacity = shortfall.neededCapacity?.value
    neededLimitRise = shortfall.neededLimitRise.value
    surplus = shortfall.surplus.value
  }
}

extension PlanDispatch.Flows {
  init(_ plan: DispatchPlan, _ problem: DispatchProblem, _ year: ProfileYear) {
    times = (0..<year.count).map(year.spelled)
    load = problem.load
    imported = plan.gridImport
    exported = plan.gridExport
    generated = plan.sunUsed
    charged = plan.charge
    discharged = plan.discharge
    content = plan.content
    func power(_ direction: FlexiblePower.Direction) -> [Double]? {
      problem.flexible.firstIndex { $0.direction == direction }.map { plan.flexible[$0] }
    }
    boiler = power(.taking)
    switchedOff = power(.giving)
  }
}
