import Provenance
import Quantities
import WorkLocations

/// One cell of a jobs table.
private struct JobCell {
  let row: SourceRow
  let region: RegionCode
  let sector: String
  let year: Int
  let scenario: String?
  let jobs: Double
}

private struct JobKey: Hashable {
  let region: RegionCode
  let sector: String
  let year: Int
  let scenario: String?
}

extension TableReading {
  /// Jobs by municipality, sector and year. Codes of one sector are added, and so are municipalities that merged.
  mutating func readJobs() {
    let cells = onlyMunicipalities(jobCells())
    var totals = OrderedTotals<JobKey>()
    let covered = sectionsWithDivisions(cells)
    var seen: Set<JobKey> = []
    for cell in cells {
      let stated = JobKey(region: cell.region, sector: cell.sector, year: cell.year, scenario: cell.scenario)
      guard seen.insert(stated).inserted else {
        reportTwice(cell)
        continue
      }
      guard let sector = sector(cell, covered: covered) else { continue }
      for successor in successors(of: cell) {
        let key = JobKey(region: successor.code, sector: sector, year: cell.year, scenario: cell.scenario)
        totals.add(cell.jobs * successor.share, to: key, row: cell.row)
      }
    }
    for total in totals.entries { addJobs(total.key, total.amount, total.row) }
  }

  private mutating func addJobs(_ key: JobKey, _ amount: Double, _ row: SourceRow) {
    let origin = origin(row)
    let count = record(
      { _ throws(InvalidRecord) in
        try JobCount(
          region: key.region, sector: key.sector, year: key.year, scenario: key.scenario, jobs: Jobs(amount),
          origin: origin)
      }, row: row)
    if let count { records.jobs.append(count) }
  }

  private mutating func jobCells() -> [JobCell] {
    rows.flatMap { row in isWholeYear(row) ? cells(of: row) : [] }
  }

  /// Quarters and months are left out; a year that is missing is an error later.
  private mutating func isWholeYear(_ row: SourceRow) -> Bool {
    guard let text = text(.year, row), PeriodText.year(text) == nil, PeriodText.isPartOfYear(text) else { return true }
    findings.tally(
      .note, "jobs.part-of-year", row: row.number, value: text,
      LocalizedText(nl: "geen heel jaar; overgeslagen", en: "not a whole year; left out"),
      remedy: LocalizedText(nl: "Geen actie nodig.", en: "No action needed."))
    return false
  }

  private mutating func cells(of row: SourceRow) -> [JobCell] {
    let year = requiredYear(row)
    let region = statedRegion(row)
    let amounts = mapping.spread == nil ? longAmount(row) : spreadAmounts(row)
    guard let year, let region else { return [] }
    return amounts.map {
      JobCell(row: row, region: region, sector: $0.sector, year: year, scenario: text(.scenario, row), jobs: $0.jobs)
    }
  }

  private mutating func longAmount(_ row: SourceRow) -> [(sector: String, jobs: Double)] {
    guard let sector = key(.sector, row), let jobs = number(.jobs, row) else { return [] }
    return [(sector, jobs)]
  }

  private mutating func spreadAmounts(_ row: SourceRow) -> [(sector: String, jobs: Double)] {
    let factor = mapping.factors[Field.jobs.rawValue] ?? 1
    return fields.fit.spread.keys.sorted().compactMap { sector in
      let column = fields.fit.spread[sector]
      let cell = column.map { row.cells[$0] } ?? .empty
      return measured(cell, column: column, field: Field.jobs.rawValue, row).map { (sector, $0.value * factor) }
    }
  }

  /// A table that has municipalities counts those only: its totals of larger regions would count twice.
  private mutating func onlyMunicipalities(_ cells: [JobCell]) -> [JobCell] {
    guard cells.contains(where: { $0.region.level == .municipality }) else { return cells }
    for cell in cells where cell.region.level != .municipality {
      findings.tally(
        .note, "jobs.larger-region", row: cell.row.number, value: cell.region.text,
        LocalizedText(
          nl: "geen gemeente; overgeslagen, want de gemeenten tellen al mee",
          en: "not a municipality; left out, because the municipalities count already"),
        remedy: LocalizedText(nl: "Geen actie nodig.", en: "No action needed."))
    }
    return cells.filter { $0.region.level == .municipality }
  }

  /// Sections whose divisions are in the table too: their rows are totals.
  private func sectionsWithDivisions(_ cells: [JobCell]) -> Set<String> {
    let codes = Set(cells.map(\.sector)).compactMap(SBI2008.code)
    return Set(codes.filter { !SBI2008.isSection($0) }.compactMap(SBI2008.section))
  }

  /// The sector of a cell; nil for a total, the code itself where no sector has it.
  private mutating func sector(_ cell: JobCell, covered: Set<String>) -> String? {
    let sectors = context.rules.sectors
    if sectors[cell.sector] != nil { return cell.sector }
    guard let code = SBI2008.code(in: cell.sector) else { return unknownSector(cell) }
    if covered.contains(code) {
      tallyTotal(cell)
      return nil
    }
    return sectors.sector(ofSBI: code)?.id ?? unknownSector(cell)
  }

  private mutating func successors(of cell: JobCell) -> [Successor] {
    guard cell.region.level == .municipality else { return [Successor(code: cell.region, share: 1)] }
    return presentMunicipalities(cell.region, year: cell.year, cell.row)
  }
}

extension TableReading {
  private mutating func unknownSector(_ cell: JobCell) -> String {
    findings.tally(
      .warning, "jobs.sector-unknown", row: cell.row.number, field: fields.columnName(Field.sector.rawValue),
      value: cell.sector,
      LocalizedText(
        nl: "hoort bij geen of bij meer dan één sector; bewaard, maar telt niet mee in de vraag",
        en: "belongs to no sector or to more than one; kept, but does not count in demand"),
      remedy: LocalizedText(
        nl: "Lever SBI-afdelingen (twee cijfers), of vertaal de code in de kolomkoppeling (values: sector).",
        en: "Deliver SBI divisions (two digits), or translate the code in the mapping (values: sector)."))
    return cell.sector
  }

  private mutating func tallyTotal(_ cell: JobCell) {
    findings.tally(
      .note, "jobs.section-total", row: cell.row.number, field: fields.columnName(Field.sector.rawValue),
      value: cell.sector,
      LocalizedText(
        nl: "totaal van afdelingen die ook in de tabel staan; overgeslagen",
        en: "total of divisions that are in the table too; left out"),
      remedy: LocalizedText(nl: "Geen actie nodig.", en: "No action needed."))
  }

  private mutating func reportTwice(_ cell: JobCell) {
    findings.report(
      .error, "jobs.duplicate", row: cell.row.number, value: "\(cell.region) \(cell.sector) \(cell.year)",
      LocalizedText(
        nl: "deze regio, sector en dit jaar komen twee keer voor", en: "this region, sector and year occur twice"),
      remedy: LocalizedText(nl: "Verwijder een van de rijen.", en: "Remove one of the rows."))
  }
}
