import Planning
import Provenance
import Quantities

/// What became of the cases, for the terminal — *verslag van het narekenen*.
public enum CaseReport {
  /// One line per case; of a check that failed what was expected, what came, and the way to it.
  public static func text(_ response: VerifyCases.Response, language: Language) -> String {
    let failed = response.results.count { !$0.passes }
    let checks = response.results.reduce(0) { $0 + $1.checks.count }
    let closing = LocalizedText(
      nl: "\(response.results.count) gevallen, \(checks) cijfers, \(failed) gevallen kloppen niet",
      en: "\(response.results.count) cases, \(checks) figures, \(failed) cases fail")
    return response.results.map { text($0, language) }.joined() + closing[language] + "\n"
  }

  private static func text(_ result: VerifyCases.Result, _ language: Language) -> String {
    let mark = result.passes ? words("klopt", "passes", language) : words("FOUT ", "FAILS ", language)
    let line = "\(mark)  \(result.file): \(result.name)\n"
    let missing = result.missingProblems.map {
      "  " + words("deze melding bleef uit: ", "this problem did not come: ", language) + $0 + "\n"
    }
    let unexpected = result.unexpectedProblems.map { "  " + $0.spelled(in: language) + "\n" }
    let checks = result.checks.filter { !$0.passes && $0.actual != nil }.map { failure($0, result, language) }
    return line + (missing + unexpected + checks).joined()
  }

  private static func failure(_ check: VerifyCases.Check, _ result: VerifyCases.Result, _ language: Language) -> String
  {
    let number = NumberStyle(decimals: 6, language: language)
    let place = check.expectation.place.spelled(in: language)
    let figures = [
      words("verwacht", "expected", language) + " \(number(check.expectation.value))",
      words("gevonden", "found", language) + " \(number(check.actual ?? 0))",
      words("toegestaan verschil", "allowed difference", language) + " \(number(check.expectation.tolerance))",
    ]
    return "  \(check.expectation.figure) (\(place)): " + figures.joined(separator: ", ") + "\n"
      + way(check, result, language)
  }

  private static func way(_ check: VerifyCases.Check, _ result: VerifyCases.Result, _ language: Language) -> String {
    guard let explanation = check.explanation else { return "" }
    let text = ExplanationText(
      language: language, snapshots: result.snapshots, bibliography: result.bibliography, lineLimit: shownLines)
    return text(explanation).split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  /// Enough of the way to see where a figure went another way.
  private static let shownLines = 25

  private static func words(_ dutch: String, _ english: String, _ language: Language) -> String {
    LocalizedText(nl: dutch, en: english)[language]
  }
}
