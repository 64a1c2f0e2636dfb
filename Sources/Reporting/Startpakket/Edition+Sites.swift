import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

extension Edition {
  /// Every park of the province with its supply, in the order of the register.
  var sites: [SiteSupply] { SiteSupply.all(response.parks, balance.supply) }

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
