import Provenance
import Quantities

/// A figure of a score — *cijfer van een score*.
public enum ScoreFigure: Hashable, Sendable {
  case bias, meanAbsoluteError, meanSquaredError, relativeError, coverage
  case widening
  /// Which of the misses, from small to large, is the widening.
  case rank
  /// The widening by all cuts but one.
  case wideningWithout(cut: Int)
  /// Outcomes of a cut that the bands hold when they are widened by the other cuts.
  case heldElsewhere(cut: Int)
  case coverageElsewhere
  /// Outcomes, and the years from which they were forecast.
  case count, cuts

  public var label: LocalizedText {
    switch self {
    case .bias: LocalizedText(nl: "bias", en: "bias")
    case .meanAbsoluteError: LocalizedText(nl: "gemiddelde absolute fout", en: "mean absolute error")
    case .meanSquaredError: LocalizedText(nl: "gemiddelde kwadratische fout", en: "mean squared error")
    case .relativeError: LocalizedText(nl: "relatieve fout", en: "relative error")
    case .coverage: LocalizedText(nl: "dekking", en: "coverage")
    case .widening: LocalizedText(nl: "verbreding", en: "widening")
    case .rank: LocalizedText(nl: "rang van de verbreding", en: "rank of the widening")
    case .wideningWithout(let cut):
      LocalizedText(nl: "verbreding zonder peiljaar \(cut)", en: "widening without the cut of \(cut)")
    case .heldElsewhere(let cut):
      LocalizedText(nl: "gedekt in peiljaar \(cut)", en: "held at the cut of \(cut)")
    case .coverageElsewhere:
      LocalizedText(nl: "dekking, verbreed met de andere peiljaren", en: "coverage, widened by the other cuts")
    case .count: LocalizedText(nl: "aantal gevallen", en: "number of cases")
    case .cuts: LocalizedText(nl: "aantal peiljaren", en: "number of cuts")
    }
  }
}

/// The formulas of `ErrorScore` and `Widening` over outcomes of one kind: with numbers they give the score, with trees its
/// explanation.
package struct ScoreFormulas<Figure: Derivation> {
  private let outcomes: [ForecastOutcome]
  /// Outcomes with a band and how far they missed, from near to far.
  private let misses: [(outcome: ForecastOutcome, miss: Double)]
  private let nominal: Figure
  private let unit: Unit
  private let part: (ForecastOutcome, OutcomeFigure) -> Figure

  /// - Parameters:
  ///   - nominal: the share that a band claims to hold.
  ///   - unit: of land, ha.
  ///   - part: a figure of an outcome.
  package init(
    _ outcomes: [ForecastOutcome], nominal: Figure, unit: Unit = .one,
    part: @escaping (ForecastOutcome, OutcomeFigure) -> Figure
  ) {
    self.outcomes = outcomes
    let found = outcomes.compactMap { outcome in outcome.missInHalfWidths.map { (outcome: outcome, miss: $0) } }
    misses = found.indices.sorted { (found[$0].miss, $0) < (found[$1].miss, $1) }.map { found[$0] }
    self.nominal = nominal
    self.unit = unit
    self.part = part
  }

  /// - Parameter whole: another figure of the same score.
  /// - Returns: nil where there is no such figure: no bands, nothing happened, one cut, or a factor without bound.
  package func figure(_ kind: ScoreFigure, from whole: (ScoreFigure) -> Figure?) -> Figure? {
    switch kind {
    case .bias: mean(of: .error, kind, unit, "Σ e / n")
    case .meanAbsoluteError: mean(of: .absoluteError, kind, unit, "Σ |e| / n")
    case .meanSquaredError: mean(of: .squaredError, kind, .one, "Σ e² / n")
    case .relativeError: relativeError
    case .coverage: coverage
    case .rank: misses.isEmpty ? nil : rank(among: misses.count)
    case .widening: widening(misses, kind)
    case .wideningWithout(let cut): hasSeveralCuts ? widening(misses.filter { $0.outcome.cut != cut }, kind) : nil
    case .heldElsewhere(let cut):
      whole(.wideningWithout(cut: cut)).flatMap { hasSeveralCuts ? held(in: cut, widenedBy: $0) : nil }
    case .coverageElsewhere: coverageElsewhere(whole)
    case .count: counted(kind, outcomes.map { "\($0.region) \($0.cut)–\($0.cut + $0.length)" })
    case .cuts: counted(kind, Set(outcomes.map(\.cut)).sorted().map(String.init))
    }
  }

  /// Cuts with bands, ascending.
  package var bandedCuts: [Int] { Set(misses.map(\.outcome.cut)).sorted() }

  private var hasSeveralCuts: Bool { bandedCuts.count > 1 }
}

extension ScoreFormulas {
  private func count(_ number: Int) -> Figure {
    .definition(Double(number), .count, LocalizedText(nl: "aantal gevallen", en: "number of cases"))
  }

