import ForecastEvaluation
import Quantities
import SpaceDemand
import WorkLocations

/// What a back-test comes to in plain words — *oordeel*: of each length and estimator over market regions how far off, how much
/// better than the naive rules, and what the band was worth.
struct BacktestVerdict {
  private let rows: [ScoreRow]
  /// All regions of every level.
  private let all: [ScoreRow]
  private let nominal: Double
  private let isSynthetic: Bool

  init(_ scores: [ScoreRow], nominal: Double, isSynthetic: Bool) {
    let whole = scores.filter { $0.sizeClass == nil }
    let markets = whole.filter { $0.level == RegionLevel.corop.rawValue }
    all = whole
    rows = markets.isEmpty ? whole : markets
    self.nominal = nominal
    self.isSynthetic = isSynthetic
  }

  var text: LocalizedText {
    let sentences = Set(rows.map(\.length)).sorted().flatMap { length in
      EstimationMethod.allCases.compactMap { sentence(on: $0, length) }
    }
    let whole = sentences + [coverageByLevel].compactMap { $0 } + (isSynthetic ? [Self.synthetic] : [])
    return LocalizedText(nl: whole.map(\.nl).joined(separator: " "), en: whole.map(\.en).joined(separator: " "))
  }

  /// The shortest length at which extrapolated issue has a band, level by level: what regions have in common shows in the
  /// larger ones.
  private var coverageByLevel: LocalizedText? {
    let banded = all.filter { $0.forecaster == EstimationMethod.absorption.rawValue && $0.score.coverage != nil }
    guard let length = banded.map(\.length).min() else { return nil }
    let shares = banded.filter { $0.length == length }.map { row in
      "\(row.level) \(NumberStyle(decimals: 0, language: .nl)((row.score.coverage ?? 0) * 100)) %"
    }.joined(separator: ", ")
    return LocalizedText(
      nl: "Dekking van die band bij \(length) jaar per niveau: \(shares).",
      en: "Coverage of the band of extrapolated issue at \(length) years by level: \(shares).")
  }

  /// Percentages are shown in tenths.
  private static let smallestShown = 0.1

  private static let synthetic = LocalizedText(
    nl: "De reeks is (deels) synthetisch: dit zegt niets over de werkelijkheid.",
    en: "The series is (partly) synthetic: this says nothing about reality.")

  private func sentence(on method: EstimationMethod, _ length: Int) -> LocalizedText? {
    guard let own = score(method.rawValue, length) else { return nil }
    let naive = [NoChange.id, GrowthContinues.id].compactMap { id in score(id, length).map { (id, $0) } }
      .min { $0.1.meanAbsoluteError < $1.1.meanAbsoluteError }
    return opening(method, length, own) + comparison(own, naive) + band(own)
  }

  private func opening(_ method: EstimationMethod, _ length: Int, _ score: ErrorScore) -> LocalizedText {
    func words(_ language: Language) -> (String, String, String) {
      let style = NumberStyle(decimals: 0, language: language)
      return (
        style(score.meanAbsoluteError), style(score.bias.magnitude), score.relativeError.map { style($0 * 100) } ?? "–"
      )
    }
    let (nl, en) = (words(.nl), words(.en))
    let high = score.bias > 0
    return LocalizedText(
      nl:
        "Over \(length) jaar zit de ramer ‘\(method.label.nl)’ er gemiddeld \(nl.0) ha naast (\(nl.2) % van wat er gebeurde) en raamt "
        + "gemiddeld \(nl.1) ha te \(high ? "hoog" : "laag")",
      en: "Over \(length) years \(method.label.en) is off by \(en.0) ha on average (\(en.2) % of what happened) and is "
        + "\(en.1) ha too \(high ? "high" : "low") on average")
  }

  private func comparison(_ own: ErrorScore, _ naive: (String, ErrorScore)?) -> LocalizedText {
    guard let (id, best) = naive, best.meanAbsoluteError > 0 else { return LocalizedText(both: ";") }
    let gain = (1 - own.meanAbsoluteError / best.meanAbsoluteError) * 100
    let rule =
      id == NoChange.id
      ? LocalizedText(nl: "‘geen verandering’", en: "‘no change’")
      : LocalizedText(nl: "‘het laatste decennium houdt aan’", en: "‘the last decade continues’")
    func amount(_ language: Language) -> String { NumberStyle(decimals: 1, language: language)(gain.magnitude) }
    let isEqual = gain.magnitude < Self.smallestShown / 2
    if isEqual {
      return LocalizedText(
        nl: ", even ver als de naïeve regel \(rule.nl);", en: ", as far as the naive rule \(rule.en);")
    }
    return gain > 0
      ? LocalizedText(
        nl: ", \(amount(.nl)) % beter dan de beste naïeve regel (\(rule.nl));",
        en: ", \(amount(.en)) % better than the best naive rule (\(rule.en));")
      : LocalizedText(
        nl: ", niet beter dan de naïeve regel \(rule.nl) (\(amount(.nl)) % slechter);",
        en: ", no better than the naive rule \(rule.en) (\(amount(.en)) % worse);")
  }

  private func band(_ score: ErrorScore) -> LocalizedText {
    guard let coverage = score.coverage else {
      return LocalizedText(
        nl: " een band was met zo weinig historie niet te geven.",
        en: " with so little history there was no band to give.")
    }
    func share(_ value: Double, _ language: Language) -> String {
      NumberStyle(decimals: 0, language: language)(value * 100)
    }
    func factor(_ language: Language) -> String {
      score.wideningFactor.map { NumberStyle(decimals: 2, language: language)($0) } ?? "–"
    }
    return LocalizedText(
      nl:
        " zijn band dekt \(share(coverage, .nl)) % waar dat \(share(nominal, .nl)) % moest zijn (breedte × \(factor(.nl))).",
      en:
        " its band covers \(share(coverage, .en)) % where it should be \(share(nominal, .en)) % (width × \(factor(.en)))."
    )
  }

  private func score(_ forecaster: String, _ length: Int) -> ErrorScore? {
    rows.first { $0.forecaster == forecaster && $0.length == length }?.score
  }
}
