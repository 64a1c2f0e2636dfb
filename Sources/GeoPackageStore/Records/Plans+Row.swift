import Provenance
import Quantities
import WorkLocations

extension PlanCapacity: StoredRecord {
  static let recordKind = RecordKind(
    "plancapaciteit", title: "Plancapaciteit", summary: "Geplande uitgeefbare grond naar planhardheid",
    columns: [
      .required("plan_id"), .required("naam"), .required("gemeentecode"), .optional("rin_nummer"),
      .choice("planhardheid", PlanHardness.self), .required("oppervlakte_ha", .number),
      .optional("verwacht_jaar", .whole),
      .choice("locatietype", LocationType.self), .optional("max_milieucategorie"),
      .required("watergebonden", .flag), .optional("grootste_deel_ha", .number),
    ] + Column.origin,
    key: ["plan_id"], replacementScope: ["gemeentecode"])

  func write(to row: inout RowWriter) {
    row.add(id)
    row.add(name)
    row.add(municipality.text)
    row.add(park?.text)
    row.add(hardness.rawValue)
    row.add(area.value)
    row.add(expectedYear)
    row.add(locationType.rawValue)
    row.add(maximumCategory?.rawValue)
    row.add(isWaterBound)
    row.add(largestPart?.value)
    row.add(origin)
  }

  init(from row: inout RowReader) throws {
    try self.init(
      id: row.requiredText(), name: row.requiredText(), municipality: row.region(), park: row.optionalRIN(),
      hardness: row.choice(PlanHardness.self), area: NetHectares(row.requiredNumber()), expectedYear: row.whole(),
      locationType: row.choice(LocationType.self), maximumCategory: row.category(), isWaterBound: row.flag(),
      largestPart: row.number().map(NetHectares.init), origin: row.origin())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool { left.id < right.id }
}

extension Withdrawal: StoredRecord {
  static let recordKind = RecordKind(
    "onttrekkingen", title: "Onttrekkingen", summary: "Grond die in een gepland jaar uit de voorraad gaat",
    columns: [
      .required("onttrekking_id"), .required("naam"), .required("gemeentecode"), .optional("rin_nummer"),
      .required("jaar", .whole), .required("oppervlakte_ha", .number), .optional("max_milieucategorie"),
      .required("watergebonden", .flag), .optional("terugkerend_aandeel", .number), .optional("woningbouwgebied"),
    ] + Column.origin,
    key: ["onttrekking_id"], replacementScope: ["gemeentecode"])

  func write(to row: inout RowWriter) {
    row.add(id)
    row.add(name)
    row.add(municipality.text)
    row.add(park?.text)
    row.add(year)
    row.add(area.value)
    row.add(maximumCategory?.rawValue)
    row.add(isWaterBound)
    row.add(returningShare)
    row.add(housingArea)
    row.add(origin)
  }

  init(from row: inout RowReader) throws {
    try self.init(
      id: row.requiredText(), name: row.requiredText(), municipality: row.region(), park: row.optionalRIN(),
      year: row.requiredWhole(), area: NetHectares(row.requiredNumber()), maximumCategory: row.category(),
      isWaterBound: row.flag(), returningShare: row.number(), housingArea: row.text(), origin: row.origin())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool { left.id < right.id }
}
