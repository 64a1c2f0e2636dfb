import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// A park without its plots, which have tables of their own.
extension WorkLocation: StoredRecord {
  static let recordKind = RecordKind(
    "werklocaties", title: "Werklocaties", summary: "Werklocaties met hun vlak, per peildatum",
    columns: [
      .required("rin_nummer"), .required("plannaam"), .required("gemeentecode"), .required("werklocatietype"),
      .choice("soort", ParkKind.self),
    ] + WorkLocationAttribute.all.map(\.column) + [.optional("overige_kolommen")] + Column.origin,
    key: ["rin_nummer"], replacementScope: ["gemeentecode"],
    withoutShape: ("werklocaties_zonder_vlak", "Werklocaties zonder vlak"))

  var shape: MultiPolygon? { outline }

  func write(to row: inout RowWriter) throws {
    row.add(rin.text)
    row.add(name)
    row.add(municipality.text)
    row.add(type.rawValue)
    row.add(kind.rawValue)
    for attribute in WorkLocationAttribute.all { row.add(attribute, of: attributes) }
    try row.add(json: otherColumns)
    row.add(origin)
  }

  init(from row: inout RowReader) throws { try self.init(from: &row, plots: [:]) }

  init(from row: inout RowReader, plots: [PlotRow.ParkKey: [Plot]]) throws {
    let rin = try row.rin()
    let name = try row.requiredText()
    let municipality = try row.region()
    let type = WorkLocationType(rawValue: try row.requiredText())
    let kind = try row.choice(ParkKind.self)
    let attributes = row.attributes()
    let otherColumns = try row.json([String: String].self) ?? [:]
    let origin = try row.origin()
    try self.init(
      rin: rin, name: name, municipality: municipality, type: type, kind: kind, attributes: attributes,
      plots: plots[PlotRow.ParkKey(rin: rin, referenceDate: origin.referenceDate)] ?? [], outline: row.shape(),
      otherColumns: otherColumns, origin: origin)
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool { left.rin < right.rin }
}

extension WorkLocationAttribute {
  fileprivate var column: Column { Column(name, isYear ? .whole : isNumeric ? .number : .text) }
}

extension RowWriter {
  fileprivate mutating func add(_ attribute: WorkLocationAttribute, of attributes: WorkLocationAttributes) {
    if attribute.isYear {
      add(attributes.number(attribute).map { Int($0) })
    } else if attribute.isNumeric {
      add(attributes.number(attribute))
    } else {
      add(attributes.text(attribute))
    }
  }
}

extension RowReader {
  fileprivate mutating func attributes() -> WorkLocationAttributes {
    var attributes = WorkLocationAttributes()
    for attribute in WorkLocationAttribute.all {
      if attribute.isNumeric {
        if let number = number() { attributes.set(attribute, number: number) }
      } else {
        if let text = text() { attributes.set(attribute, text: text) }
      }
    }
    return attributes
  }
}
