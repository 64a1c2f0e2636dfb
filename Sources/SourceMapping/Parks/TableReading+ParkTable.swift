import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// What shows only when all parks of a table are seen together.
extension TableReading {
  private struct ParkKey: Hashable {
    let rin: RINNumber
    let date: CalendarDate
  }

  /// A RIN number occurs once per reference date.
  mutating func checkDuplicates(_ drafts: [ParkDraft]) {
    var first: [ParkKey: Int] = [:]
    first.reserveCapacity(drafts.count)
    for draft in drafts {
      let key = ParkKey(rin: draft.rin, date: draft.origin.referenceDate)
      guard let other = first[key] else {
        first[key] = draft.row.number
        continue
      }
      findings.report(
        .error, "park.duplicate-rin", row: draft.row.number, field: fields.columnName(Field.rin.rawValue),
        value: draft.rin.text,
        LocalizedText(
          nl: "komt op dezelfde peildatum ook voor in rij \(other)",
          en: "also occurs in row \(other) on the same reference date"),
        remedy: LocalizedText(
          nl: "Verwijder de dubbele rij of geef haar een eigen RIN-nummer of jaar.",
          en: "Remove the duplicate or give it its own RIN number or year."))
    }
  }

  /// With real boundaries: finds a missing municipality by the outline, and reports outlines over more than one.
  mutating func placeInMunicipalities(_ drafts: inout [ParkDraft]) {
    guard drafts.contains(where: { $0.outline != nil }), let boundaries = BoundaryIndex(context.regions) else { return }
    for i in drafts.indices {
      guard let outline = drafts[i].outline else { continue }
      let shares = boundaries.shares(of: outline)
      guard let main = shares.first else { continue }
      if drafts[i].municipality == .unknownMunicipality {
        reportFound(main.code, for: drafts[i])
        drafts[i].municipality = main.code
      } else if main.code != drafts[i].municipality {
        reportElsewhere(main, for: drafts[i])
      }
      reportSeveral(shares.filter { $0.share >= context.limits.secondMunicipalityShare }, for: drafts[i])
    }
  }

  /// Supply that every park of a province or year has as zero was not filled in: it becomes unknown.
  ///
  /// Judged per reference year and province, and only from a number of parks that a parameter sets; both fields of a
  /// supply split by owner must be zero.
  mutating func clearZerosThatMeanMissing(_ drafts: inout [ParkDraft]) {
    let groups = Dictionary(grouping: drafts.indices) { i in
      SupplyGroup(
        year: drafts[i].origin.referenceDate.year, province: context.regions.province(of: drafts[i].municipality))
    }
    for group in groups.keys.sorted() {
      guard let members = groups[group], members.count >= context.limits.zeroMeansMissingFrom else { continue }
      for supply in Self.supplyFields where members.allSatisfy({ supply.isZero(in: drafts[$0]) }) {
        for i in members { for path in supply.paths { drafts[i].attributes[keyPath: path] = nil } }
        reportCleared(supply, group, count: members.count)
      }
    }
  }

  private typealias SupplyPath = WritableKeyPath<WorkLocationAttributes, NetHectares?> & Sendable

  private struct SupplyField: Sendable {
    let name: String
    let paths: [SupplyPath]

    func isZero(in draft: ParkDraft) -> Bool {
      let values = paths.compactMap { draft.attributes[keyPath: $0] }
      return !values.isEmpty && values.allSatisfy { $0 == .zero }
    }
  }

  private static let supplyFields: [SupplyField] = [
    SupplyField(name: "terstond_uitgeefbaar", paths: [\.immediatelyIssuableTotal]),
    SupplyField(
      name: "terstond_uitgeefbaar_gemeente_ha", paths: [\.immediatelyIssuableMunicipal, \.immediatelyIssuablePrivate]),
    SupplyField(name: "totaal_uitgeefbaar_gemeente_ha", paths: [\.issuableMunicipal, \.issuablePrivate]),
  ]

  /// One note when names are in capitals: they are kept, because they are the names of the register.
  mutating func noteCapitals(_ drafts: [ParkDraft]) {
    // One or two capitals are an initial, not a style.
    for draft in drafts where draft.name == draft.name.uppercased() && draft.name.count(where: \.isLetter) > 2 {
      findings.tally(
        .note, "park.name-in-capitals", row: draft.row.number, field: fields.columnName(Field.parkName.rawValue),
        LocalizedText(nl: "naam in hoofdletters, bewaard zoals gevonden", en: "name in capitals, kept as found"),
        remedy: LocalizedText(nl: "Geen actie nodig.", en: "No action needed."))
    }
  }
}

/// Parks that were measured together.
private struct SupplyGroup: Hashable, Comparable {
  let year: Int
  let province: RegionCode?

  static func < (left: Self, right: Self) -> Bool {
    (left.year, left.province?.text ?? "") < (right.year, right.province?.text ?? "")
  }
}

extension TableReading {
  private mutating func reportCleared(_ supply: SupplyField, _ group: SupplyGroup, count: Int) {
    let place = group.province.map { " \(context.regions[$0]?.name ?? $0.text)" } ?? ""
    findings.report(
      .warning, "park.zero-means-missing", field: fields.columnName(supply.name), value: "0",
      LocalizedText(
        nl: "alle \(count) terreinen\(place) van \(group.year) hebben hier nul: gelezen als niet ingevuld",
        en: "all \(count) parks\(place) of \(group.year) have zero here: read as not filled in"),
      remedy: LocalizedText(
        nl:
          "Vul het aanbod aan uit een andere bron; is het werkelijk nul, verhoog dan quality/zero-means-missing-from.",
        en: "Complete the supply from another source; where it really is zero, raise quality/zero-means-missing-from."))
  }

  private mutating func reportFound(_ code: RegionCode, for draft: ParkDraft) {
    findings.report(
      .note, "park.municipality-found", row: draft.row.number, record: "RIN \(draft.rin)", value: code.text,
      LocalizedText(nl: "gemeente gevonden aan de hand van het vlak", en: "municipality found by the outline"),
      remedy: LocalizedText(nl: "Vul de gemeente in de bron in.", en: "Fill in the municipality in the source."))
  }

  private mutating func reportElsewhere(_ main: (code: RegionCode, share: Double), for draft: ParkDraft) {
    findings.report(
      .warning, "park.municipality-elsewhere", row: draft.row.number, record: "RIN \(draft.rin)",
      value: draft.municipality.text,
      LocalizedText(
        nl: "het vlak ligt vooral in \(spelled(main))", en: "the outline lies mostly in \(spelled(main))"),
      remedy: LocalizedText(
        nl: "Controleer gemeente en vlak in de bron.", en: "Check municipality and outline in the source."))
  }

  private mutating func reportSeveral(_ shares: [(code: RegionCode, share: Double)], for draft: ParkDraft) {
    guard shares.count > 1 else { return }
    findings.report(
      .note, "park.several-municipalities", row: draft.row.number, record: "RIN \(draft.rin)",
      value: shares.map(spelled).joined(separator: ", "),
      LocalizedText(
        nl: "het vlak ligt in meer gemeenten; telt mee in \(draft.municipality)",
        en: "the outline lies in several municipalities; counts in \(draft.municipality)"),
      remedy: LocalizedText(nl: "Geen actie nodig.", en: "No action needed."))
  }

  private func spelled(_ part: (code: RegionCode, share: Double)) -> String {
    "\(part.code) \(NumberStyle.plain(decimals: 0)(part.share * 100)) %"
  }
}
