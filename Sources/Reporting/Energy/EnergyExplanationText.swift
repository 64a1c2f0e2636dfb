import Planning
import Quantities

/// Where a figure of an energy study comes from, for the terminal: what the study is, the figure's path and the tree.
public enum EnergyExplanationText {
  public static func text(_ response: ExplainEnergyFigure.Response, language: Language) -> String {
    let lines = EnergyLines(study: response.study, language: language)
    let tree = ExplanationText(
      language: language, snapshots: [], bibliography: response.bibliography, lineLimit: ExplanationText.readableLines)
    let closing = lines.closing.map { $0 + "\n" }.joined()
    return lines.title + "\n" + response.request.figure + "\n\n" + tree(response.explanation) + closing
  }
}
