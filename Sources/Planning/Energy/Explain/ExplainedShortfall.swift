import EnergyHubs
import Provenance
import Quantities

/// `energy dispatch` with sizes that cannot do it, explained: what falls short at which step, and what would help.
struct ExplainedShortfall: ExplainedEnergy {
  let root = EnergyTopic.dispatch.rawValue
  private let response: PlanDispatch.Response
  private let park: EnergyCase
  private let problem: DispatchProblem
  private let leaves: EnergyLeaves
  /// What must come from the battery, kW for each step: above zero it gives, below it may charge.
  private let frontier: PeakFrontier
  private let room: Double

  init(_ response: PlanDispatch.Response, _ park: EnergyCase) {
    self.response = response
    self.park = park
    room = PlanDispatch.rounding * response.sizes.contract
    let problem = park.dispatchProblem(response.sizes, room: room)
    self.problem = problem
    leaves = EnergyLeaves(park: park)
    frontier = problem.need
  }

  var figures: [HubFigure] {
    sizeNames.map(HubFigure.size)
      + ShortfallAmount.allCases.filter { $0 != .neededCapacity || response.shortfall?.neededCapacity != nil }.map {
        .shortage(.operation($0))
      } + (response.withoutBattery == nil ? [] : [.dispatchWorth(.withoutBattery)])
  }

  private var sizeNames: [HubSizeName] {
    [.contract, .batteryEnergy, .batteryPower] + park.roofs.map { .roof($0.name) }
  }

  func explanation(of figure: HubFigure) -> Explanation {
    switch figure {
    case .size(let name): size(name)
    case .shortage(.operation(let amount)): explanation(amount)
    case .dispatchWorth(.withoutBattery): ExplainedOperation.withoutBattery(response)
    default: preconditionFailure("a figure of another topic")
    }
  }

  /// As the command gave it, else as `energy size` chose it.
  private func size(_ name: HubSizeName) -> Explanation {
    let words = response.sizes.words(name)
    return Explanation(
      words.label, value: words.value, unit: words.unit,
      basis: response.request.hasSizes ? .definition : .figure(path: HubFigure.size(name).path(in: .size)))
  }

  private func explanation(_ amount: ShortfallAmount) -> Explanation {
    let power = frontier.battery.dischargePower.value
    return switch amount {
    case .stepsWithoutPower:
      leaves.count(LocalizedText(nl: "stappen met te weinig vermogen", en: "steps with too little power")) {
        frontier.net[$0] > power + Kilowatts.negligible.value
      }
    case .missingPower:
      atLeastZero(
        LocalizedText(nl: "vermogen tekort", en: "power missing"),
        Explanation(
          LocalizedText(nl: "meer nodig dan de batterij geeft", en: "more needed than the battery gives"), .difference,
          notation: "hoogste nodig − vermogen", unit: .kilowatt, parts: [highestNeed, batteryPower]))
    case .neededCapacity: neededCapacity
    case .neededLimitRise: neededLimitRise
    case .surplus: surplus
    }
  }

  private func atLeastZero(_ label: LocalizedText, _ amount: Explanation) -> Explanation {
    Explanation(
      label, .maximum, notation: "minstens nul", unit: amount.unit, parts: [amount, HubOperation.nothing])
  }

  // MARK: What the battery must give

  private var highestNeed: Explanation {
    leaves.highest(
      LocalizedText(nl: "hoogste vraag aan de batterij", en: "highest call on the battery"), frontier.net,
      in: frontier.net.indices, leaf: need)
  }

  /// Load less sun, the limit of import and what may be switched off.
  private func need(_ step: Int) -> Explanation {
    let sun = problem.sun[step] == 0 ? [] : [sun(step)]
    let giving = flexible(.giving, LocalizedText(nl: "af te schakelen", en: "to be switched off"), step)
    return Explanation(
      LocalizedText(nl: "nodig van de batterij, ", en: "needed of the battery, ")
        + LocalizedText(both: leaves.time(step)), .difference, notation: "afname − zon − grens − afschakelbaar",
      unit: .kilowatt, parts: [leaves.load(step)] + sun + [limit(step)] + giving)
  }

