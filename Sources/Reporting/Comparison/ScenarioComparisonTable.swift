import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

/// What each change of a scenario does, for the terminal and for data files — *vergelijking van scenario's*.
public enum ScenarioComparisonTable {
  /// Per scenario and horizon: the region asked about change by change, then the totals of the regions in it that change.
  public static func text(_ response: CompareScenarios.Response, language: Language) -> String {
    let lines = ScenarioComparisonLines(response: response, language: language)
    return response.comparisons.map(lines.block).joined(separator: "\n") + lines.closing
  }

  /// One row per scenario, region, horizon and step; step 0 is the base, then the changes, the total and the end.
  public static func csv(_ response: CompareScenarios.Response) -> String {
    let names = Dictionary(response.regions.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let rows = response.comparisons.flatMap { comparison in
      comparison.changes.flatMap { change in
        steps(of: change, comparison).map { step in
          [comparison.scenario, change.region.text, names[change.region] ?? "", String(change.horizon)]
            + [step.kind, step.label] + figures(step.figures)
        }
      }
    }
    return CommaSeparated.text([columns] + rows)
  }

  private static func steps(of change: CompareScenarios.RegionChange, _ comparison: CompareScenarios.Comparison)
    -> [(kind: String, label: String, figures: ComparedFigures)]
  {
    let steps = zip(comparison.steps, change.steps).enumerated().map { index, step in
      (String(index + 1), step.0.nl, step.1)
    }
    return [("0", comparison.base, change.base)] + steps
      + [("totaal", "totaal", change.total), ("einde", comparison.scenario, change.end)]
  }

  private static let columns =
    ["scenario", "regio", "naam", "jaar", "stap", "wijziging", "vraag_ha", "hard_ha", "zacht_ha", "saldo_hard_ha"]
    + ["saldo_met_zacht_ha", "tekort_hard_ha", "tekort_met_zacht_ha"]
    + SpaceClass.all.map { "tekort_" + $0.code.replacing("-", with: "_") + "_ha" }

  private static func figures(_ figures: ComparedFigures) -> [String] {
    (figures.main + figures.shortageByClass).map { CommaSeparated.number($0.value) }
  }
}

extension ComparedFigures {
  /// The figures of a table, in the order of its columns.
  fileprivate var main: [NetHectares] {
    [demand, hard, soft, balance, balanceWithSoft, shortage, shortageWithSoft]
  }
}

private struct ScenarioComparisonLines {
  let response: CompareScenarios.Response
  let language: Language

  func block(_ comparison: CompareScenarios.Comparison) -> String {
    let base = words("basis", "base")
    let title = "\(comparison.scenario) (\(base) \(comparison.base)): \(comparison.label[language])\n"
    return title + response.request.horizons.map { block(comparison, $0) }.joined()
  }

  var closing: String {
    guard response.register.hasSyntheticData else { return "" }
    return "\n" + words("Let op: dit zijn synthetische voorbeelddata.", "Note: these are synthetic example data.")
      + "\n"
  }

  private func block(_ comparison: CompareScenarios.Comparison, _ horizon: Int) -> String {
    let changes = comparison.changes.filter { $0.horizon == horizon }
    guard let asked = changes.first(where: { $0.region == response.request.region }) else { return "" }
    let heading =
      "\n" + name(asked.region)
      + words(", tot en met \(horizon), hectare netto", ", through \(horizon), hectares net") + "\n"
    let others = changes.filter { $0.region != asked.region && $0.total.isSomething }
    return heading + table(asked, comparison) + classes(asked) + effects(asked) + table(others)
  }

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }

  private func name(_ code: RegionCode) -> String { response.regions.first { $0.code == code }?.name ?? code.text }

  private var headers: [String] {
    [
      words("vraag", "demand"), words("hard", "hard"), words("zacht", "soft"), words("saldo", "balance"),
      words("met zacht", "with soft"), words("tekort", "shortage"), words("tekort met zacht", "short with soft"), "",
    ]
  }

  private func table(_ change: CompareScenarios.RegionChange, _ comparison: CompareScenarios.Comparison) -> String {
    let steps = zip(comparison.steps, change.steps).enumerated().map { index, step in
      ["\(index + 1) \(step.0[language])"] + signed(step.1)
    }
    let rows =
      [[words("zonder wijzigingen", "without changes")] + plain(change.base)] + steps
      + [
        [words("alle wijzigingen samen", "all changes together")] + signed(change.total),
        [words("met wijzigingen", "with changes")] + plain(change.end),
      ]
    return lines([[words("wijziging", "change")] + headers] + rows)
  }

  /// The regions inside that change, as totals.
  private func table(_ changes: [CompareScenarios.RegionChange]) -> String {
    guard !changes.isEmpty else { return "" }
    let rows = changes.map { [name($0.region)] + signed($0.total) }
    return lines([[words("verandering per gebied", "change by area")] + headers] + rows)
  }

  private func classes(_ change: CompareScenarios.RegionChange) -> String {
    let changed = zip(SpaceClass.all, change.total.shortageByClass).filter {
      sign($0.1.value) != sign(0)
    }
    guard !changed.isEmpty else { return "" }
    let parts = changed.map { "\($0.0.label[language]) \(sign($0.1.value))" }
    return words("tekort per klasse: ", "shortage by class: ") + parts.joined(separator: "; ") + "\n"
  }

  private func effects(_ change: CompareScenarios.RegionChange) -> String {
    func pair(_ label: String, _ path: KeyPath<CompareScenarios.EffectSums, NetHectares>) -> String {
      let ends = [change.baseEffects[keyPath: path], change.endEffects[keyPath: path]].map { number($0.value) }
      return "\(label) \(ends[0]) → \(ends[1])"
    }
    let parts = [
      pair(words("banen", "jobs"), \.employment), pair(words("voorkeur", "preference"), \.preference),
      pair(words("ruimte per baan", "land per job"), \.density),
    ]
    return words("uitbreiding door ", "expansion by ") + parts.joined(separator: "; ") + "\n"
  }

  private func lines(_ table: [[String]]) -> String { AlignedText.lines(table).map { $0 + "\n" }.joined() }
  private func plain(_ figures: ComparedFigures) -> [String] { figures.main.map { number($0.value) } + [""] }
  private func signed(_ figures: ComparedFigures) -> [String] { figures.main.map { sign($0.value) } + [""] }
  private func number(_ value: Double) -> String { NumberStyle(decimals: 1, language: language)(value) }
  private func sign(_ value: Double) -> String { NumberStyle(decimals: 1, language: language).signed(value) }
}
