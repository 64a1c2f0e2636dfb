import Provenance
import Quantities

/// Splits the change of a figure over the factors that changed — *gemiddelde over de volgorden* (Shapley).
///
/// Which factor changes first decides what each is blamed for. The mean over all orders takes no side, and its parts sum to
/// the whole.
///
/// Formula, for factors N with n = |N| and f(S) the figure with the factors in S new and the others old:
///
///     part(i) = Σ over S ⊆ N∖{i} of |S|! (n − |S| − 1)! / n! × (f(S ∪ {i}) − f(S))
///     Σ part(i) = f(N) − f(∅)
///
/// Source: Shapley, "A value for n-person games" (1953); for R = J·P·Q domain notes 1.2, the mean over the six orders.
/// Valid for any f that can be computed on a mix of old and new; 2ⁿ values, so for a handful of factors. Not covered: telling
/// which factor is the cause of another.
///
/// Example: 10 × 20 becomes 15 × 30. The first factor's part is 5 × (20 + 30) / 2 = 125, the second's 10 × (10 + 15) / 2 = 125:
/// together 450 − 200 = 250.
public enum ShapleyMean {
  /// The part of each factor, as figures that can be explained.
  /// - Parameters:
  ///   - labels: the factors.
  ///   - figure: the figure on a mix; element i tells whether factor i is new.
  package static func parts<Figure: Derivation>(
    _ labels: [LocalizedText], _ unit: Unit, of figure: ([Bool]) -> Figure
  ) -> [Figure] {
    let mixes = mixes(labels.count)
    let values = mixes.map(figure)
    let weights = weights(labels.count)
    return labels.indices.map { factor in
      let steps = mixes.indices.filter { !mixes[$0][factor] }.map { mix in
        weighted(
          weights[mixes[mix].count { $0 }], from: values[mix], to: values[mix | 1 << factor], unit, labels[factor])
      }
      return .sum(unit, nl: "deel van \(labels[factor].nl)", en: "part of \(labels[factor].en)", steps)
    }
  }

  /// What a factor does after some of the others, times the share of the orders in which it comes then.
  private static func weighted<Figure: Derivation>(
    _ weight: Double, from: Figure, to: Figure, _ unit: Unit, _ label: LocalizedText
  ) -> Figure {
    let change = Figure.formula(
      .difference, unit,
      FormulaName(nl: "met \(label.nl) nieuw", en: "with \(label.en) new", notation: "na − voor"), to, from)
    return .formula(
      .product, unit,
      FormulaName(nl: "in een volgorde", en: "in an order", notation: "gewicht × verandering"), share(weight), change)
  }

  private static func share<Figure: Derivation>(_ weight: Double) -> Figure {
    .definition(weight, .one, LocalizedText(nl: "deel van de volgorden", en: "share of the orders"))
  }

  /// All mixes of old and new; bit i of the position tells whether factor i is new.
  static func mixes(_ count: Int) -> [[Bool]] {
    (0..<1 << count).map { mix in (0..<count).map { mix >> $0 & 1 == 1 } }
  }

  /// |S|! (n − |S| − 1)! / n! for |S| from 0 to n − 1.
  static func weights(_ count: Int) -> [Double] {
    (0..<max(count, 0)).map { size in
      Double(factorial(size) * factorial(count - size - 1)) / Double(factorial(count))
    }
  }

  private static func factorial(_ number: Int) -> Int { (0..<number).reduce(1) { $0 * ($1 + 1) } }
}

/// A factor of a product at the start and at the end.
package struct ChangingFactor<Figure: Derivation> {
  let label: LocalizedText
  let unit: Unit
  let start: Figure
  let end: Figure

  package init(_ label: LocalizedText, _ unit: Unit, from start: Figure, to end: Figure) {
    self.label = label
    self.unit = unit
    self.start = start
    self.end = end
  }
}

extension ShapleyMean {
  /// The parts of the factors of a product, as figures that can be explained: of factor i its change times the weighted mean
  /// of the product of the others.
  package static func effects<Figure: Derivation>(of factors: [ChangingFactor<Figure>], _ unit: Unit) -> [Figure] {
    let weights = weights(factors.count)
    let mixes = mixes(factors.count)
    return factors.indices.map { index in
      let others = mixes.filter { !$0[index] }.map { mix in
        product(of: factors, but: index, mix, weight: weights[mix.count { $0 }])
      }
      let factor = factors[index]
      let change = Figure.formula(
        .difference, factor.unit,
        FormulaName(
          nl: "verandering \(factor.label.nl)", en: "change of \(factor.label.en)", notation: "eind − begin"),
        [factor.end, factor.start])
      let mean = Figure.sum(.one, nl: "gemiddelde van de rest", en: "mean of the rest", others)
      return .formula(
        .product, unit,
        FormulaName(
          nl: "effect van \(factor.label.nl)", en: "effect of \(factor.label.en)", notation: "verandering × gemiddelde"),
        [change, mean])
    }
  }

  private static func product<Figure: Derivation>(
    of factors: [ChangingFactor<Figure>], but index: Int, _ mix: [Bool], weight: Double
  ) -> Figure {
    let rest = factors.indices.filter { $0 != index }.map { mix[$0] ? factors[$0].end : factors[$0].start }
    return .formula(
      .product, .one,
      FormulaName(nl: "de rest in een volgorde", en: "the rest in an order", notation: "gewicht × rest"),
      [share(weight)] + rest)
  }
}
