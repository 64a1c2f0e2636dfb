import Provenance
import Quantities

/// The problems of one table, in the order of its rows; a problem that many rows share is said once with their number.
struct Findings {
  private let file: String
  private let layer: String?
  private var found: [Diagnostic] = []
  private var tallies: [Tally] = []
  private var positions: [Tally.Key: Int] = [:]
  private(set) var errorCount = 0

  init(file: String, layer: String) {
    self.file = file
    // A layer that is called like its file says nothing new.
    self.layer = file == layer || file.hasPrefix(layer + ".") ? nil : layer
  }

  var hasErrors: Bool { errorCount > 0 }

  /// Everything found: row by row first, then what many rows share.
  var diagnostics: [Diagnostic] { found + tallies.map(\.diagnostic) }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, row: Int? = nil, field: String? = nil, record: String? = nil,
    value: String? = nil, _ message: LocalizedText, remedy: LocalizedText
  ) {
    add(
      Diagnostic(
        severity, code, at: .init(row: row, field: field, record: record), value: value, message: message,
        remedy: remedy))
  }

  /// Takes over a problem from another rule, with the place in this file.
  mutating func add(_ problem: Diagnostic) {
    if problem.severity == .error { errorCount += 1 }
    found.append(placed(problem))
  }

  /// Says a problem once for every code and value, with the first row and the number of rows.
  mutating func tally(
    _ severity: Diagnostic.Severity, _ code: String, row: Int, field: String? = nil, value: String? = nil,
    _ message: LocalizedText, remedy: LocalizedText
  ) {
    let key = Tally.Key(code: code, field: field, value: value)
    if let position = positions[key] {
      tallies[position].count += 1
      return
    }
    positions[key] = tallies.count
    if severity == .error { errorCount += 1 }
    let first = Diagnostic(
      severity, code, at: .init(row: row, field: field), value: value, message: message, remedy: remedy)
    tallies.append(Tally(first: placed(first)))
  }

  private func placed(_ problem: Diagnostic) -> Diagnostic {
    var place = problem.place
    place.file = file
    place.layer = layer
    return Diagnostic(
      problem.severity, problem.code, at: place, value: problem.value, message: problem.message, remedy: problem.remedy)
  }
}

private struct Tally {
  struct Key: Hashable {
    let code: String
    let field: String?
    let value: String?
  }

  let first: Diagnostic
  var count = 1

  var diagnostic: Diagnostic {
    guard count > 1 else { return first }
    let times = LocalizedText(nl: " (\(count) rijen)", en: " (\(count) rows)")
    return Diagnostic(
      first.severity, first.code, at: first.place, value: first.value, message: first.message + times,
      remedy: first.remedy)
  }
}
