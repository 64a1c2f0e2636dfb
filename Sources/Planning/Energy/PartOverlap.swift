import Provenance
import Quantities

/// What two files both have of one series — *overlap van delen*: equal values count once, others are refused.
struct PartOverlap {
  /// The file that was taken, and the one that came later.
  let first: Diagnostic.Place
  let second: Diagnostic.Place
  /// The step where they first differ, or first meet.
  var time: String
  private(set) var equal = 0
  private(set) var different = 0
  private var values: String?

  init(_ first: Diagnostic.Place, _ second: Diagnostic.Place, time: String) {
    self.first = first
    self.second = second
    self.time = time
  }

  /// Whether two values are one measurement, written in two ways.
  static func agree(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) <= roundingOfUnits * max(abs(first), abs(second))
  }

  private static let roundingOfUnits = 1e-6

  /// - Returns: whether the two values are equal.
  @discardableResult
  mutating func add(_ kept: Double, _ other: Double) -> Bool {
    guard Self.agree(kept, other) else {
      different += 1
      values = values ?? "\(other) ≠ \(kept)"
      return false
    }
    equal += 1
    return true
  }

  var diagnostics: [Diagnostic] { (different > 0 ? [differing] : []) + (equal > 0 ? [repeating] : []) }

  private var firstPlace: LocalizedText {
    let file = first.file ?? ""
    return first.row.map { LocalizedText(nl: "\(file), rij \($0)", en: "\(file), row \($0)") }
      ?? LocalizedText(both: file)
  }

  private var differing: Diagnostic {
    Diagnostic(
      .error, "energy.parts-differ", at: second, value: values,
      message: LocalizedText(
        nl: "\(different) waarde(n) zijn anders dan voor hetzelfde tijdstip in \(firstPlace.nl), vanaf \(time)",
        en: "\(different) value(s) differ from those of the same time in \(firstPlace.en), from \(time)"),
      remedy: LocalizedText(
        nl: "Verwijder deze tijdstippen uit het bestand dat niet klopt.",
        en: "Remove these times from the file that is wrong."))
  }

  private var repeating: Diagnostic {
    var place = second
    place.row = nil
    return Diagnostic(
      .warning, "energy.parts-repeat", at: place, value: "\(equal)",
      message: LocalizedText(
        nl: "zoveel waarden staan ook in \(first.file ?? ""); zij zijn gelijk en tellen één keer",
        en: "so many values stand in \(first.file ?? "") too; they are equal and count once"),
      remedy: LocalizedText(
        nl: "Niets nodig; lever liever elk tijdstip in één bestand.",
        en: "Nothing is needed; better to deliver every time in one file."))
  }
}
