import Provenance
import Quantities
import WorkLocations

private struct RegionYear: Hashable {
  let region: RegionCode
  let year: Int
}

extension TableReading {
  /// Business-park land per region and year. Empty cells are skipped. Merged municipalities stay as they were then, each with its
  /// own row; who needs those of today brings them forward by the merger table.
  mutating func readLandUse() {
    var totals = OrderedTotals<RegionYear>()
    for row in rows where text(.businessPark, row) != nil {
      guard let observation = record({ reading throws(InvalidRecord) in reading.landUse(row) }, row: row) else {
        continue
      }
      guard isKept(observation.region, year: observation.year, row) else { continue }
      totals.add(observation.area, to: RegionYear(region: observation.region, year: observation.year), row: row)
    }
    for total in totals.entries {
      let origin = origin(total.row)
      let observation = record(
        { _ throws(InvalidRecord) in
          try LandUseObservation(
            region: total.key.region, year: total.key.year, businessPark: GrossHectares(total.amount), origin: origin)
        }, row: total.row)
      if let observation { records.landUse.append(observation) }
    }
  }

  private mutating func landUse(_ row: SourceRow) -> (region: RegionCode, year: Int, area: Double)? {
    let area = hectares(Field.businessPark.rawValue, row)
    guard let region = statedRegion(row), let year = requiredYear(row), let area else { return nil }
    return (region, year, area)
  }

  /// Levels that the register has; urban areas and parts of the country are left out.
  private mutating func isKept(_ region: RegionCode, year: Int, _ row: SourceRow) -> Bool {
    switch region.level {
    case .municipality: return !presentMunicipalities(region, year: year, row).isEmpty
    case .grouping where context.regions[region] == nil:
      findings.tally(
        .note, "landuse.other-region", row: row.number, value: String(region.text.prefix(2)),
        LocalizedText(
          nl: "regio-indeling die het register niet heeft; overgeslagen",
          en: "regions that the register does not have; left out"),
        remedy: LocalizedText(nl: "Geen actie nodig.", en: "No action needed."))
      return false
    default: return true
    }
  }
}
