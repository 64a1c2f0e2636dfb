import SourceMapping

extension FieldReader {
  static let mappingKeys = ["name", "subject", "columns", "required", "constants", "values", "licence"]

  /// A column mapping; without a name of its own it carries the name of its file.
  mutating func mapping(_ top: YAMLField, fileName: String) -> ColumnMapping? {
    guard keys(of: top, allowed: Self.mappingKeys) else { return nil }
    let subject = part("subject", of: top).flatMap { code($0, of: SourceSubject.self) }
    let columns = part("columns", of: top).map { entries($0) { $0.columnNames(of: $1) } } ?? [:]
    let constants = top["constants"].map { entries($0) { $0.read($1, .text, \.text) } } ?? [:]
    let values = top["values"].map { entries($0) { $0.entries($1) { $0.read($1, .text, \.text) } } } ?? [:]
    let required = top["required"].map { texts($0) } ?? []
    for field in required where columns[field] == nil && constants[field] == nil {
      add(.requiredNotCovered, at: top["required"] ?? top, value: field)
    }
    return subject.map {
      ColumnMapping(
        name: optionalText("name", of: top) ?? fileName, subject: $0, columns: columns, required: required,
        constants: constants, values: values, licence: optionalText("licence", of: top))
    }
  }

  /// The names of a column: one text or a list of them.
  private mutating func columnNames(of field: YAMLField) -> [String] {
    field.text.map { [$0] } ?? texts(field)
  }

  /// The pairs of a mapping, each value read in the same way.
  private mutating func entries<Value>(_ field: YAMLField, _ value: (inout FieldReader, YAMLField) -> Value?)
    -> [String: Value]
  {
    var found: [String: Value] = [:]
    for (key, entry) in read(field, .mapping, \.entries) ?? [] { found[key] = value(&self, entry) }
    return found
  }
}
