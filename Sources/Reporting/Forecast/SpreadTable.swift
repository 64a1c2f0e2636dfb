import Planning
import Quantities
import Uncertainty

/// Why a forecast spreads as it does, for the terminal — *spreidingstabel*.
public enum SpreadTable {
  public static func text(_ response: ExplainSpread.Response, language: Language) -> String {
    let lines = SpreadLines(response: response, language: language)
    return response.cases.map(lines.block).joined(separator: "\n")
  }
}

private struct SpreadLines {
  let response: ExplainSpread.Response
  let language: Language

  func block(_ item: SpreadCase) -> String {
    let title = words(
      "\(response.region.name), scenario \(item.scenario), \(item.horizon): saldo (hard) \(number(item.balance)) ha netto",
      "\(response.region.name), scenario \(item.scenario), \(item.horizon): balance (hard) \(number(item.balance)) ha net"
    )
    let header = [
      words("Groep", "Group"), words("Alleen", "Alone"), words("Met andere", "With others"),
      words("Saldo laag", "Balance low"), words("Saldo hoog", "Balance high"), words("Omslagpunt", "Break-even"),
    ]
    let rows = item.tornado.map { bar in row(bar, item) }
    let missing = words(
      "Ontbrekend terrein: \(number(item.missingLand)) ha.", "Missing land: \(number(item.missingLand)) ha.")
    return ([title] + AlignedText.lines([header] + rows) + [missing, note]).map { $0 + "\n" }.joined()
  }

  private func row(_ bar: TornadoBar, _ item: SpreadCase) -> [String] {
    let index = item.sensitivities.first { $0.group == bar.group }?.index
    let breakEven = item.breakEvens.first { $0.group == bar.group }
    return [
      bar.group.label[language], share(index, \.first), share(index, \.total), number(bar.atLow), number(bar.atHigh),
      breakEven.map(spelled) ?? "–",
    ]
  }

  /// A part of the variance with its interval: `38% (33–43)`. Below nothing is sampling error.
  private func share(_ index: SobolIndex?, _ part: (SobolIndex.Estimate) -> Double) -> String {
    guard let index else { return "–" }
    let style = NumberStyle(decimals: 0, language: language)
    let (lower, upper) = (max(0, part(index.lower)), max(0, part(index.upper)))
    return percent(part(index.estimate)) + " (\(style(lower * 100))–\(style(upper * 100)))"
  }

  private func spelled(_ point: BreakEvenPoint) -> String {
    guard let value = point.value else {
      return words("geen tussen", "none between") + " \(text(point.lowest)) " + words("en", "and")
        + " \(text(point.highest))"
    }
    return point.change == .factor
      ? "× \(text(value))"
      : "\(value < 0 ? "−" : "+")\(text(value.magnitude * 100)) %-" + words("punt per jaar", "point a year")
  }

  private var note: String {
    words(
      "Alleen/met andere: deel van de variantie, met het 95 %-interval. Laag en hoog: alle waarden van de groep tegelijk. Zachte plannen: saldo met zachte plannen.",
      "Alone/with others: part of the variance, with the 95% interval. Low and high: all values of the group at once. Soft plans: balance with soft plans."
    )
  }

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
  private func number(_ amount: NetHectares) -> String { NumberStyle(decimals: 0, language: language)(amount.value) }
  private func text(_ value: Double) -> String { NumberStyle(decimals: 2, language: language)(value) }
  private func percent(_ share: Double) -> String { NumberStyle(decimals: 0, language: language)(share * 100) + "%" }
}
