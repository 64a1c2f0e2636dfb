import Foundation
import GRDB
import PlaneGeometry
import Provenance
import Quantities

/// Collects the values of one row in the order of its table's columns.
struct RowWriter {
  private(set) var values: [(any DatabaseValueConvertible)?] = []

  mutating func clear() { values.removeAll(keepingCapacity: true) }

  mutating func add(_ text: String?) { values.append(text) }
  mutating func add(_ number: Double?) { values.append(number) }
  mutating func add(_ whole: Int?) { values.append(whole) }
  mutating func add(_ flag: Bool) { values.append(flag) }
  mutating func add(_ date: CalendarDate) { add(date.description) }

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
    values.append(Data(GeoPackageBinary.encode(shape.oriented())))
  }
}

extension Statement {
  /// Runs with one value for each place; unchecked, because values and places come from the same list of columns.
  func run(_ values: [(any DatabaseValueConvertible)?]) throws {
    setUncheckedArguments(StatementArguments(values))
    try execute()
  }
}
