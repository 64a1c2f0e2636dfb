import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension TableReading {
  /// Regions and their boundaries, as updates of what the register knows.
  mutating func readRegions() {
    var drafts: [RegionCode: RegionDraft] = [:]
    for row in rows where !isAbolished(row) { addRegion(row, to: &drafts) }
    for code in drafts.keys.sorted() {
      guard let draft = drafts[code] else { continue }
      let known = context.regions[code]
      if let region = record({ _ throws(InvalidRecord) in try draft.region(updating: known) }, row: draft.row) {
        records.regions.append(region)
      }
    }
    addMissingParents(of: Array(drafts.keys.sorted().compactMap { drafts[$0] }))
  }

  /// Rows with a successor describe a municipality that no longer exists.
  private mutating func isAbolished(_ row: SourceRow) -> Bool {
    guard let successor = text(.successor, row) else { return false }
    findings.tally(
      .note, "region.abolished", row: row.number, value: text(.region, row),
      LocalizedText(
        nl: "opgeheven en overgeslagen; opvolger \(successor)", en: "abolished and left out; successor \(successor)"),
      remedy: LocalizedText(nl: "Geen actie nodig.", en: "No action needed."))
    return true
  }

  private mutating func addRegion(_ row: SourceRow, to drafts: inout [RegionCode: RegionDraft]) {
    guard let draft = record({ reading throws(InvalidRecord) in reading.regionDraft(row) }, row: row) else { return }
    let answer =
      draft.code.level == .municipality
      ? municipalities.look(up: draft.code, in: draft.origin.referenceDate.year) : .known
    switch answer {
    case .known: merge(draft, into: draft.code, &drafts)
    case .unknown:
      tallyUnknown(draft.code, row)
      merge(draft, into: draft.code, &drafts)
    case .succeeded(let successors):
      tallyMerged(draft.code, into: successors, row)
      guard successors.count == 1 else { return tallyNotDivisible(draft.code, row) }
      merge(draft, into: successors[0].code, &drafts)
    }
  }

  private mutating func regionDraft(_ row: SourceRow) -> RegionDraft? {
    let outline = area(row)
    guard let text = key(.region, row) else { return nil }
    let population = number(.population, row).map { Int($0) }
    let landArea = hectares(Field.landArea.rawValue, row).map(GrossHectares.init)
    return RegionDraft(
      code: RegionCode.municipality(text), row: row, name: fields.statedText(Field.name.rawValue, row),
      parents: parents(row), population: population, landArea: landArea, areas: outline.map { [$0] } ?? [],
      origin: origin(row))
  }

  private func parents(_ row: SourceRow) -> [RegionCode] {
    let corop = text(.corop, row).flatMap(RegionCode.corop)
    let province = text(.province, row).flatMap(RegionCode.province)
    let grouping = text(.grouping, row).map { RegionCode($0) }
    return [corop, province, grouping].compactMap { $0 }
  }

  /// A merged municipality gives its land and people to its successor, never its name.
  private mutating func merge(_ draft: RegionDraft, into code: RegionCode, _ drafts: inout [RegionCode: RegionDraft]) {
    let isItself = draft.code == code
    guard var target = drafts[code] else {
      drafts[code] = RegionDraft(
        code: code, row: draft.row, name: isItself ? draft.name : nil, parents: isItself ? draft.parents : [],
        population: draft.population, landArea: draft.landArea, areas: draft.areas, origin: draft.origin)
      return
    }
    if isItself, target.name != nil { reportTwice(code, draft.row, first: target.row) }
    if isItself { (target.name, target.parents, target.row) = (draft.name, draft.parents, draft.row) }
    target.population = sum(target.population, draft.population)
    target.landArea = sum(target.landArea, draft.landArea)
    target.areas += draft.areas
    drafts[code] = target
  }

  private func sum<Amount: AdditiveArithmetic>(_ first: Amount?, _ second: Amount?) -> Amount? {
    guard let first, let second else { return first ?? second }
    return first + second
  }

  /// COROP areas and provinces that municipalities name and nobody knows yet.
  private mutating func addMissingParents(of drafts: [RegionDraft]) {
    var known = Set(context.regions.regions.map(\.code)).union(records.regions.map(\.code))
    for draft in drafts {
      for (code, name) in namedParents(draft) where known.insert(code).inserted {
        let parents = code.level == .corop ? draft.parents.filter { $0.level == .province } : []
        let region = record(
          { _ throws(InvalidRecord) in
            try Region(code: code, name: name, level: code.level, parents: parents, origin: draft.origin)
          }, row: draft.row)
        if let region { records.regions.append(region) }
      }
    }
  }

  private func namedParents(_ draft: RegionDraft) -> [(RegionCode, String)] {
    draft.parents.filter { $0.level != .grouping }.map { code in
      let name = text(code.level == .corop ? .coropName : .provinceName, draft.row)
      return (code, name ?? code.text)
    }
  }
}

extension TableReading {
  private mutating func tallyNotDivisible(_ code: RegionCode, _ row: SourceRow) {
    findings.tally(
      .warning, "region.split", row: row.number, value: code.text,
      LocalizedText(
        nl: "is over meer gemeenten verdeeld; de grens is niet te verdelen en overgeslagen",
        en: "was split over several municipalities; its boundary cannot be divided and was left out"),
      remedy: LocalizedText(
        nl: "Lever de grenzen van een later jaar.", en: "Deliver the boundaries of a later year."))
  }

  private mutating func reportTwice(_ code: RegionCode, _ row: SourceRow, first: SourceRow) {
    findings.report(
      .error, "region.duplicate", row: row.number, field: fields.columnName(Field.region.rawValue), value: code.text,
      LocalizedText(nl: "komt ook voor in rij \(first.number)", en: "also occurs in row \(first.number)"),
      remedy: LocalizedText(nl: "Lever elke regio één keer.", en: "Deliver every region once."))
  }
}
