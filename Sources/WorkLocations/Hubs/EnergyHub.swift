import Quantities

/// Firms of one or more parks that share power, and how far they are — *energiehub* as the register keeps it.
public struct EnergyHub: Sendable, Codable, Hashable {
  /// What tells hubs apart.
  public let name: String
  public let parks: [RINNumber]
  /// Every stage the hub was in, in the order of their dates; never empty.
  public let history: [HubStep]
  /// In the order of their dates.
  public let documents: [HubDocument]

  /// - Throws: `InvalidRecord` for a hub without a name, a park or a stage, and for stages that are not in order of date.
  public init(name: String, parks: [RINNumber], history: [HubStep], documents: [HubDocument] = []) throws(InvalidRecord)
  {
    let ordered = zip(history, history.dropFirst()).allSatisfy { $0.since <= $1.since }
    try InvalidRecord.check([
      InvalidRecord.empty("hub", name),
      parks.isEmpty ? Self.problem("werklocaties", nl: "is leeg", en: "is empty") : nil,
      history.isEmpty ? Self.problem("fase", nl: "ontbreekt", en: "is missing") : nil,
      ordered ? nil : Self.problem("sinds", nl: "ligt voor de vorige fase", en: "lies before the stage before it"),
    ])
    self.name = name
    self.parks = Set(parks).sorted()
    self.history = history
    self.documents = Set(documents).sorted()
  }

  private static func problem(_ field: String, nl: String, en: String) -> InvalidRecord.Problem {
    InvalidRecord.Problem(field: field, value: "", message: LocalizedText(nl: nl, en: en))
  }

  /// The stage it is in now.
  public var current: HubStep { history[history.count - 1] }

  /// Kinds of paper that were there on a date.
  public func papers(on date: CalendarDate) -> Set<HubDocumentKind> {
    Set(documents.filter { $0.date <= date }.map(\.kind))
  }
}

/// The day on which a hub came into a stage — *faseovergang*.
public struct HubStep: Sendable, Codable, Hashable {
  public let stage: HubStage
  public let since: CalendarDate
  /// Gate documents that were not there; a step with some was forced.
  public let missing: [HubDocumentKind]

  public init(_ stage: HubStage, since: CalendarDate, missing: [HubDocumentKind] = []) {
    self.stage = stage
    self.since = since
    self.missing = missing
  }

  public var isForced: Bool { !missing.isEmpty }
}

/// A paper of a hub — *poortdocument*: where it is kept, not the paper itself.
public struct HubDocument: Sendable, Codable, Hashable, Comparable {
  public let kind: HubDocumentKind
  public let date: CalendarDate
  /// Number or place of the paper with whoever keeps it; empty where there is none.
  public let reference: String

  public init(_ kind: HubDocumentKind, date: CalendarDate, reference: String) {
    self.kind = kind
    self.date = date
    self.reference = reference
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.date, left.kind.rawValue, left.reference) < (right.date, right.kind.rawValue, right.reference)
  }
}
