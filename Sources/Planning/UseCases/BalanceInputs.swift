import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// Everything that is computed once for a run.
struct BalanceInputs {
  let scope: BalanceScope
  let model: DemandModel
  let inventory: SupplyInventory
  let markets: [RegionCode: Balance]
  let rules: [RegionCode: BalanceRules]
  /// Every parameter value that was read, add-ons included, ordered by path and date.
  let parameters: [ParameterReading]

  /// - Throws: `PlanningError.invalidInput` with every missing parameter of demand, supply and balance together.
  init(_ request: RunBalance.Request, register: Register, library: PlanningLibrary) throws(PlanningError) {
    let scope = BalanceScope(request.region, in: register.regions)
    var reader = ParameterReader(library.parameters, on: request.parameterDate ?? register.referenceDate)
    var missing: [ParameterError] = []
    let model = Self.attempt(&missing) { () throws(DemandError) in
      try DemandModel(
        register: register, classification: library.sectors, addOns: library.addOns, scenarios: request.scenarios,
        regions: scope.markets, reader: &reader)
    }
    let inventory = Self.attempt(&missing) { () throws(ParameterError) in
      try SupplyInventory(register: register, reader: &reader)
    }
    let rules = Self.attempt(&missing) { () throws(ParameterError) in
      try Self.rules(of: scope.regions, register.regions, &reader)
    }
    guard let model, let inventory, let rules else { throw .missing(missing) }
    self.scope = scope
    self.model = model
    self.inventory = inventory
    self.rules = rules
    let uptake = Uptake(register)
    markets = Dictionary(
      uniqueKeysWithValues: scope.markets.map { market in
        let balance = Balance(
          region: market, rules: rules[market]!, supply: inventory.lines(in: market),
          meanUptake: uptake.mean(in: market))
        return (market, balance)
      })
    let addOns = library.addOns.flatMap { addOn in request.scenarios.compactMap { addOn.reading(in: $0) } }
    parameters = (reader.readings + addOns).sorted { ($0.path, $0.dated.from) < ($1.path, $1.dated.from) }
  }

  private static func rules(of regions: [RegionCode], _ table: RegionTable, _ reader: inout ParameterReader)
    throws(ParameterError) -> [RegionCode: BalanceRules]
  {
    var rules: [RegionCode: BalanceRules] = [:]
    for region in regions {
      rules[region] = try BalanceRules(regions: table.chain(from: region).map(\.text), reader: &reader)
    }
    return rules
  }

  private static func attempt<Value>(_ missing: inout [ParameterError], _ make: () throws(DemandError) -> Value)
    -> Value?
  {
    do { return try make() } catch {
      missing += error.missing
      return nil
    }
  }

  private static func attempt<Value>(_ missing: inout [ParameterError], _ make: () throws(ParameterError) -> Value)
    -> Value?
  {
    do { return try make() } catch {
      missing.append(error)
      return nil
    }
  }
}

extension BalanceInputs {
  struct Outcome {
    var demands: [RegionCode: RegionDemand] = [:]
    var balances: [RegionCode: RegionBalance] = [:]
  }

  /// Demand of every market in every case of a request.
  func demands(_ request: RunBalance.Request) -> [BalanceCase: [RegionCode: RegionDemand]] {
    var demands: [BalanceCase: [RegionCode: RegionDemand]] = [:]
    for scenario in request.scenarios {
      for market in scope.markets {
        for demand in model.demands(of: market, scenario: scenario, horizons: request.horizons) {
          demands[BalanceCase(scenario: scenario, horizon: demand.horizon), default: [:]][market] = demand
        }
      }
    }
    return demands
  }

  /// Demand and balance of every region of the answer in one case.
  func outcome(of item: BalanceCase, demands: [RegionCode: RegionDemand], rounding: Rounding) -> Outcome {
    var outcome = Outcome()
    for market in scope.markets {
      guard let demand = demands[market] else { continue }
      outcome.demands[market] = demand
      outcome.balances[market] = markets[market]?.confront(
        demandByClass: demand.byClass, scenario: item.scenario, startYear: model.startYear, horizon: item.horizon,
        rounding: rounding)
    }
    for region in scope.regions where outcome.demands[region] == nil {
      let parts = scope.markets(in: region)
      outcome.demands[region] = .sum(of: parts.compactMap { outcome.demands[$0] }, as: region)
      outcome.balances[region] = .sum(of: parts.compactMap { outcome.balances[$0] }, as: region, rules: rules[region]!)
    }
    return outcome
  }
}
