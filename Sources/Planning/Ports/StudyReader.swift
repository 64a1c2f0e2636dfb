import Provenance

/// A study as it was read, with everything that is wrong in its files.
public struct StudyReading: Sendable {
  public let study: PublishedStudy
  public let diagnostics: [Diagnostic]

  public init(study: PublishedStudy, diagnostics: [Diagnostic]) {
    self.study = study
    self.diagnostics = diagnostics
  }
}

/// Reads a study folder: heading, demand table, supply table and parameters.
public protocol StudyReader: Sendable {
  /// Figures that cannot be read are left out of the study and reported beside it.
  /// - Throws: `PlanningError` when there is no study in the folder.
  func study(at path: String) throws -> StudyReading
}
