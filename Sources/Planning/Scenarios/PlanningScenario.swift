import Provenance
import Quantities
import WorkLocations

/// A what-if as a value: one growth scenario with an ordered list of changes — *scenario, eigen scenario*.
///
/// It changes copies. The register and the library stay as they are, and every record and value that a change brings names the
/// scenario and the number of the change as its origin.
public struct PlanningScenario: Codable, Sendable, Equatable, Identifiable {
  /// A change with the place it was written in.
  public struct Step: Codable, Sendable, Equatable {
    public let modification: ScenarioModification
    public let place: Diagnostic.Place

    public init(_ modification: ScenarioModification, at place: Diagnostic.Place = .init()) {
      self.modification = modification
      self.place = place
    }
  }

  /// Name in outputs and figure paths.
  public let id: String
  public let label: LocalizedText
  /// Growth scenario that it starts from: laag, hoog.
  public let base: String
  public let steps: [Step]
  /// Who thought of it, or where it was published.
  public let source: String?
  public let remark: LocalizedText?
  /// File it was read from, as messages show it.
  public let file: String?

  public init(
    id: String, label: LocalizedText, base: String, steps: [Step] = [], source: String? = nil,
    remark: LocalizedText? = nil, file: String? = nil
  ) {
    self.id = id
    self.label = label
    self.base = base
    self.steps = steps
    self.source = source
    self.remark = remark
    self.file = file
  }

  /// The scenario with only its first changes.
  public func prefix(_ count: Int) -> PlanningScenario {
    PlanningScenario(
      id: id, label: label, base: base, steps: Array(steps.prefix(count)), source: source, remark: remark, file: file)
  }

  /// What an origin says of a change: scenario groei, wijziging 3.
  func name(of step: Int) -> String { "scenario \(id), wijziging \(step)" }
}

/// A register and a parameter library that belong together.
public struct PlanningWorld: Sendable {
  public let register: Register
  public let library: PlanningLibrary
  /// What is doubtful in the changes that made it; no errors.
  public let diagnostics: [Diagnostic]

  public init(register: Register, library: PlanningLibrary, diagnostics: [Diagnostic] = []) {
    self.register = register
    self.library = library
    self.diagnostics = diagnostics
  }
}
