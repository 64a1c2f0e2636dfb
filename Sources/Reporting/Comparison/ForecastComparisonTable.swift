import Planning
import Quantities
import SpaceDemand

/// Why two forecasts differ, for the terminal and for data files — *verschilanalyse van ramingen*.
public enum ForecastComparisonTable {
  /// One block per pair: both figures, then each cause that plays a role with its largest lines.
  public static func text(_ comparisons: [ForecastComparison], isSynthetic: Bool, language: Language) -> String {
    let lines = ForecastComparisonLines(language: language)
    let note = LocalizedText(
      nl: "\nLet op: dit zijn synthetische cijfers.\n", en: "\nNote: these are synthetic figures.\n")
    return comparisons.map(lines.block).joined(separator: "\n") + (isSynthetic ? note[language] : "")
  }

  /// One row per pair and cause; the causes of a pair sum to `verschil_ha`.
  public static func csv(_ comparisons: [ForecastComparison]) -> String {
    let rows = comparisons.flatMap { comparison in
      comparison.parts.map { part in
        [comparison.from.nl, comparison.to.nl]
          + [comparison.figureFrom, comparison.figureTo, comparison.difference].map(CommaSeparated.number)
          + [part.component.rawValue, CommaSeparated.number(part.value)]
      }
    }
    return CommaSeparated.text([columns] + rows)
  }

  private static let columns = ["van", "naar", "cijfer_van_ha", "cijfer_naar_ha", "verschil_ha", "oorzaak", "deel_ha"]
}

private struct ForecastComparisonLines {
  let language: Language

  func block(_ comparison: ForecastComparison) -> String {
    let causes = comparison.parts.filter { $0.value.magnitude > NetHectares.negligible.value }
    let rows =
      [[comparison.from[language], number(comparison.figureFrom), ""]]
      + causes.map { ["  " + $0.component.label[language], sign($0.value), lines(of: $0.component, comparison)] }
      + [[comparison.to[language], number(comparison.figureTo), ""]]
    let header = [
      LocalizedText(nl: "nog nodig", en: "still needed")[language], "ha",
      LocalizedText(nl: "vooral door", en: "mostly by")[language],
    ]
    return AlignedText.lines([header] + rows).map { $0 + "\n" }.joined()
  }

  /// The lines that bring most of a cause about.
  private func lines(of component: ForecastComponent, _ comparison: ForecastComparison) -> String {
    let found = comparison.contributions.filter { $0.component == component }
      .sorted { ($1.value.magnitude, $0.area, $0.name) < ($0.value.magnitude, $1.area, $1.name) }
    return found.prefix(Self.shown).map { line in
      [line.area, line.name].filter { !$0.isEmpty }.joined(separator: " ") + " \(sign(line.value))"
    }.joined(separator: "; ")
  }

  private static let shown = 3

  private func number(_ value: Double) -> String { NumberStyle(decimals: 1, language: language)(value) }
  private func sign(_ value: Double) -> String { NumberStyle(decimals: 1, language: language).signed(value) }
}
