import Provenance
import Quantities
import SupplyDemandBalance
import WorkLocations

/// What freezing plans does to the regions around them — *waterbedeffect van planbevriezing*.
public struct AssessWaterbed: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Plans that are frozen, by identifier.
    public var plans: [String]
    public var balance: RunBalance.Request

    public init(plans: [String], balance: RunBalance.Request = .init()) {
      self.plans = plans
      self.balance = balance
    }
  }

  /// One market that loses a plan, in one scenario and horizon.
  public struct Effect: Codable, Sendable, Equatable {
    public let region: RegionCode
    public let scenario: String
    public let horizon: Int
    /// Land of the frozen plans that would have been there, ha net.
    public let frozen: NetHectares
    /// Demand that goes unserved by it.
    public let unserved: NetHectares
    public let inMunicipality: NetHectares
    public let elsewhereInMarket: NetHectares
    /// What leaves the market, and the band of it.
    public let leaving: NetHectares
    public let leavingLow: NetHectares
    public let leavingHigh: NetHectares
    /// The neighbours, by code.
    public let pressures: [Waterbed.Pressure]
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let register: RegisterSummary
    public let regions: [RegionSummary]
    /// Whether soft plans count: they do when one of the frozen plans is soft.
    public let countsSoftPlans: Bool
    /// By market, scenario and horizon.
    public let effects: [Effect]
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    public let diagnostics: [Diagnostic]
  }

  /// - Throws: `PlanningError.invalidInput` with every plan that does not exist and every problem of the balance.
  public func callAsFunction(_ request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> Response
  {
    let run = try WaterbedRun(request, register, library)
    return Response(
      request: request, register: RegisterSummary(register), regions: run.after.regions,
      countsSoftPlans: run.countsSoftPlans, effects: run.effects, parameters: run.parameters,
      bibliography: library.cited(by: run.parameters), diagnostics: run.diagnostics)
  }
}
