import Planning
import Quantities

/// What the tables about a park share: words in one language, numbers, and what a reader must know of the figures.
struct EnergyLines: Bilingual {
  let study: EnergyCaseSummary
  let language: Language

  func number(_ value: Double, _ decimals: Int = 0) -> String {
    NumberStyle(decimals: decimals, language: language)(value)
  }
  func number(_ value: Double?, _ decimals: Int = 0) -> String { value.map { number($0, decimals) } ?? "–" }
  func percent(_ share: Double?, _ decimals: Int = 0) -> String {
    share.map { number($0 * 100, decimals) + " %" } ?? "–"
  }
  func tiny(_ value: Double) -> String { SmallNumber.text(value, language) }

  func table(_ header: [String], _ rows: [[String]]) -> [String] { AlignedText.lines([header] + rows) }

  /// A table of which every column but the first is of numbers.
  func figures(_ header: [String], _ rows: [[String]]) -> [String] {
    table(header + [""], rows.map { $0 + [""] }).map(trimmed)
  }

  private func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }

  /// Label and value on a line each, the values under each other.
  func pairs(_ rows: [(String, String)]) -> [String] {
    AlignedText.lines(rows.map { [$0.0, $0.1, ""] }).map(trimmed)
  }

  var title: String {
    let steps = study.stepMinutes == TimeStep.hour.minutes ? words("uren", "hours") : words("kwartieren", "quarters")
    return "\(study.name): \(study.connections) " + words("aansluitingen", "connections")
      + ", \(study.year), \(number(Double(study.steps))) \(steps)"
  }

  var mark: String { study.assumptions > 0 ? AssumptionMark.sign : "" }

  /// What a reader must know of the figures above.
  var closing: [String] {
    let synthetic =
      study.isSynthetic
      ? words("Let op: dit zijn synthetische voorbeelddata.", "Note: these are synthetic example data.") : nil
    let unmeasured =
      study.unmeasured > 0 && !study.isSynthetic
      ? words(
        "Niet gemeten: \(study.unmeasured) aansluiting(en) met een standaardprofiel; hun pieken zijn onzeker.",
        "Not measured: \(study.unmeasured) connection(s) with a standard profile; their peaks are uncertain.") : nil
    let assumed =
      study.assumptions > 0
      ? words(
        "\(AssumptionMark.sign) Rust op aannames: \(study.assumptions) van de \(study.parameters.count) gebruikte waarden.",
        "\(AssumptionMark.sign) Rests on assumptions: \(study.assumptions) of the \(study.parameters.count) values used."
      ) : nil
    let confidential = study.isConfidential ? ConfidentialFigures.warning(language) : nil
    return [""]
      + [
        synthetic, confidential, unmeasured, study.completed?.warning(language),
        study.completedSeries?.warning(language), assumed,
      ].compactMap { $0 }
  }

  func text(_ blocks: [String]) -> String { ([title, ""] + blocks + closing).map { $0 + "\n" }.joined() }

  /// The kinds of cost of a year, EUR.
  func costs(_ columns: [(String, HubCost?)]) -> [String] {
    let hasBoiler = columns.contains { $0.1.map { $0.boiler != 0 } ?? false }
    let boiler: [(String, (HubCost) -> Double)] = hasBoiler ? [(words("E-boiler", "E-boiler"), { $0.boiler })] : []
    let kinds: [(String, (HubCost) -> Double)] =
      [
        (words("Energie", "Energy"), { $0.energy }), (words("Contract", "Contract"), { $0.contract }),
        (words("Maandpieken", "Monthly peaks"), { $0.peaks }), (words("Zonnepanelen", "Panels"), { $0.panels }),
        (words("Batterij", "Battery"), { $0.battery }),
      ] + boiler + [(words("Totaal", "Total"), { $0.total })]
    return figures(
      [words("EUR per jaar", "EUR a year")] + columns.map { $0.0 + mark },
      kinds.map { kind in [kind.0] + columns.map { number($0.1.map(kind.1)) } })
  }
}

/// A very small number, as 3,1e-9 — *klein getal*.
enum SmallNumber {
  static func text(_ value: Double, _ language: Language) -> String {
    guard value != 0 else { return "0" }
    var (mantissa, exponent) = (value.magnitude, 0)
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    return (value < 0 ? "-" : "") + NumberStyle(decimals: 1, language: language)(mantissa) + "e\(exponent)"
  }
}
