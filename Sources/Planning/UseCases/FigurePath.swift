import Provenance
import Quantities
import WorkLocations

/// A figure's path, with region, scenario and horizon checked against register and library.
struct FigurePath {
  let region: RegionCode
  let scenario: String
  /// The reference year itself too: nothing is asked yet, and supply is what there is.
  let horizon: Int
  /// What follows the horizon, or the steps to the world that the figure is of.
  let steps: [String]
  /// What a reader typed before the region.
  private let before: [String]
  /// What a reader typed between the horizon and the steps, in a world with changes.
  private let behind: [String]

  init(region: RegionCode, scenario: String, horizon: Int, steps: [String] = []) {
    self.init(region, scenario, horizon, steps, before: [], behind: [])
  }

  private init(
    _ region: RegionCode, _ scenario: String, _ horizon: Int, _ steps: [String], before: [String], behind: [String]
  ) {
    self.region = region
    self.scenario = scenario
    self.horizon = horizon
    self.steps = steps
    self.before = before
    self.behind = behind
  }

  /// - Parameter before: what a reader typed before the region.
  init(
    _ request: ExplainFigure.Request, register: Register, library: PlanningLibrary, before: [String] = []
  ) throws(PlanningError) {
    func told(_ steps: String...) -> String { (before + steps).joined(separator: "/") }
    var steps = request.figure.split(separator: "/").map(String.init)
    let region = RegionCode(steps.isEmpty ? "" : steps.removeFirst())
    guard !register.regions.municipalities(in: region).isEmpty else {
      let others = before.isEmpty ? [RegisterFigure.topic, BacktestFigure.topic, ScanFigure.step] : []
      throw .noStep(region.text, after: told(), possible: Self.larger(register.regions) + others)
    }
    let scenario = steps.isEmpty ? "" : steps.removeFirst()
    guard library.scenarios.contains(scenario) else {
      throw .noStep(
        scenario, after: told(region.text), possible: library.scenarios + request.balance.ownScenarios.map(\.id))
    }
    let year = steps.isEmpty ? "" : steps.removeFirst()
    guard let horizon = Int(year), horizon >= register.referenceDate.year else {
      throw .noStep(year, after: told(region.text, scenario), possible: request.balance.horizons.map(String.init))
    }
    self.init(region, scenario, horizon, steps, before: before, behind: [])
  }

  /// The path of the figure in its own world.
  var text: String { ([region.text, scenario, String(horizon)] + steps).joined(separator: "/") }

  /// Some first steps as a reader typed them.
  func told(_ steps: some Sequence<String>) -> String {
    (before + [region.text, scenario, String(horizon)] + behind + steps).joined(separator: "/")
  }

  /// A path in a world that a reader gets to by some steps.
  func inside(_ world: [String], _ steps: [String]) -> FigurePath {
    FigurePath(region, scenario, horizon, steps, before: before, behind: behind + world)
  }

  /// The request with the region, scenario and horizon of the path.
  func narrowed(_ request: RunBalance.Request) -> RunBalance.Request {
    var request = request
    request.region = region
    request.scenarios = [scenario]
    request.horizons = [horizon]
    return request
  }

  /// Codes above the municipalities, from large to small; the list of all would not be read.
  static func larger(_ table: RegionTable) -> [String] {
    let country = table.regions(at: .country).isEmpty ? [RegionCode.netherlands] : []
    let levels: [RegionLevel] = [.country, .province, .corop, .grouping]
    return (country + levels.flatMap { table.regions(at: $0).map(\.code) }).map(\.text)
  }
}

extension PlanningError {
  /// Code of a figure that does not exist.
  static let unknownFigure = "explain.unknown-figure"

  /// A step that does not exist at its place on a path.
  static func noStep(_ step: String, after place: String, possible: [String]) -> PlanningError {
    let listed = possible.isEmpty ? "–" : nearestFirst(possible, to: step).prefix(mostListed).joined(separator: ", ")
    let others = possible.count - mostListed
    let rest =
      others > 0 ? LocalizedText(nl: " en \(others) andere", en: " and \(others) others") : LocalizedText(both: "")
    let after =
      place.isEmpty
      ? LocalizedText(nl: "aan het begin", en: "at the start")
      : LocalizedText(
        nl: "na \(place)", en: "after \(place)")
    return .invalidInput([
      Diagnostic(
        .error, unknownFigure, value: step.isEmpty ? nil : step,
        message: LocalizedText(nl: "dit cijfer is er niet ", en: "there is no such figure ") + after,
        remedy: LocalizedText(nl: "Hier kan: \(listed)\(rest.nl).", en: "Possible here: \(listed)\(rest.en)."))
    ])
  }

  /// Of a list that is too long to tell, what begins like the step that was asked comes first: somebody who asks for CR99 looks for a
  /// COROP region. Otherwise the order stays.
  private static func nearestFirst(_ possible: [String], to step: String) -> [String] {
    guard possible.count > mostListed else { return possible }
    func shared(_ name: String) -> Int { zip(name, step).prefix { $0 == $1 }.count }
    return possible.enumerated().sorted { (-shared($0.element), $0.offset) < (-shared($1.element), $1.offset) }
      .map(\.element)
  }

  /// A province has hundreds of parks: a list of all of them is no help.
  private static let mostListed = 120
}
