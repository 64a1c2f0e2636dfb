import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension Region: StoredRecord {
  static let recordKind = RecordKind(
    "regios", title: "Regio's", summary: "Gemeenten, COROP-gebieden, provincies en groeperingen met hun grens",
    columns: [
      .required("regiocode"), .required("naam"), .choice("niveau", RegionLevel.self), .optional("ligt_in"),
      .optional("inwoners", .whole), .optional("landoppervlak_ha", .number),
    ] + Column.point + [.required("grens_synthetisch", .flag)] + Column.origin,
    key: ["regiocode"], replacementScope: ["regiocode"],
    withoutShape: ("regios_zonder_grens", "Regio's zonder grens"))

  var shape: MultiPolygon? { boundary }

  func write(to row: inout RowWriter) throws {
    row.add(code.text)
    row.add(name)
    row.add(level.rawValue)
    try row.add(json: parents)
    row.add(population)
    row.add(landArea?.value)
    row.add(point)
    row.add(boundaryIsSynthetic)
    row.add(origin)
  }

  init(from row: inout RowReader) throws {
    let code = try row.region()
    let name = try row.requiredText()
    let level = try row.choice(RegionLevel.self)
    let parents = try row.regions()
    let population = row.whole()
    let landArea = row.number().map(GrossHectares.init)
    let point = row.point()
    let boundaryIsSynthetic = row.flag()
    let origin = try row.origin()
    try self.init(
      code: code, name: name, level: level, parents: parents, population: population, landArea: landArea, point: point,
      boundary: row.shape(), boundaryIsSynthetic: boundaryIsSynthetic, origin: origin)
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool { left.code < right.code }
}

extension MunicipalMerger: StoredRecord {
  static let recordKind = RecordKind(
    "herindelingen", title: "Herindelingen", summary: "Wijzigingen van gemeentecodes op 1 januari van een jaar",
    columns: [.required("jaar", .whole), .required("van"), .required("naar"), .required("aandeel", .number)],
    key: ["jaar", "van", "naar"], isDated: false)

  func write(to row: inout RowWriter) {
    row.add(year)
    row.add(from.text)
    row.add(to.text)
    row.add(share)
  }

  init(from row: inout RowReader) throws {
    try self.init(
      year: row.requiredWhole(), from: row.region(), to: row.region(), share: row.requiredNumber())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.year, left.from, left.to) < (right.year, right.from, right.to)
  }
}
