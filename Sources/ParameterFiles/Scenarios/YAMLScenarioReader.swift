import Foundation
import Planning
import Provenance

/// Scenarios and cases in YAML files; the fields are explained in Documentation/Methods/scenario-s.md.
public struct YAMLScenarioReader: ScenarioReader {
  public init() {}

  public func scenario(at path: String) throws -> PlanningScenario {
    var reader = FieldReader()
    let scenario = reader.file(at: URL(fileURLWithPath: path), name: path).flatMap { reader.scenario($0) }
    guard let scenario, !reader.problems.hasErrors else { throw PlanningError.invalidInput(reader.problems) }
    return scenario
  }

  public func cases(in folder: String) throws -> [VerificationCase] {
    let files = Self.files(in: folder)
    guard let files, !files.isEmpty else { throw PlanningError.invalidInput([Self.noCases(folder)]) }
    let library = try YAMLLibraryReader().library(overrides: [], standalone: false)
    var assembly = CaseAssembly(folder: URL(fileURLWithPath: folder, isDirectory: true), builtIn: library)
    let cases = files.flatMap { assembly.cases($0, name: "\(folder)/\($0)") }
    guard !assembly.reader.problems.hasErrors else { throw PlanningError.invalidInput(assembly.reader.problems) }
    return cases
  }

  /// The YAML files of the folder itself; those in folders below are worlds. Nil when there is no such folder.
  private static func files(in folder: String) -> [String]? {
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.filter { $0.hasSuffix(".yaml") }.sorted()
  }

  private static func noCases(_ folder: String) -> Diagnostic {
    let problem = FileProblem(
      "verify.no-cases", nl: "hier staan geen gevallen",
      "Geef een map met YAML-bestanden, zoals Documentation/Examples/cases.",
      en: "there are no cases here", "Give a folder of YAML files, such as Documentation/Examples/cases.")
    return Diagnostic(
      .error, problem.code, at: Diagnostic.Place(file: folder), message: problem.message, remedy: problem.remedy)
  }
}
