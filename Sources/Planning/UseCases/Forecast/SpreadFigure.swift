import ForecastBands
import SpaceDemand

/// A figure of `ExplainSpread` by its path after the horizon — *cijfer van de spreiding*:
///
///     tornado/ruimte-per-baan/laag          the balance with all values of the group low; behind it any figure of that world
///     tornado/ruimte-per-baan               width of the bar
///     omslagpunt/groei                      the change at which the balance is zero, or why there is none
///     omslagpunt/groei/laag                 the balance at the low end of the search range, and behind it any figure there
///     omslagpunt/groei/balans               any figure in that world
///     gevoeligheid/groei/totaal             part of the variance; with /laag and /hoog the borders of its interval
///     ontbrekend-terrein
enum SpreadFigure: Equatable {
  case end(InputGroup, BandSide, [String])
  case width(InputGroup)
  case breakEven(InputGroup)
  case atBreakEven(InputGroup, [String])
  case atSearchEnd(InputGroup, BandSide, [String])
  case sensitivity(InputGroup, SobolPart, BandSide?)
  case missingLand

  /// - Returns: nil when the path names no figure of a spread.
  init?(_ steps: [String]) {
    guard let topic = steps.first.flatMap(SpreadTopic.init) else { return nil }
    if topic == .missingLand, steps.count == 1 {
      self = .missingLand
      return
    }
    guard steps.count > 1, let group = InputGroup(step: steps[1]), topic.groups.contains(group) else { return nil }
    let rest = Array(steps.dropFirst(2))
    switch topic {
    case .tornado:
      guard let side = rest.first else {
        self = .width(group)
        return
      }
      guard let side = BandSide(rawValue: side) else { return nil }
      self = .end(group, side, Array(rest.dropFirst()))
    case .breakEven:
      if let side = rest.first.flatMap(BandSide.init) {
        self = .atSearchEnd(group, side, Array(rest.dropFirst()))
      } else {
        self = rest.isEmpty ? .breakEven(group) : .atBreakEven(group, rest)
      }
    case .sensitivity:
      guard let part = rest.first.flatMap(SobolPart.init), rest.count < 3 else { return nil }
      let side = rest.dropFirst().first
      guard side == nil || BandSide(rawValue: side!) != nil else { return nil }
      self = .sensitivity(group, part, side.flatMap(BandSide.init))
    case .missingLand: return nil
    }
  }

  /// What may follow; nil when the steps are of something else. Behind a changed world any figure of a balance may follow.
  static func steps(after steps: [String]) -> [String]? {
    guard let topic = steps.first.flatMap(SpreadTopic.init) else { return nil }
    if topic == .missingLand { return [] }
    guard steps.count > 1 else { return topic.groups.map(\.step) }
    guard let group = InputGroup(step: steps[1]), topic.groups.contains(group) else { return nil }
    let sides = BandSide.allCases.map(\.rawValue)
    switch (topic, steps.count) {
    case (.tornado, 2): return sides
    case (.sensitivity, 2): return SobolPart.allCases.map(\.rawValue)
    case (.sensitivity, 3): return SobolPart(rawValue: steps[2]) == nil ? nil : sides
    case (.breakEven, 2): return [group.balanceFigure.rawValue] + sides
    default: return SpreadFigure(steps) == nil ? nil : []
    }
  }
}

enum SpreadTopic: String, CaseIterable {
  case tornado
  case breakEven = "omslagpunt"
  case sensitivity = "gevoeligheid"
  case missingLand = "ontbrekend-terrein"

  /// Soft plans change nothing against hard supply, of which the sensitivities are.
  fileprivate var groups: [InputGroup] {
    InputGroup.allCases.filter { self != .sensitivity || $0 != .softRealisation }
  }
}

/// What a group does by itself, or together with others; see `SobolIndex`.
enum SobolPart: String, CaseIterable {
  case first = "eerste"
  case total = "totaal"
}

extension InputGroup {
  init?(step: String) {
    guard let found = Self.allCases.first(where: { $0.step == step }) else { return nil }
    self = found
  }

  /// The name of the group on a path.
  var step: String {
    switch self {
    case .growth: "groei"
    case .landPerJob: "ruimte-per-baan"
    case .locationPreference: "locatievoorkeur"
    case .replacement: "vervanging"
    case .softRealisation: "zachte-plannen"
    case .addOns: "aanvullend"
    }
  }

  /// The balance that the group is read with: soft plans change nothing against hard supply.
  var balanceFigure: FigureTopic { self == .softRealisation ? .balanceWithSoft : .balance }
}
