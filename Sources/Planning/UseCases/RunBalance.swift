import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension RunBalance {
  /// Answers a request from a register and a parameter library. Pure: equal arguments give equal answers.
  /// - Throws: `PlanningError.invalidInput` with every problem in the request and every missing parameter.
  public func callAsFunction(_ request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> Response
  {
    try self(request, from: StartingSituation(register, region: request.region), library: library)
  }

  /// Answers a request from a situation that was prepared before: for another parameter library, or after
  /// `StartingSituation.updated(to:)`. The answer is the same as from the register.
  /// - Throws: `PlanningError.invalidInput` with every problem in the request and every missing parameter.
  public func callAsFunction(_ request: Request, from situation: StartingSituation, library: PlanningLibrary)
    throws(PlanningError) -> Response
  {
    guard request.ownScenarios.isEmpty else {
      return try withOwnScenarios(request, from: situation.of(request.region), library: library)
    }
    return try answer(request, from: situation, library: library).response
  }

  /// The answer with what it was worked out from, for who explains it; scenarios of the user have worlds of their own.
  func answer(_ request: Request, from situation: StartingSituation, library: PlanningLibrary) throws(PlanningError)
    -> (response: Response, inputs: BalanceInputs)
  {
    let situation = situation.of(request.region)
    let problems = request.problems(situation, library)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    let inputs = try BalanceInputs(request, from: situation, library: library)
    let run = BalanceRun(request, inputs)
    let response = Response(
      request: request, register: RegisterSummary(situation.register), regions: situation.summaries,
      demands: run.demands, supply: run.inventory.lines(in: request.region), balances: run.balances,
      parameters: run.parameters, bibliography: library.cited(by: run.parameters), diagnostics: problems)
    return (response, inputs)
  }
}

extension PlanningLibrary {
  /// Names of the scenarios that the growth of jobs is given for.
  public var scenarios: [String] {
    let members = parameters["demand/job-growth"]?.members.keys.sorted() ?? []
    return Set(members.compactMap { $0.split(separator: "/").first.map(String.init) }).sorted()
  }

  /// The sources that a list of readings names, ordered by identifier.
  func cited(by readings: [ParameterReading]) -> [BibliographicSource] {
    let ids = Set(readings.compactMap(\.dated.source))
    return bibliography.filter { ids.contains($0.id) }.sorted { $0.id < $1.id }
  }
}

extension RegionTable {
  /// What an answer says of a region; a region that is not in the table keeps its code as its name.
  func summary(of code: RegionCode) -> RegionSummary {
    let region = self[code]
    let level = region?.level ?? code.level
    return RegionSummary(
      code: code, name: region?.name ?? code.text, level: level,
      province: level == .province ? code : enclosingProvince(of: code))
  }

  private func enclosingProvince(of code: RegionCode) -> RegionCode? {
    let provinces = Set(municipalities(in: code).compactMap { province(of: $0) })
    return provinces.count == 1 ? provinces.first : nil
  }
}
