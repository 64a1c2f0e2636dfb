import WorkLocations

/// A figure of a region's demand that can be explained — *vraagcijfer*.
public enum DemandFigure: Sendable, Hashable {
  case total
  case grossTotal
  case expansion
  case expansionOf(sector: String, locationType: LocationType)
  case replacement
  case replacementOf(withdrawal: String)
  case additional
  case addOn(id: String)
  /// What jobs, location preference or land per job make of the expansion.
  case effect(DemandEffect)
  case effectOf(DemandEffect, sector: String, locationType: LocationType)
  /// Expansion after this effect and those before it, in the order of `DemandEffect.allCases`; nil for before the first.
  case level(after: DemandEffect?)
  /// Demand of one sector group, and of one class of land.
  case sectorGroup(String)
  case spaceClass(SpaceClass)
  /// Jobs in all sectors, or in one, at the start or at the horizon.
  case jobs(sector: String?, atStart: Bool)
}
