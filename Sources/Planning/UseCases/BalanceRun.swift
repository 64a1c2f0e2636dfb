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

  init(_ request: RunBalance.Request, register: Register, library: PlanningLibrary) throws(PlanningError) {
    let scope = BalanceScope(request.region, in: register.regions)
    var reader = ParameterReader(library.parameters, on: request.parameterDate ?? register.referenceDate)
    let inputs: BalanceInputs
    do {
      inputs = try BalanceInputs(request, scope: scope, register: register, library: library, reader: &reader)
    } catch let error as DemandError {
      throw .missing(error.missing)
    } catch let error as ParameterError {
      throw .missing([error])
    } catch {
      throw .missing([])
    }
    let outcomes = request.cases.map { inputs.outcome(of: $0, scope: scope, rounding: request.rounding) }
    regions = scope.regions
    demands = scope.regions.flatMap { region in outcomes.compactMap { $0.demands[region] } }
    balances = scope.regions.flatMap { region in outcomes.compactMap { $0.balances[region] } }
    inventory = inputs.inventory
    parameters = (reader.readings + inputs.addOnReadings).sorted { ($0.path, $0.dated.from) < ($1.path, $1.dated.from) }
  }
}

/// Which regions an answer is about, and which of them are markets.
struct BalanceScope {
  /// The region asked about, the provinces in it and its markets, each once.
  let regions: [RegionCode]
  /// Regions within which supply can meet demand: COROP areas, or the region asked about when it is smaller or free.
  let markets: [RegionCode]
  private let table: RegionTable

  init(_ region: RegionCode, in table: RegionTable) {
    let level = table[region]?.level ?? region.level
    let divided = level == .country || level == .province
    let corops = divided ? table.regions(at: .corop, within: region).map(\.code) : []
    let provinces = level == .country ? table.regions(at: .province).map(\.code) : []
    markets = corops.isEmpty ? [region] : corops
    regions = [region] + provinces + markets.filter { $0 != region }
    self.table = table
  }

  /// Markets inside a region of the answer.
  func markets(in region: RegionCode) -> [RegionCode] {
    if markets.contains(region) { return [region] }
    let inside = Set(table.municipalities(in: region))
    return markets.filter { inside.isSuperset(of: table.municipalities(in: $0)) }
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

/// Everything that is computed once for a run.
struct BalanceInputs {
  let model: DemandModel
  let inventory: SupplyInventory
  let addOnReadings: [ParameterReading]
  private let markets: [RegionCode: Balance]
  private let rules: [RegionCode: BalanceRules]

  init(
    _ request: RunBalance.Request, scope: BalanceScope, register: Register, library: PlanningLibrary,
    reader: inout ParameterReader
  ) throws {
    model = try DemandModel(
      register: register, classification: library.sectors, addOns: library.addOns, scenarios: request.scenarios,
      regions: scope.markets, reader: &reader)
    inventory = try SupplyInventory(register: register, reader: &reader)
    addOnReadings = library.addOns.flatMap { addOn in request.scenarios.compactMap { addOn.reading(in: $0) } }
    let uptake = Uptake(register)
    var rules: [RegionCode: BalanceRules] = [:]
    for region in scope.regions {
      let chain = register.regions.chain(from: region).map(\.text)
      rules[region] = try BalanceRules(regions: chain, reader: &reader)
    }
    self.rules = rules
    var markets: [RegionCode: Balance] = [:]
    for market in scope.markets {
      markets[market] = Balance(
        region: market, rules: rules[market]!, supply: inventory.lines(in: market), meanUptake: uptake.mean(in: market))
    }
    self.markets = markets
  }

  struct Outcome {
    var demands: [RegionCode: RegionDemand] = [:]
    var balances: [RegionCode: RegionBalance] = [:]
  }

  /// Demand and balance of every region of the answer in one case.
  func outcome(of item: BalanceCase, scope: BalanceScope, rounding: Rounding) -> Outcome {
    var outcome = Outcome()
    for market in scope.markets {
      let demand = model.demand(of: market, scenario: item.scenario, horizon: item.horizon)
      outcome.demands[market] = demand
      outcome.balances[market] = markets[market]?.confront(
        demandByClass: demand.byClass, scenario: item.scenario, startYear: model.startYear, horizon: item.horizon,
        rounding: rounding)
    }
    for region in scope.regions where outcome.demands[region] == nil {
      let parts = scope.markets(in: region)
      outcome.demands[region] = .sum(of: parts.compactMap { outcome.demands[$0] }, as: region)
      outcome.balances[region] = .sum(
        of: parts.compactMap { outcome.balances[$0] }, as: region, rules: rules[region]!)
    }
    return outcome
  }
}

/// Mean yearly uptake of land: issued minus bought back — *gemiddelde uitgifte per jaar*.
struct Uptake {
  private let register: Register

  init(_ register: Register) { self.register = register }

  /// The mean over the years that the issue series of a region covers; without a series what the parks report for the
  /// reference year.
  func mean(in region: RegionCode) -> NetHectares {
    let inside = Set(register.regions.municipalities(in: region))
    let series = register.records.issues.filter {
      inside.contains($0.municipality) && $0.year <= register.referenceDate.year
    }
    let years = Set(series.map(\.year)).count
    guard years > 0 else { return reported(in: region) }
    return series.map { $0.issued - $0.boughtBack }.total() * (1 / Double(years))
  }

  private func reported(in region: RegionCode) -> NetHectares {
    register.parks(in: region).map { ($0.attributes.issuedThisYear ?? .zero) - ($0.attributes.boughtBack ?? .zero) }
      .total()
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
