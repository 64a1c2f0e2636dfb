import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension RunBalance {
  /// Answers a request with scenarios of the user: each in its own world, all under their names in one answer.
  func withOwnScenarios(_ request: Request, from situation: StartingSituation, library: PlanningLibrary)
    throws(PlanningError) -> Response
  {
    let worlds = try request.worlds(situation, library)
    var parts: [String: Response] = [:]
    let plain = request.scenarios.filter { worlds[$0] == nil }
    if !plain.isEmpty {
      let response = try self(request.part(plain), from: situation, library: library)
      for name in plain { parts[name] = response }
    }
    for name in request.scenarios {
      guard let world = worlds[name] else { continue }
      parts[name] = try self(
        request.part([name]), from: situation.updated(to: world.register), library: world.library)
    }
    let remarks = request.scenarios.flatMap { worlds[$0]?.diagnostics ?? [] }
    return Response(request, request.scenarios.compactMap { name in parts[name].map { (name, $0) } }, remarks)
  }
}

extension RunBalance.Request {
  /// The world of each scenario of the user that is asked for.
  /// - Throws: `PlanningError.invalidInput` with every problem of the request and of all scenarios at once.
  func worlds(_ situation: StartingSituation, _ library: PlanningLibrary) throws(PlanningError)
    -> [String: PlanningWorld]
  {
    var worlds: [String: PlanningWorld] = [:]
    var problems = part(scenarios.filter { name in !ownScenarios.contains { $0.id == name } })
      .problems(situation, library).filter {
        $0.severity == .error && (scenarios.isEmpty || $0.code != Self.noScenario)
      }
    for (index, scenario) in ownScenarios.enumerated() {
      if ownScenarios[..<index].contains(where: { $0.id == scenario.id }) {
        let place = Diagnostic.Place(file: scenario.file, field: "id")
        problems.append(ScenarioProblem.takenName.diagnostic(at: place, value: scenario.id))
      }
      do { worlds[scenario.id] = try scenario.resolved(situation.register, library) } catch {
        problems += error.diagnostics
      }
    }
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    return worlds
  }

  /// The add-ons of the library and those that scenarios of the user bring.
  func addOns(_ situation: StartingSituation, _ library: PlanningLibrary) throws(PlanningError) -> [AddOn] {
    guard !ownScenarios.isEmpty else { return library.addOns }
    let worlds = try worlds(situation, library)
    return scenarios.flatMap { worlds[$0]?.library.addOns ?? [] }.reduce(into: library.addOns) { all, addOn in
      if !all.contains(where: { $0.id == addOn.id }) { all.append(addOn) }
    }
  }

  /// A part with only scenarios of the user names none of the library.
  private static let noScenario = "balance.no-scenario"

  /// The scenarios of the request that the library knows.
  var plainScenarios: [String] { scenarios.filter { name in !ownScenarios.contains { $0.id == name } } }

  /// The request for some of its scenarios, without those of the user.
  func part(_ names: [String]) -> RunBalance.Request {
    var part = self
    part.scenarios = names
    part.ownScenarios = []
    return part
  }
}

extension RunBalance.Response {
  /// The answers per scenario as one, in the order of the request; supply is that of the first.
  fileprivate init(
    _ request: RunBalance.Request, _ parts: [(name: String, response: RunBalance.Response)],
    _ remarks: [Diagnostic]
  ) {
    let regions = parts.first?.response.regions ?? []
    let demands = parts.flatMap { part in part.response.demands.filter { $0.scenario == part.name } }
    let balances = parts.flatMap { part in part.response.balances.filter { $0.scenario == part.name } }
    self.init(
      request: request, register: .merged(parts.map(\.response.register)), regions: regions,
      demands: regions.flatMap { region in demands.filter { $0.region == region.code } },
      supply: parts.first?.response.supply ?? [],
      balances: regions.flatMap { region in balances.filter { $0.region == region.code } },
      parameters: Set(parts.flatMap(\.response.parameters)).orderedByPath(),
      bibliography: Set(parts.flatMap(\.response.bibliography)).sorted { $0.id < $1.id },
      diagnostics: (parts.flatMap(\.response.diagnostics) + remarks).unique())
  }
}

extension RegisterSummary {
  /// The register with the sources that scenarios add to it.
  fileprivate static func merged(_ parts: [RegisterSummary]) -> RegisterSummary {
    var seen = Set<String>()
    let snapshots = parts.flatMap(\.snapshots).filter { seen.insert($0.id).inserted }
    return RegisterSummary(
      referenceDate: parts[0].referenceDate, parkCount: parts[0].parkCount, snapshots: snapshots)
  }
}
