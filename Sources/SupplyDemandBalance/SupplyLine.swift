import Provenance
import Quantities
import WorkLocations

/// How certain and how near a piece of supply is — *aanbodsoort*, from nearest to furthest.
public enum SupplyKind: String, Sendable, Codable, CodingKeyRepresentable, Hashable, CaseIterable, Comparable {
  case immediate = "terstond"
  case later = "niet-terstond"
  case hardPlan = "hard-plan"
  case softPlan = "zacht-plan"
  case frozen = "bevroren"

  public var label: LocalizedText {
    switch self {
    case .immediate: LocalizedText(nl: "terstond uitgeefbaar", en: "immediately issuable")
    case .later: LocalizedText(nl: "niet terstond uitgeefbaar", en: "issuable later")
    case .hardPlan: LocalizedText(nl: "harde plannen", en: "hard plans")
    case .softPlan: LocalizedText(nl: "zachte plannen", en: "soft plans")
    case .frozen: LocalizedText(nl: "bevroren plannen", en: "frozen plans")
    }
  }

  /// Position among `ordered`; `allCases` makes a new list at every call.
  var rank: Int { Self.ordered.firstIndex(of: self)! }
  static let ordered = allCases

  /// Hard supply counts in a Ladder test; soft counts in regional programming; frozen counts nowhere.
  public var isHard: Bool {
    switch self {
    case .immediate, .later, .hardPlan: true
    case .softPlan, .frozen: false
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.rank < right.rank
  }
}

/// Issuable or planned land of one park or plan — *aanbodpost*.
public struct SupplyLine: Sendable, Codable, Hashable {
  /// What had to be assumed because the register does not say.
  public enum Assumption: String, Sendable, Codable, Hashable {
    case category, year
  }

  public let kind: SupplyKind
  /// RIN number of the park or identifier of the plan.
  public let record: String
  public let name: String
  public let municipality: RegionCode
  public let availableFrom: Int
  /// Net hectares per class of land, in the order of `SpaceClass.all`.
  public let byClass: [Double]
  public let assumptions: [Assumption]
  public let origin: Origin

  public init(
    kind: SupplyKind, record: String, name: String, municipality: RegionCode, availableFrom: Int, byClass: [Double],
    assumptions: [Assumption] = [], origin: Origin
  ) {
    self.kind = kind
    self.record = record
    self.name = name
    self.municipality = municipality
    self.availableFrom = availableFrom
    self.byClass = byClass
    self.assumptions = assumptions
    self.origin = origin
  }

  public var net: NetHectares { NetHectares(byClass.reduce(0, +)) }
}
