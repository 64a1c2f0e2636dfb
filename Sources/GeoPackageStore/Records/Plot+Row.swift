import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// A plot as it belongs to one measurement of its park.
struct PlotRow: StoredRecord {
  /// A park at a reference date.
  struct ParkKey: Hashable {
    let rin: RINNumber
    let referenceDate: CalendarDate
  }

  let plot: Plot
  let park: ParkKey

  static let recordKind = RecordKind(
    "kavels", title: "Kavels", summary: "Kavels van werklocaties, per peildatum van de werklocatie",
    columns: [
      .required("rin_nummer"), .required(parkDate, .date), .required("kavel_id"), .required("status"),
      .optional("eigenaar"), .required("oppervlakte_m2", .number), .optional("milieucategorie"),
    ] + Column.origin,
    key: ["rin_nummer", parkDate, "kavel_id"], isDated: false,
    withoutShape: ("kavels_zonder_vlak", "Kavels zonder vlak"))

  static let parkDate = "peildatum_werklocatie"

  var shape: MultiPolygon? { plot.outline }

  init(_ plot: Plot, of park: WorkLocation) {
    self.plot = plot
    self.park = ParkKey(rin: park.rin, referenceDate: park.origin.referenceDate)
  }

  func write(to row: inout RowWriter) {
    row.add(park.rin.text)
    row.add(park.referenceDate)
    row.add(plot.id)
    row.add(plot.status.rawValue)
    row.add(plot.owner)
    row.add(plot.area.value)
    row.add(plot.category?.rawValue)
    row.add(plot.origin)
  }

  init(from row: inout RowReader) throws {
    park = ParkKey(rin: try row.rin(), referenceDate: try row.date())
    let id = try row.requiredText()
    let status = PlotStatus(rawValue: try row.requiredText())
    let owner = row.text()
    let area = SquareMetres(try row.requiredNumber())
    let category = row.category()
    let origin = try row.origin()
    plot = try Plot(
      id: id, park: park.rin, status: status, owner: owner, area: area, category: category, outline: row.shape(),
      origin: origin)
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.park.rin, left.plot.id) < (right.park.rin, right.plot.id)
  }
}
