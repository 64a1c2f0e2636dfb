import Provenance
import Quantities
import WorkLocations

extension Cluster: StoredRecord {
  static let recordKind = RecordKind(
    "clusters", title: "Clusters en campussen", summary: "Industrieclusters en campussen met hun werklocaties",
    columns: [
      .required("cluster_id"), .required("naam"), .choice("soort", Cluster.Kind.self), .optional("fase"),
      .optional("gemeenten"), .optional("werklocaties"),
    ] + Column.point + Column.origin,
    key: ["cluster_id"])

  func write(to row: inout RowWriter) throws {
    row.add(id)
    row.add(name)
    row.add(kind.rawValue)
    row.add(phase)
    try row.add(json: municipalities)
    try row.add(json: parks)
    row.add(point)
    row.add(origin)
  }

  init(from row: inout RowReader) throws {
    try self.init(
      id: row.requiredText(), name: row.requiredText(), kind: row.choice(Cluster.Kind.self), phase: row.text(),
      municipalities: row.regions(), parks: row.json([RINNumber].self) ?? [], point: row.point(), origin: row.origin())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool { left.id < right.id }
}

extension HousingArea: StoredRecord {
  static let recordKind = RecordKind(
    "woningbouwgebieden", title: "Woningbouwgebieden", summary: "Grootschalige woningbouwgebieden",
    columns: [
      .required("gebied_id"), .required("naam"), .optional("gemeenten"), .optional("woningen", .whole),
    ] + Column.point + Column.origin,
    key: ["gebied_id"])

  func write(to row: inout RowWriter) throws {
    row.add(id)
    row.add(name)
    try row.add(json: municipalities)
    row.add(homes)
    row.add(point)
    row.add(origin)
  }

  init(from row: inout RowReader) throws {
    try self.init(
      id: row.requiredText(), name: row.requiredText(), municipalities: row.regions(), homes: row.whole(),
      point: row.point(), origin: row.origin())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool { left.id < right.id }
}
