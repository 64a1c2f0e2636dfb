import Planning
import Provenance
import Quantities

/// The tree behind a figure, for the terminal — *verklaring*.
public enum ExplanationText {
  /// One line per node, indented: label, value with unit, and for a leaf its source or record.
  public static func text(_ response: ExplainFigure.Response, language: Language) -> String {
    let pages = ExplanationLines(response: response, language: language)
    return (pages.lines(response.explanation, depth: 0) + pages.closing).joined(separator: "\n")
  }
}

private struct ExplanationLines {
  let response: ExplainFigure.Response
  let language: Language

  func lines(_ node: Explanation, depth: Int) -> [String] {
    let head = String(repeating: "  ", count: depth) + node.label[language] + " = " + amount(node) + basis(node)
    guard case .formula(_, _, let parts) = node.basis else { return [head] }
    return [head] + parts.flatMap { lines($0, depth: depth + 1) }
  }

  /// Sources cited, and whether the register holds generated records.
  var closing: [String] {
    let sources = response.bibliography.map { "  \($0.id): \($0.reference)" }
    let heading = LocalizedText(nl: "Bronnen", en: "Sources")[language]
    return (sources.isEmpty ? [] : ["", heading] + sources)
      + (response.register.hasSyntheticData ? ["", Self.synthetic[language]] : [])
  }

  private func amount(_ node: Explanation) -> String {
    let decimals = node.value.magnitude < 1 ? 6 : node.value.magnitude < 100 ? 4 : 2
    let symbol = node.unit.symbol[language]
    return NumberStyle(decimals: decimals, language: language)(node.value) + (symbol.isEmpty ? "" : " " + symbol)
  }

  private func basis(_ node: Explanation) -> String {
    switch node.basis {
    case .formula(_, let notation, _): "   [\(notation)]"
    case .parameter(let reading): "   ‹\(reading.path), \(origin(of: reading))›"
    case .record(let table, let key, let field, let origin): "   ‹\(table) \(key), \(field)\(place(origin))›"
    case .definition: ""
    }
  }

  private func origin(of reading: ParameterReading) -> String {
    let kind = reading.dated.kind.label[language]
    let source = [reading.dated.source, reading.dated.locator].compactMap { $0 }.joined(separator: ", ")
    return "\(reading.dated.from): " + (source.isEmpty ? kind : "\(kind), \(source)")
  }

  private func place(_ origin: Origin?) -> String {
    guard let origin else { return "" }
    let snapshot = response.register.snapshots.first { $0.id == origin.snapshot }
    let row = origin.row.map { LocalizedText(nl: ", rij \($0)", en: ", row \($0)")[language] } ?? ""
    return ", \(snapshot?.fileName ?? origin.snapshot)\(row), \(origin.referenceDate)"
  }

  private static let synthetic = LocalizedText(
    nl: "Let op: het register bevat synthetische voorbeelddata.", en: "Note: the register holds synthetic example data.")
}
