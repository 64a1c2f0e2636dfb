import Provenance
import Quantities

/// A number of messages about the data of a register or of a part of it — *aantal meldingen*:
///
///     register/PV22/meldingen                              all of them
///     register/PV22/meldingen/ernst/waarschuwing           by severity
///     register/PV22/meldingen/regel/park.net-exceeds-gross by rule
///
/// Without a region they are those of the whole register, as `check` counts them.
public enum MessageFigure: Hashable, Sendable {
  case all
  case severity(Diagnostic.Severity)
  /// By the name of the rule, `Diagnostic.code`.
  case rule(String)

  static let topic = "meldingen"
  private static let (severityStep, ruleStep) = ("ernst", "regel")

  /// - Parameter steps: what comes after `meldingen`; nil when it names no figure.
  init?(_ steps: [String]) {
    switch (steps.first, steps.count) {
    case (nil, _): self = .all
    case (Self.severityStep, 2):
      guard let severity = Diagnostic.Severity.allCases.first(where: { $0.label.nl == steps[1] }) else { return nil }
      self = .severity(severity)
    case (Self.ruleStep, 2): self = .rule(steps[1])
    default: return nil
    }
  }

  var steps: [String] {
    switch self {
    case .all: [Self.topic]
    case .severity(let severity): [Self.topic, Self.severityStep, severity.label.nl]
    case .rule(let code): [Self.topic, Self.ruleStep, code]
    }
  }
}

/// Messages about a register with the way to their numbers.
struct ExplainedMessages {
  let messages: [Diagnostic]

  /// Every number that there is; by severity also those of which there are none.
  var figures: [MessageFigure] {
    [.all] + Diagnostic.Severity.allCases.map { .severity($0) } + rules.map { .rule($0) }
  }

  /// Names of the rules that have something to tell.
  var rules: [String] { messages.map(\.code).unique() }

  /// - Returns: nil for a rule that has nothing to tell.
  func explanation(of figure: MessageFigure) -> Explanation? {
    switch figure {
    case .all: counted(LocalizedText(nl: "aantal meldingen", en: "number of messages"), messages)
    case .severity(let severity):
      counted(
        LocalizedText(nl: "aantal meldingen, ernst ", en: "number of messages, severity ") + severity.label,
        messages.filter { $0.severity == severity })
    case .rule(let code):
      messages.first { $0.code == code }.map { first in
        counted(
          LocalizedText(nl: "aantal keer: ", en: "number of times: ") + first.message,
          messages.filter { $0.code == code })
      }
    }
  }

  /// - Parameter steps: the path from `meldingen` on.
  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step that does not exist.
  func explanation(at steps: [String]) throws(PlanningError) -> Explanation {
    guard let tree = MessageFigure(Array(steps.dropFirst())).flatMap(explanation) else {
      throw .noFigure(steps, in: RegisterFigure.topic, known: figures.map(\.steps))
    }
    return tree
  }

  private func counted(_ label: LocalizedText, _ chosen: [Diagnostic]) -> Explanation {
    .counted(label, chosen.map(\.field))
  }
}

extension Diagnostic {
  /// The message as the record that is counted: what it is about, and where there.
  fileprivate var field: RecordField {
    RecordField(
      message, table: MessageFigure.topic, key: place.record ?? value ?? code, field: place.field ?? code, origin: nil)
  }
}
