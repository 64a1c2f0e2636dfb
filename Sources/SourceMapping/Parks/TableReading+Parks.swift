import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension TableReading {
  /// Parks, one per row; judged row by row and then as a whole.
  mutating func readParks() {
    let rows = rows
    var drafts: [ParkDraft] = []
    drafts.reserveCapacity(rows.count)
    for row in rows {
      if let draft = record({ reading throws(InvalidRecord) in reading.parkDraft(row) }, row: row) {
        drafts.append(draft)
      }
    }
    checkDuplicates(drafts)
    placeInMunicipalities(&drafts)
    clearZerosThatMeanMissing(&drafts)
    noteCapitals(drafts)
    records.parks.reserveCapacity(drafts.count)
    for draft in drafts {
      if let park = record({ _ throws(InvalidRecord) in try draft.park() }, row: draft.row) {
        records.parks.append(park)
      }
    }
    for park in records.parks { context.rules.inconsistencies(of: park).forEach { findings.add($0) } }
    context.rules.duplicateNames(among: records.parks).forEach { findings.add($0) }
  }

  private mutating func parkDraft(_ row: SourceRow) -> ParkDraft? {
    let attributes = parkAttributes(row)
    let outline = area(row)
    guard let rin = rin(row, required: true) else { return nil }
    let origin = origin(row)
    return ParkDraft(
      row: row, rin: rin, name: parkName(row, rin), municipality: municipality(row, year: origin.referenceDate.year),
      type: parkType(row), kind: parkKind(row), attributes: attributes, outline: outline,
      otherColumns: otherColumns(row), origin: origin)
  }

  private mutating func parkName(_ row: SourceRow, _ rin: RINNumber) -> String {
    // A park may be called anything, `Onbekend` too.
    if let name = fields.statedText(Field.parkName.rawValue, row) { return name }
    findings.report(
      .warning, "park.name-missing", row: row.number, record: "RIN \(rin)",
      LocalizedText(
        nl: "terrein zonder naam; genoemd naar zijn RIN-nummer", en: "park without a name; named after its RIN number"),
      remedy: LocalizedText(nl: "Vul de plannaam in.", en: "Fill in the name."))
    return "RIN \(rin)"
  }

  private mutating func parkType(_ row: SourceRow) -> WorkLocationType {
    guard let text = fields.statedText(Field.type.rawValue, row) else { return Self.unknownType }
    let type = WorkLocationType(rawValue: text)
    if !type.isKnown { tallyUnknownCode(type.rawValue, field: Field.type.rawValue, row) }
    return type
  }

  /// What the national layer writes where the type is not known.
  private static let unknownType = WorkLocationType(rawValue: "ONBEKEND")

  private mutating func parkKind(_ row: SourceRow) -> ParkKind {
    guard let text = text(.kind, row) else { return .regular }
    if let kind = ParkKind(rawValue: text.lowercased()) { return kind }
    tallyUnknownChoice(
      text, field: .kind, allowed: ParkKind.allCases.map(\.rawValue), taken: ParkKind.regular.rawValue, row)
    return .regular
  }

  /// A value outside a closed list, with what was taken instead.
  mutating func tallyUnknownChoice(_ text: String, field: Field, allowed: [String], taken: String, _ row: SourceRow) {
    let list = allowed.joined(separator: ", ")
    findings.tally(
      .warning, "value.unknown-choice", row: row.number, field: fields.columnName(field.rawValue), value: text,
      LocalizedText(nl: "is geen bekende keuze; gelezen als \(taken)", en: "is no known choice; read as \(taken)"),
      remedy: LocalizedText(nl: "Kies uit: \(list).", en: "Choose from: \(list)."))
  }

  private mutating func parkAttributes(_ row: SourceRow) -> WorkLocationAttributes {
    var attributes = WorkLocationAttributes()
    for attribute in fields.attributes where fields.cell(attribute.name, row) != .empty {
      fill(attribute, of: &attributes, row)
    }
    return attributes
  }

  private mutating func fill(
    _ attribute: WorkLocationAttribute, of attributes: inout WorkLocationAttributes, _ row: SourceRow
  ) {
    let name = attribute.name
    switch attribute.slot {
    case .net, .gross: attributes.set(attribute, number: hectares(name, row))
    case .price: attributes.set(attribute, number: number(name, row))
    case .year: attributes.set(attribute, number: year(name, row).map(Double.init))
    case .indicator: attributes.set(attribute, text: indicator(name, row)?.rawValue)
    case .category: attributes.set(attribute, text: category(name, row)?.rawValue)
    case .text: attributes.set(attribute, text: fields.text(name, row))
    }
  }

  private func otherColumns(_ row: SourceRow) -> [String: String] {
    var others: [String: String] = [:]
    for column in fields.otherColumns {
      if let text = FieldTable.text(row.cells[column]) { others[fields.table.columns[column]] = text }
    }
    return others
  }
}
