import ForecastBands
import Provenance
import Quantities
import SpaceDemand
import Uncertainty
import WorkLocations

/// The formulas of the figures of a spread over what was worked out — *bomen van de spreiding*: the command works one figure out,
/// a report has them all.
struct SpreadTrees {
  /// Region, scenario and horizon.
  let path: FigurePath
  let seed: UInt64

  /// The balance, or another figure, of a world in which a group is at one end.
  func end(_ tree: Explanation, _ group: InputGroup, _ side: BandSide) -> Explanation {
    let (label, isLow) = (group.label, side == .low)
    let suffix = LocalizedText(
      nl: ", met alle waarden \(isLow ? "laag" : "hoog"): \(label.nl)",
      en: ", with all values \(isLow ? "low" : "high"): \(label.en)")
    return Explanation(tree.label + suffix, value: tree.value, unit: tree.unit, basis: tree.basis)
  }

  func width(_ group: InputGroup, low: Explanation, high: Explanation) -> Explanation {
    let low = low.reference(to: place(.tornado, group, BandSide.low.rawValue))
    let high = high.reference(to: place(.tornado, group, BandSide.high.rawValue))
    return .formula(
      .difference, .netHectare,
      FormulaName(
        nl: "breedte van de tornado: \(group.label.nl)", en: "width of the tornado: \(group.label.en)",
        notation: "de grootste − de kleinste"),
      low.value > high.value ? [low, high] : [high, low])
  }

  func missingLand(_ balance: Explanation) -> Explanation {
    .formula(
      .maximum, .netHectare,
      FormulaName(nl: "ontbrekend terrein", en: "missing land", notation: "max(0, 0 − balans)"), .noLand,
      .formula(
        .difference, .netHectare, FormulaName(nl: "tekort op de balans", en: "deficit", notation: "0 − balans"),
        .noLand, balance))
  }

  // MARK: Sensitivity

  func border(_ group: InputGroup, _ part: SobolPart, _ side: BandSide, of index: SobolIndex?, resamples: Int)
    -> Explanation
  {
    let bound = side == .low ? index?.lower : index?.upper
    let label = group.label
    return Explanation(
      LocalizedText(
        nl: "\(side.rawValue) van het 95%-interval over \(resamples) hertrekkingen: \(label.nl)",
        en: "\(side == .low ? "lower" : "upper") border of the 95% interval over \(resamples) resamples: \(label.en)"),
      value: (part == .first ? bound?.first : bound?.total) ?? 0, unit: .share,
      basis: .draw(number: nil, seed: seed))
  }

  /// The formulas of `SobolSample` with the sums that the draws gave.
  func share(_ group: InputGroup, _ part: SobolPart, _ sample: SobolSample?) -> Explanation {
    let label = group.label
    let place = InputGroup.allCases.firstIndex(of: group) ?? 0
    guard let sample, case let sums = sample.sums, sums.doubledVariance > 0 else {
      return .definition(0, .share, LocalizedText(nl: "de balans varieert niet", en: "the balance does not vary"))
    }
    func counted(_ nl: String, _ en: String, _ value: Double) -> Explanation {
      Explanation(
        LocalizedText(nl: nl, en: en), value: value, unit: .one, basis: .draw(number: nil, seed: seed))
    }
    let other = part == .first ? "B" : "A"
    let squares = counted(
      "Σ (balans in \(other) − balans in A met deze groep uit B)², \(sample.a.count) trekkingen",
      "Σ (balance in \(other) − balance in A with this group from B)², \(sample.a.count) draws",
      part == .first ? sums.first[place] : sums.total[place])
    let variance = Explanation.formula(
      .product, .one, FormulaName(nl: "twee maal n maal variantie", en: "twice n times variance", notation: "V × 2n"),
      counted("variantie van de balans in A en B", "variance of the balance in A and B", sums.variance),
      .definition(sums.count, .count, LocalizedText(nl: "trekkingen in A en B", en: "draws in A and B")))
    let ratio = Explanation.formula(
      .quotient, .share,
      FormulaName(
        nl: "met andere: \(label.nl)", en: "with others: \(label.en)", notation: "Σ verschil² / 2nV"), squares, variance
    )
    guard part == .first else { return ratio }
    return .formula(
      .difference, .share,
      FormulaName(nl: "alleen: \(label.nl)", en: "alone: \(label.en)", notation: "1 − Σ verschil² / 2nV"), .one,
      Explanation(
        LocalizedText(nl: "wat overblijft", en: "what is left"), value: ratio.value, unit: .share, basis: ratio.basis))
  }

  func place(_ topic: SpreadTopic, _ group: InputGroup, _ last: String) -> String {
    text([topic.rawValue, group.step, last])
  }

  func text(_ steps: [String]) -> String {
    FigurePath(region: path.region, scenario: path.scenario, horizon: path.horizon, steps: steps).text
  }
}
