import ForecastEvaluation

/// A figure of a back-test by its path after the region asked about and the series — *cijfer van een terugtoets*:
///
///     terugtoets/NL01/bodemgebruik/score/corop/alle/5/uitgifte-extrapolatie/bias
///     terugtoets/NL01/bodemgebruik/score/corop/klein/5/uitgifte-extrapolatie/verbreding
///     terugtoets/NL01/bodemgebruik/geval/CR33/2010/5/uitgifte-extrapolatie/fout
///     terugtoets/NL01/bodemgebruik/stand/CR33/2012
///     terugtoets/NL01/uitgifte/opname/CR33/2012
///     terugtoets/NL01/uitgifte/gewichten/5/verhuizingen/gewicht
enum BacktestFigure: Hashable {
  case score(ScorePlace, ScoreFigure)
  case outcome(OutcomePlace, OutcomeFigure)
  case weight(forecaster: String, length: Int)
  /// Mean squared error over the outcomes that all weighed forecasters have.
  case weighedError(forecaster: String, length: Int)
  case level(region: String, year: Int)
  case uptake(region: String, year: Int)
  case published(year: Int)
  case nominalCoverage

  /// The outcomes that a score is of.
  struct ScorePlace: Hashable {
    let level: String
    /// Nil: all regions of the level.
    let sizeClass: String?
    let length: Int
    let forecaster: String
  }

  struct OutcomePlace: Hashable {
    let region: String
    let cut: Int
    let length: Int
    let forecaster: String
  }

  /// The first step of every path.
  static let topic = "terugtoets"

  /// The step after the series.
  enum Kind: String, CaseIterable {
    case score
    case outcome = "geval"
    case weights = "gewichten"
    case level = "stand"
    case uptake = "opname"
    case published = "gepubliceerd"
    case nominalCoverage = "nominaal"
  }

  static let allSizes = "alle"
  static let weight = "gewicht"
  static let weighedError = "mse"

  /// - Parameter steps: the path after the series; nil when it names no figure.
  init?(_ steps: [String]) {
    let rest = Array(steps.dropFirst())
    func year(_ place: Int) -> Int? { rest.indices.contains(place) ? Int(rest[place]) : nil }
    switch (steps.first.flatMap(Kind.init), rest.count) {
    case (.score, 5...6):
      guard let length = year(2), let figure = ScoreFigure(Array(rest[4...])) else { return nil }
      self = .score(
        ScorePlace(
          level: rest[0], sizeClass: rest[1] == Self.allSizes ? nil : rest[1], length: length, forecaster: rest[3]),
        figure)
    case (.outcome, 5):
      guard let cut = year(1), let length = year(2), let figure = OutcomeFigure(step: rest[4]) else { return nil }
      self = .outcome(OutcomePlace(region: rest[0], cut: cut, length: length, forecaster: rest[3]), figure)
    case (.weights, 3):
      guard let length = year(0), [Self.weight, Self.weighedError].contains(rest[2]) else { return nil }
      self =
        rest[2] == Self.weight
        ? .weight(forecaster: rest[1], length: length) : .weighedError(forecaster: rest[1], length: length)
    case (.level, 2), (.uptake, 2):
      guard let year = year(1) else { return nil }
      self =
        steps[0] == Kind.level.rawValue ? .level(region: rest[0], year: year) : .uptake(region: rest[0], year: year)
    case (.published, 1):
      guard let year = year(0) else { return nil }
      self = .published(year: year)
    case (.nominalCoverage, 0): self = .nominalCoverage
    default: return nil
    }
  }

  /// The path after the series.
  var path: String {
    func path(_ kind: Kind, _ rest: String...) -> String { ([kind.rawValue] + rest).joined(separator: "/") }
    return switch self {
    case .score(let place, let figure):
      path(
        .score, place.level, place.sizeClass ?? Self.allSizes, String(place.length), place.forecaster, figure.path)
    case .outcome(let place, let figure):
      path(.outcome, place.region, String(place.cut), String(place.length), place.forecaster, figure.step)
    case .weight(let forecaster, let length): path(.weights, String(length), forecaster, Self.weight)
    case .weighedError(let forecaster, let length): path(.weights, String(length), forecaster, Self.weighedError)
    case .level(let region, let year): path(.level, region, String(year))
    case .uptake(let region, let year): path(.uptake, region, String(year))
    case .published(let year): path(.published, String(year))
    case .nominalCoverage: path(.nominalCoverage)
    }
  }

  /// Years ahead of the outcomes that the figure is of; nil for one that is of none.
  var length: Int? {
    switch self {
    case .score(let place, _): place.length
    case .outcome(let place, _): place.length
    case .weight(_, let length), .weighedError(_, let length): length
    case .level, .uptake, .published, .nominalCoverage: nil
    }
  }
}

extension OutcomeFigure {
  var step: String {
    switch self {
    case .forecast: "raming"
    case .low: "laag"
    case .high: "hoog"
    case .actual: "werkelijk"
    case .error: "fout"
    case .absoluteError: "fout-absoluut"
    case .squaredError: "fout-kwadraat"
    case .absoluteActual: "werkelijk-absoluut"
    case .halfWidth: "halve-breedte"
    case .miss: "misser"
    case .isHeld: "in-band"
    }
  }

  init?(step: String) {
    guard let found = Self.allCases.first(where: { $0.step == step }) else { return nil }
    self = found
  }
}

extension ScoreFigure {
  /// Figures whose path has no cut in it.
  static let simple: [ScoreFigure] = [
    .bias, .meanAbsoluteError, .meanSquaredError, .relativeError, .coverage, .widening, .rank, .coverageElsewhere,
    .count, .cuts,
  ]

  var path: String {
    switch self {
    case .bias: "bias"
    case .meanAbsoluteError: "mae"
    case .meanSquaredError: "mse"
    case .relativeError: "relatief"
    case .coverage: "dekking"
    case .widening: "verbreding"
    case .rank: "rang"
    case .coverageElsewhere: "dekking-verbreed"
    case .count: "n"
    case .cuts: "peiljaren"
    case .wideningWithout(let cut): "\(Self.without)/\(cut)"
    case .heldElsewhere(let cut): "\(Self.held)/\(cut)"
    }
  }

  static let without = "verbreding-zonder"
  static let held = "gedekt"

  init?(_ steps: [String]) {
    if steps.count == 2, let cut = Int(steps[1]), [Self.without, Self.held].contains(steps[0]) {
      self = steps[0] == Self.without ? .wideningWithout(cut: cut) : .heldElsewhere(cut: cut)
    } else if steps.count == 1, let found = Self.simple.first(where: { $0.path == steps[0] }) {
      self = found
    } else {
      return nil
    }
  }
}
