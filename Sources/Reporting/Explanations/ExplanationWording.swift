import Planning
import Provenance
import Quantities

/// What a reader is told of one figure of an explanation: its amount, and where it comes from — *verwoording*.
struct ExplanationWording: Sendable {
  let language: Language
  private let snapshots: [String: SourceSnapshot]
  private let sources: [String: BibliographicSource]

  init(language: Language, snapshots: [SourceSnapshot], bibliography: [BibliographicSource]) {
    self.language = language
    self.snapshots = Dictionary(snapshots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    sources = Dictionary(bibliography.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }

  /// The number with its unit.
  func amount(_ explanation: Explanation) -> String {
    let symbol = explanation.unit.symbol[language]
    return figure(explanation) + (symbol.isEmpty ? "" : " " + symbol)
  }

  /// The number alone, as its unit asks.
  func figure(_ explanation: Explanation) -> String {
    switch explanation.unit {
    case .share: small(explanation.value)
    case .calendarYear: String(Int(explanation.value))
    default: number(explanation.value)
    }
  }

  /// The number without zeros at the end of its decimals.
  func number(_ value: Double) -> String {
    let number = NumberStyle(decimals: Self.decimals, language: language)(value)
    let mark: Character = language == .nl ? "," : "."
    guard number.contains(mark) else { return number }
    let digits = number.reversed().drop { $0 == "0" }
    return String((digits.first == mark ? digits.dropFirst() : digits).reversed())
  }

  /// Enough to check a step by hand.
  private static let decimals = 4

  /// Where a leaf stands in the sources; of a formula its notation.
  func origin(_ basis: Explanation.Basis) -> String {
    switch basis {
    case .formula(_, let notation, _): notation
    case .parameter(let reading): parameter(reading, from: reading.dated.from.description, source: fullSource)
    case .record(let table, let key, let field, let origin):
      (["\(table) \(key), \(field)"] + (origin.map { [file($0)] } ?? [])).joined(separator: "; ")
    case .definition: words("definitie", "definition")
    case .figure(let path): path
    case .folded: words("hier niet uitgeschreven", "not written out here")
    case .optimum(let found): optimum(found)
    case .draw(let number, let seed):
      number.map { words("trekking \($0), begin \(seed)", "draw \($0), seed \(seed)") }
        ?? words("alle trekkingen, begin \(seed)", "all draws, seed \(seed)")
    }
  }

  // MARK: Parameters

  func parameter(_ reading: ParameterReading, from date: String, source: (String) -> String) -> String {
    "\(reading.path) \(words("vanaf", "from")) \(date); \(origin(of: reading.dated, source))"
  }

  private func origin(of value: DatedValue, _ source: (String) -> String) -> String {
    let cited = [value.kind == .assumption ? nil : value.source.map(source), value.locator].compactMap { $0 }
    return ([value.kind.label[language]] + cited).joined(separator: ", ")
  }

  private func fullSource(_ id: String) -> String { sources[id].map { "\($0.producer), \($0.title)" } ?? id }

  // MARK: Files

  func date(of origin: Origin) -> String {
    let date = origin.referenceDate.spelled(in: language)
    return words("peildatum \(date)", "reference date \(date)")
  }

  func file(_ origin: Origin) -> String {
    let snapshot = snapshots[origin.snapshot]
    let row = origin.row.map { words(" rij \($0)", " row \($0)") } ?? ""
    let synthetic = words(", synthetisch", ", synthetic")
    return (snapshot?.fileName ?? origin.snapshot) + row + (snapshot?.isSynthetic == true ? synthetic : "")
  }
}
