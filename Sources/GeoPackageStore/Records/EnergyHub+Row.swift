import Planning
import Quantities
import WorkLocations

/// A hub as a row: its parks and, for who reads the file without this program, where it stands now.
struct HubRow: StoredRecord {
  let name: String
  let parks: [RINNumber]
  let stage: HubStage
  let since: CalendarDate

  static let recordKind = RecordKind(
    "energiehubs", title: "Energiehubs", summary: "Energiehubs met hun werklocaties en de fase waarin zij zijn",
    columns: [
      .required("hub"), .required("werklocaties"), .choice("fase", HubStage.self), .required("sinds", .date),
    ], key: ["hub"], isDated: false)

  init(_ hub: EnergyHub) {
    (name, parks, stage, since) = (hub.name, hub.parks, hub.current.stage, hub.current.since)
  }

  func write(to row: inout RowWriter) throws {
    row.add(name)
    try row.add(json: parks)
    row.add(stage.rawValue)
    row.add(since)
  }

  init(from row: inout RowReader) throws {
    (name, parks) = (try row.requiredText(), try row.json([RINNumber].self) ?? [])
    (stage, since) = (try row.choice(HubStage.self), try row.date())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool { left.name < right.name }
}

/// A step of a hub; the number keeps steps of one day in order.
struct HubStepRow: StoredRecord {
  let hub: String
  let number: Int
  let step: HubStep

  static let recordKind = RecordKind(
    "energiehub_fasen", title: "Fasen van energiehubs",
    summary: "Wanneer een energiehub in welke fase kwam, en welke poortdocumenten toen ontbraken",
    columns: [
      .required("hub"), .required("volgnummer", .whole), .choice("fase", HubStage.self), .required("sinds", .date),
      .optional("ontbrekend"),
    ], key: ["hub", "volgnummer"], isDated: false)

  init(_ hub: String, _ number: Int, _ step: HubStep) { (self.hub, self.number, self.step) = (hub, number, step) }

  func write(to row: inout RowWriter) throws {
    row.add(hub)
    row.add(number)
    row.add(step.stage.rawValue)
    row.add(step.since)
    try row.add(json: step.missing)
  }

  init(from row: inout RowReader) throws {
    (hub, number) = (try row.requiredText(), try row.requiredWhole())
    let (stage, since) = (try row.choice(HubStage.self), try row.date())
    step = HubStep(stage, since: since, missing: try row.json([HubDocumentKind].self) ?? [])
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool { (left.hub, left.number) < (right.hub, right.number) }
}

/// A paper of a hub.
struct HubDocumentRow: StoredRecord {
  let hub: String
  let document: HubDocument

  static let recordKind = RecordKind(
    "energiehub_documenten", title: "Documenten van energiehubs",
    summary: "Poortdocumenten van energiehubs: soort, datum en kenmerk",
    columns: [
      .required("hub"), .choice("soort", HubDocumentKind.self), .required("datum", .date), .required("kenmerk"),
    ], key: ["hub", "soort", "datum", "kenmerk"], isDated: false)

  init(_ hub: String, _ document: HubDocument) { (self.hub, self.document) = (hub, document) }

  func write(to row: inout RowWriter) throws {
    row.add(hub)
    row.add(document.kind.rawValue)
    row.add(document.date)
    row.add(document.reference)
  }

  init(from row: inout RowReader) throws {
    hub = try row.requiredText()
    let (kind, date) = (try row.choice(HubDocumentKind.self), try row.date())
    document = HubDocument(kind, date: date, reference: try row.requiredText())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.hub, left.document) < (right.hub, right.document)
  }
}
