import Provenance
import Quantities
import WorkLocations

extension HubGates {
  private static let key = "energy-hub/gate-documents"

  /// The gates of the library: members "stage/document" with 1 where the stage needs the document and 0 where it does not.
  init(_ library: PlanningLibrary, on date: CalendarDate) throws(PlanningError) {
    self.init(try Self.read(library, on: date).needed)
  }

  /// With what was read.
  static func read(_ library: PlanningLibrary, on date: CalendarDate) throws(PlanningError)
    -> (needed: [HubStage: Set<HubDocumentKind>], readings: [ParameterReading])
  {
    var reader = ParameterReader(library.parameters, on: date)
    var needed: [HubStage: Set<HubDocumentKind>] = [:]
    for member in library.parameters[key]?.members.keys.sorted() ?? [""] {
      let value: Double
      do { value = try reader.read(key, member).value } catch { throw .missing([error]) }
      let words = member.split(separator: "/").map(String.init)
      guard words.count == 2, let stage = HubStage(rawValue: words[0]), let kind = HubDocumentKind(rawValue: words[1])
      else { throw .invalidInput([unknown(member)]) }
      if value > 0 { needed[stage, default: []].insert(kind) }
    }
    return (needed, reader.readings)
  }

  private static func unknown(_ member: String) -> Diagnostic {
    let (stages, kinds) = (HubStage.allCases.map(\.rawValue), HubDocumentKind.allCases.map(\.rawValue))
    return Diagnostic(
      .error, "hub.gate-member", at: .init(field: key), value: member,
      message: LocalizedText(nl: "onbekende fase of soort document", en: "unknown stage or kind of document"),
      remedy: LocalizedText(
        nl: "Fasen: \(stages.joined(separator: ", ")). Documenten: \(kinds.joined(separator: ", ")).",
        en: "Stages: \(stages.joined(separator: ", ")). Documents: \(kinds.joined(separator: ", "))."))
  }
}
