import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// A figure of `AssessWaterbed` by its path after the horizon — *cijfer van het waterbed*:
///
///     waterbed/onbediend                       demand that a market cannot serve any more
///     waterbed/onbediend/c4-large-dry          of one class
///     waterbed/vertrekt/laag                   what leaves, at a border of its band
///     waterbed/buur/CR34/komt-aan              what arrives at a neighbour
///     waterbed/na/klasse/c4-large-dry/tekort   any figure of the balance with the plans frozen
enum ExplainedWaterbedFigure: Equatable {
  case frozen
  case leavingAt(BandSide)
  case amount(WaterbedFigure)
  case after([String])

  static let step = "waterbed"
  static let afterStep = "na"

  /// - Returns: nil when the path names no figure of a waterbed.
  init?(_ steps: [String]) {
    guard steps.first == Self.step, steps.count > 1 else { return nil }
    let rest = Array(steps.dropFirst())
    if rest[0] == Self.afterStep, rest.count > 1 {
      self = .after(Array(rest.dropFirst()))
    } else if rest == [Self.frozenStep] {
      self = .frozen
    } else if rest.count == 2, rest[0] == MarketStep.leaving.rawValue, let side = BandSide(rawValue: rest[1]) {
      self = .leavingAt(side)
    } else if let figure = WaterbedFigure(rest) {
      self = .amount(figure)
    } else {
      return nil
    }
  }

  /// The path of the figure after the horizon.
  var path: String {
    let steps: [String] =
      switch self {
      case .frozen: [Self.frozenStep]
      case .leavingAt(let side): [MarketStep.leaving.rawValue, side.rawValue]
      case .amount(let figure): figure.steps
      case .after(let steps): [Self.afterStep] + steps
      }
    return ([Self.step] + steps).joined(separator: "/")
  }

  /// What may follow; nil when the steps are of something else.
  static func steps(after steps: [String], neighbours: [RegionCode]) -> [String]? {
    guard steps.first == step else { return nil }
    let rest = Array(steps.dropFirst())
    guard let first = rest.first else {
      return [frozenStep] + MarketStep.allCases.map(\.rawValue) + [NeighbourStep.step, afterStep]
    }
    let classes = SpaceClass.all.map(\.code)
    switch (MarketStep(rawValue: first), rest.count) {
    case (.unserved, 1): return classes
    case (.leaving, 1): return BandSide.allCases.map(\.rawValue) + classes
    default: break
    }
    guard first == NeighbourStep.step else { return nil }
    let codes = neighbours.map(\.text)
    if rest.count == 1 { return codes }
    guard codes.contains(rest[1]) else { return nil }
    if rest.count == 2 { return NeighbourStep.allCases.map(\.rawValue) }
    return rest.count == 3 && NeighbourStep(rawValue: rest[2])?.hasClasses == true ? classes : nil
  }

  private static let frozenStep = "bevroren"
}

private enum MarketStep: String, CaseIterable {
  case unserved = "onbediend"
  case inMunicipality = "in-gemeente"
  case elsewhereInMarket = "elders-in-markt"
  case leaving = "vertrekt"
}

private enum NeighbourStep: String, CaseIterable {
  case fitting = "passend-vrij"
  case arriving = "komt-aan"
  case served = "vindt-plaats"
  case unplaced = "vindt-geen-plaats"

  static let step = "buur"

  var hasClasses: Bool { self == .fitting || self == .arriving }
}

extension WaterbedFigure {
  fileprivate init?(_ steps: [String]) {
    if steps.first == NeighbourStep.step {
      guard steps.count > 2, let topic = NeighbourStep(rawValue: steps[2]) else { return nil }
      self.init(RegionCode(steps[1]), topic, Array(steps.dropFirst(3)))
    } else {
      guard let topic = steps.first.flatMap(MarketStep.init) else { return nil }
      self.init(topic, Array(steps.dropFirst()))
    }
  }

  private init?(_ topic: MarketStep, _ rest: [String]) {
    let space = rest.count == 1 ? SpaceClass(code: rest[0]) : nil
    switch (topic, rest.isEmpty, space) {
    case (.unserved, true, _): self = .unserved
    case (.unserved, _, let space?): self = .unservedOf(space)
    case (.inMunicipality, true, _): self = .inMunicipality
    case (.elsewhereInMarket, true, _): self = .elsewhereInMarket
    case (.leaving, true, _): self = .leaving
    case (.leaving, _, let space?): self = .leavingOf(space)
    default: return nil
    }
  }

  private init?(_ region: RegionCode, _ topic: NeighbourStep, _ rest: [String]) {
    let space = rest.count == 1 ? SpaceClass(code: rest[0]) : nil
    switch (topic, rest.isEmpty, space) {
    case (.fitting, true, _): self = .fitting(region)
    case (.fitting, _, let space?): self = .fittingFor(region, space)
    case (.arriving, true, _): self = .arriving(region)
    case (.arriving, _, let space?): self = .arrivingOf(region, space)
    case (.served, true, _): self = .served(region)
    case (.unplaced, true, _): self = .unplaced(region)
    default: return nil
    }
  }

  fileprivate var steps: [String] {
    func neighbour(_ region: RegionCode, _ topic: NeighbourStep, _ space: SpaceClass? = nil) -> [String] {
      [NeighbourStep.step, region.text, topic.rawValue] + [space?.code].compactMap { $0 }
    }
    return switch self {
    case .unserved: [MarketStep.unserved.rawValue]
    case .unservedOf(let space): [MarketStep.unserved.rawValue, space.code]
    case .inMunicipality: [MarketStep.inMunicipality.rawValue]
    case .elsewhereInMarket: [MarketStep.elsewhereInMarket.rawValue]
    case .leaving: [MarketStep.leaving.rawValue]
    case .leavingOf(let space): [MarketStep.leaving.rawValue, space.code]
    case .fitting(let region): neighbour(region, .fitting)
    case .fittingFor(let region, let space): neighbour(region, .fitting, space)
    case .arriving(let region): neighbour(region, .arriving)
    case .arrivingOf(let region, let space): neighbour(region, .arriving, space)
    case .served(let region): neighbour(region, .served)
    case .unplaced(let region): neighbour(region, .unplaced)
    }
  }
}
