import Provenance
import Quantities

/// Which mapping reads which table of a file — *keuze van de kolomkoppeling*.
public struct MappingChoice: Sendable {
  /// Tables with their mapping in the order in which they must be read: regions first, then parks, then what refers to them.
  public let matches: [(table: SourceTable, mapping: ColumnMapping)]
  /// An error when nothing fits; a note for a table that is left out beside others that fit.
  public let diagnostics: [Diagnostic]

  /// Takes for every table the complete mapping with the most columns; of equals the first.
  /// - Parameters:
  ///   - mappings: the built-in ones, or the user's own alone.
  ///   - subject: what the user says the file is; nil leaves it to the columns.
  public init(
    of tables: [SourceTable], among mappings: [ColumnMapping], as subject: SourceSubject? = nil, file: String
  ) {
    let candidates = mappings.filter { subject == nil || $0.subject == subject }
    let fits = tables.map { table in candidates.map { $0.fit(table) } }
    let found = zip(tables, fits).compactMap { table, fits in Self.best(fits).map { (table: table, mapping: $0) } }
    matches = Self.inReadingOrder(found)
    let left = zip(tables, fits).filter { Self.best($0.1) == nil }
    diagnostics = left.map { Self.unfit($0.0, $0.1, isOnly: found.isEmpty, file: file) }
  }

  private static func best(_ fits: [MappingFit]) -> ColumnMapping? {
    let complete = fits.filter(\.isComplete)
    let most = complete.map(\.matchCount).max()
    return complete.first { $0.matchCount == most }?.mapping
  }

  private static func inReadingOrder(
    _ matches: [(table: SourceTable, mapping: ColumnMapping)]
  ) -> [(table: SourceTable, mapping: ColumnMapping)] {
    let regions = matches.filter { $0.mapping.subject == .regions }
    let others = SourceSubject.allCases.filter { $0 != .regions }
    return regions + others.flatMap { subject in matches.filter { $0.mapping.subject == subject } }
  }

  private static func unfit(_ table: SourceTable, _ fits: [MappingFit], isOnly: Bool, file: String) -> Diagnostic {
    let columns = table.columns.joined(separator: ", ")
    let nearest = nearest(fits)
    return Diagnostic(
      isOnly ? .error : .note, "mapping.no-fit", at: .init(file: file, layer: table.layer), value: columns,
      message: LocalizedText(
        nl: "geen kolomkoppeling past op deze kolommen" + (nearest.map { "; " + lacking($0, .nl) } ?? ""),
        en: "no column mapping fits these columns" + (nearest.map { "; " + lacking($0, .en) } ?? "")),
      remedy: remedy(nearest))
  }

  /// The mapping with the smallest part of its required columns missing; nil when no mapping knows any column.
  private static func nearest(_ fits: [MappingFit]) -> MappingFit? {
    let fits = fits.filter { $0.matchCount > 0 }
    func missingPart(_ fit: MappingFit) -> Double {
      Double(fit.missing.count) / Double(max(1, fit.mapping.required.count))
    }
    let least = fits.map(missingPart).min()
    let closest = fits.filter { missingPart($0) == least }
    let most = closest.map(\.matchCount).max()
    return closest.first { $0.matchCount == most }
  }

  private static func lacking(_ fit: MappingFit, _ language: Language) -> String {
    let fields = fit.missing.map { field in
      "\(field) (\(fit.mapping.acceptedNames(of: field).joined(separator: " / ")))"
    }.joined(separator: ", ")
    return LocalizedText(
      nl: "het dichtst bij komt ‘\(fit.mapping.name)’, maar daarvoor ontbreekt: \(fields)",
      en: "the nearest is ‘\(fit.mapping.name)’, but it lacks: \(fields)")[language]
  }

  private static func remedy(_ nearest: MappingFit?) -> LocalizedText {
    let subject = nearest?.mapping.subject ?? .parks
    let field = nearest?.missing.first ?? subject.fields[0]
    let form = "name: …, subject: \(subject.rawValue), columns: {\(field): [naam van uw kolom]}"
    let fields = subject.fields.joined(separator: ", ")
    return LocalizedText(
      nl:
        "Hernoem de kolom, of schrijf een eigen kolomkoppeling en geef haar op met --mapping koppeling.yaml (\(form))."
        + " Velden: \(fields).",
      en: "Rename the column, or write your own mapping and name it with --mapping mapping.yaml (\(form))."
        + " Fields: \(fields).")
  }
}