  private func sun(_ step: Int) -> Explanation {
    let existing = park.existing.isEmpty ? [] : [leaves.existing(step)]
    let built = park.roofs.filter { (response.sizes.roofs[$0.name] ?? 0) > 0 }.map { roof in
      Explanation(
        LocalizedText(nl: "zon op \(roof.name)", en: "sun on \(roof.name)"), .product, notation: "kWp × opwek per kWp",
        unit: .kilowatt, parts: [reference(.size(.roof(roof.name))), leaves.factor(roof, step)])
    }
    return Explanation(
      LocalizedText(nl: "beschikbare zon", en: "available sun"), .sum, notation: "bestaand + Σ daken", unit: .kilowatt,
      parts: existing + built)
  }

  /// The contract, or a right that is lower at this step.
  private func limit(_ step: Int) -> Explanation {
    let contract = wider(reference(.size(.contract)))
    guard problem.importLimit[step] != contract.value else { return contract }
    return leaf(
      LocalizedText(nl: "recht op afname", en: "right to take"), "import_right_kw", problem.importLimit[step], step)
  }

  /// A limit with the room that rounding gets; nothing stays nothing.
  private func wider(_ limit: Explanation) -> Explanation {
    Explanation(
      limit.label, .sum, notation: "grens + ruimte voor afronding", unit: .kilowatt,
      parts: [
        limit,
        Explanation(
          LocalizedText(nl: "ruimte voor afronding", en: "room for rounding"), value: room, unit: .kilowatt,
          basis: .definition),
      ])
  }

  private var batteryPower: Explanation {
    let power = reference(.size(.batteryPower))
    return power.value > 0 ? wider(power) : power
  }

  private func flexible(_ direction: FlexiblePower.Direction, _ label: LocalizedText, _ step: Int) -> [Explanation] {
    problem.flexible.filter { $0.direction == direction }.map { power in
      Explanation(label, value: power.limit[step], unit: .kilowatt, basis: .definition)
    }
  }

  private func leaf(_ label: LocalizedText, _ column: String, _ value: Double, _ step: Int) -> Explanation {
    Explanation(
      label, value: value, unit: .kilowatt,
      basis: .record(table: EnergyCaseFiles.seriesFile, key: column, field: leaves.time(step), origin: nil))
  }

  // MARK: What would help

  private var neededCapacity: Explanation {
    guard let needed = frontier.requirement(at: .zero) else { return .nothing(.kilowattHour) }
    let window = FrontierWindow(frontier: frontier, leaves: leaves, net: need, power: batteryPower)
    return window.capacity(needed, .nothing(.kilowatt)).named(
      LocalizedText(nl: "inhoud die volstaat", en: "capacity that would do"))
  }

  private var neededLimitRise: Explanation {
    let rise = response.shortfall?.neededLimitRise ?? .nan
    return Explanation(
      LocalizedText(nl: "of contract hoger", en: "or contract higher by"), value: rise, unit: .kilowatt,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "Newton op de afruil: zoveel hoger elke grens, met de batterij die er is",
            en: "Newton on the trade-off: so much higher every limit, with the battery that is there"),
          evidence: [
            .init(
              LocalizedText(nl: "inhoud van de batterij", en: "capacity of the battery"),
              frontier.battery.capacity.value, .kilowattHour),
            .init(
              LocalizedText(nl: "opslag die deze stijging vraagt", en: "storage that this rise takes"),
              frontier.requirement(at: Kilowatts(rise))?.capacity.value ?? 0, .kilowattHour),
          ])))
  }

  /// Generation that can neither be used, stored nor exported.
  private var surplus: Explanation {
    let values = problem.surplus
    return atLeastZero(
      LocalizedText(nl: "niet af te voeren", en: "not to be exported"),
      leaves.highest(
        LocalizedText(nl: "hoogste overschot", en: "highest surplus"), values, in: values.indices, leaf: surplus))
  }

  private func surplus(_ step: Int) -> Explanation {
    let allowed = wider(leaves.feedInLimit)
    let limit =
      allowed.value == problem.exportLimit[step]
      ? allowed
      : leaf(
        LocalizedText(nl: "recht op teruglevering", en: "right to feed in"), "export_right_kw",
        problem.exportLimit[step], step)
    return Explanation(
      LocalizedText(nl: "overschot, ", en: "surplus, ") + LocalizedText(both: leaves.time(step)), .difference,
      notation: "0 − afname − teruglevering − laden − e-boiler", unit: .kilowatt,
      parts: [HubOperation.nothing, leaves.load(step), limit, batteryPower]
        + flexible(.taking, LocalizedText(nl: "e-boiler", en: "e-boiler"), step))
  }
}
