import ArgumentParser
import Planning
import Provenance
import WorkLocations

/// Scenarios of the user's own.
struct ScenarioOptions: ParsableArguments {
  @Option(
    name: .customLong("scenario-file"), parsing: .singleValue,
    help: ArgumentHelp(
      localized(
        nl: "Bestand met een eigen scenario; mag vaker. Het komt onder zijn naam naast de andere.",
        en: "File with a scenario of your own; may be repeated. It comes under its name beside the others."),
      valueName: "scenario.yaml"))
  var files: [String] = []

  func scenarios() throws -> [PlanningScenario] { try Self.scenarios(files) }

  /// Reads every file, so that the problems of all come at once.
  static func scenarios(_ files: [String]) throws -> [PlanningScenario] {
    let reader = try CommandContext.require().environment.scenarios
    var problems: [Diagnostic] = []
    var scenarios: [PlanningScenario] = []
    for file in files {
      do { scenarios.append(try reader.scenario(at: file)) } catch let error as PlanningError {
        problems += error.diagnostics
      }
    }
    guard !problems.hasErrors else { throw PlanningError.invalidInput(problems) }
    return scenarios
  }
}

extension RunBalance.Request {
  /// The request with scenarios of the user's own behind those it asks for.
  func with(_ scenarios: [PlanningScenario]) -> RunBalance.Request {
    var request = self
    request.ownScenarios = scenarios
    request.scenarios += scenarios.map(\.id).filter { !request.scenarios.contains($0) }
    return request
  }
}

/// How a comparison is written.
struct TableOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(localized(nl: "Het hele antwoord als JSON.", en: "The whole answer as JSON.")))
  var json = false

  @Flag(help: ArgumentHelp(localized(nl: "De tabel als CSV.", en: "The table as CSV.")))
  var csv = false

  func validate() throws {
    if json && csv { throw ValidationError(localized(nl: "Kies --json of --csv.", en: "Choose --json or --csv.")) }
  }
}