  private func counted(_ kind: ScoreFigure, _ names: [String]) -> Figure {
    .sum(
      .count, nl: kind.label.nl, en: kind.label.en,
      names.map { name in .definition(1, .count, LocalizedText(both: name)) })
  }

  private func sum(of figure: OutcomeFigure, _ unit: Unit, over outcomes: [ForecastOutcome]) -> Figure {
    let label = figure.label
    return .sum(
      unit, nl: "som over de gevallen: \(label.nl)", en: "sum over the cases: \(label.en)",
      outcomes.map { part($0, figure) })
  }

  private func mean(of figure: OutcomeFigure, _ kind: ScoreFigure, _ unit: Unit, _ notation: String) -> Figure? {
    guard !outcomes.isEmpty else { return nil }
    return .formula(
      .quotient, unit, FormulaName(kind.label, notation: notation), sum(of: figure, unit, over: outcomes),
      count(outcomes.count))
  }

  private var relativeError: Figure? {
    let happened = sum(of: .absoluteActual, unit, over: outcomes)
    guard happened.number > 0 else { return nil }
    return .formula(
      .quotient, .share, FormulaName(ScoreFigure.relativeError.label, notation: "Σ |e| / Σ |werkelijk|"),
      sum(of: .absoluteError, unit, over: outcomes), happened)
  }

  private var coverage: Figure? {
    guard !misses.isEmpty else { return nil }
    return .formula(
      .quotient, .share, FormulaName(ScoreFigure.coverage.label, notation: "gevallen in de band / gevallen"),
      sum(of: .isHeld, .count, over: misses.map(\.outcome)), count(misses.count))
  }
}

extension ScoreFormulas {
  /// ⌈p × n⌉, and at least the first.
  private func rank(among number: Int) -> Figure {
    let place = Figure.formula(
      .product, .count, FormulaName(nl: "plaats", en: "place", notation: "p × n"), nominal, count(number))
    let whole = min(max(place.number.rounded(.up), 1), Double(number))
    return .formula(
      .sum, .count, FormulaName(ScoreFigure.rank.label, notation: "⌈p × n⌉"), place,
      .definition(
        whole - place.number, .count, LocalizedText(nl: "tot een heel getal erboven", en: "up to a whole number")))
  }

  /// The k-th smallest miss is the largest of the k smallest.
  private func widening(_ misses: [(outcome: ForecastOutcome, miss: Double)], _ kind: ScoreFigure) -> Figure? {
    guard !misses.isEmpty else { return nil }
    let place = Int(rank(among: misses.count).number.rounded())
    let least = misses.prefix(place)
    guard let factor = least.last?.miss, factor.isFinite else { return nil }
    return .formula(
      .maximum, .factor,
      FormulaName(kind.label, notation: "de ⌈p × n⌉-de kleinste |e| / h: \(place)e van \(misses.count)"),
      least.reversed().map { part($0.outcome, .miss) })
  }

  private func held(in cut: Int, widenedBy factor: Figure) -> Figure {
    .sum(
      .count, nl: ScoreFigure.heldElsewhere(cut: cut).label.nl, en: ScoreFigure.heldElsewhere(cut: cut).label.en,
      outcomes.filter { $0.cut == cut && $0.missInHalfWidths != nil }.map { outcome in
        func border(_ side: OutcomeFigure) -> Figure {
          BandedForecast.widened(part(outcome, side), around: part(outcome, .forecast), by: factor, unit)
        }
        return BandedForecast.isHeld(part(outcome, .actual), between: border(.low), and: border(.high), unit)
      })
  }

  private func coverageElsewhere(_ whole: (ScoreFigure) -> Figure?) -> Figure? {
    guard hasSeveralCuts else { return nil }
    let held = bandedCuts.compactMap { cut in whole(.heldElsewhere(cut: cut)).map { (cut: cut, held: $0) } }
    let judged = Set(held.map(\.cut))
    let number = misses.count { judged.contains($0.outcome.cut) }
    guard number > 0 else { return nil }
    return .formula(
      .quotient, .share,
      FormulaName(ScoreFigure.coverageElsewhere.label, notation: "Σ gedekt / gevallen"),
      .sum(.count, nl: "gedekt in alle peiljaren", en: "held at all cuts", held.map(\.held)), count(number))
  }
}

extension ScoreFormulas<Double> {
  /// The score of outcomes as numbers.
  init(_ outcomes: [ForecastOutcome], nominal: Double) {
    self.init(outcomes, nominal: nominal) { outcome, figure in outcome.value(of: figure) ?? 0 }
  }

  func value(of kind: ScoreFigure) -> Double? { figure(kind, from: value) }

  package static func value(of kind: ScoreFigure, _ outcomes: [ForecastOutcome], nominal: Double) -> Double? {
    Self(outcomes, nominal: nominal).value(of: kind)
  }
}
