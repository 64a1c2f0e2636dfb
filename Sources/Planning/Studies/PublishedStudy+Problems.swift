import Provenance
import Quantities

extension PublishedStudy {
  /// Everything that keeps the study from being computed, or makes its figures doubtful.
  public var problems: [Diagnostic] {
    headingProblems + demand.flatMap(problems) + supply.flatMap(problems) + repeatedRows
  }

  private var headingProblems: [Diagnostic] {
    var found: [Diagnostic] = []
    if scenarios.isEmpty { found.append(StudyProblem.noScenario.diagnostic(at: .init(file: Self.headingFile))) }
    if horizons.isEmpty || horizons.contains(where: { $0 <= startYear }) {
      found.append(
        StudyProblem.horizonNotAfterStart.diagnostic(
          at: .init(file: Self.headingFile), value: horizons.map(String.init).joined(separator: ", ")))
    }
    if demand.isEmpty { found.append(StudyProblem.noDemand.diagnostic(at: .init(file: Self.demandTable))) }
    return found
  }

  private func problems(_ row: StudyDemandRow) -> [Diagnostic] {
    referenceProblems(row) + rangeProblems(row) + basisProblems(row)
  }

  private func referenceProblems(_ row: StudyDemandRow) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let scenario = row.scenario, !scenarios.contains(scenario) {
      found.append(StudyProblem.unknownScenario(scenarios).diagnostic(at: row.place("scenario"), value: scenario))
    }
    if let horizon = row.horizon, !horizons.contains(horizon) {
      found.append(StudyProblem.unknownHorizon(horizons).diagnostic(at: row.place("horizon"), value: String(horizon)))
    }
    return found
  }

  private func rangeProblems(_ row: StudyDemandRow) -> [Diagnostic] {
    StudyColumn.allCases.compactMap { column in
      guard let value = row.figures[column], let problem = column.problem(with: value) else { return nil }
      return problem.diagnostic(at: row.place(column.rawValue), value: NumberStyle.plain(decimals: 4)(value))
    }
  }

  /// A line has one basis for its expansion: the published amount, or jobs with land per job.
  private func basisProblems(_ row: StudyDemandRow) -> [Diagnostic] {
    let names = Set(row.figures.keys)
    let jobs: Set<StudyColumn> = [.jobsNow, .jobsLater]
    var found: [Diagnostic] = []
    if names.isDisjoint(with: jobs.union([.expansion, .replacement, .additional])) {
      found.append(StudyProblem.emptyRow.diagnostic(at: row.place(nil)))
    }
    if names.contains(.expansion), !names.isDisjoint(with: jobs) {
      found.append(StudyProblem.twoBases.diagnostic(at: row.place(StudyColumn.expansion.rawValue)))
    }
    if names.intersection(jobs).count == 1 { found.append(StudyProblem.halfTheJobs.diagnostic(at: row.place(nil))) }
    if !names.isDisjoint(with: jobs) { found += landProblems(row) }
    return found
  }

  private func landProblems(_ row: StudyDemandRow) -> [Diagnostic] {
    let both = row.figures[.landPerJob] != nil && row.figures[.jobsPerHectare] != nil
    if both { return [StudyProblem.twoDensities.diagnostic(at: row.place(StudyColumn.jobsPerHectare.rawValue))] }
    let calculation = StudyCalculation(study: self)
    let isKnown = row.figures[.jobsPerHectare] != nil || calculation.figure(.landPerJob, row) != nil
    return isKnown ? [] : [StudyProblem.noLandPerJob.diagnostic(at: row.place(StudyColumn.landPerJob.rawValue))]
  }

  private func problems(_ row: StudySupplyRow) -> [Diagnostic] {
    guard row.net < .zero else { return [] }
    let place = Diagnostic.Place(file: Self.supplyTable, row: row.row, field: "ha")
    return [StudyProblem.negative.diagnostic(at: place, value: NumberStyle.plain(decimals: 1)(row.net.value))]
  }

  /// The same sector twice in one scenario and horizon counts twice; that is seldom meant.
  private var repeatedRows: [Diagnostic] {
    demand.enumerated().compactMap { index, row in
      let before = demand[..<index].contains {
        $0.sector == row.sector && $0.scenario == row.scenario && $0.horizon == row.horizon && $0.area == row.area
      }
      return before ? StudyProblem.repeatedRow.diagnostic(.warning, at: row.place("sector"), value: row.sector) : nil
    }
  }

  /// Name of the file with the heading, as places show it.
  public static let headingFile = "study.yaml"
}

extension StudyDemandRow {
  func place(_ field: String?) -> Diagnostic.Place {
    Diagnostic.Place(file: PublishedStudy.demandTable, row: row, field: field)
  }
}

extension StudyColumn {
  /// What is wrong with a figure by itself.
  fileprivate func problem(with value: Double) -> StudyProblem? {
    switch self {
    case .shareOnParks, .shareOutside: (0...1).contains(value) ? nil : .notAShare
    case .publicShare: (0..<1).contains(value) ? nil : .notAShare
    case .jobsPerHectare, .landPerJob: value > 0 ? nil : .notPositive
    case .jobsNow, .jobsLater, .reused, .replacement: value >= 0 ? nil : .negative
    case .expansion, .additional: nil
    }
  }
}
