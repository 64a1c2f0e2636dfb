import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// Everything that is computed once for a run of the estimators.
struct EstimateInputs {
  let scope: BalanceScope
  let startYear: Int
  let groups: [String]
  let landPerJob: LandPerJobEstimates
  let moves: MovesEstimator
  /// Fitted per region on its own issue; absent where there is too little.
  let absorption: [RegionCode: AbsorptionEstimator]
  /// Why estimates are missing.
  let missing: [Diagnostic]
  let parameters: [ParameterReading]
  private let register: Register
  private let issues: CountedIssues
  private let jobsAreSynthetic: Bool

  /// - Throws: `PlanningError.invalidInput` with every missing parameter.
  init(_ request: EstimateDemand.Request, register: Register, library: PlanningLibrary) throws(PlanningError) {
    let scope = BalanceScope(request.region, in: register.regions)
    var reader = ParameterReader(library.parameters, on: request.parameterDate ?? register.referenceDate)
    var problems: [ParameterError] = []
    let landPerJob = attempt(&problems) { () throws(DemandError) in
      try LandPerJobEstimates(request, register: register, library: library, scope: scope, reader: &reader)
    }
    let moves = attempt(&problems) { () throws(DemandError) in
      try MovesEstimator(
        register: register, classification: library.sectors, regions: scope.regions, reader: &reader)
    }
    let issues = CountedIssues(register, through: register.referenceDate.year)
    let fits = attempt(&problems) { () throws(DemandError) in
      try AbsorptionFits(scope.regions, issues, register.regions, reader: &reader)
    }
    guard let landPerJob, let moves, let fits else { throw .missing(problems) }
    self.scope = scope
    self.landPerJob = landPerJob
    self.moves = moves
    self.issues = issues
    self.register = register
    absorption = fits.estimators
    startYear = register.referenceDate.year
    groups = library.sectors.groups.map(\.id)
    jobsAreSynthetic = register.records.jobs.contains { $0.year == moves.baseYear && register.isSynthetic($0.origin) }
    missing = fits.diagnostics + Self.jobDiagnostics(scope.regions, moves)
    let addOns = library.addOns.flatMap { addOn in request.scenarios.compactMap { addOn.reading(in: $0) } }
    parameters = (reader.readings + addOns).sorted { ($0.path, $0.dated.from) < ($1.path, $1.dated.from) }
  }

  func level(of region: RegionCode) -> RegionLevel { register.regions[region]?.level ?? region.level }

  func jobsBasis(in _: RegionCode) -> EstimateBasis {
    EstimateBasis(
      data: .jobs, firstYear: moves.baseYear, lastYear: moves.baseYear, observationCount: 1, treatedYears: [],
      isSynthetic: jobsAreSynthetic)
  }

  func issueBasis(of estimator: AbsorptionEstimator, in region: RegionCode) -> EstimateBasis {
    EstimateBasis(
      data: .issue, firstYear: estimator.firstYear, lastYear: estimator.lastYear,
      observationCount: estimator.observations.count, treatedYears: estimator.treatedYears,
      isSynthetic: issues.rows(in: region).contains { register.isSynthetic($0.origin) })
  }

  private static func jobDiagnostics(_ regions: [RegionCode], _ moves: MovesEstimator) -> [Diagnostic] {
    let without = regions.filter { !moves.hasJobs(in: $0) }
    let sectors = Set(regions.filter { !without.contains($0) }.flatMap { moves.sectorsWithoutJobs(in: $0) })
    return (without.isEmpty ? [] : [.noJobs(without)]) + (sectors.isEmpty ? [] : [.sectorsMissing(sectors.sorted())])
  }
}

/// Runs one part and keeps what it misses, so that all missing parameters are reported together.
private func attempt<Value>(_ missing: inout [ParameterError], _ make: () throws(DemandError) -> Value) -> Value? {
  do { return try make() } catch {
    for problem in error.missing where !missing.contains(problem) { missing.append(problem) }
    return nil
  }
}

/// The absorption estimator of every region that has enough issue.
private struct AbsorptionFits {
  private(set) var estimators: [RegionCode: AbsorptionEstimator] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ regions: [RegionCode], _ issues: CountedIssues, _ table: RegionTable, reader: inout ParameterReader)
    throws(DemandError)
  {
    var none: [RegionCode] = []
    var few: [RegionCode] = []
    var least = 0
    for region in regions {
      let rules = try AbsorptionRules(regions: table.chain(from: region).map(\.text), reader: &reader)
      least = max(least, rules.leastYearCount)
      switch AbsorptionEstimator.fitted(to: issues.yearly(in: region), rules: rules) {
      case .success(let estimator): estimators[region] = estimator
      case .failure(.noObservations): none.append(region)
      case .failure(.tooFewYears): few.append(region)
      }
    }
    diagnostics =
      (none.isEmpty ? [] : [.noIssue(none)]) + (few.isEmpty ? [] : [.fewYears(few, least: least)])
      + Self.incomplete(regions, issues)
  }

  private static func incomplete(_ regions: [RegionCode], _ issues: CountedIssues) -> [Diagnostic] {
    let years = Set(regions.flatMap { issues.incompleteYears(in: $0) })
    return years.isEmpty ? [] : [.incompleteYears(years.sorted())]
  }
}
