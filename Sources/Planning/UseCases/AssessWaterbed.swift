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

/// The balance before and after the plans are frozen, and what follows.
private struct WaterbedRun {
  let request: AssessWaterbed.Request
  let plans: [PlanCapacity]
  let before: RunBalance.Response
  let after: RunBalance.Response
  let scope: BalanceScope
  let neighbours: MarketNeighbours
  let shares: Shares
  let parameters: [ParameterReading]
  let diagnostics: [Diagnostic]
  private let table: RegionTable

  struct Shares {
    let municipality: ParameterReading
    let market: ParameterReading
  }

  init(_ request: AssessWaterbed.Request, _ register: Register, _ library: PlanningLibrary) throws(PlanningError) {
    self.request = request
    let freeze = PlanningScenario(
      id: "waterbed", label: LocalizedText(nl: "planbevriezing", en: "freezing plans"),
      base: request.balance.scenarios.first ?? "", steps: request.plans.map { .init(.plan(id: $0, .freeze)) })
    let world = try freeze.resolved(register, library)
    plans = register.records.planCapacities.filter { request.plans.contains($0.id) }
    before = try RunBalance()(request.balance, register: register, library: library)
    after = try RunBalance()(request.balance, register: world.register, library: library)
    scope = BalanceScope(request.balance.region, in: register.regions)
    neighbours = MarketNeighbours(register.regions, markets: scope.markets)
    table = register.regions
    var reader = ParameterReader(
      library.parameters, on: request.balance.parameterDate ?? register.referenceDate)
    do {
      shares = Shares(
        municipality: try reader.read("balance/stay-in-municipality"), market: try reader.read("balance/stay-in-market")
      )
    } catch { throw .missing([error]) }
    parameters = (before.parameters + reader.readings).orderedByPath()
    diagnostics = before.diagnostics + world.diagnostics + (neighbours.knowsPlaces ? [] : [Self.noPlaces])
  }

  private static let noPlaces = Diagnostic(
    .warning, "waterbed.no-places",
    message: LocalizedText(
      nl: "het register weet niet waar de regio's liggen; buren zijn onbekend",
      en: "the register does not know where the regions lie; neighbours are unknown"),
    remedy: LocalizedText(
      nl: "Importeer gemeenten met grenzen of punten: werklocaties import grenzen.geojson --as regions.",
      en: "Import municipalities with boundaries or points: werklocaties import boundaries.geojson --as regions."))

  var countsSoftPlans: Bool { plans.contains { $0.hardness == .soft } }

  /// By market, scenario and horizon; markets without a frozen plan feel it through their neighbours.
  var effects: [AssessWaterbed.Effect] {
    scope.markets.flatMap { market -> [AssessWaterbed.Effect] in
      let inside = Set(table.municipalities(in: market))
      let lost = plans.filter { inside.contains($0.municipality) }
      guard !lost.isEmpty else { return [] }
      return request.balance.cases.compactMap { effect(in: market, of: lost, $0) }
    }
  }

  private func effect(in market: RegionCode, of lost: [PlanCapacity], _ item: BalanceCase) -> AssessWaterbed.Effect? {
    guard let old = reading(before, market, item), let new = reading(after, market, item) else { return nil }
    let extra = Waterbed.extra(before: old, after: new)
    let waterbed = self.waterbed(extra, around: market, item, staying: shares.market.value)
    func leaving(_ staying: Double) -> NetHectares { NetHectares(extra.reduce(0, +) * (1 - staying)) }
    return AssessWaterbed.Effect(
      region: market, scenario: item.scenario, horizon: item.horizon, frozen: counted(lost, through: item.horizon),
      unserved: waterbed.unserved, inMunicipality: waterbed.inMunicipality,
      elsewhereInMarket: waterbed.elsewhereInMarket, leaving: waterbed.leaving,
      leavingLow: leaving(shares.market.dated.high), leavingHigh: leaving(shares.market.dated.low),
      pressures: waterbed.pressures)
  }

  private func waterbed(_ extra: [Double], around market: RegionCode, _ item: BalanceCase, staying: Double) -> Waterbed
  {
    let around = neighbours.around(market).compactMap { neighbour in
      reading(after, neighbour.region, item).map {
        Waterbed.Neighbour(
          region: neighbour.region, nearness: neighbour.nearness, unused: $0.classes.map(\.unused.value))
      }
    }
    return Waterbed(
      unserved: extra, neighbours: around, stayingInMunicipality: shares.municipality.value,
      stayingInMarket: staying)
  }

  private func counted(_ plans: [PlanCapacity], through horizon: Int) -> NetHectares {
    plans.filter { $0.expectedYear ?? horizon <= horizon && $0.hardness != .frozen }.map(\.area).total()
  }

  private func reading(_ response: RunBalance.Response, _ region: RegionCode, _ item: BalanceCase) -> Confrontation? {
    let balance = response.balance(of: region, scenario: item.scenario, horizon: item.horizon)
    return countsSoftPlans ? balance?.withSoft : balance?.hard
  }
}
