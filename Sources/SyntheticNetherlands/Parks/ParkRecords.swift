import Provenance
import Quantities
import WorkLocations

/// Turns drafts into records of the register.
struct ParkRecords {
  let facts: Facts
  let seed: UInt64
  let referenceDate: CalendarDate
  let origin: Origin

  func parks(from drafts: [ParkDraft]) throws -> [WorkLocation] { try drafts.map(park) }

  private func park(_ draft: ParkDraft) throws -> WorkLocation {
    let municipality = facts.municipalities[draft.municipality]
    let plots = try PlotLayout(seed: seed, origin: origin).plots(of: draft, in: municipality)
    var attributes = ParkAttributes(draft, in: municipality, plots: plots, seed: seed, referenceDate: referenceDate)
    return try WorkLocation(
      rin: draft.rin, name: "\(draft.noun) \(municipality.name) \(draft.number)", municipality: municipality.code,
      type: draft.type, kind: draft.kind, attributes: attributes.filled(), plots: plots, outline: draft.outline,
      origin: origin)
  }
}
