import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// One run of the balance: market regions are confronted one by one, larger regions are their sums.
struct BalanceRun {
  /// The regions of the answer, large to small.
  let regions: [RegionCode]
  let demands: [RegionDemand]
  let balances: [RegionBalance]
  let inventory: SupplyInventory
  let parameters: [ParameterReading]

  init(_ request: RunBalance.Request, _ inputs: BalanceInputs) {
    let byCase = inputs.demands(request)
    let outcomes = request.cases.map {
      inputs.outcome(of: $0, demands: byCase[$0] ?? [:], rounding: request.rounding)
    }
    regions = inputs.scope.regions
    demands = inputs.scope.regions.flatMap { region in outcomes.compactMap { $0.demands[region] } }
    balances = inputs.scope.regions.flatMap { region in outcomes.compactMap { $0.balances[region] } }
    inventory = inputs.inventory
    parameters = inputs.parameters
  }
}

/// A scenario and a horizon: what one confrontation is for.
struct BalanceCase: Hashable {
  let scenario: String
  let horizon: Int
}

extension RunBalance.Request {
  var cases: [BalanceCase] {
    scenarios.flatMap { scenario in horizons.map { BalanceCase(scenario: scenario, horizon: $0) } }
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
