import Foundation
import Provenance
import Quantities

/// Where a command writes: results on standard output, everything else on standard error.
public struct Console: Sendable {
  public let language: Language

  public init(language: Language) { self.language = language }

  /// A result: what another program may read.
  func print(_ text: String) { write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput) }

  /// Progress and remarks for whoever is watching.
  func say(_ text: LocalizedText) { write(text[language] + "\n", to: .standardError) }

  /// Problems, the most severe first; of one code at most `limit` lines and then how many more there are.
  func report(_ diagnostics: [Diagnostic], limit: Int = 5) {
    for severity in Diagnostic.Severity.allCases.reversed() {
      let found = diagnostics.filter { $0.severity == severity }
      for code in Set(found.map(\.code)).sorted() { report(found.filter { $0.code == code }, code: code, limit: limit) }
    }
  }

  private func report(_ diagnostics: [Diagnostic], code: String, limit: Int) {
    for diagnostic in diagnostics.prefix(limit) { write(diagnostic.spelled(in: language) + "\n", to: .standardError) }
    let rest = diagnostics.count - limit
    guard rest > 0 else { return }
    say(
      LocalizedText(
        nl: "  … en nog \(rest) keer ‘\(code)’ (alles: werklocaties check … --json)",
        en: "  … and \(rest) more of ‘\(code)’ (all: werklocaties check … --json)"))
  }

  private func write(_ text: String, to handle: FileHandle) { handle.write(Data(text.utf8)) }
}
