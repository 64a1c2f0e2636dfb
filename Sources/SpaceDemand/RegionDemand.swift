import Quantities
import WorkLocations

/// One line of a demand forecast: what asks for how much — *vraagpost*.
public struct DemandLine: Sendable, Codable, Hashable {
  /// What the line stands for.
  public enum Component: Sendable, Codable, Hashable {
    /// Growth or decline of a sector on a location type — *uitbreidingsvraag*; may be negative.
    case expansion(sector: String, locationType: LocationType)
    /// A planned withdrawal that must return — *vervangingsvraag*.
    case replacement(withdrawal: String)
    /// A named add-on — *aanvullende vraag*.
    case addOn(id: String)
  }

  public let component: Component
  public let sectorGroup: String
  public let net: NetHectares
  public let gross: GrossHectares
  /// True when the land comes free again after the horizon.
  public let isTemporary: Bool

  public init(
    component: Component, sectorGroup: String, net: NetHectares, gross: GrossHectares, isTemporary: Bool = false
  ) {
    self.component = component
    self.sectorGroup = sectorGroup
    self.net = net
    self.gross = gross
    self.isTemporary = isTemporary
  }
}

/// The room that firms will need in a region from the register's reference year to a horizon — *ruimtevraag*.
public struct RegionDemand: Sendable, Codable, Hashable {
  public let region: RegionCode
  public let scenario: String
  public let startYear: Int
  public let horizon: Int
  /// Jobs in all sectors at the start and at the horizon.
  public let jobsAtStart: Jobs
  public let jobsAtHorizon: Jobs
  public let lines: [DemandLine]
  /// Net demand per sector group and class of land, in the order of `SpaceClass.all`; may be negative.
  public let segments: [String: [Double]]

  public init(
    region: RegionCode, scenario: String, startYear: Int, horizon: Int, jobsAtStart: Jobs, jobsAtHorizon: Jobs,
    lines: [DemandLine], segments: [String: [Double]]
  ) {
    self.region = region
    self.scenario = scenario
    self.startYear = startYear
    self.horizon = horizon
    self.jobsAtStart = jobsAtStart
    self.jobsAtHorizon = jobsAtHorizon
    self.lines = lines
    self.segments = segments
  }

  public var expansion: NetHectares { total { if case .expansion = $0 { true } else { false } } }
  public var replacement: NetHectares { total { if case .replacement = $0 { true } else { false } } }
  public var additional: NetHectares { total { if case .addOn = $0 { true } else { false } } }
  /// Expansion + replacement + additional; negative expansion is not clipped.
  public var total: NetHectares { expansion + replacement + additional }
  public var grossTotal: GrossHectares { lines.map(\.gross).total() }

  /// Net demand per class of land over all sector groups, in the order of `SpaceClass.all`.
  public var byClass: [Double] {
    segments.keys.sorted().reduce(into: [Double](repeating: 0, count: SpaceClass.all.count)) { sums, group in
      for (index, amount) in segments[group]!.enumerated() { sums[index] += amount }
    }
  }

  private func total(where belongs: (DemandLine.Component) -> Bool) -> NetHectares {
    lines.filter { belongs($0.component) }.map(\.net).total()
  }
}
