import Foundation
import GRDB
import PlaneGeometry
import Provenance
import Quantities

/// Reads the values of a row in the order of its table's columns, and makes values of ours of them.
struct RowReader {
  let table: Table
  /// Snapshots that the rows read so far refer to.
  private(set) var sources: Set<String> = []
  private var row: Row
  private var position = 0
  // Neighbouring rows mostly share their date and source: these are taken in once.
  private var latestDate: (text: String, date: CalendarDate)?
  private var latestSource = ""

  init(_ table: Table) {
    self.table = table
    row = Row()
  }

  mutating func begin(_ row: Row) {
    self.row = row
    position = 0
  }

  mutating func text() -> String? { next() }
  mutating func number() -> Double? { next() }
  mutating func whole() -> Int? { next() }
  mutating func flag() -> Bool { next() ?? false }

  mutating func requiredText() throws(RowProblem) -> String { try required() }
  mutating func requiredNumber() throws(RowProblem) -> Double { try required() }
  mutating func requiredWhole() throws(RowProblem) -> Int { try required() }

  mutating func choice<Choice: RawRepresentable<String>>(_: Choice.Type) throws(RowProblem) -> Choice {
    let text = try requiredText()
    guard let choice = Choice(rawValue: text) else { throw unreadable(text) }
    return choice
  }

  mutating func date() throws(RowProblem) -> CalendarDate {
    let text = try requiredText()
    if let latestDate, latestDate.text == text { return latestDate.date }
    guard let date = CalendarDate(text) else { throw unreadable(text) }
    latestDate = (text, date)
    return date
  }

  mutating func point() -> Point? {
    let (x, y) = (number(), number())
    guard let x, let y else { return nil }
    return Point(x: x, y: y)
  }

  mutating func json<Value: Decodable>(_ type: Value.Type) throws(RowProblem) -> Value? {
    guard let text = text() else { return nil }
    do { return try JSONText.decode(type, from: text) } catch { throw unreadable(text) }
  }

  mutating func list() throws(RowProblem) -> [String] { try json([String].self) ?? [] }

  mutating func origin() throws(RowProblem) -> Origin {
    let date = try date()
    let source = try requiredText()
    if source != latestSource {
      sources.insert(source)
      latestSource = source
    }
    return Origin(snapshot: source, referenceDate: date, row: whole())
  }

  /// The area of the row; nil in a table without geometry.
  func shape() throws -> MultiPolygon? {
    guard table.hasGeometry else { return nil }
    return try row.withUnsafeData(atIndex: table.columns.count) { bytes in
      guard let bytes else { return nil }
      return try GeoPackageBinary.decode(bytes).geometry.multiPolygon
    }
  }

  private mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value? {
    position += 1
    return row[position - 1]
  }

  private mutating func required<Value: DatabaseValueConvertible & StatementColumnConvertible>()
    throws(RowProblem) -> Value
  {
    guard let value: Value = next() else { throw missing() }
    return value
  }

  func missing() -> RowProblem { RowProblem(column: previousColumn, value: nil) }
  func unreadable(_ text: String) -> RowProblem { RowProblem(column: previousColumn, value: text) }

  private var previousColumn: String { table.columns[position - 1].name }
}

/// A stored value that cannot be what its column should hold.
struct RowProblem: Error, Equatable {
  let column: String
  /// Nil when the value is missing.
  let value: String?
}
