import Provenance
import Quantities
import SpaceDemand
import WorkLocations

extension RunBalance.Request {
  /// Everything wrong or doubtful in the request, given the situation and the library.
  func problems(_ situation: StartingSituation, _ library: PlanningLibrary) -> [Diagnostic] {
    situation.problems + horizonProblems(situation.register) + scenarioProblems(library)
  }

  private func horizonProblems(_ register: Register) -> [Diagnostic] {
    let start = register.referenceDate.year
    let wrong = horizons.filter { $0 <= start }
    guard wrong.isEmpty, !horizons.isEmpty else {
      return [
        Diagnostic(
          .error, "balance.horizon", value: wrong.map(String.init).joined(separator: ","),
          message: LocalizedText(
            nl: "een horizon moet na het peiljaar \(start) liggen",
            en: "a horizon must lie after the reference year \(start)"),
          remedy: LocalizedText(
            nl: "Geef latere jaren, bijvoorbeeld --horizon 2030,2040.",
            en: "Give later years, for example --horizon 2030,2040."))
      ]
    }
    return []
  }

  private func scenarioProblems(_ library: PlanningLibrary) -> [Diagnostic] {
    let known = library.scenarios
    let listed = known.joined(separator: ", ")
    let remedy = LocalizedText(
      nl: "Kies uit: \(listed); of voeg het scenario toe in een map voor --parameters.",
      en: "Choose from: \(listed); or add the scenario in a folder for --parameters.")
    let unknown = scenarios.filter { !known.contains($0) }.map {
      Diagnostic(
        .error, "balance.unknown-scenario", value: $0,
        message: LocalizedText(nl: "onbekend scenario", en: "unknown scenario"), remedy: remedy)
    }
    guard scenarios.isEmpty else { return unknown }
    return [
      Diagnostic(
        .error, "balance.no-scenario", message: LocalizedText(nl: "geen scenario gegeven", en: "no scenario given"),
        remedy: remedy)
    ]
  }
}
