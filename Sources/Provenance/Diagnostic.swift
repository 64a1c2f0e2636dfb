import Quantities

/// A problem in data as a value: what, where, and what to do about it. Problems are collected, never thrown one by one.
public struct Diagnostic: Sendable, Codable, Hashable {
  public enum Severity: String, Sendable, Codable, Hashable, Comparable, CaseIterable {
    case note, warning, error

    public static func < (left: Self, right: Self) -> Bool {
      allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }

    public var label: LocalizedText {
      switch self {
      case .note: LocalizedText(nl: "opmerking", en: "note")
      case .warning: LocalizedText(nl: "waarschuwing", en: "warning")
      case .error: LocalizedText(nl: "fout", en: "error")
      }
    }
  }

  /// Where the problem is. A row counts from 1, the header of a table not counted.
  public struct Place: Sendable, Codable, Hashable {
    public var file: String?
    public var layer: String?
    public var row: Int?
    public var field: String?
    /// Key of the record: RIN number, region code.
    public var record: String?

    public init(
      file: String? = nil, layer: String? = nil, row: Int? = nil, field: String? = nil, record: String? = nil
    ) {
      self.file = file
      self.layer = layer
      self.row = row
      self.field = field
      self.record = record
    }

    public func spelled(in language: Language) -> String {
      let row = LocalizedText(nl: "rij", en: "row")[language]
      let parts = [
        file, layer.map { "[\($0)]" }, self.row.map { "\(row) \($0)" }, record, field.map { "‘\($0)’" },
      ]
      return parts.compactMap { $0 }.joined(separator: " ")
    }
  }

  public let severity: Severity
  /// Stable name of the rule, for filters and tests: `park.net-exceeds-gross`.
  public let code: String
  public let place: Place
  /// The offending value as it was found.
  public let value: String?
  public let message: LocalizedText
  public let remedy: LocalizedText

  public init(
    _ severity: Severity, _ code: String, at place: Place = Place(), value: String? = nil, message: LocalizedText,
    remedy: LocalizedText
  ) {
    self.severity = severity
    self.code = code
    self.place = place
    self.value = value
    self.message = message
    self.remedy = remedy
  }

  /// The problem as one line for a reader.
  public func spelled(in language: Language) -> String {
    let place = place.spelled(in: language)
    let found = value.map { " (\($0))" } ?? ""
    return
      "\(severity.label[language]): \(place.isEmpty ? "" : place + ": ")\(message[language])\(found). \(remedy[language])"
  }
}

extension Sequence<Diagnostic> {
  public var hasErrors: Bool { contains { $0.severity == .error } }
  public func count(of severity: Diagnostic.Severity) -> Int { count { $0.severity == severity } }
}
