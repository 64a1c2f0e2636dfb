import Provenance
import Quantities

/// Computes a published study of any country from its tables — *narekenen van een studie*.
public struct RunStudy: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Folder with `study.yaml`, `demand.csv` and, where there are any, `supply.csv` and `parameters/`.
    public var path: String

    public init(path: String) { self.path = path }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let heading: PublishedStudy.Heading
    public let startYear: Int
    /// By scenario in the order of the study, then by horizon.
    public let outcomes: [StudyOutcome]
    /// The parameters that stood in for empty cells.
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    /// The files that the figures were read from.
    public let files: [SourceSnapshot]
    public let diagnostics: [Diagnostic]
  }

  /// - Throws: `PlanningError.invalidInput` with every problem in the files and figures at once.
  public func callAsFunction(_ request: Request, in environment: Environment) throws -> Response {
    let reading = try environment.study(at: request.path)
    return try self(request, reading: reading)
  }

  /// Computes a study that was read. Pure: equal arguments give equal answers.
  public func callAsFunction(_ request: Request, reading: StudyReading) throws(PlanningError) -> Response {
    let study = reading.study
    let problems = reading.diagnostics + study.problems
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    let outcomes = study.outcomes
    let parameters = outcomes.parameters
    let cited = Set(parameters.compactMap(\.dated.source))
    return Response(
      request: request, heading: study.heading, startYear: study.startYear, outcomes: outcomes, parameters: parameters,
      bibliography: study.bibliography.filter { cited.contains($0.id) }, files: study.files, diagnostics: problems)
  }
}

extension PublishedStudy {
  fileprivate var outcomes: [StudyOutcome] {
    let calculation = StudyCalculation(study: self)
    return scenarios.flatMap { scenario in
      horizons.map { calculation.outcome(scenario: scenario, horizon: $0) }
    }
  }
}

extension [StudyOutcome] {
  /// The parameters that the figures rest on, each once, ordered by path.
  fileprivate var parameters: [ParameterReading] {
    let leaves = flatMap { $0.figures.flatMap(\.leaves) }
    let readings: [ParameterReading] = leaves.compactMap {
      guard case .parameter(let reading) = $0.basis else { return nil }
      return reading
    }
    return Set(readings).sorted { ($0.path, $0.dated.from) < ($1.path, $1.dated.from) }
  }
}
