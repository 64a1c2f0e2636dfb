import Provenance
import Quantities

/// Land taken up over one or more years, with the records it was counted from — *waargenomen uitgifte*.
public struct UptakeObservation: Sendable {
  /// One record's contribution, ha.
  public struct Part: Sendable {
    public let value: Double
    let table: String
    let key: String
    let field: String
    let origin: Origin?

    public init(value: Double, table: String, key: String, field: String, origin: Origin?) {
      self.value = value
      self.table = table
      self.key = key
      self.field = field
      self.origin = origin
    }
  }

  /// First year whose uptake is in it.
  public let firstYear: Int
  public let years: Int
  let added: [Part]
  let removed: [Part]

  /// - Parameters:
  ///   - added: issue, or the later level of a land-use series.
  ///   - removed: buy-back, or its earlier level.
  public init(firstYear: Int, years: Int = 1, added: [Part], removed: [Part] = []) {
    self.firstYear = firstYear
    self.years = years
    self.added = added
    self.removed = removed
  }

  public var lastYear: Int { firstYear + years - 1 }

  /// Uptake over all its years, ha: Σ added − Σ removed.
  package func amount<Figure: Derivation>() -> Figure {
    let added: Figure = sum(of: added, nl: "erbij", en: "added")
    guard !removed.isEmpty else { return added }
    return .formula(
      .difference, .netHectare,
      FormulaName(nl: "opname \(span)", en: "uptake \(span)", notation: "erbij − eraf"),
      [added, sum(of: removed, nl: "eraf", en: "removed")])
  }

  /// Uptake a year, ha: r = d / g.
  func rate<Figure: Derivation>() -> Figure {
    guard years != 1 else { return amount() }
    return .formula(
      .quotient, .netHectarePerYear,
      FormulaName(nl: "opname per jaar, \(span)", en: "uptake a year, \(span)", notation: "d / g"),
      [amount(), .years(years)])
  }

  private var span: String { years == 1 ? String(firstYear) : "\(firstYear)–\(lastYear)" }

  private func sum<Figure: Derivation>(of parts: [Part], nl: String, en: String) -> Figure {
    .formula(
      .sum, .netHectare, FormulaName(nl: "\(nl), \(span)", en: "\(en), \(span)", notation: "Σ"),
      parts.map { part in
        .record(
          part.value, .netHectare,
          RecordField(
            LocalizedText(both: "\(part.key) \(part.field)"), table: part.table, key: part.key, field: part.field,
            origin: part.origin))
      })
  }
}
