import ForecastBands
import Provenance
import Quantities
import WorkLocations

/// Draws demand and balance many times under uncertain inputs — *raming met bandbreedte*.
///
/// The centre is the deterministic balance of `RunBalance` to the last digit; around it every parameter with a low and a high
/// value is drawn at random (Documentation/Methods/onzekerheid.md). Equal requests give equal bits on any number of threads.
public struct RunForecast: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Region, scenarios and horizons; the last horizon is where the paths end.
    public var balance: RunBalance.Request
    /// Number of draws; with a precision the most there may be.
    public var draws: Int
    /// Half-width of the 95 % interval of the median balance of the region asked about at the last horizon, ha; draws are
    /// added until it is met. Nil takes the number of draws as it is.
    public var precision: NetHectares?
    public var seed: UInt64
    /// A shortage larger than this is named apart; nil takes the parameter.
    public var largeShortage: NetHectares?
    /// The hectares asked for keep the probability of a shortage below this; nil takes the parameter.
    public var acceptedRisk: Double?
    /// Whether contradicting correlations are replaced by the nearest possible ones; the answer says by how much.
    public var repairsCorrelations: Bool
    /// Whether classes of land are drawn too, at the horizons.
    public var hasSegments: Bool

    public static let defaultDraws = 2_000
    public static let defaultSeed: UInt64 = 2_022

    public init(
      balance: RunBalance.Request = .init(), draws: Int = Self.defaultDraws, precision: NetHectares? = nil,
      seed: UInt64 = Self.defaultSeed, largeShortage: NetHectares? = nil, acceptedRisk: Double? = nil,
      repairsCorrelations: Bool = false, hasSegments: Bool = false
    ) {
      self.balance = balance
      self.draws = draws
      self.precision = precision
      self.seed = seed
      self.largeShortage = largeShortage
      self.acceptedRisk = acceptedRisk
      self.repairsCorrelations = repairsCorrelations
      self.hasSegments = hasSegments
    }
  }

  /// Lists are in a fixed order: regions by level and code, then scenario, then year, then class.
  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let register: RegisterSummary
    public let regions: [RegionSummary]
    public let startYear: Int
    /// Draws made per scenario.
    public let draws: [String: Int]
    /// Thresholds as they were used.
    public let largeShortage: NetHectares
    public let acceptedRisk: Double
    public let bands: [RegionBands]
    /// Empty unless asked for.
    public let segments: [SegmentBands]
    public let repair: CorrelationRepair?
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    public let diagnostics: [Diagnostic]

    public func bands(of region: RegionCode, scenario: String) -> RegionBands? {
      bands.first { $0.region == region && $0.scenario == scenario }
    }
  }
}

/// Quantiles of an amount over the draws, ha net — *bandbreedte*.
public struct Band: Codable, Sendable, Equatable {
  /// The deterministic figure.
  public let centre: NetHectares
  public let p5: NetHectares
  public let p10: NetHectares
  public let p50: NetHectares
  public let p90: NetHectares
  public let p95: NetHectares
  public let mean: NetHectares
  /// Of the mean.
  public let standardError: NetHectares
}

/// A share of the draws with its standard error — *kans*.
public struct Chance: Codable, Sendable, Equatable {
  public let probability: Double
  public let standardError: Double
}

/// Demand and balance of a region year by year — *banden van een regio*.
public struct RegionBands: Codable, Sendable, Equatable {
  public struct Year: Codable, Sendable, Equatable {
    public let year: Int
    public let demand: Band
    /// Usable hard supply, which is not drawn.
    public let hardSupply: NetHectares
    /// Against hard supply, and with the soft plans that come about.
    public let balance: Band
    public let balanceWithSoft: Band
    /// Of a shortage against hard supply in this year, of a large one, and of one in this or any earlier year.
    public let shortage: Chance
    public let largeShortage: Chance
    public let shortageSoFar: Chance
    public let shortageWithSoft: Chance
    /// Land to add to hard supply so that the probability of a shortage stays below the accepted risk.
    public let landForRisk: NetHectares
  }

  public let region: RegionCode
  public let scenario: String
  /// From the start year to the last horizon.
  public let years: [Year]

  public func year(_ year: Int) -> Year? { years.first { $0.year == year } }
}

/// Demand and shortage of a class of land in a market region at a horizon — *banden per ruimteklasse*. The shortage is what the
/// matching by strictness leaves unserved in each draw, against hard supply.
public struct SegmentBands: Codable, Sendable, Equatable {
  public let region: RegionCode
  public let scenario: String
  public let horizon: Int
  public let spaceClass: SpaceClass
  public let demand: Band
  public let shortage: Chance
  public let meanShortage: NetHectares
  /// Land of this class to add so that the probability of a shortage in it stays below the accepted risk.
  public let landForRisk: NetHectares
}
