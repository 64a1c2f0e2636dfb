import SupplyDemandBalance
import WorkLocations

/// A figure of a comparison of a scenario by its path after the horizon — *cijfer van een vergelijking*:
///
///     wijziging/2/balans        what the second change does
///     wijziging/totaal/balans   what all changes do together
///     na/2/balans               any figure after the first two changes; after 0 it is that of the base
enum ChangeFigure: Equatable {
  case step(Int, ComparedFigure)
  case total(ComparedFigure)
  case after(Int, [String])

  static let changeStep = "wijziging"
  static let afterStep = "na"
  static let allStep = "totaal"

  /// - Returns: nil when the path names no figure of a comparison.
  init?(_ steps: [String]) {
    guard steps.count >= 2 else { return nil }
    let rest = Array(steps.dropFirst(2))
    let figure: ChangeFigure? =
      switch (steps[0], Int(steps[1])) {
      case (Self.afterStep, let count?): .after(count, rest)
      case (Self.changeStep, let number?): ComparedFigure(rest).map { .step(number, $0) }
      case (Self.changeStep, nil) where steps[1] == Self.allStep: ComparedFigure(rest).map(ChangeFigure.total)
      default: nil
      }
    guard let figure else { return nil }
    self = figure
  }

  /// The path of the figure after the horizon.
  var path: String {
    switch self {
    case .step(let number, let figure): "\(Self.changeStep)/\(number)/\(figure.path)"
    case .total(let figure): "\(Self.changeStep)/\(Self.allStep)/\(figure.path)"
    case .after(let count, let steps): ([Self.afterStep, String(count)] + steps).joined(separator: "/")
    }
  }

  /// What may follow on the path of a comparison of so many changes; nil when the path is of something else.
  static func steps(after steps: [String], changes: Int) -> [String]? {
    guard let topic = steps.first else { return [changeStep, afterStep] }
    let counts = (0...changes).map(String.init)
    let possible = topic == afterStep ? counts : topic == changeStep ? counts.dropFirst() + [allStep] : []
    guard steps.count > 1 else { return possible }
    guard topic == changeStep, possible.contains(steps[1]) else { return nil }
    return ComparedFigure.steps(after: Array(steps.dropFirst(2)))
  }
}

/// A figure that a change of a scenario is measured by; see `ComparedFigures`.
enum ComparedFigure: Equatable {
  case demand, hard, soft, balance, balanceWithSoft, shortage, shortageWithSoft
  case shortageOf(SpaceClass)

  static let totals: [ComparedFigure] = [
    .demand, .hard, .soft, .balance, .balanceWithSoft, .shortage, .shortageWithSoft,
  ]
  static let all = totals + SpaceClass.all.map(ComparedFigure.shortageOf)

  init?(_ steps: [String]) {
    let path = steps.joined(separator: "/")
    guard let found = Self.all.first(where: { $0.path == path }) else { return nil }
    self = found
  }

  /// The path of the figure itself after the horizon.
  var path: String {
    switch self {
    case .demand: FigureTopic.demand.rawValue
    case .hard: FigureTopic.supply.rawValue
    case .soft: "\(FigureTopic.supply.rawValue)/\(SupplyKind.softPlan.rawValue)"
    case .balance: FigureTopic.balance.rawValue
    case .balanceWithSoft: FigureTopic.balanceWithSoft.rawValue
    case .shortage: FigureTopic.shortage.rawValue
    case .shortageWithSoft: FigureTopic.shortageWithSoft.rawValue
    case .shortageOf(let space): BalanceExplanations.Topic.shortage(of: space)
    }
  }

  var steps: [String] { path.split(separator: "/").map(String.init) }

  static func steps(after steps: [String]) -> [String]? {
    let found = all.map(\.steps).filter { $0.starts(with: steps) }
    return found.isEmpty ? nil : found.compactMap { $0.dropFirst(steps.count).first }.unique()
  }
}
