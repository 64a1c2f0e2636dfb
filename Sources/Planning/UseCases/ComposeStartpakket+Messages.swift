import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// Puts together what a province needs to know of its work locations — *startpakket*.
public struct ComposeStartpakket: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var province: RegionCode
    public var balance: RunBalance.Request
    /// Draws per scenario for the bands, 0 for a report without bands, and where the random series begins.
    public var draws: Int
    public var seed: UInt64

    public static let defaultDraws = 1_000

    /// The balance request with its region set to the province.
    public init(
      province: RegionCode, balance: RunBalance.Request = .init(), draws: Int = Self.defaultDraws,
      seed: UInt64 = RunForecast.Request.defaultSeed
    ) {
      self.province = province
      self.balance = balance
      self.balance.region = province
      self.draws = draws
      self.seed = seed
    }
  }

  /// The content of the report; `Reporting` turns it into HTML, Typst, a workbook and layers.
  public struct Response: Sendable {
    public let request: Request
    public let province: Region
    /// Market regions (COROP areas) of the province, by code.
    public let marketRegions: [Region]
    /// Municipalities of the province, by code.
    public let municipalities: [Region]
    /// Names of sectors and add-ons that demand lines refer to.
    public let sectors: SectorClassification
    public let addOns: [AddOn]
    public let balance: RunBalance.Response
    /// Where the figures of the balance come from.
    public let explanations: BalanceExplanations
    /// Bands around the balance, and why they are as wide as they are at the horizon nearest to ten years ahead; nil without
    /// draws.
    public let uncertainty: StartpakketUncertainty?
    /// The energy scan of the parks of the province; nil where it was not made.
    public let energy: ScanEnergy.Response?
    /// How far the energy hubs on parks of the province are; nil where the register holds none.
    public let hubs: ListHubStages.Response?
    public let parks: [WorkLocation]
    public let planCapacities: [PlanCapacity]
    public let withdrawals: [Withdrawal]
    public let housingAreas: [HousingArea]
    public let clusters: [Cluster]
    public let landUse: [LandUsePoint]
    /// At most three, the tightest first.
    public let pinchPoints: [PinchPoint]
    public let quality: DataQuality

    public init(
      request: Request, province: Region, marketRegions: [Region], municipalities: [Region],
      sectors: SectorClassification, addOns: [AddOn], balance: RunBalance.Response,
      explanations: BalanceExplanations, parks: [WorkLocation],
      planCapacities: [PlanCapacity], withdrawals: [Withdrawal], housingAreas: [HousingArea], clusters: [Cluster],
      landUse: [LandUsePoint], pinchPoints: [PinchPoint], quality: DataQuality,
      uncertainty: StartpakketUncertainty? = nil, energy: ScanEnergy.Response? = nil,
      hubs: ListHubStages.Response? = nil
    ) {
      self.request = request
      self.province = province
      self.marketRegions = marketRegions
      self.municipalities = municipalities
      self.sectors = sectors
      self.addOns = addOns
      self.balance = balance
      self.explanations = explanations
      self.uncertainty = uncertainty
      self.energy = energy
      self.hubs = hubs
      self.parks = parks
      self.planCapacities = planCapacities
      self.withdrawals = withdrawals
      self.housingAreas = housingAreas
      self.clusters = clusters
      self.landUse = landUse
      self.pinchPoints = pinchPoints
      self.quality = quality
    }
  }
}

/// How sure the balance of a province is — *onzekerheid*.
public struct StartpakketUncertainty: Sendable {
  public let forecast: RunForecast.Response
  /// Where the printed figures of the forecast come from, by path.
  public let explanations: [String: Explanation]
  public let spread: ExplainSpread.Response
  /// The estimators side by side, and how the one from issue did in the past; nil where its history is too short.
  public let estimates: EstimateDemand.Response
  public let backtest: BacktestReport?
  /// Expansion by effect.
  public let effects: DecomposeDemand.Response

  public init(
    forecast: RunForecast.Response, explanations: [String: Explanation] = [:], spread: ExplainSpread.Response,
    estimates: EstimateDemand.Response,
    backtest: BacktestReport?, effects: DecomposeDemand.Response
  ) {
    self.forecast = forecast
    self.explanations = explanations
    self.spread = spread
    self.estimates = estimates
    self.backtest = backtest
    self.effects = effects
  }
}

/// A class of land that is short in a market region — *knelpunt*.
public struct PinchPoint: Sendable, Codable, Equatable {
  public let region: RegionCode
  public let regionName: String
  public let horizon: Int
  public let spaceClass: SpaceClass
  /// Shortage against hard supply per scenario.
  public let shortage: [String: NetHectares]
  public let demand: [String: NetHectares]
  /// Whether the region's total is not short, so that the total hides this shortage.
  public let isHiddenByTotal: Bool

  public init(
    region: RegionCode, regionName: String, horizon: Int, spaceClass: SpaceClass, shortage: [String: NetHectares],
    demand: [String: NetHectares], isHiddenByTotal: Bool
  ) {
    self.region = region
    self.regionName = regionName
    self.horizon = horizon
    self.spaceClass = spaceClass
    self.shortage = shortage
    self.demand = demand
    self.isHiddenByTotal = isHiddenByTotal
  }
}

/// Business-park land by the land-use statistics in one year, beside the register — *bodemgebruik naast IBIS*.
public struct LandUsePoint: Sendable, Codable, Equatable {
  public let year: Int
  public let businessPark: GrossHectares
  public let isSynthetic: Bool

  public init(year: Int, businessPark: GrossHectares, isSynthetic: Bool) {
    self.year = year
    self.businessPark = businessPark
    self.isSynthetic = isSynthetic
  }
}

/// How complete and how old the data of a province are — *datakwaliteit*.
public struct DataQuality: Sendable, Codable, Equatable {
  /// How many parks have an attribute filled in.
  public struct Completeness: Sendable, Codable, Equatable {
    /// Name of the attribute as in `WorkLocationAttribute`, or `vlak` for the outline.
    public let attribute: String
    public let filledIn: Int
    public let total: Int

    public init(attribute: String, filledIn: Int, total: Int) {
      self.attribute = attribute
      self.filledIn = filledIn
      self.total = total
    }
  }

  /// How many parks were last measured on a date.
  public struct Age: Sendable, Codable, Equatable {
    public let referenceDate: CalendarDate
    public let parks: Int

    public init(referenceDate: CalendarDate, parks: Int) {
      self.referenceDate = referenceDate
      self.parks = parks
    }
  }

  public let completeness: [Completeness]
  /// Number of parks per reference date, newest first.
  public let ages: [Age]
  public let diagnostics: [Diagnostic]

  public init(
    completeness: [Completeness], ages: [Age], diagnostics: [Diagnostic]
  ) {
    self.completeness = completeness
    self.ages = ages
    self.diagnostics = diagnostics
  }
}
