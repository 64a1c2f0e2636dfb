import Provenance
import Quantities

/// Reads fields of YAML files and collects everything that is wrong with them; nothing is thrown on the way.
struct FieldReader {
  private(set) var problems: [Diagnostic] = []

  mutating func add(_ problem: FileProblem, at field: YAMLField, value: String? = nil) {
    report(
      problem, at: Diagnostic.Place(file: field.file, row: field.line, field: field.path.isEmpty ? nil : field.path),
      value: value ?? field.text)
  }

  mutating func report(_ problem: FileProblem, at place: Diagnostic.Place, value: String? = nil) {
    add(
      Diagnostic(.error, problem.code, at: place, value: value, message: problem.message, remedy: problem.remedy))
  }

  mutating func add(_ diagnostic: Diagnostic) { problems.append(diagnostic) }
  mutating func add(_ diagnostics: [Diagnostic]) { problems += diagnostics }

  /// Reports every key of a mapping that is not in `allowed`; false when the field is no mapping.
  @discardableResult
  mutating func keys(of field: YAMLField, allowed: [String]) -> Bool {
    guard let entries = field.entries else {
      add(.unexpected(.mapping), at: field)
      return false
    }
    for entry in entries where !allowed.contains(entry.key) {
      add(.unknownKey(allowed: allowed), at: entry.field, value: entry.key)
    }
    return true
  }

  /// A required part of a mapping.
  mutating func part(_ key: String, of field: YAMLField) -> YAMLField? {
    if let part = field[key] { return part }
    add(.missing(key), at: field, value: "")
    return nil
  }

  mutating func text(_ key: String, of field: YAMLField) -> String? {
    part(key, of: field).flatMap { read($0, .text, \.text) }
  }

  mutating func optionalText(_ key: String, of field: YAMLField) -> String? {
    field[key].flatMap { read($0, .text, \.text) }
  }

  mutating func number(_ key: String, of field: YAMLField) -> Double? {
    part(key, of: field).flatMap { read($0, .number, \.number) }
  }

  mutating func optionalNumber(_ key: String, of field: YAMLField) -> Double? {
    field[key].flatMap { read($0, .number, \.number) }
  }

  mutating func whole(_ key: String, of field: YAMLField) -> Int? {
    part(key, of: field).flatMap { read($0, .whole, \.whole) }
  }

  mutating func optionalWhole(_ key: String, of field: YAMLField) -> Int? {
    field[key].flatMap { read($0, .whole, \.whole) }
  }

  mutating func optionalFlag(_ key: String, of field: YAMLField) -> Bool? {
    field[key].flatMap { read($0, .flag, \.flag) }
  }

  /// The texts of a list.
  mutating func texts(_ field: YAMLField) -> [String] {
    guard let items = read(field, .list, \.items) else { return [] }
    return items.compactMap { read($0, .text, \.text) }
  }

  /// One of the codes of a closed list.
  mutating func code<Code: RawRepresentable & CaseIterable>(_ field: YAMLField, of: Code.Type) -> Code?
  where Code.RawValue == String {
    guard let text = read(field, .text, \.text) else { return nil }
    if let code = Code(rawValue: text) { return code }
    add(.unknownCode(allowed: Code.allCases.map(\.rawValue)), at: field)
    return nil
  }

  /// A text in both languages: `{nl: …, en: …}`.
  mutating func localized(_ field: YAMLField) -> LocalizedText? {
    guard keys(of: field, allowed: ["nl", "en"]) else { return nil }
    guard let nl = text("nl", of: field), let en = text("en", of: field) else { return nil }
    return LocalizedText(nl: nl, en: en)
  }

  mutating func read<Value>(_ field: YAMLField, _ kind: FileProblem.FieldKind, _ value: (YAMLField) -> Value?)
    -> Value?
  {
    if let found = value(field) { return found }
    add(.unexpected(kind), at: field)
    return nil
  }
}
