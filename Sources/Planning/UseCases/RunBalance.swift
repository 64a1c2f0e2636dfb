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
    let problems = request.problems(register, library)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    let run = try BalanceRun(request, register: register, library: library)
    return Response(
      request: request, register: RegisterSummary(register), regions: run.regions.map(register.regions.summary),
      demands: run.demands, supply: run.inventory.lines(in: request.region), balances: run.balances,
      parameters: run.parameters, bibliography: library.cited(by: run.parameters), diagnostics: problems)
  }
}

extension RunBalance.Request {
  /// Everything wrong or doubtful in the request, given the register and the library.
  func problems(_ register: Register, _ library: PlanningLibrary) -> [Diagnostic] {
    regionProblems(register) + horizonProblems(register) + scenarioProblems(library)
  }

  private func regionProblems(_ register: Register) -> [Diagnostic] {
    if register.regions.municipalities(in: region).isEmpty { return [Self.unknownRegion(region)] }
    let inside = Set(register.regions.municipalities(in: region))
    guard !register.records.jobs.contains(where: { inside.contains($0.region) || $0.region == region }) else {
      return []
    }
    return [
      Diagnostic(
        .warning, "balance.no-jobs", at: .init(record: region.text),
        message: LocalizedText(
          nl: "het register heeft geen banen voor deze regio; de uitbreidingsvraag is daardoor nul",
          en: "the register has no jobs for this region, so expansion is zero"),
        remedy: LocalizedText(
          nl: "Importeer een banentabel: werklocaties import banen.csv --as jobs --into register.gpkg.",
          en: "Import a jobs table: werklocaties import jobs.csv --as jobs --into register.gpkg."))
    ]
  }

  private static func unknownRegion(_ region: RegionCode) -> Diagnostic {
    Diagnostic(
      .error, "balance.unknown-region", value: region.text,
      message: LocalizedText(nl: "onbekende regio", en: "unknown region"),
      remedy: LocalizedText(
        nl: "Gebruik een code uit het register, zoals NL01, PV30, CR33 of GM0014.",
        en: "Use a code from the register, such as NL01, PV30, CR33 or GM0014."))
  }

  private func horizonProblems(_ register: Register) -> [Diagnostic] {
    let start = register.referenceDate.year
    let wrong = horizons.filter { $0 <= start }
    guard wrong.isEmpty, !horizons.isEmpty else {
      return [
        Diagnostic(
          .error, "balance.horizon", value: wrong.map(String.init).joined(separator: ","),
          message: LocalizedText(
            nl: "een horizon moet na het peiljaar \(start) liggen",
            en: "a horizon must lie after the reference year \(start)"),
          remedy: LocalizedText(
            nl: "Geef latere jaren, bijvoorbeeld --horizon 2030,2040.",
            en: "Give later years, for example --horizon 2030,2040."))
      ]
    }
    return []
  }

  private func scenarioProblems(_ library: PlanningLibrary) -> [Diagnostic] {
    let known = library.scenarios
    let listed = known.joined(separator: ", ")
    let remedy = LocalizedText(
      nl: "Kies uit: \(listed); of voeg het scenario toe in een map voor --parameters.",
      en: "Choose from: \(listed); or add the scenario in a folder for --parameters.")
    let unknown = scenarios.filter { !known.contains($0) }.map {
      Diagnostic(
        .error, "balance.unknown-scenario", value: $0,
        message: LocalizedText(nl: "onbekend scenario", en: "unknown scenario"), remedy: remedy)
    }
    guard scenarios.isEmpty else { return unknown }
    return [
      Diagnostic(
        .error, "balance.no-scenario", message: LocalizedText(nl: "geen scenario gegeven", en: "no scenario given"),
        remedy: remedy)
    ]
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
