import Provenance
import Quantities

/// What is wrong with a field of a file, and what to do about it; the place is added by `FieldReader`.
struct FileProblem {
  /// Stable name of the rule.
  let code: String
  let message: LocalizedText
  let remedy: LocalizedText

  init(_ code: String, nl message: String, _ remedy: String, en messageEN: String, _ remedyEN: String) {
    self.code = code
    self.message = LocalizedText(nl: message, en: messageEN)
    self.remedy = LocalizedText(nl: remedy, en: remedyEN)
  }
}

// Problems of any YAML file.
extension FileProblem {
  static func invalidYAML(_ reason: String) -> FileProblem {
    FileProblem(
      "yaml.invalid",
      nl: "het bestand is geen geldige YAML: \(reason)", "Herstel de regel; let op inspringing en aanhalingstekens.",
      en: "the file is not valid YAML: \(reason)", "Mend the line; mind indentation and quotes.")
  }

  static func unknownKey(allowed: [String]) -> FileProblem {
    let list = allowed.joined(separator: ", ")
    return FileProblem(
      "yaml.unknown-key", nl: "onbekend veld", "Kies uit: \(list).", en: "unknown field", "Choose from: \(list).")
  }

  static func unknownCode(allowed: [String]) -> FileProblem {
    let list = allowed.joined(separator: ", ")
    return FileProblem(
      "yaml.unknown-code", nl: "onbekende waarde", "Kies uit: \(list).", en: "unknown value", "Choose from: \(list).")
  }

  static func missing(_ key: String) -> FileProblem {
    FileProblem(
      "yaml.missing", nl: "veld ‘\(key)’ ontbreekt", "Vul ‘\(key)’ in.", en: "field ‘\(key)’ is missing",
      "Fill in ‘\(key)’.")
  }

  /// The value is of another kind than the field takes.
  static func unexpected(_ kind: FieldKind) -> FileProblem {
    FileProblem(
      "yaml.unexpected", nl: "hier hoort \(kind.label.nl)", "Schrijf \(kind.label.nl).",
      en: "\(kind.label.en) belongs here", "Write \(kind.label.en).")
  }

  enum FieldKind {
    case text, number, whole, flag, list, mapping

    var label: LocalizedText {
      switch self {
      case .text: LocalizedText(nl: "een tekst", en: "a text")
      case .number: LocalizedText(nl: "een getal", en: "a number")
      case .whole: LocalizedText(nl: "een geheel getal", en: "a whole number")
      case .flag: LocalizedText(nl: "true of false", en: "true or false")
      case .list: LocalizedText(nl: "een lijst", en: "a list")
      case .mapping: LocalizedText(nl: "een groep velden", en: "a group of fields")
      }
    }
  }
}
