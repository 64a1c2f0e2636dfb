import Provenance
import Quantities
import WorkLocations

/// The real administrative divisions without anything generated — *indeling van Nederland*: the municipalities of 2023 with
/// their COROP areas and provinces, without boundaries, and the mergers since 1996.
///
/// Example: 342 municipalities, 40 COROP areas, 12 provinces and the country.
public func divisions(importedOn: CalendarDate) throws -> RegisterRecords {
  let facts = try Facts.embedded()
  let date = CalendarDate(startOf: DivisionYears.facts)
  let snapshot = SourceSnapshot(
    fileName: "feiten bij synthetisch Nederland", checksum: FowlerNollVo.digest("facts " + facts.digest),
    byteCount: facts.byteCount, subject: "regions", licence: "CC BY 4.0, bron: CBS, Kadaster", importedOn: importedOn,
    referenceDate: date, isSynthetic: false)
  var records = RegisterRecords()
  records.snapshots = [snapshot]
  records.mergers = facts.mergers
  records.regions = try facts.divisions(origin: Origin(snapshot: snapshot.id, referenceDate: date))
  return records
}

private enum DivisionYears {
  /// Year of the population figures; the division is that of 2023.
  static let facts = 2021
}

extension Facts {
  fileprivate func divisions(origin: Origin) throws(InvalidRecord) -> [Region] {
    let municipalities = try municipalities.map { fact throws(InvalidRecord) in
      try Region(
        code: fact.code, name: fact.name, level: .municipality, parents: [fact.corop, fact.province],
        population: fact.population, landArea: fact.land, point: fact.point, origin: origin)
    }
    func larger(_ areas: [RegionFact], _ level: RegionLevel) throws(InvalidRecord) -> [Region] {
      try areas.map { area throws(InvalidRecord) in
        try Region(
          code: area.code, name: area.name, level: level, parents: area.province.map { [$0] } ?? [], origin: origin)
      }
    }
    let country = try Region(code: .netherlands, name: "Nederland", level: .country, origin: origin)
    return municipalities + (try larger(corops, .corop)) + (try larger(provinces, .province)) + [country]
  }
}
