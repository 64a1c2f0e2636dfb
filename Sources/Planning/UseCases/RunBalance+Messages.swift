import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// Confronts demand and supply per region, scenario and horizon — *balans van vraag en aanbod*.
public struct RunBalance: Sendable {
  public init() {}

  /// Everything the answer depends on, besides the register and the parameter library.
  public struct Request: Codable, Sendable, Equatable {
    /// The region asked about; market regions inside it are confronted one by one.
    public var region: RegionCode
    /// End years, ascending.
    public var horizons: [Int]
    public var scenarios: [String]
    /// Reference date of the register; nil takes the latest.
    public var referenceDate: CalendarDate?
    /// Date on which parameter values must be in force; nil takes the reference date.
    public var parameterDate: CalendarDate?
    public var rounding: Rounding
    /// Scenarios of the user; `scenarios` names those that are asked for.
    public var ownScenarios: [PlanningScenario]

    public static let defaultHorizons = [2030, 2040, 2050]
    public static let defaultScenarios = ["laag", "hoog"]

    public init(
      region: RegionCode = .netherlands, horizons: [Int] = Self.defaultHorizons,
      scenarios: [String] = Self.defaultScenarios, referenceDate: CalendarDate? = nil,
      parameterDate: CalendarDate? = nil, rounding: Rounding = .none, ownScenarios: [PlanningScenario] = []
    ) {
      self.region = region
      self.horizons = horizons
      self.scenarios = scenarios
      self.referenceDate = referenceDate
      self.parameterDate = parameterDate
      self.rounding = rounding
      self.ownScenarios = ownScenarios
    }
  }

  /// The answer with all it rests on. Lists are in a fixed order: regions by level and code, then scenario, then horizon.
  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let register: RegisterSummary
    /// The regions of the answer: the one asked about, the provinces in it and its market regions.
    public let regions: [RegionSummary]
    /// Demand of every region of the answer.
    public let demands: [RegionDemand]
    /// Supply of the region asked about, line by line.
    public let supply: [SupplyLine]
    public let balances: [RegionBalance]
    /// Every parameter value that was read.
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    public let diagnostics: [Diagnostic]

    public init(
      request: Request, register: RegisterSummary, regions: [RegionSummary], demands: [RegionDemand],
      supply: [SupplyLine], balances: [RegionBalance], parameters: [ParameterReading],
      bibliography: [BibliographicSource], diagnostics: [Diagnostic]
    ) {
      self.request = request
      self.register = register
      self.regions = regions
      self.demands = demands
      self.supply = supply
      self.balances = balances
      self.parameters = parameters
      self.bibliography = bibliography
      self.diagnostics = diagnostics
    }

    public func balance(of region: RegionCode, scenario: String, horizon: Int) -> RegionBalance? {
      balances.first { $0.region == region && $0.scenario == scenario && $0.horizon == horizon }
    }

    public func demand(of region: RegionCode, scenario: String, horizon: Int) -> RegionDemand? {
      demands.first { $0.region == region && $0.scenario == scenario && $0.horizon == horizon }
    }

    /// Parameters nobody published; outputs mark every figure that rests on them.
    public var assumptions: [ParameterReading] { parameters.filter(\.isAssumption) }
  }
}

/// What an answer says of the register it used.
public struct RegisterSummary: Codable, Sendable, Equatable {
  public let referenceDate: CalendarDate
  public let parkCount: Int
  public let snapshots: [SourceSnapshot]

  public init(referenceDate: CalendarDate, parkCount: Int, snapshots: [SourceSnapshot]) {
    self.referenceDate = referenceDate
    self.parkCount = parkCount
    self.snapshots = snapshots
  }

  public init(_ register: Register) {
    self.init(
      referenceDate: register.referenceDate, parkCount: register.parks.count, snapshots: register.records.snapshots)
  }

  /// Whether any part was generated; then every output says so.
  public var hasSyntheticData: Bool { snapshots.contains { $0.isSynthetic } }
}

/// Code, name and level of a region in an answer.
public struct RegionSummary: Codable, Sendable, Equatable {
  public let code: RegionCode
  public let name: String
  public let level: RegionLevel
  /// Province the region lies in; the region itself for a province, nil above it.
  public let province: RegionCode?

  public init(code: RegionCode, name: String, level: RegionLevel, province: RegionCode?) {
    self.code = code
    self.name = name
    self.level = level
    self.province = province
  }
}
