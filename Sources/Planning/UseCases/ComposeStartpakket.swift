import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension ComposeStartpakket {
  /// Puts a province's startpakket together from a register and a parameter library. Pure.
  /// - Parameter hubs: the energy hubs of the register.
  /// - Throws: `PlanningError.invalidInput` when the region is no province or the balance cannot be run.
  public func callAsFunction(
    _ request: Request, register: Register, library: PlanningLibrary, hubs: [EnergyHub] = []
  ) throws(PlanningError) -> Response {
    guard let province = register.regions[request.province], province.level == .province else {
      throw .invalidInput([Self.noProvince(request.province, register)])
    }
    let situation = StartingSituation(register, region: request.province)
    let balance = try RunBalance()(request.balance, from: situation, library: library)
    let markets = balance.regions.filter { $0.level == .corop }.compactMap { register.regions[$0.code] }
    let pinchPoints = PinchPoint.tightest(in: balance, markets: markets)
    let explanations = try explanations(request.balance, pinchPoints, situation, library)
    let uncertainty = try uncertainty(request, situation, library, explanations)
    let energy = try energy(request, register, library)
    let part = register.part(in: request.province)
    let check = try CheckRegister()(.init(), register: part, library: library)
    return Response(
      request: request, province: province, marketRegions: markets,
      municipalities: register.regions.municipalities(in: request.province).compactMap { register.regions[$0] },
      sectors: library.sectors, addOns: try request.balance.addOns(situation, library), balance: balance,
      explanations: explanations.adding(uncertainty?.explanations ?? [:]).adding(energy?.trees ?? [:]),
      parks: part.parks,
      planCapacities: part.records.planCapacities, withdrawals: part.records.withdrawals,
      housingAreas: part.records.housingAreas, clusters: part.records.clusters,
      landUse: LandUseSeries(register).points(of: request.province),
      pinchPoints: pinchPoints, quality: DataQuality(part, check: check),
      uncertainty: uncertainty,
      energy: energy?.response,
      hubs: try stages(of: hubs, on: part, library))
  }

  /// Several startpakketten side by side, in the order of the requests.
  /// - Throws: the error of the first request that cannot be answered.
  public func callAsFunction(
    _ requests: [Request], register: Register, library: PlanningLibrary, hubs: [EnergyHub] = []
  ) throws(PlanningError) -> [Response] {
    let results = Parallel.map(requests) { request in
      Result { () throws(PlanningError) in
        try self(request, register: register, library: library, hubs: hubs)
      }
    }
    var responses: [Response] = []
    for result in results { responses.append(try result.get()) }
    return responses
  }

  /// Trees of the scenarios of the library; those of the user are explained by the command, in their own worlds.
  private func explanations(
    _ request: RunBalance.Request, _ pinchPoints: [PinchPoint], _ situation: StartingSituation,
    _ library: PlanningLibrary
  ) throws(PlanningError) -> BalanceExplanations {
    let plain = request.part(request.plainScenarios)
    guard !plain.scenarios.isEmpty else { return BalanceExplanations(byPath: [:]) }
    let (balance, inputs) = try RunBalance().answer(plain, from: situation, library: library)
    let check = try RegisterCheck(library, on: situation.register.referenceDate)
    let ofRegister = ExplainedRegister(register: situation.register, inventory: inputs.inventory, check: check)
    return BalanceExplanations(of: balance, inputs).adding(ofRegister.trees(of: request.region, inputs.scope))
      .adding(try outside(plain, pinchPoints, inputs))
  }

  /// What a report tells outside the tables of the balance: usable supply in the reference year, where the fans begin, and the demand
  /// for the classes of land where it pinches.
  private func outside(_ request: RunBalance.Request, _ pinchPoints: [PinchPoint], _ inputs: BalanceInputs)
    throws(PlanningError) -> [String: Explanation]
  {
    var trees: [String: Explanation] = [:]
    func add(_ region: RegionCode, _ scenario: String, _ horizon: Int, _ figure: String) throws(PlanningError) {
      let path = FigurePath(
        region: region, scenario: scenario, horizon: horizon, steps: figure.split(separator: "/").map(String.init))
      trees[path.text] = try ExplainedFigures(inputs, path: path, rounding: request.rounding, beside: [])
        .explanation(of: path.steps).folded(to: BalanceExplanations.partsShownOfMany)
    }
    for scenario in request.scenarios {
      try add(request.region, scenario, inputs.model.startYear, FigureTopic.usable.rawValue)
      for point in pinchPoints {
        try add(point.region, scenario, point.horizon, DemandFigure.spaceClass(point.spaceClass).path)
      }
    }
    return trees
  }

  private func uncertainty(
    _ request: Request, _ situation: StartingSituation, _ library: PlanningLibrary, _ plain: BalanceExplanations
  ) throws(PlanningError) -> StartpakketUncertainty? {
    guard request.draws != 0 else { return nil }
    let spread = request.spread(from: situation.register.referenceDate.year)
    let register = situation.register
    let balance = request.balance
    let estimates = EstimateDemand.Request(
      region: request.province, horizons: balance.horizons, scenarios: balance.plainScenarios,
      referenceDate: balance.referenceDate, parameterDate: balance.parameterDate)
    let (forecast, answers) = try RunForecast().answer(request.forecast, from: situation, library: library)
    let bands = answers.filter { balance.plainScenarios.contains($0.scenario) }.map(\.explanations)
    let (estimated, answer, backtest) = try EstimateDemand().answer(estimates, register: register, library: library)
    let tested = ExplainedBacktest(run: backtest, region: request.province)
    let (explained, spreads) = try ExplainSpread().answer(.init(forecast: spread), from: situation, library: library)
    let ofSpread = try spreads.filter { balance.plainScenarios.contains($0.item.scenario) }
      .map { spread throws(PlanningError) in try spread.explanations(beside: plain) }
    let ofEstimates = [
      EstimatorFigure.explanations(answer.inputs, estimates), tested.printed,
      BacktestedEstimate.explanations(estimated.estimates, answer, tested),
    ]
    return StartpakketUncertainty(
      forecast: forecast,
      explanations: (bands + ofSpread + ofEstimates).reduce(into: [:]) { $0.merge($1) { first, _ in first } },
      spread: explained,
      estimates: estimated,
      backtest: backtest.report,
      effects: try DecomposeDemand()(balance, register: register, library: library))
  }

  /// None where the library does not hold the values of the scan, as a library of one's own may.
  private func energy(_ request: Request, _ register: Register, _ library: PlanningLibrary) throws(PlanningError)
    -> (response: ScanEnergy.Response, trees: [String: Explanation])?
  {
    guard library.parameters[EnergyScanSettings.firstKey] != nil else { return nil }
    return try ScanEnergy().explained(.init(region: request.province), register: register, library: library)
  }

  /// As they were last recorded: the register's own days decide, not today.
  private func stages(of hubs: [EnergyHub], on part: Register, _ library: PlanningLibrary) throws(PlanningError)
    -> ListHubStages.Response?
  {
    let parks = Set(part.parks.map(\.rin))
    let own = hubs.filter { !parks.isDisjoint(with: $0.parks) }
    guard !own.isEmpty else { return nil }
    let days = own.flatMap { hub in hub.history.map(\.since) + hub.documents.map(\.date) }
    return try ListHubStages()(
      own, on: days.reduce(part.referenceDate, max), register: part, library: library)
  }

  private static func noProvince(_ code: RegionCode, _ register: Register) -> Diagnostic {
    let codes = register.regions.regions(at: .province).map { "\($0.code) \($0.name)" }.joined(separator: ", ")
    return Diagnostic(
      .error, "startpakket.no-province", value: code.text,
      message: LocalizedText(nl: "dit is geen provincie in het register", en: "this is no province in the register"),
      remedy: LocalizedText(nl: "Kies uit: \(codes).", en: "Choose from: \(codes)."))
  }
}

