import Quantities

/// A code from a code list that stays open: an unknown code is kept as it was found and reported, never refused.
public protocol OpenCode: RawRepresentable, Hashable, Sendable, Codable, Comparable where RawValue == String {
  init(rawValue: String)
  /// The codes with a known meaning.
  static var known: [Self: LocalizedText] { get }
}

extension OpenCode {
  public var isKnown: Bool { Self.known[self] != nil }
  /// The meaning of a known code, else the code itself.
  public var label: LocalizedText { Self.known[self] ?? LocalizedText(both: rawValue) }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// Type of work location in the national register — *werklocatietype*. Source: IBIS, page "Type werklocatie".
public struct WorkLocationType: OpenCode {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let seaport = Self(rawValue: "A")
  public static let businessPark = Self(rawValue: "B")
  public static let platform = Self(rawValue: "C4")

  public static let known: [Self: LocalizedText] = [
    seaport: LocalizedText(nl: "zeehaventerrein", en: "seaport area"),
    businessPark: LocalizedText(nl: "bedrijventerrein", en: "business park"),
    Self(rawValue: "C"): LocalizedText(nl: "economische zone", en: "economic zone"),
    Self(rawValue: "C1"): LocalizedText(nl: "retail- of meubelboulevard", en: "retail or furniture boulevard"),
    Self(rawValue: "C2"): LocalizedText(nl: "onderwijslocatie", en: "education site"),
    Self(rawValue: "C3"): LocalizedText(nl: "zorglocatie", en: "care site"),
    platform: LocalizedText(nl: "platformgebonden bedrijvigheid", en: "platform-bound business"),
  ]

  /// The location type of the demand model that this register type belongs to.
  /// Gelderland's B1 and B2 are business parks; their meaning beyond that was not published.
  public var locationType: LocationType {
    if self == .seaport { return .seaport }
    return rawValue.hasPrefix("C") ? .office : .businessPark
  }
}

/// Ja, Nee or Onbekend, as the register's indicators are filled in.
public enum Indicator: String, Sendable, Codable, Hashable, CaseIterable {
  case yes = "Ja"
  case no = "Nee"
  case unknown = "Onbekend"
}

/// Highest environmental category allowed, VNG 2009 — *maximale milieucategorie*: main category 1 to 6 with an optional step.
public struct EnvironmentalCategory: OpenCode {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static let known: [Self: LocalizedText] = Dictionary(
    uniqueKeysWithValues: ["1", "2", "3", "3.1", "3.2", "4", "4.1", "4.2", "5", "5.1", "5.2", "5.3", "6"]
      .map { (Self(rawValue: $0), LocalizedText(both: $0)) })

  /// Main category 1 to 6, nil when the code has none: what stands before the step.
  public var main: Int? {
    let whole = Int(Substring(rawValue.utf8.prefix { $0 != UInt8(ascii: ".") }))
    return whole.flatMap { (1...6).contains($0) ? $0 : nil }
  }
}

/// The letter's four kinds of work location — Kamerstuk 34 682 nr. 103, figure 1.
public enum ParkKind: String, Sendable, Codable, Hashable, CaseIterable {
  case industryCluster = "industriecluster"
  case campus
  case largeEstablishment = "grootschalig"
  case regular = "regulier"

  public var label: LocalizedText {
    switch self {
    case .industryCluster: LocalizedText(nl: "industriecluster", en: "industry cluster")
    case .campus: LocalizedText(nl: "campus", en: "campus")
    case .largeEstablishment: LocalizedText(nl: "grootschalige vestiging", en: "large establishment")
    case .regular: LocalizedText(nl: "regulier", en: "regular")
    }
  }
}
