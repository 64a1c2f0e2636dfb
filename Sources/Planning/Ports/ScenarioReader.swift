import Provenance

/// Reads what a planner writes as scenarios and cases.
public protocol ScenarioReader: Sendable {
  /// - Throws: `PlanningError.invalidInput` with every problem in the file at once, each with its line.
  func scenario(at path: String) throws -> PlanningScenario
  /// The cases in the files of a folder, in the order of file and place.
  /// - Throws: `PlanningError.invalidInput` with every problem in all files at once.
  func cases(in folder: String) throws -> [VerificationCase]
}
