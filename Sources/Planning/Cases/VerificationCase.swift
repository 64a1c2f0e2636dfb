import Provenance
import Quantities
import WorkLocations

/// A question with the answer that was worked out by hand — *controlegeval*.
public struct VerificationCase: Sendable {
  /// Where the records come from.
  public enum World: Sendable {
    /// A stored register.
    case stored(path: String)
    /// Described in the case itself.
    case described(Register)
  }

  /// A figure that must come out.
  public struct Expectation: Sendable, Codable, Equatable {
    /// The figure as `ExplainFigure` names it: CR91/hoog/2030/balans.
    public let figure: String
    public let value: Double
    /// Largest difference that is allowed.
    public let tolerance: Double
    public let place: Diagnostic.Place

    public init(figure: String, value: Double, tolerance: Double, place: Diagnostic.Place) {
      self.figure = figure
      self.value = value
      self.tolerance = tolerance
      self.place = place
    }
  }

  public let file: String
  public let name: String
  public let world: World
  public let library: PlanningLibrary
  public let rounding: Rounding
  /// Changes of the world; nil changes nothing.
  public let scenario: PlanningScenario?
  public let expectations: [Expectation]
  /// Codes of the problems that the case must be refused with; empty when it must be answered.
  public let problems: [String]

  public init(
    file: String, name: String, world: World, library: PlanningLibrary, rounding: Rounding,
    scenario: PlanningScenario?, expectations: [Expectation], problems: [String]
  ) {
    self.file = file
    self.name = name
    self.world = world
    self.library = library
    self.rounding = rounding
    self.scenario = scenario
    self.expectations = expectations
    self.problems = problems
  }
}
