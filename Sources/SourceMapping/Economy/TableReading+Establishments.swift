import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension TableReading {
  /// Establishments, one per row. Without a municipality it is found by the point where real boundaries are known.
  mutating func readEstablishments() {
    let boundaries = BoundaryIndex(context.regions)
    var first: [String: Int] = [:]
    for row in rows {
      let establishment = record(
        { reading throws(InvalidRecord) in try reading.establishment(row, boundaries) }, row: row)
      guard let establishment else { continue }
      if let other = first.updateValue(row.number, forKey: establishment.id) {
        reportTwice(.establishment, establishment.id, row, other: other)
      }
      records.establishments.append(establishment)
    }
  }

  private mutating func establishment(_ row: SourceRow, _ boundaries: BoundaryIndex?) throws(InvalidRecord)
    -> Establishment?
  {
    let location = point(row)
    let jobs = number(.jobs, row).map(Jobs.init)
    let version = number(.sbiVersion, row).map { Int($0) } ?? Establishment.defaultSBIVersion
    guard let id = key(.establishment, row) else { return nil }
    let origin = origin(row)
    let stated = text(.municipalityCode, row) ?? text(.municipalityName, row)
    let found = stated == nil ? location.flatMap { boundaries?.municipality(at: $0) } : nil
    return try Establishment(
      id: id, name: text(.name, row), municipality: found ?? municipality(row, year: origin.referenceDate.year),
      sbi: text(.sbi, row), sbiVersion: version, jobs: jobs, location: location, origin: origin)
  }

  /// A key that occurs twice.
  mutating func reportTwice(_ field: Field, _ key: String, _ row: SourceRow, other: Int) {
    findings.report(
      .error, "record.duplicate", row: row.number, field: fields.columnName(field.rawValue), value: key,
      LocalizedText(nl: "komt ook voor in rij \(other)", en: "also occurs in row \(other)"),
      remedy: LocalizedText(
        nl: "Geef elke rij een eigen sleutel of verwijder de dubbele.",
        en: "Give every row its own key or remove the duplicate."))
  }
}
