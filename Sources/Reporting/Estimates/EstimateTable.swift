import Planning
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// The estimators side by side for the terminal and for data files — *ramertabel*.
public enum EstimateTable {
  /// One block per horizon: of each province, or of each market region where one province was asked about, a row per
  /// estimator and scenario; the region asked about comes last.
  public static func text(_ response: EstimateDemand.Response, language: Language) -> String {
    let lines = EstimateLines(response: response, language: language)
    return response.request.horizons.map(lines.block).joined(separator: "\n") + lines.closing
  }

  /// One row per region, horizon, method and scenario.
  public static func csv(_ response: EstimateDemand.Response) -> String {
    let names = Dictionary(response.regions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = response.estimates.map { estimate in
      [
        estimate.region.text, names[estimate.region]?.name ?? "", names[estimate.region]?.level.rawValue ?? "",
        String(estimate.startYear), String(estimate.horizon), estimate.method.rawValue, estimate.scenario ?? "",
      ] + figures(estimate)
    }
    return CommaSeparated.text(columns, rows)
  }

  private static let columns = [
    "regio", "naam", "niveau", "beginjaar", "eindjaar", "ramer", "scenario", "raming_ha", "laag_ha", "hoog_ha",
    "verbreed_laag_ha", "verbreed_hoog_ha", "verbreding", "gegevens", "eerste_jaar", "laatste_jaar", "waarnemingen",
    "uitschieters", "synthetisch",
  ]

  private static func figures(_ estimate: DemandEstimate) -> [String] {
    let amounts = [
      estimate.centre.value, estimate.low?.value, estimate.high?.value, estimate.widened?.low.value,
      estimate.widened?.high.value, estimate.widened?.factor,
    ]
    let basis = estimate.basis
    return amounts.map(CommaSeparated.number) + [
      basis.data.rawValue, String(basis.firstYear), String(basis.lastYear), String(basis.observationCount),
      basis.treatedYears.map(String.init).joined(separator: " "), basis.isSynthetic ? "ja" : "nee",
    ]
  }
}

/// The lines of the table for a terminal.
private struct EstimateLines {
  let response: EstimateDemand.Response
  let language: Language

  func block(_ horizon: Int) -> String {
    let start = response.estimates.first.map { String($0.startYear) } ?? ""
    let title = words("Van \(start) tot \(horizon), hectare netto", "From \(start) to \(horizon), hectares net")
    let header = [
      words("Gebied, ramer", "Area, estimator"), words("Raming", "Estimate"), words("Laag", "Low"),
      words("Hoog", "High"),
      words("Verbreed laag", "Widened low"), words("Verbreed hoog", "Widened high"), words("Rust op", "Rests on"),
    ]
    let body = regions.flatMap { rows(of: $0, horizon) }
    return ([title] + AlignedText.lines([header] + body)).map { $0 + "\n" }.joined()
  }

  private func rows(of region: RegionSummary, _ horizon: Int) -> [[String]] {
    let estimates = response.estimates(of: region.code, horizon: horizon)
    let combined = response.combined.filter { $0.region == region.code && $0.horizon == horizon }
    let missing = EstimationMethod.allCases.filter { method in !estimates.contains { $0.method == method } }
    let heading = [region.name] + blanks(6)
    return [heading] + estimates.map(estimated) + missing.map(absent) + combined.map(weighted)
  }

  private func absent(_ method: EstimationMethod) -> [String] {
    ["  " + method.label[language]] + [String](repeating: "–", count: 5) + [words("ontbreekt", "missing")]
  }

  private func blanks(_ count: Int) -> [String] { [String](repeating: "", count: count) }

  private func estimated(_ estimate: DemandEstimate) -> [String] {
    let scenario = estimate.scenario.map { ", " + $0 } ?? ""
    let amounts = [
      estimate.centre, estimate.low, estimate.high, estimate.widened?.low, estimate.widened?.high,
    ]
    return ["  " + estimate.method.label[language] + scenario] + amounts.map(number) + [basis(estimate)]
  }

  private func weighted(_ combined: CombinedEstimate) -> [String] {
    let style = NumberStyle(decimals: 2, language: language)
    let weights = combined.weights.sorted { $0.key < $1.key }.map { "\($0.key) \(style($0.value))" }
      .joined(separator: "; ")
    return [
      "  " + words("gewogen, \(combined.scenario)", "weighted, \(combined.scenario)"), number(combined.centre),
      number(combined.low), number(combined.high), "", "",
      words("gewichten: ", "weights: ") + weights + words(", terugtoets ", ", back-test ")
        + "\(combined.length) " + words("jaar, n = ", "years, n = ") + "\(combined.count)",
    ]
  }

  private func basis(_ estimate: DemandEstimate) -> String {
    let basis = estimate.basis
    let data = basis.data == .jobs ? words("banen", "jobs") : words("uitgifte", "issue")
    let years = basis.firstYear == basis.lastYear ? "\(basis.lastYear)" : "\(basis.firstYear)–\(basis.lastYear)"
    let treated = basis.treatedYears.map(String.init).joined(separator: " ")
    return [
      "\(data) \(years)", basis.isSynthetic ? words("synthetisch", "synthetic") : nil,
      treated.isEmpty ? nil : words("uitschieters teruggebracht: ", "outliers drawn back: ") + treated,
      estimate.widened.map { words("breedte ×", "width ×") + NumberStyle(decimals: 2, language: language)($0.factor) },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private func number(_ amount: NetHectares?) -> String {
    amount.map { NumberStyle(decimals: 0, language: language)($0.value) } ?? "–"
  }

  private var regions: [RegionSummary] {
    let asked = response.regions.filter { $0.code == response.request.region }
    let others = response.regions.filter { $0.code != response.request.region }
    let provinces = others.filter { $0.level == .province }
    return (provinces.isEmpty ? others : provinces) + asked
  }

  /// What a reader must know of the figures above.
  var closing: String {
    let synthetic =
      response.register.hasSyntheticData
      ? [words("Let op: dit zijn synthetische voorbeelddata.", "Note: these are synthetic example data.")] : []
    let assumed = response.parameters.count { $0.isAssumption }
    let notes = [
      words(
        "De ramers staan naast elkaar en zijn niet gemiddeld; geen ervan is de waarheid.",
        "The estimators stand side by side and are not averaged; none is the truth."),
      words(
        "Band: uitgifte-extrapolatie P10–P90; terreinquotiënt en verhuizingen: uitersten van hun parameters.",
        "Band: extrapolated issue P10–P90; land per job and moves: extremes of their parameters."),
      words(
        "Verbreed: de halve breedte maal de factor waarmee de band in de terugtoets dekt wat hij zegt.",
        "Widened: the half-width times the factor with which the band covers what it claims in the back-test."),
      words(
        "Rust op aannames: \(assumed) van de \(response.parameters.count) gebruikte waarden.",
        "Rests on assumptions: \(assumed) of the \(response.parameters.count) values used."),
    ]
    return "\n" + (synthetic + notes).map { $0 + "\n" }.joined()
  }

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
}
