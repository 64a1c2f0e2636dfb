import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension TableReading {
  typealias Successor = MunicipalityDirectory.Successor

  /// The municipality of a row by code or name, as the register has it now; `GM0000` where none can be found.
  mutating func municipality(_ row: SourceRow, year: Int) -> RegionCode {
    guard let stated = statedMunicipality(row) else { return .unknownMunicipality }
    let successors = successors(of: stated, year: year, row)
    if successors.count > 1 { tallySplit(stated, row) }
    return successors[0].code
  }

  /// The municipality or municipalities that a row's numbers belong to, with the share of each.
  mutating func municipalities(_ row: SourceRow, year: Int) -> [Successor] {
    guard let stated = statedMunicipality(row) else { return [Successor(code: .unknownMunicipality, share: 1)] }
    return successors(of: stated, year: year, row)
  }

  /// Code first, because names are ambiguous and change.
  private mutating func statedMunicipality(_ row: SourceRow) -> RegionCode? {
    if let code = text(.municipalityCode, row) { return firstCode(code, row) }
    guard let name = text(.municipalityName, row) else {
      tallyNoMunicipality(row)
      return nil
    }
    let written = FieldTable.text(fields.cell(Field.municipalityName.rawValue, row)) ?? name
    if let code = codeOfName(name, written: written) { return code }
    tallyUnknownName(written, row)
    return nil
  }

  /// The name as written, then as the mapping translates it to a name or a code.
  private func codeOfName(_ name: String, written: String) -> RegionCode? {
    if let code = municipalities.code(named: written) ?? municipalities.code(named: name) { return code }
    let code = RegionCode.municipality(name)
    return code.level == .municipality && code.text.dropFirst(2).allSatisfy(\.isNumber) ? code : nil
  }

  /// A park over several municipalities may state them all; it is counted in the first.
  private mutating func firstCode(_ text: String, _ row: SourceRow) -> RegionCode {
    let codes = text.utf8.split(whereSeparator: Self.betweenCodes.contains).map {
      RegionCode.municipality(String(Substring($0)))
    }
    guard let first = codes.first else { return .unknownMunicipality }
    if codes.count > 1 {
      findings.report(
        .note, "municipality.several", row: row.number, field: fields.columnName(Field.municipalityCode.rawValue),
        value: text,
        LocalizedText(
          nl: "noemt meer gemeenten; telt mee in \(first)", en: "names several municipalities; counts in \(first)"),
        remedy: LocalizedText(
          nl: "Zet de gemeente waarin het telt vooraan.", en: "Put the municipality it counts in first."))
    }
    if first == .unknownMunicipality { tallyNoMunicipality(row) }
    return first
  }

  private static let betweenCodes = Array(",;/ ".utf8)

  private mutating func successors(of code: RegionCode, year: Int, _ row: SourceRow) -> [Successor] {
    let itself = [Successor(code: code, share: 1)]
    guard code != .unknownMunicipality else { return itself }
    switch municipalities.look(up: code, in: year) {
    case .known: return itself
    case .succeeded(let successors):
      tallyMerged(code, into: successors, row)
      return successors
    case .unknown:
      tallyUnknown(code, row)
      return itself
    }
  }
}

extension TableReading {
  private mutating func tallyNoMunicipality(_ row: SourceRow) {
    findings.tally(
      .warning, "municipality.missing", row: row.number,
      LocalizedText(
        nl: "geen gemeente (GM0000); telt in geen enkele regio mee", en: "no municipality (GM0000); counts in no region"
      ),
      remedy: LocalizedText(
        nl: "Vul de gemeentecode aan; met een vlak en gemeentegrenzen in het register wordt zij gevonden.",
        en: "Add the municipality code; with an outline and municipal boundaries in the register it is found."))
  }

  private mutating func tallyUnknownName(_ name: String, _ row: SourceRow) {
    findings.tally(
      .warning, "municipality.name-unknown", row: row.number,
      field: fields.columnName(Field.municipalityName.rawValue), value: name,
      LocalizedText(
        nl: "geen gemeente van het register heet zo; telt in geen enkele regio mee",
        en: "no municipality of the register has this name; counts in no region"),
      remedy: LocalizedText(
        nl: "Schrijf de naam zoals het CBS, of vertaal haar in de kolomkoppeling (values: gemeente).",
        en: "Write the name as CBS does, or translate it in the mapping (values: gemeente)."))
  }

  mutating func tallyUnknown(_ code: RegionCode, _ row: SourceRow) {
    findings.tally(
      .warning, "municipality.unknown", row: row.number, value: code.text,
      LocalizedText(
        nl: "deze code staat niet in het register en niet in de herindelingen; bewaard zoals gevonden",
        en: "this code is not in the register or its mergers; kept as found"),
      remedy: LocalizedText(
        nl: "Controleer de code, of importeer eerst de gemeenten.",
        en: "Check the code, or import the municipalities first."))
  }

  mutating func tallyMerged(_ code: RegionCode, into successors: [Successor], _ row: SourceRow) {
    let names = successors.map { successor in
      [successor.code.text, context.regions[successor.code]?.name].compactMap { $0 }.joined(separator: " ")
    }.joined(separator: ", ")
    findings.tally(
      .note, "municipality.merged", row: row.number, value: code.text,
      LocalizedText(nl: "is heringedeeld en geteld bij \(names)", en: "has merged and is counted in \(names)"),
      remedy: LocalizedText(
        nl: "Geen actie nodig; lever liever de huidige indeling.",
        en: "No action needed; the present division is better."))
  }

  private mutating func tallySplit(_ code: RegionCode, _ row: SourceRow) {
    findings.tally(
      .warning, "municipality.split", row: row.number, value: code.text,
      LocalizedText(
        nl: "is over meer gemeenten verdeeld; geteld bij de grootste",
        en: "was split over several municipalities; counted in the largest"),
      remedy: LocalizedText(
        nl: "Vul de huidige gemeentecode van het record in.", en: "Fill in the present municipality code of the record."
      ))
  }
}
