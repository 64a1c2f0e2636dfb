import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

/// What one park offers by the supply that the balance counted — *uitgeefbare grond per terrein*.
struct SiteSupply: Sendable {
  let park: WorkLocation
  let immediate: NetHectares
  let later: NetHectares
  /// First year of the later land; nil without any.
  let laterFrom: Int?
  /// Whether the register leaves something open that was assumed.
  let isAssumed: Bool

  var issuable: NetHectares { immediate + later }

  var availability: Availability {
    if immediate > .zero { return .immediate }
    if later > .zero { return .later }
    let attributes = park.attributes
    return attributes.immediatelyIssuable == nil && attributes.laterIssuable == nil ? .unknown : .none
  }
}

extension Edition {
  /// Every park of the province with its supply, in the order of the register.
  var sites: [SiteSupply] {
    let lines = Dictionary(grouping: balance.supply.filter { [.immediate, .later].contains($0.kind) }, by: \.record)
    return response.parks.map { park in
      let own = lines[park.rin.text] ?? []
      let later = own.filter { $0.kind == .later }
      return SiteSupply(
        park: park, immediate: own.filter { $0.kind == .immediate }.map(\.net).total(),
        later: later.map(\.net).total(), laterFrom: later.map(\.availableFrom).min(),
        isAssumed: own.contains { !$0.assumptions.isEmpty })
    }
  }

  /// Market region of a municipality; nil where the table does not say.
  func marketRegion(of municipality: RegionCode) -> RegionCode? {
    response.municipalities.first { $0.code == municipality }?.parents.first(where: marketRegions.contains)
  }

  /// Supply lines of a municipality or market region.
  func supply(of region: RegionCode) -> [SupplyLine] {
    guard region.level != .municipality else { return balance.supply.filter { $0.municipality == region } }
    let inside = Set(response.municipalities.filter { $0.parents.contains(region) }.map(\.code))
    return balance.supply.filter { inside.contains($0.municipality) }
  }
}
