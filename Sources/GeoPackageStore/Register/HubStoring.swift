import GRDB
import Planning
import Provenance
import WorkLocations

extension RegisterStoring {
  /// A hub takes the place of the one with the same name, with all its steps and documents.
  mutating func store(hubs: [EnergyHub]) throws {
    for kind in RegisterSchema.hubKinds {
      let removal = try database.cachedStatement(sql: "DELETE FROM \(kind.main.quotedName) WHERE hub = ?")
      for hub in hubs { try removal.execute(arguments: [hub.name]) }
    }
    try insert(hubs.map { HubRow($0) })
    try insert(hubs.flatMap { hub in hub.history.enumerated().map { HubStepRow(hub.name, $0.offset + 1, $0.element) } })
    try insert(hubs.flatMap { hub in hub.documents.map { HubDocumentRow(hub.name, $0) } })
  }
}

extension RegisterLoading {
  /// Every hub, in the order of their names.
  /// - Throws: `PlanningError.invalidInput` with every row that holds none.
  mutating func hubs() throws -> [EnergyHub] {
    let rows = try fetch(HubRow.self)
    let steps = Dictionary(grouping: try fetch(HubStepRow.self), by: \.hub)
    let documents = Dictionary(grouping: try fetch(HubDocumentRow.self), by: \.hub)
    if problems.hasErrors { throw problems.asPlanningError }
    return try rows.enumerated().map { number, row in
      do {
        return try EnergyHub(
          name: row.name, parks: row.parks, history: steps[row.name]?.map(\.step) ?? [],
          documents: documents[row.name]?.map(\.document) ?? [])
      } catch {
        throw try error.asRowProblems(file: path, table: HubRow.recordKind.main, row: number + 1).asPlanningError
      }
    }
  }
}
