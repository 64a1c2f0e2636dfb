import Provenance
import Quantities
import WorkLocations

extension RegisterHubStage {
  static func nobody(_ request: Request) -> Diagnostic {
    Diagnostic(
      .error, "hub.unknown", value: request.parks.first?.text,
      message: LocalizedText(
        nl: "het is niet duidelijk om welke hub het gaat", en: "it is not clear which hub is meant"),
      remedy: LocalizedText(
        nl: "Geef --hub met de naam, of --park met het RIN-nummer van een werklocatie in het register.",
        en: "Give --hub with the name, or --park with the RIN number of a work location in the register."))
  }

  static func unknown(_ parks: [RINNumber], _ register: Register) -> [Diagnostic] {
    guard !parks.isEmpty else { return [] }
    let known = Set(register.parks.map(\.rin))
    return parks.filter { !known.contains($0) }.map { park in
      Diagnostic(
        .error, "hub.no-park", value: park.text,
        message: LocalizedText(
          nl: "deze werklocatie staat niet in het register", en: "this work location is not in the register"),
        remedy: LocalizedText(nl: "Controleer het RIN-nummer.", en: "Check the RIN number."))
    }
  }

  /// Parks that belong to another hub already: firms cannot share their power twice.
  static func taken(_ parks: [RINNumber], by name: String, _ hubs: [EnergyHub]) -> [Diagnostic] {
    let others = hubs.filter { $0.name != name && $0.current.stage != .exit }
    return parks.compactMap { park in
      others.first { $0.parks.contains(park) }.map { other in
        Diagnostic(
          .error, "hub.park-taken", value: park.text,
          message: LocalizedText(
            nl: "deze werklocatie hoort al bij hub ‘\(other.name)’",
            en: "this work location belongs to hub ‘\(other.name)’ already"),
          remedy: LocalizedText(
            nl: "Gebruik die hub, of zet haar eerst op uittreding.", en: "Use that hub, or let it exit first."))
      }
    }
  }

  static func closed(_ stage: HubStage, _ missing: [HubDocumentKind]) -> Diagnostic {
    let list = missing.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      .error, "hub.gate", value: list,
      message: LocalizedText(
        nl: "voor fase ‘\(stage.label[.nl])’ ontbreken op die dag \(missing.count) poortdocumenten†",
        en: "\(missing.count) gate documents† are missing on that day for stage ‘\(stage.label[.en])’"),
      remedy: LocalizedText(
        nl: "Voeg ze toe met --document soort=datum:kenmerk, of leg de overgang toch vast met --force.",
        en: "Add them with --document kind=date:reference, or record the step all the same with --force."))
  }

  static func invalid(_ problem: InvalidRecord.Problem, _ hub: String) -> Diagnostic {
    Diagnostic(
      .error, "hub.invalid", at: .init(field: problem.field, record: hub), value: problem.value,
      message: problem.message,
      remedy: LocalizedText(nl: "Verbeter de opdracht.", en: "Correct the command."))
  }
}
