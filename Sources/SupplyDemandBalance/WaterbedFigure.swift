import WorkLocations

/// A figure of a waterbed that can be explained — *waterbedcijfer*.
public enum WaterbedFigure: Sendable, Hashable {
  /// Demand that a market cannot serve any more, in all and of one class.
  case unserved
  case unservedOf(SpaceClass)
  case inMunicipality
  case elsewhereInMarket
  case leaving
  case leavingOf(SpaceClass)
  /// At a neighbour.
  case fitting(RegionCode)
  case fittingFor(RegionCode, SpaceClass)
  case arriving(RegionCode)
  case arrivingOf(RegionCode, SpaceClass)
  case served(RegionCode)
  case unplaced(RegionCode)
}
