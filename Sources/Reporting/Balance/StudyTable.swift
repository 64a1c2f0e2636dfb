import Planning
import Provenance
import Quantities

/// A recomputed study for the terminal: a row per figure, a column per scenario and horizon.
public enum StudyTable {
  public static func text(_ response: RunStudy.Response, language: Language) -> String {
    let heads = response.outcomes.map { "\($0.scenario) \($0.horizon)" }
    let title = LocalizedText(nl: "hectare netto vanaf", en: "hectares net from")[language]
    let rows = figures(response).map { figures in
      [figures.label[language]] + figures.values.map { NumberStyle(decimals: 0, language: language)($0) } + [""]
    }
    let table = [["\(title) \(response.startYear)"] + heads + [""]] + rows
    return ([response.heading.title[language]] + AlignedText.lines(table)).joined(separator: "\n")
  }

  /// The figures that every outcome has, by label.
  private static func figures(_ response: RunStudy.Response) -> [(label: LocalizedText, values: [Double])] {
    guard let first = response.outcomes.first else { return [] }
    return first.figures.compactMap { figure in
      let values = response.outcomes.compactMap { $0.figures.first { $0.label == figure.label }?.value }
      return values.count == response.outcomes.count ? (figure.label, values) : nil
    }
  }
}
