import Quantities
import SupplyDemandBalance
import WorkLocations

/// What a park has to issue — *beschikbaarheid*.
public enum Availability: String, Sendable, Hashable, CaseIterable {
  case immediate = "terstond"
  case later
  case nothing = "niets"
  case unknown = "onbekend"

  public var label: LocalizedText {
    switch self {
    case .immediate: LocalizedText(nl: "terstond uitgeefbaar", en: "immediately issuable")
    case .later: LocalizedText(nl: "alleen later uitgeefbaar", en: "issuable later only")
    case .nothing: LocalizedText(nl: "niets uitgeefbaar", en: "nothing issuable")
    case .unknown: LocalizedText(nl: "niet ingevuld", en: "not filled in")
    }
  }
}

/// What one park offers by the supply that a balance counts — *uitgeefbare grond per terrein*.
public struct SiteSupply: Sendable {
  public let park: WorkLocation
  public let immediate: NetHectares
  public let later: NetHectares
  /// First year of the later land; nil without any.
  public let laterFrom: Int?
  /// Whether the register leaves something open that was assumed.
  public let isAssumed: Bool

  /// - Parameter lines: the supply of the park.
  private init(_ park: WorkLocation, _ lines: [SupplyLine]) {
    self.park = park
    let later = lines.filter { $0.kind == .later }
    immediate = lines.filter { $0.kind == .immediate }.map(\.net).total()
    self.later = later.map(\.net).total()
    laterFrom = later.map(\.availableFrom).min()
    isAssumed = lines.contains { !$0.assumptions.isEmpty }
  }

  /// Every park with its supply, in the order of the parks.
  public static func all(_ parks: [WorkLocation], _ supply: [SupplyLine]) -> [SiteSupply] {
    let lines = Dictionary(grouping: supply.filter { [.immediate, .later].contains($0.kind) }, by: \.record)
    return parks.map { SiteSupply($0, lines[$0.rin.text] ?? []) }
  }

  public var issuable: NetHectares { immediate + later }

  public var availability: Availability {
    if immediate > .zero { return .immediate }
    if later > .zero { return .later }
    let attributes = park.attributes
    return attributes.immediatelyIssuable == nil && attributes.laterIssuable == nil ? .unknown : .nothing
  }
}
