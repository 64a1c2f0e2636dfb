import WorkLocations

/// A figure of a forecast with bands by its path after the horizon — *cijfer van een raming met bandbreedte*:
///
///     band/balans/p90                    a quantile; also gemiddelde and standaardfout
///     band/klasse/c4-large-dry/vraag/p90
///     kans/groot-tekort                  a chance
///     kans/klasse/c4-large-dry/tekort
///     ruimte-bij-risico                  land to add for the accepted risk; also /klasse/c4-large-dry
///     trekking/812/balans                one draw
enum ForecastFigure: Equatable {
  case band(ForecastAmount, BandStatistic)
  case chance(ShortageEvent)
  /// In all, or of one class of land.
  case landForRisk(SpaceClass?)
  case draw(Int, ForecastAmount)

  /// - Returns: nil when the path names no figure of a forecast.
  init?(_ steps: [String]) {
    guard let topic = ForecastTopic(rawValue: steps.first ?? "") else { return nil }
    let rest = Array(steps.dropFirst())
    let figure: ForecastFigure? =
      switch topic {
      case .band: Self.band(rest)
      case .chance: ShortageEvent(rest).map(ForecastFigure.chance)
      case .landForRisk: rest.isEmpty ? .landForRisk(nil) : ClassPath(rest)?.ofClass.map(ForecastFigure.landForRisk)
      case .draw: Self.draw(rest)
      }
    guard let figure else { return nil }
    self = figure
  }

  private static func band(_ steps: [String]) -> ForecastFigure? {
    guard let statistic = steps.last.flatMap(BandStatistic.init) else { return nil }
    return ForecastAmount(Array(steps.dropLast())).map { .band($0, statistic) }
  }

  private static func draw(_ steps: [String]) -> ForecastFigure? {
    guard let number = steps.first.flatMap({ Int($0) }), number >= 0 else { return nil }
    return ForecastAmount(Array(steps.dropFirst())).map { .draw(number, $0) }
  }

  /// The path of the figure after the horizon.
  var path: String {
    switch self {
    case .band(let amount, let statistic): "\(ForecastTopic.band.rawValue)/\(amount.path)/\(statistic.step)"
    case .chance(let event): "\(ForecastTopic.chance.rawValue)/\(event.path)"
    case .landForRisk(let space):
      ([ForecastTopic.landForRisk.rawValue] + (space.map { [ClassPath.step, $0.code] } ?? [])).joined(separator: "/")
    case .draw(let number, let amount): "\(ForecastTopic.draw.rawValue)/\(number)/\(amount.path)"
    }
  }

  /// Whether classes of land must be drawn for it.
  var needsClasses: Bool {
    switch self {
    case .band(let amount, _), .draw(_, let amount): amount.isOfClass
    case .chance(let event): event.isOfClass
    case .landForRisk(let space): space != nil
    }
  }

  /// What may follow on the path of a forecast's figure; nil when the path is of something else. The number of a draw is free.
  static func steps(after steps: [String]) -> [String]? {
    guard let topic = ForecastTopic(rawValue: steps.first ?? "") else { return nil }
    let rest = Array(steps.dropFirst())
    if ForecastFigure(steps) != nil { return topic == .landForRisk && rest.isEmpty ? [ClassPath.step] : [] }
    switch topic {
    case .band:
      return ForecastAmount(rest) == nil ? ForecastAmount.steps(after: rest) : BandStatistic.all.map(\.step)
    case .chance:
      return rest.isEmpty
        ? ShortageEvent.totals.map(\.step) + [ClassPath.step] : ClassPath.steps(after: rest, [ClassPath.shortage])
    case .landForRisk: return ClassPath.steps(after: rest, [])
    case .draw:
      guard let number = rest.first else { return ["0"] }
      return Int(number) == nil ? nil : ForecastAmount.steps(after: Array(rest.dropFirst()))
    }
  }
}

/// The first step of the path of a forecast's figure after the horizon.
enum ForecastTopic: String, CaseIterable {
  case band
  case chance = "kans"
  case landForRisk = "ruimte-bij-risico"
  case draw = "trekking"
}

