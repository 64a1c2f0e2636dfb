import SourceMapping

extension FieldReader {
  static let mappingKeys = [
    "name", "subject", "columns", "required", "constants", "values", "factors", "skip", "spread", "licence",
  ]

  /// A column mapping; without a name of its own it carries the name of its file.
  mutating func mapping(_ top: YAMLField, fileName: String) -> ColumnMapping? {
    guard keys(of: top, allowed: Self.mappingKeys) else { return nil }
    guard let subject = part("subject", of: top).flatMap({ code($0, of: SourceSubject.self) }) else { return nil }
    let mapping = ColumnMapping(
      name: optionalText("name", of: top) ?? fileName, subject: subject, columns: columns("columns", of: top),
      required: top["required"].map { texts($0) } ?? [], constants: texts("constants", of: top),
      values: top["values"].map { entries($0) { $0.entries($1) { $0.read($1, .text, \.text) } } } ?? [:],
      factors: top["factors"].map { entries($0) { $0.read($1, .number, \.number) } } ?? [:],
      skip: columns("skip", of: top), spread: top["spread"].flatMap { spread($0) },
      licence: optionalText("licence", of: top))
    add(mapping.problems(file: top.file))
    return mapping
  }

  /// Columns that each hold one value of a field.
  private mutating func spread(_ field: YAMLField) -> ColumnMapping.Spread? {
    guard keys(of: field, allowed: ["key", "value", "columns"]) else { return nil }
    guard let key = text("key", of: field), let value = text("value", of: field) else { return nil }
    return ColumnMapping.Spread(key: key, value: value, columns: columns("columns", of: field))
  }

  private mutating func texts(_ key: String, of field: YAMLField) -> [String: String] {
    field[key].map { entries($0) { $0.read($1, .text, \.text) } } ?? [:]
  }

  /// Lists of texts by name; a list of one may be written as its text.
  private mutating func columns(_ key: String, of field: YAMLField) -> [String: [String]] {
    field[key].map { entries($0) { reader, names in names.text.map { [$0] } ?? reader.texts(names) } } ?? [:]
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
