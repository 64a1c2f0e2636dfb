import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// Estimates demand in independent ways, side by side — *ramers naast elkaar*. There is no average unless it is asked for, and
/// then only with weights from the back-test.
public struct EstimateDemand: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var region: RegionCode
    /// End years, ascending.
    public var horizons: [Int]
    public var scenarios: [String]
    /// Reference date of the register; nil takes the latest.
    public var referenceDate: CalendarDate?
    /// Date on which parameter values must be in force; nil takes the reference date.
    public var parameterDate: CalendarDate?
    /// Whether to combine the estimates by the weights of the back-test.
    public var isCombined: Bool

    public init(
      region: RegionCode = .netherlands, horizons: [Int] = RunBalance.Request.defaultHorizons,
      scenarios: [String] = RunBalance.Request.defaultScenarios, referenceDate: CalendarDate? = nil,
      parameterDate: CalendarDate? = nil, isCombined: Bool = false
    ) {
      self.region = region
      self.horizons = horizons
      self.scenarios = scenarios
      self.referenceDate = referenceDate
      self.parameterDate = parameterDate
      self.isCombined = isCombined
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let register: RegisterSummary
    /// The region asked about, the provinces in it and its market regions.
    public let regions: [RegionSummary]
    /// By region, horizon and method, then scenario.
    public let estimates: [DemandEstimate]
    /// Empty unless asked for and possible.
    public let combined: [CombinedEstimate]
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    /// Also why an estimate is missing.
    public let diagnostics: [Diagnostic]

    public func estimates(of region: RegionCode, horizon: Int) -> [DemandEstimate] {
      estimates.filter { $0.region == region && $0.horizon == horizon }
    }
  }
}

/// What one method says of one region and horizon — *raming*, ha net from the start year to the horizon.
public struct DemandEstimate: Codable, Sendable, Equatable {
  public let region: RegionCode
  public let method: EstimationMethod
  /// Nil for a method that knows no scenarios.
  public let scenario: String?
  public let startYear: Int
  public let horizon: Int
  public let centre: NetHectares
  /// Borders of the method's own band; nil where it can give none.
  public let low: NetHectares?
  public let high: NetHectares?
  /// The band as the back-test widens it; nil where nothing was back-tested.
  public let widened: WidenedBand?
  public let basis: EstimateBasis
  /// Per sector group; empty for a method whose data do not tell groups apart.
  public let groups: [GroupEstimate]

  public var years: Int { horizon - startYear }
}

/// A band with its half-widths multiplied by what the back-test asks.
public struct WidenedBand: Codable, Sendable, Equatable {
  public let low: NetHectares
  public let high: NetHectares
  public let factor: Double
  /// Years ahead that the factor was found for, and the number of outcomes it rests on.
  public let length: Int
  public let count: Int
}

/// The data an estimate rests on.
public struct EstimateBasis: Codable, Sendable, Equatable {
  public enum Data: String, Codable, Sendable, CaseIterable {
    case jobs = "banen"
    case issue = "uitgifte"
  }

  public let data: Data
  public let firstYear: Int
  public let lastYear: Int
  public let observationCount: Int
  /// Years drawn back as outliers.
  public let treatedYears: [Int]
  public let isSynthetic: Bool
}

public struct GroupEstimate: Codable, Sendable, Equatable {
  public let group: String
  public let centre: NetHectares
  public let low: NetHectares?
  public let high: NetHectares?
}

/// Estimates of one region, scenario and horizon as one, with the weights that made them one.
public struct CombinedEstimate: Codable, Sendable, Equatable {
  public let region: RegionCode
  public let scenario: String
  public let horizon: Int
  public let centre: NetHectares
  /// The weighted mean of the methods' borders; nil where one has none.
  public let low: NetHectares?
  public let high: NetHectares?
  public let weights: [String: Double]
  public let length: Int
  public let count: Int
}
