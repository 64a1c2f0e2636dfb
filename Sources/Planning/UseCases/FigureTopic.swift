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
  case spaceClass = "klasse"
  case spaceClassWithSoft = "klasse-met-zacht"
  case mismatch
  case mismatchWithSoft = "mismatch-met-zacht"
  case step = "toedeling"
  case stepWithSoft = "toedeling-met-zacht"
}

/// The second step of a demand figure's path.
enum DemandTopic: String, CaseIterable {
  case gross = "bruto"
  case expansion = "uitbreiding"
  case replacement = "vervanging"
  case additional = "aanvullend"
  case effect = "effect"
  /// Expansion after an effect and those before it.
  case level = "stand"
  case sectorGroup = "doelgroep"
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
      default: BalanceFigure(topic, rest).map(ExplainedFigure.balance)
      }
    guard let figure else { return nil }
    self = figure
  }
}

extension FigureTopic {
  /// The figure of a topic that has no further steps.
  var balanceFigure: BalanceFigure? {
    switch self {
    case .demand, .jobs, .jobsAtStart, .spaceClass, .spaceClassWithSoft, .step, .stepWithSoft: nil
    case .supply: .hardSupply
    case .frictionalReserve: .frictionalReserve
    case .ironStock: .ironStock
    case .usable: .usable(withSoft: false)
    case .usableWithSoft: .usable(withSoft: true)
    case .balance: .balance(withSoft: false)
    case .balanceWithSoft: .balance(withSoft: true)
    case .shortage: .shortage(withSoft: false)
    case .shortageWithSoft: .shortage(withSoft: true)
    case .mismatch: .mismatch(withSoft: false)
    case .mismatchWithSoft: .mismatch(withSoft: true)
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
      guard let effect = DemandEffect(rawValue: steps[1]) else { return nil }
      switch (steps.count, steps.last.flatMap(LocationType.init)) {
      case (2, _): self = .effect(effect)
      case (4, let type?): self = .effectOf(effect, sector: steps[2], locationType: type)
      default: return nil
      }
    case (.level, false):
      let effect = DemandEffect(rawValue: rest)
      guard effect != nil || rest == Self.startStep else { return nil }
      self = .level(after: effect)
    case (.sectorGroup, false): self = .sectorGroup(rest)
    case (.spaceClass, false):
      guard let space = SpaceClass(code: rest) else { return nil }
      self = .spaceClass(space)
    default: return nil
    }
  }

  /// Before the first effect.
  static let startStep = "begin"
}

extension DemandFigure {
  /// The path of the figure after the horizon.
  var path: String {
    let demand = FigureTopic.demand.rawValue
    func path(_ topic: DemandTopic, _ rest: String...) -> String {
      ([demand, topic.rawValue] + rest).joined(separator: "/")
    }
    return switch self {
    case .total: demand
    case .grossTotal: path(.gross)
    case .expansion: path(.expansion)
    case .expansionOf(let sector, let type): path(.expansion, sector, type.rawValue)
    case .replacement: path(.replacement)
    case .replacementOf(let id): path(.replacement, id)
    case .additional: path(.additional)
    case .addOn(let id): path(.additional, id)
    case .effect(let effect): path(.effect, effect.rawValue)
    case .effectOf(let effect, let sector, let type): path(.effect, effect.rawValue, sector, type.rawValue)
    case .level(let effect): path(.level, effect?.rawValue ?? Self.startStep)
    case .sectorGroup(let id): path(.sectorGroup, id)
    case .spaceClass(let space): path(.spaceClass, space.code)
    case .jobs(let sector, let atStart):
      ([(atStart ? FigureTopic.jobsAtStart : .jobs).rawValue] + [sector].compactMap { $0 }).joined(separator: "/")
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

// MARK: Classes of land

extension BalanceFigure {
  /// - Parameter steps: the path after a topic of the classes of land.
  fileprivate init?(_ topic: FigureTopic, _ steps: [String]) {
    let withSoft = topic.withSoft
    switch (topic, steps.count) {
    case (.spaceClass, 2), (.spaceClassWithSoft, 2):
      guard let space = SpaceClass(code: steps[0]), let figure = ClassFigure(rawValue: steps[1]) else { return nil }
      self = .ofClass(space, figure, withSoft: withSoft)
    case (.mismatch, 2), (.mismatchWithSoft, 2):
      guard let demand = SpaceClass(code: steps[0]), let land = SpaceClass(code: steps[1]) else { return nil }
      self = .spill(demand: demand, land: land, withSoft: withSoft)
    case (.step, 1), (.stepWithSoft, 1):
      guard let number = Int(steps[0]) else { return nil }
      self = .step(number, withSoft: withSoft)
    default: return nil
    }
  }

  /// The path of a figure of classes of land after the horizon; of other figures their topic's.
  var path: String {
    switch self {
    case .ofClass(let space, let figure, let withSoft):
      FigureTopic.spaceClass.reading(withSoft) + "/\(space.code)/\(figure.rawValue)"
    case .spill(let demand, let land, let withSoft):
      FigureTopic.mismatch.reading(withSoft) + "/\(demand.code)/\(land.code)"
    case .step(let number, let withSoft): FigureTopic.step.reading(withSoft) + "/\(number)"
    case .supply(let kind): "\(FigureTopic.supply.rawValue)/\(kind.rawValue)"
    case .supplyOf(let kind, let record): "\(FigureTopic.supply.rawValue)/\(kind.rawValue)/\(record)"
    default: FigureTopic.allCases.first { $0.balanceFigure == self }!.rawValue
    }
  }
}

extension FigureTopic {
  /// Whether soft plans count in a topic that stands in two readings.
  var withSoft: Bool { rawValue.hasSuffix(Self.softSuffix) }

  fileprivate func reading(_ withSoft: Bool) -> String { withSoft ? rawValue + Self.softSuffix : rawValue }

  private static let softSuffix = "-met-zacht"
}

extension SpaceClass {
  init?(code: String) {
    guard let found = Self.all.first(where: { $0.code == code }) else { return nil }
    self = found
  }
}
