import Provenance
import Quantities
import WorkLocations

extension JobCount: StoredRecord {
  static let recordKind = RecordKind(
    "banen", title: "Banen", summary: "Banen per regio, sector, jaar en scenario",
    columns: [
      .required("regiocode"), .required("sector"), .required("jaar", .whole), .optional("scenario"),
      .required("banen", .number),
    ] + Column.origin,
    key: ["regiocode", "sector", "jaar", "scenario"], replacementScope: ["regiocode", "jaar"])

  func write(to row: inout RowWriter) {
    row.add(region.text)
    row.add(sector)
    row.add(year)
    row.add(scenario)
    row.add(jobs.value)
    row.add(origin)
  }

  init(from row: inout RowReader) throws {
    try self.init(
      region: row.region(), sector: row.requiredText(), year: row.requiredWhole(), scenario: row.text(),
      jobs: Jobs(row.requiredNumber()), origin: row.origin())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.region, left.sector, left.year, left.scenario ?? "") < (
      right.region, right.sector, right.year, right.scenario ?? ""
    )
  }
}

extension LandUseObservation: StoredRecord {
  static let recordKind = RecordKind(
    "bodemgebruik", title: "Bodemgebruik", summary: "Bedrijventerrein volgens de bodemstatistiek, per regio en jaar",
    columns: [
      .required("regiocode"), .required("jaar", .whole), .required("bedrijventerrein_ha", .number),
    ] + Column.origin,
    key: ["regiocode", "jaar"], replacementScope: ["regiocode", "jaar"])

  func write(to row: inout RowWriter) {
    row.add(region.text)
    row.add(year)
    row.add(businessPark.value)
    row.add(origin)
  }

  init(from row: inout RowReader) throws {
    try self.init(
      region: row.region(), year: row.requiredWhole(), businessPark: GrossHectares(row.requiredNumber()),
      origin: row.origin())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.region, left.year) < (right.region, right.year)
  }
}

extension IssueObservation: StoredRecord {
  static let recordKind = RecordKind(
    "uitgifte", title: "Uitgifte", summary: "Uitgegeven en teruggekochte grond per gemeente of werklocatie en jaar",
    columns: [
      .required("gemeentecode"), .optional("rin_nummer"), .required("jaar", .whole),
      .required("uitgegeven_ha", .number),
      .required("teruggekocht_ha", .number),
    ] + Column.origin,
    key: ["gemeentecode", "rin_nummer", "jaar"], replacementScope: ["gemeentecode", "jaar"])

  func write(to row: inout RowWriter) {
    row.add(municipality.text)
    row.add(park?.text)
    row.add(year)
    row.add(issued.value)
    row.add(boughtBack.value)
    row.add(origin)
  }

  init(from row: inout RowReader) throws {
    try self.init(
      municipality: row.region(), park: row.optionalRIN(), year: row.requiredWhole(),
      issued: NetHectares(row.requiredNumber()), boughtBack: NetHectares(row.requiredNumber()), origin: row.origin())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.municipality, left.park?.text ?? "", left.year) < (right.municipality, right.park?.text ?? "", right.year)
  }
}

extension Establishment: StoredRecord {
  static let recordKind = RecordKind(
    "vestigingen", title: "Vestigingen", summary: "Vestigingen van bedrijven",
    columns: [
      .required("vestigingsnummer"), .optional("naam"), .required("gemeentecode"), .optional("sbi"),
      .required("sbi_versie", .whole), .optional("banen", .number),
    ] + Column.point + Column.origin,
    key: ["vestigingsnummer"], replacementScope: ["gemeentecode"])

  func write(to row: inout RowWriter) {
    row.add(id)
    row.add(name)
    row.add(municipality.text)
    row.add(sbi)
    row.add(sbiVersion)
    row.add(jobs?.value)
    row.add(location)
    row.add(origin)
  }

  init(from row: inout RowReader) throws {
    try self.init(
      id: row.requiredText(), name: row.text(), municipality: row.region(), sbi: row.text(),
      sbiVersion: row.requiredWhole(), jobs: row.number().map(Jobs.init), location: row.point(), origin: row.origin())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool { left.id < right.id }
}
