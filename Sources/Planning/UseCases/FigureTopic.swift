import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// The first step of a figure's path after the horizon.
enum FigureTopic: String, CaseIterable {
  case demand = "vraag"
  case jobs = "banen"
  case jobsAtStart = "banen-nu"
  case supply = "aanbod"
  case frictionalReserve = "frictie"
  case ironStock = "ijzeren-voorraad"
  case usable = "bruikbaar"
  case usableWithSoft = "bruikbaar-met-zacht"
  case balance = "balans"
  case balanceWithSoft = "balans-met-zacht"
  case shortage = "tekort"
  case shortageWithSoft = "tekort-met-zacht"
}

/// The second step of a demand figure's path.
enum DemandTopic: String, CaseIterable {
  case gross = "bruto"
  case expansion = "uitbreiding"
  case replacement = "vervanging"
  case additional = "aanvullend"
  case effect = "effect"
  case spaceClass = "klasse"
}

/// A figure of a region by the method that gives it.
enum ExplainedFigure {
  case demand(DemandFigure)
  case balance(BalanceFigure)

  /// - Parameter steps: the path after the horizon; nil when it names no figure by itself.
  init?(_ steps: [String]) {
    guard let topic = steps.first.flatMap(FigureTopic.init) else { return nil }
    let rest = Array(steps.dropFirst())
    if let simple = topic.balanceFigure, rest.isEmpty {
      self = .balance(simple)
      return
    }
    let figure: ExplainedFigure? =
      switch topic {
      case .demand: DemandFigure(rest).map(ExplainedFigure.demand)
      case .jobs: rest.count <= 1 ? .demand(.jobs(sector: rest.first, atStart: false)) : nil
      case .jobsAtStart: rest.count <= 1 ? .demand(.jobs(sector: rest.first, atStart: true)) : nil
      case .supply: BalanceFigure(supply: rest).map(ExplainedFigure.balance)
      default: nil
      }
    guard let figure else { return nil }
    self = figure
  }
}

extension FigureTopic {
  /// The figure of a topic that has no further steps.
  var balanceFigure: BalanceFigure? {
    switch self {
    case .demand, .jobs, .jobsAtStart: nil
    case .supply: .hardSupply
    case .frictionalReserve: .frictionalReserve
    case .ironStock: .ironStock
    case .usable: .usable(withSoft: false)
    case .usableWithSoft: .usable(withSoft: true)
    case .balance: .balance(withSoft: false)
    case .balanceWithSoft: .balance(withSoft: true)
    case .shortage: .shortage(withSoft: false)
    case .shortageWithSoft: .shortage(withSoft: true)
    }
  }
}

extension DemandFigure {
  fileprivate init?(_ steps: [String]) {
    guard let first = steps.first else {
      self = .total
      return
    }
    // An identifier of the user may hold a slash; it is always the last step.
    let rest = steps.dropFirst().joined(separator: "/")
    switch (DemandTopic(rawValue: first), rest.isEmpty) {
    case (.gross, true): self = .grossTotal
    case (.expansion, true): self = .expansion
    case (.replacement, true): self = .replacement
    case (.additional, true): self = .additional
    case (.replacement, false): self = .replacementOf(withdrawal: rest)
    case (.additional, false): self = .addOn(id: rest)
    case (.expansion, false):
      guard steps.count == 3, let type = LocationType(rawValue: steps[2]) else { return nil }
      self = .expansionOf(sector: steps[1], locationType: type)
    case (.effect, false):
      guard let effect = DemandEffect(rawValue: rest) else { return nil }
      self = .effect(effect)
    case (.spaceClass, false):
      guard let space = SpaceClass.all.first(where: { $0.code == rest }) else { return nil }
      self = .spaceClass(space)
    default: return nil
    }
  }
}

extension BalanceFigure {
  fileprivate init?(supply steps: [String]) {
    guard let kind = steps.first.flatMap(SupplyKind.init) else { return nil }
    let record = steps.dropFirst().joined(separator: "/")
    self = record.isEmpty ? .supply(kind) : .supplyOf(kind, record: record)
  }
}
