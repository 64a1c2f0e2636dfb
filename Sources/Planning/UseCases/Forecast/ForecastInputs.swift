import ForecastBands
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Uncertainty
import WorkLocations

/// What a forecast with bands is drawn from: the deterministic balance, taken apart, and how sure each part is.
struct ForecastInputs {
  let balance: BalanceInputs
  let coefficients: UncertaintyCoefficients
  /// What was changed in correlations that contradict each other; nil when nothing was.
  let repair: CorrelationRepair?
  let parameters: [ParameterReading]
  private let correlation: CholeskyFactor
  private let regionKeys: [UInt32]

  /// - Throws: `PlanningError.invalidInput` with every missing parameter and every correlation that cannot be.
  init(_ request: RunForecast.Request, from situation: StartingSituation, library: PlanningLibrary)
    throws(PlanningError)
  {
    let register = situation.register
    balance = try BalanceInputs(request.balance, from: situation, library: library)
    var reader = ParameterReader(library.parameters, on: request.balance.parameterDate ?? register.referenceDate)
    do {
      coefficients = try UncertaintyCoefficients(library.sectors.sectors, reader: &reader)
    } catch {
      throw .missing([error])
    }
    (correlation, repair) = try Self.correlation(coefficients, request, balance)
    let places = Dictionary(uniqueKeysWithValues: register.regions.regions.enumerated().map { ($1.code, UInt32($0)) })
    regionKeys = balance.scope.markets.map { places[$0] ?? UInt32(places.count) }
    parameters = Set(balance.parameters + reader.readings).orderedByPath()
  }

  /// Inputs of every scenario in the order of the request: those of the library share one set, each of the user has the world it
  /// makes.
  static func perScenario(_ request: RunForecast.Request, from situation: StartingSituation, library: PlanningLibrary)
    throws(PlanningError) -> [(scenario: String, inputs: ForecastInputs)]
  {
    let worlds = try request.balance.worlds(situation, library)
    let plain = request.balance.plainScenarios
    let common = plain.isEmpty ? nil : try ForecastInputs(request.part(plain), from: situation, library: library)
    var all: [(scenario: String, inputs: ForecastInputs)] = []
    for name in request.balance.scenarios {
      if let world = worlds[name] {
        let changed = situation.updated(to: world.register)
        all.append((name, try ForecastInputs(request.part([name]), from: changed, library: world.library)))
      } else if let common {
        all.append((name, common))
      }
    }
    return all
  }

  /// The band model of one scenario, markets in the order of the scope.
  /// - Parameter horizons: years for which classes of land are drawn too.
  func model(scenario: String, lastYear: Int, horizons: [Int]) throws(PlanningError) -> MarketBandModel {
    let paths = balance.model.paths(in: balance.scope.markets, scenario: scenario, through: lastYear)
    let years = paths.startYear...lastYear
    let supply = balance.scope.markets.map { balance.markets[$0]!.path(through: years) }
    let national = coefficients.softRealisation.value
    let softFactors = balance.scope.markets.map { market in
      national > 0 ? balance.rules[market]!.softRealisation.value / national : 1
    }
    return try MarketBandModel(
      paths, supply: supply, softFactors: softFactors, regionKeys: regionKeys, spread: spread(paths, scenario),
      horizons: horizons)
  }

  /// Bands as factors and deviations around the centre, from the low and high of the parameters of the country.
  private func spread(_ paths: DemandPaths, _ scenario: String) throws(PlanningError) -> BandSpread {
    let (spread, problems) = Self.spread(paths, scenario, coefficients, correlation)
    guard problems.isEmpty else { throw .invalidInput(problems) }
    return spread
  }

  private static func spread(
    _ paths: DemandPaths, _ scenario: String, _ coefficients: UncertaintyCoefficients, _ correlation: CholeskyFactor
  ) -> (BandSpread, [Diagnostic]) {
    let (start, end) = (paths.startYear, paths.startYear + paths.years - 1)
    let national = paths.coefficients[0]
    var bands = ParameterBands(oneSided: coefficients.oneSided)
    let spread = BandSpread(
      growthLevel: national.readings.map { bands.growthDeviation($0.growth.meanBand(from: start, to: end)) },
      growthShock: coefficients.growthShock.map(\.value), commonShare: coefficients.commonShare.value,
      correlation: correlation,
      landPerJob: national.readings.map { bands.factor($0.landPerJob[.businessPark]!) },
      landPerJobDrift: national.readings.map { bands.addition($0.landPerJobDrift.meanBand(from: start, to: end)) },
      preference: national.readings.map { bands.factor($0.preference[.businessPark]!) },
      preferenceDrift: national.readings.map { bands.addition($0.preferenceDrift.meanBand(from: start, to: end)) },
      replacement: bands.product(national.returnShare, national.densityRatio),
      softRealisation: bands.share(coefficients.softRealisation),
      addOns: paths.addOns.map { addOn in addOn.reading(in: scenario).map { bands.factor($0) } ?? .certain(1) })
    return (spread, bands.problems)
  }

  /// The factor of the correlations, and what was changed in them.
  /// - Throws: with everything from which nothing can be drawn: correlations, standard deviations and the bands of all scenarios.
  private static func correlation(
    _ coefficients: UncertaintyCoefficients, _ request: RunForecast.Request, _ balance: BalanceInputs
  ) throws(PlanningError) -> (CholeskyFactor, CorrelationRepair?) {
    var problems = coefficients.problems
    if coefficients.isBandPossible { problems += bandProblems(coefficients, request.balance.scenarios, balance.model) }
    do {
      let (factor, repair) = try CorrelationRepair.resolve(coefficients, repairs: request.repairsCorrelations)
      if problems.isEmpty { return (factor, repair) }
    } catch {
      problems += error.diagnostics
    }
    throw .invalidInput(problems)
  }

  /// Each impossible band once, though several scenarios share it. Bands are the country's, so no region's path is needed.
  private static func bandProblems(_ coefficients: UncertaintyCoefficients, _ scenarios: [String], _ model: DemandModel)
    -> [Diagnostic]
  {
    let found = scenarios.flatMap { scenario in
      let paths = model.paths(in: [], scenario: scenario, through: model.startYear)
      return spread(paths, scenario, coefficients, .identity(coefficients.growthShock.count)).1
    }
    return found.enumerated().filter { !found[..<$0.offset].contains($0.element) }.map(\.element)
  }
}

extension RunForecast.Request {
  fileprivate func part(_ scenarios: [String]) -> RunForecast.Request {
    var part = self
    part.balance = balance.part(scenarios)
    return part
  }
}