extension ComposeStartpakket.Request {
  var forecast: RunForecast.Request {
    var narrow = balance
    narrow.rounding = .none
    return RunForecast.Request(balance: narrow, draws: draws, seed: seed)
  }

  /// The forecast at the one horizon whose spread is explained.
  func spread(from startYear: Int) -> RunForecast.Request {
    var request = forecast
    request.balance.horizons = balance.ladderHorizon(from: startYear).map { [$0] } ?? []
    return request
  }
}

extension RunBalance.Request {
  /// Term of the Ladder for sustainable urbanisation, years.
  private static let ladderYears = 10

  /// The horizon nearest to ten years ahead.
  public func ladderHorizon(from startYear: Int) -> Int? {
    let target = startYear + Self.ladderYears
    return horizons.min { ($0 - target).magnitude < ($1 - target).magnitude }
  }
}

extension Register {
  /// The register with only the records of one region; regions and mergers stay whole.
  func part(in region: RegionCode) -> Register {
    let inside = Set(regions.municipalities(in: region))
    var part = records
    part.parks = parks(in: region)
    part.planCapacities.removeAll { !inside.contains($0.municipality) }
    part.withdrawals.removeAll { !inside.contains($0.municipality) }
    part.clusters.removeAll { inside.isDisjoint(with: $0.municipalities) }
    part.housingAreas.removeAll { inside.isDisjoint(with: $0.municipalities) }
    part.jobs.removeAll { !inside.contains($0.region) && $0.region != region }
    part.issues.removeAll { !inside.contains($0.municipality) }
    part.establishments.removeAll { !inside.contains($0.municipality) }
    let rins = Set(part.parks.map(\.rin))
    part.clusters = part.clusters.map { $0.limited(to: rins) }
    return Register(referenceDate: referenceDate, records: part)
  }
}
