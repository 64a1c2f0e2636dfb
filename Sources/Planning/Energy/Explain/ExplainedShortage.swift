import EnergyHubs
import Provenance
import Quantities

/// `energy size` where nothing is possible, explained: what falls short, what would help, and what the firms pay without a hub.
struct ExplainedShortage: ExplainedEnergy {
  let root: String
  private let shortage: SizeHub.Shortage
  private let solved: SizeHub.Solved
  private let comparison: HubComparison

  init(_ solved: SizeHub.Solved, _ shortage: SizeHub.Shortage, root: String = EnergyTopic.size.rawValue) {
    self.root = root
    self.shortage = shortage
    self.solved = solved
    comparison = HubComparison(root: root, solved.park)
  }

  var figures: [HubFigure] {
    ShortageAmount.allCases.filter(isKnown).map { .shortage(.amount($0)) }
      + shortage.repairs.indices.flatMap { row in
        RepairFigure.allCases.map { .shortage(.repair(row + 1, $0)) }
      } + solved.mosts + comparison.figures
  }

  private func isKnown(_ amount: ShortageAmount) -> Bool {
    switch amount {
    case .contractNeeded: shortage.contractNeeded != nil
    case .feedInMore: shortage.feedInMore != nil
    case .unserved, .surplus, .contractAllowed, .feedInAllowed: true
    }
  }

  func explanation(of figure: HubFigure) -> Explanation {
    switch figure {
    case .without(let how, let kind): comparison.explanation(how, kind)
    case .shortage(.amount(let amount)): explanation(amount)
    case .most(let name): solved.most(name)
    case .shortage(.repair(let row, let figure)): explanation(shortage.repairs[row - 1], figure)
    default: preconditionFailure("a figure of another topic")
    }
  }

  private func explanation(_ amount: ShortageAmount) -> Explanation {
    switch amount {
    case .unserved:
      found(
        LocalizedText(nl: "niet te leveren", en: "not to be supplied"), shortage.unserved, .kilowattHour, Self.least)
    case .surplus:
      found(
        LocalizedText(nl: "niet af te voeren", en: "not to be exported"), shortage.surplus, .kilowattHour, Self.least)
    case .contractAllowed:
      solved.most(.contract).named(LocalizedText(nl: "contract dat mag", en: "contract that is allowed"))
    case .contractNeeded:
      found(
        LocalizedText(nl: "contract dat minstens nodig is", en: "contract that is needed at least"),
        shortage.contractNeeded ?? .nan, .kilowatt,
        LocalizedText(
          nl: "het kleinste contract waarmee het kan, met al het andere op zijn ruimst en zonder prijzen",
          en: "the smallest contract with which it can be done, with all else at its widest and without prices"))
    case .feedInAllowed:
      comparison.leaves.feedInLimit.named(
        LocalizedText(nl: "teruglevering die mag", en: "feed-in that is allowed"))
    case .feedInMore:
      found(
        LocalizedText(nl: "hoeveel ruimer de teruglevering moet", en: "how much wider feed-in must be"),
        shortage.feedInMore ?? .nan, .kilowatt,
        LocalizedText(
          nl: "door halveren tot een miljoenste; elke proef is een inzet met al het andere op zijn ruimst",
          en: "by halving to a millionth; each trial is an operation with all else at its widest"))
    }
  }

  private func explanation(_ repair: SizeHub.Repair, _ figure: RepairFigure) -> Explanation {
    let method =
      switch repair.kind {
      case .contract:
        LocalizedText(
          nl: "de dimensionering opnieuw, met ruimte voor een groter contract",
          en: "the sizing anew, with room for a larger contract")
      case .battery:
        LocalizedText(
          nl: "de dimensionering opnieuw, met ruimte voor een grotere batterij",
          en: "the sizing anew, with room for a larger battery")
      case .feedIn:
        LocalizedText(
          nl: "de dimensionering opnieuw, met zoveel meer teruglevering als minstens nodig is",
          en: "the sizing anew, with as much more feed-in as is needed at least")
      }
    return switch figure {
    case .power: found(LocalizedText(nl: "meer vermogen", en: "more power"), repair.power, .kilowatt, method)
    case .energy: found(LocalizedText(nl: "meer opslag", en: "more storage"), repair.energy, .kilowattHour, method)
    case .cost: found(LocalizedText(nl: "kosten van een jaar", en: "cost of a year"), repair.cost, .euro, method)
    }
  }

  private func found(_ label: LocalizedText, _ value: Double, _ unit: Unit, _ method: LocalizedText) -> Explanation {
    Explanation(label, value: value, unit: unit, basis: .optimum(Optimum(method, evidence: evidence)))
  }

  private var evidence: [Optimum.Evidence] {
    [
      .init(LocalizedText(nl: "contract dat mag", en: "contract that is allowed"), shortage.contractAllowed, .kilowatt),
      .init(LocalizedText(nl: "niet te leveren", en: "not to be supplied"), shortage.unserved, .kilowattHour),
      .init(LocalizedText(nl: "niet af te voeren", en: "not to be exported"), shortage.surplus, .kilowattHour),
    ]
  }

  private static let least = LocalizedText(
    nl: "het minste over alle keuzes: met elke maat en elke inzet op zijn best",
    en: "the least over all choices: with every size and every operation at its best")
}

extension ExplainedSizing {
  /// What `energy size` answers: the cheapest sizes, or what falls short.
  ///
  /// - Throws: as `SizeHub` does.
  static func explained(
    _ request: SizeHub.Request, _ park: EnergyCase, root: String = EnergyTopic.size.rawValue
  ) throws(PlanningError) -> any ExplainedEnergy {
    try explained(SizeHub().solved(request, park), root: root)
  }

  static func explained(_ solved: SizeHub.Solved, root: String = EnergyTopic.size.rawValue) throws(PlanningError)
    -> any ExplainedEnergy
  {
    if let shortage = solved.response.shortage { return ExplainedShortage(solved, shortage, root: root) }
    guard let answer = solved.response.answer, let best = solved.cases.first else {
      throw .invalidInput([PlanDispatch.nothingPossible])
    }
    return ExplainedSizing(solved, answer, best, root: root)
  }
}
