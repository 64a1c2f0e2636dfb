import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// One run of the balance: market regions are confronted one by one, larger regions are their sums.
struct BalanceRun {
  /// By region as in the scope, then by case.
  let demands: [RegionDemand]
  let balances: [RegionBalance]
  let inventory: SupplyInventory
  let parameters: [ParameterReading]

  init(_ request: RunBalance.Request, _ inputs: BalanceInputs) {
    let outcomes = inputs.outcomes(request)
    demands = outcomes.flatMap(\.demands)
    balances = outcomes.flatMap(\.balances)
    inventory = inputs.inventory
    parameters = inputs.parameters
  }
}

/// Demand and balance of one region in every scenario and horizon of a request, in that order.
struct RegionOutcome {
  let demands: [RegionDemand]
  let balances: [RegionBalance]
}

extension BalanceInputs {
  /// The outcome of every region of the answer, in their order.
  func outcomes(_ request: RunBalance.Request) -> [RegionOutcome] {
    let demands = request.scenarios.map { model.demand(in: $0, horizons: request.horizons) }
    var outcomes: [RegionCode: RegionOutcome] = [:]
    for market in scope.markets {
      outcomes[market] = markets[market].map { balance in
        outcome(demands.map { $0.demands(of: market) }, balance, request)
      }
    }
    return scope.regions.compactMap { region in
      outcomes[region]
        ?? .sum(of: scope.markets(in: region).compactMap { outcomes[$0] }, as: region, rules: rules[region]!)
    }
  }

  /// - Parameter demands: per scenario, then per horizon.
  private func outcome(_ demands: [[RegionDemand]], _ balance: Balance, _ request: RunBalance.Request) -> RegionOutcome
  {
    let land = request.horizons.map { balance.usableLand(at: $0, request.rounding) }
    let balances = demands.flatMap { demands in
      zip(land, demands).map { land, demand in
        land.confront(demandByClass: demand.byClass, scenario: demand.scenario, startYear: model.startYear)
      }
    }
    return RegionOutcome(demands: demands.flatMap(\.self), balances: balances)
  }
}

extension RegionOutcome {
  /// The outcome of a region as the sum of its markets; nil when there are none.
  fileprivate static func sum(of parts: [RegionOutcome], as region: RegionCode, rules: BalanceRules) -> RegionOutcome? {
    guard let first = parts.first else { return nil }
    return RegionOutcome(
      demands: first.demands.indices.compactMap { index in .sum(of: parts.map { $0.demands[index] }, as: region) },
      balances: first.balances.indices.compactMap { index in
        .sum(of: parts.map { $0.balances[index] }, as: region, rules: rules)
      })
  }
}

extension PlanningError {
  /// Parameters that a calculation needs and the library does not have.
  static func missing(_ errors: [ParameterError]) -> PlanningError {
    .invalidInput(
      errors.map {
        Diagnostic(
          .error, "parameter.missing", message: $0.message,
          remedy: LocalizedText(
            nl: "Vul de waarde aan in de parametermap (--parameters).",
            en: "Add the value in the parameter folder (--parameters)."))
      })
  }
}
