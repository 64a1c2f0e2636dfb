import Provenance
import Quantities

/// Why a use-case could not answer. Always a readable reason with a remedy; problems in data come together.
public enum PlanningError: Error, Sendable, Equatable {
  case fileMissing(path: String)
  case cannotRead(path: String, reason: LocalizedText, remedy: LocalizedText)
  case cannotWrite(path: String, reason: LocalizedText, remedy: LocalizedText)
  /// The request or its files hold errors; nothing was stored.
  case invalidInput([Diagnostic])

  public var diagnostics: [Diagnostic] {
    switch self {
    case .fileMissing(let path):
      [
        Diagnostic(
          .error, "file.missing", at: .init(file: path),
          message: LocalizedText(nl: "bestand bestaat niet", en: "file does not exist"),
          remedy: LocalizedText(nl: "Controleer het pad.", en: "Check the path."))
      ]
    case .cannotRead(let path, let reason, let remedy):
      [Diagnostic(.error, "file.unreadable", at: .init(file: path), message: reason, remedy: remedy)]
    case .cannotWrite(let path, let reason, let remedy):
      [Diagnostic(.error, "file.unwritable", at: .init(file: path), message: reason, remedy: remedy)]
    case .invalidInput(let diagnostics): diagnostics
    }
  }
}
