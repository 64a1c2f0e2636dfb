import Provenance
import Quantities
import WorkLocations

/// Holds the calculation against answers worked out by hand — *narekenen van gevallen*.
public struct VerifyCases: Sendable {
  public init() {}

  /// What became of one expected figure.
  public struct Check: Codable, Sendable, Equatable {
    public let expectation: VerificationCase.Expectation
    /// Nil when the figure could not be worked out.
    public let actual: Double?
    /// The way to the figure, of a check that failed.
    public let explanation: Explanation?
    public let diagnostics: [Diagnostic]

    public var passes: Bool { actual.map { abs($0 - expectation.value) <= expectation.tolerance } ?? false }
  }

  public struct Result: Codable, Sendable, Equatable {
    public let file: String
    public let name: String
    public let checks: [Check]
    /// Problems that were expected and did not come, and those that came unexpected.
    public let missingProblems: [String]
    public let unexpectedProblems: [Diagnostic]
    /// The sources that explanations name.
    public let snapshots: [SourceSnapshot]
    public let bibliography: [BibliographicSource]

    public var passes: Bool {
      checks.allSatisfy(\.passes) && missingProblems.isEmpty && unexpectedProblems.isEmpty
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let folder: String
    public let results: [Result]

    public var passes: Bool { results.allSatisfy(\.passes) }
  }

  /// - Throws: `PlanningError` when cases cannot be read, or there are none.
  public func callAsFunction(folder: String, in environment: Environment) throws -> Response {
    let cases = try environment.scenarios.cases(in: folder)
    let results = try cases.map { item -> Result in
      switch item.world {
      case .described(let register): return self(item, register: register)
      case .stored(let path): return self(item, register: try environment.registers.open(path).load(asOf: nil))
      }
    }
    return Response(folder: folder, results: results)
  }

  /// One case. Pure.
  public func callAsFunction(_ item: VerificationCase, register: Register) -> Result {
    let plain = PlanningWorld(register: register, library: item.library)
    do {
      let world = try item.scenario?.resolved(register, item.library) ?? plain
      return answered(item, world)
    } catch {
      return refused(item, register, error.diagnostics)
    }
  }

  private func answered(_ item: VerificationCase, _ world: PlanningWorld) -> Result {
    let checks = item.expectations.map { check($0, item, world) }
    let problems = checks.flatMap(\.diagnostics).filter { !item.problems.contains($0.code) }
    let came = Set(checks.flatMap(\.diagnostics).map(\.code))
    return Result(
      file: item.file, name: item.name, checks: checks, missingProblems: item.problems.filter { !came.contains($0) },
      unexpectedProblems: problems, snapshots: world.register.records.snapshots,
      bibliography: world.library.bibliography)
  }

  private func check(_ expectation: VerificationCase.Expectation, _ item: VerificationCase, _ world: PlanningWorld)
    -> Check
  {
    let request = ExplainFigure.Request(figure: expectation.figure, balance: .init(rounding: item.rounding))
    do {
      let explanation = try ExplainFigure()(request, register: world.register, library: world.library).explanation
      let passes = abs(explanation.value - expectation.value) <= expectation.tolerance
      return Check(
        expectation: expectation, actual: explanation.value, explanation: passes ? nil : explanation, diagnostics: [])
    } catch {
      return Check(expectation: expectation, actual: nil, explanation: nil, diagnostics: error.diagnostics)
    }
  }

  /// A world that could not be made: right when just that was expected.
  private func refused(_ item: VerificationCase, _ register: Register, _ problems: [Diagnostic]) -> Result {
    let came = Set(problems.filter { $0.severity == .error }.map(\.code))
    return Result(
      file: item.file, name: item.name,
      checks: item.expectations.map { Check(expectation: $0, actual: nil, explanation: nil, diagnostics: []) },
      missingProblems: item.problems.filter { !came.contains($0) },
      unexpectedProblems: problems.filter { $0.severity == .error && !item.problems.contains($0.code) },
      snapshots: register.records.snapshots, bibliography: item.library.bibliography)
  }
}
