import Provenance
import Quantities

extension ColumnMapping {
  /// What is wrong with the mapping itself: names of fields that its subject does not have.
  public func problems(file: String? = nil) -> [Diagnostic] {
    let known = Set(subject.fields)
    let sections: [(String, [String])] = [
      ("columns", columns.keys.sorted()), ("required", required), ("constants", constants.keys.sorted()),
      ("values", values.keys.sorted()), ("factors", factors.keys.sorted()), ("skip", skip.keys.sorted()),
      ("spread", spread.map { [$0.key, $0.value] } ?? []),
    ]
    return sections.flatMap { section, names in
      names.filter { !known.contains($0) }.map { unknownField($0, section: section, file: file) }
    }
  }

  private func unknownField(_ name: String, section: String, file: String?) -> Diagnostic {
    let list = subject.fields.joined(separator: ", ")
    return Diagnostic(
      .error, "mapping.unknown-field", at: .init(file: file, field: section, record: self.name), value: name,
      message: LocalizedText(
        nl: "kolomkoppeling noemt een veld dat ‘\(subject.rawValue)’ niet heeft",
        en: "the mapping names a field that ‘\(subject.rawValue)’ does not have"),
      remedy: LocalizedText(nl: "Kies een van de velden: \(list).", en: "Choose one of the fields: \(list)."))
  }
}