/// `klasse/c4-large-dry`, and what is asked of the class.
private struct ClassPath {
  static let step = "klasse"
  static let demand = "vraag"
  static let shortage = "tekort"

  let space: SpaceClass
  let rest: [String]

  init?(_ steps: [String]) {
    guard steps.first == Self.step, steps.count >= 2, let space = SpaceClass(code: steps[1]) else { return nil }
    self.space = space
    rest = Array(steps.dropFirst(2))
  }

  /// The class when nothing more is asked.
  var ofClass: SpaceClass? { rest.isEmpty ? space : nil }

  static func steps(after steps: [String], _ figures: [String]) -> [String]? {
    if steps == [step] { return SpaceClass.all.map(\.code) }
    return ClassPath(steps)?.ofClass == nil || figures.isEmpty ? nil : figures
  }
}

/// An amount that is drawn, ha net.
enum ForecastAmount: Equatable {
  case demand, balance, balanceWithSoft
  case demandOf(SpaceClass)
  /// What the matching by strictness leaves unserved on hard supply.
  case shortageOf(SpaceClass)

  private static let totals: [(step: String, amount: ForecastAmount)] = [
    ("vraag", .demand), ("balans", .balance), ("balans-met-zacht", .balanceWithSoft),
  ]

  init?(_ steps: [String]) {
    if steps.count == 1, let total = Self.totals.first(where: { $0.step == steps[0] }) {
      self = total.amount
    } else if let path = ClassPath(steps), path.rest == [ClassPath.demand] {
      self = .demandOf(path.space)
    } else if let path = ClassPath(steps), path.rest == [ClassPath.shortage] {
      self = .shortageOf(path.space)
    } else {
      return nil
    }
  }

  var path: String {
    switch self {
    case .demandOf(let space): "\(ClassPath.step)/\(space.code)/\(ClassPath.demand)"
    case .shortageOf(let space): "\(ClassPath.step)/\(space.code)/\(ClassPath.shortage)"
    default: Self.totals.first { $0.amount == self }!.step
    }
  }

  var isOfClass: Bool { !Self.totals.contains { $0.amount == self } }

  static func steps(after steps: [String]) -> [String]? {
    steps.isEmpty
      ? totals.map(\.step) + [ClassPath.step] : ClassPath.steps(after: steps, [ClassPath.demand, ClassPath.shortage])
  }
}

/// A summary of an amount over the draws.
enum BandStatistic: Equatable {
  case quantile(Double)
  case mean
  case standardError

  static let all = ForecastDraws.levels.map(BandStatistic.quantile) + [.mean, .standardError]

  init?(_ step: String) {
    guard let found = Self.all.first(where: { $0.step == step }) else { return nil }
    self = found
  }

  var step: String {
    switch self {
    case .quantile(let level): "p\(Int((level * 100).rounded()))"
    case .mean: "gemiddelde"
    case .standardError: "standaardfout"
    }
  }
}

/// Something that happens in part of the draws.
enum ShortageEvent: Equatable {
  case shortage, large, soFar, withSoft
  case ofClass(SpaceClass)

  static let totals: [(step: String, event: ShortageEvent)] = [
    ("tekort", .shortage), ("groot-tekort", .large), ("tekort-tot-dan", .soFar), ("tekort-met-zacht", .withSoft),
  ]

  init?(_ steps: [String]) {
    if steps.count == 1, let total = Self.totals.first(where: { $0.step == steps[0] }) {
      self = total.event
    } else if let path = ClassPath(steps), path.rest == [ClassPath.shortage] {
      self = .ofClass(path.space)
    } else {
      return nil
    }
  }

  var isOfClass: Bool { if case .ofClass = self { true } else { false } }

  var path: String {
    if case .ofClass(let space) = self { return "\(ClassPath.step)/\(space.code)/\(ClassPath.shortage)" }
    return Self.totals.first { $0.event == self }!.step
  }
}
