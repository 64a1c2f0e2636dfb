import PlaneGeometry
import Provenance
import Quantities

/// Collects the values of one row in the order of its table's columns.
struct RowWriter {
  private(set) var values: [RowValue] = []
  // Neighbouring rows mostly share their date: it is written out once.
  private var latestDate: (date: CalendarDate, text: String)?

  mutating func clear() { values.removeAll(keepingCapacity: true) }

  mutating func add(_ text: String?) { values.append(text.map(RowValue.text) ?? .null) }
  mutating func add(_ number: Double?) { values.append(number.map(RowValue.number) ?? .null) }
  mutating func add(_ whole: Int?) { values.append(whole.map(RowValue.whole) ?? .null) }
  mutating func add(_ flag: Bool) { values.append(.whole(flag ? 1 : 0)) }

  mutating func add(_ date: CalendarDate) {
    let text = latestDate.flatMap { $0.date == date ? $0.text : nil } ?? date.description
    latestDate = (date, text)
    add(text)
  }

  mutating func add(_ point: Point?) {
    add(point?.x)
    add(point?.y)
  }

  /// A list or table as JSON text; NULL when it is empty.
  mutating func add(json value: some Encodable & Collection) throws {
    try add(value.isEmpty ? nil : JSONText.encode(value))
  }

  mutating func add(_ origin: Origin) {
    add(origin.referenceDate)
    add(origin.snapshot)
    add(origin.row)
  }

  /// Exterior rings counter-clockwise, holes clockwise, as the PDOK validator recommends.
  mutating func add(_ shape: MultiPolygon) {
    values.append(.bytes(GeoPackageBinary.encode(shape.oriented())))
  }
}
