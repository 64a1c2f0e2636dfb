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
    try self.init(request, from: StartingSituation(register, region: request.region), library: library)
  }

  /// - Parameter situation: that of the region of the request.
  /// - Throws: `PlanningError.invalidInput` with every missing parameter of demand, supply and balance together.
  init(_ request: RunBalance.Request, from situation: StartingSituation, library: PlanningLibrary) throws(PlanningError)
  {
    let (scope, register) = (situation.scope, situation.register)
    var reader = ParameterReader(library.parameters, on: request.parameterDate ?? register.referenceDate)
    var missing: [ParameterError] = []
    let model = Self.attempt(&missing) { () throws(DemandError) in
      try DemandModel(
        economy: situation.economy, classification: library.sectors, addOns: library.addOns,
        scenarios: request.scenarios, regions: scope.markets, reader: &reader)
    }
    let inventory = Self.attempt(&missing) { () throws(ParameterError) in
      try SupplyInventory(situation.supply, reader: &reader)
    }
    let rules = Self.attempt(&missing) { () throws(ParameterError) in
      try Self.rules(of: scope.regions, register.regions, &reader)
    }
    guard let model, let inventory, let rules else { throw .missing(missing) }
    self.scope = scope
    self.model = model
    self.inventory = inventory
    self.rules = rules
    markets = Dictionary(
      uniqueKeysWithValues: scope.markets.map { market in
        let balance = Balance(
          region: market, rules: rules[market]!, supply: inventory.lines(in: market),
          meanUptake: situation.uptake[market] ?? .zero)
        return (market, balance)
      })
    let addOns = library.addOns.flatMap { addOn in request.scenarios.compactMap { addOn.reading(in: $0) } }
    parameters = (reader.readings + addOns).orderedByPath()
  }

  /// Rules of their own for the regions that a parameter names or that lie in such a region; all others share one set.
  private static func rules(of regions: [RegionCode], _ table: RegionTable, _ reader: inout ParameterReader)
    throws(ParameterError) -> [RegionCode: BalanceRules]
  {
    let named = reader.parameters.namedRegions
    var common: BalanceRules?
    var rules: [RegionCode: BalanceRules] = [:]
    for region in regions {
      let chain = named.isEmpty ? [] : table.chain(from: region).map(\.text)
      if named.isDisjoint(with: chain) {
        if common == nil { common = try BalanceRules(regions: [], reader: &reader) }
        rules[region] = common
      } else {
        rules[region] = try BalanceRules(regions: chain, reader: &reader)
      }
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
