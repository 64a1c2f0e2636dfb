import Quantities

/// What stands behind a parameter value.
public enum ParameterKind: String, Sendable, Codable, Hashable, CaseIterable {
  case law, statistic, guideline
  case expertEstimate = "expert-estimate"
  /// A value nobody published; every output marks it.
  case assumption

  public var label: LocalizedText {
    switch self {
    case .law: LocalizedText(nl: "wet", en: "law")
    case .statistic: LocalizedText(nl: "statistiek", en: "statistic")
    case .guideline: LocalizedText(nl: "richtlijn", en: "guideline")
    case .expertEstimate: LocalizedText(nl: "deskundigenschatting", en: "expert estimate")
    case .assumption: LocalizedText(nl: "aanname", en: "assumption")
    }
  }
}

/// The value of a parameter from a date on, with its band and origin.
public struct DatedValue: Sendable, Codable, Hashable {
  public let from: CalendarDate
  public let value: Double
  public let low: Double
  public let high: Double
  public let kind: ParameterKind
  /// Identifier of a `BibliographicSource`; nil for an assumption.
  public let source: String?
  /// Place in the source: table, page, paragraph.
  public let locator: String?

  public init(
    from: CalendarDate, value: Double, low: Double? = nil, high: Double? = nil, kind: ParameterKind,
    source: String? = nil, locator: String? = nil
  ) {
    self.from = from
    self.value = value
    self.low = low ?? value
    self.high = high ?? value
    self.kind = kind
    self.source = source
    self.locator = locator
  }
}

/// A parameter or a family of parameters along named dimensions — *parameter*.
///
/// A member is named by its place on each dimension joined by `/`, with an optional region after `@`:
/// `industrie-voeding/business-park@PV22`. A parameter without dimensions has one member, the empty name.
public struct Parameter: Sendable, Codable, Hashable {
  public let key: String
  public let label: LocalizedText
  public let unit: Unit
  public let dimensions: [String]
  public let note: LocalizedText?
  /// Dated values per member, ascending in time; of two values from one date the last one given holds.
  public let members: [String: [DatedValue]]

  public init(
    key: String, label: LocalizedText, unit: Unit, dimensions: [String] = [], note: LocalizedText? = nil,
    members: [String: [DatedValue]]
  ) {
    self.key = key
    self.label = label
    self.unit = unit
    self.dimensions = dimensions
    self.note = note
    self.members = members.mapValues { $0.sorted { $0.from < $1.from } }
  }
}

/// One value as it was read for one result: enough to cite it.
public struct ParameterReading: Sendable, Codable, Hashable {
  public let key: String
  public let member: String
  public let label: LocalizedText
  public let unit: Unit
  public let dated: DatedValue

  public var value: Double { dated.value }
  public var isAssumption: Bool { dated.kind == .assumption }
  /// Key and member as one path, as `werklocaties explain` prints it.
  public var path: String { member.isEmpty ? key : key + ":" + member }

  public init(key: String, member: String, label: LocalizedText, unit: Unit, dated: DatedValue) {
    self.key = key
    self.member = member
    self.label = label
    self.unit = unit
    self.dated = dated
  }
}

extension Sequence<ParameterReading> {
  /// By path, date and value; each path is put together once, for a run reads hundreds of values.
  public func orderedByPath() -> [ParameterReading] {
    let named = map { (path: $0.path, reading: $0) }
    let ordered = named.sorted {
      ($0.path, $0.reading.dated.from, $0.reading.value) < ($1.path, $1.reading.dated.from, $1.reading.value)
    }
    return ordered.map(\.reading)
  }
}
