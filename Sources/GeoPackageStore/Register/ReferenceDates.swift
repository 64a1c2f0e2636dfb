import GRDB
import Quantities

/// The reference dates of stored records.
enum ReferenceDates {
  /// Ascending. Dates that are none, which only another program can have written, are left out.
  static func all(of kinds: [RecordKind], in database: Database) throws -> [CalendarDate] {
    let each = kinds.flatMap(\.tables).map { "SELECT \(Column.referenceDate) FROM \($0.quotedName)" }
    let texts = try String.fetchAll(database, sql: each.joined(separator: " UNION "))
    return texts.compactMap { CalendarDate($0) }.sorted()
  }

  static func newest(of kinds: [RecordKind], in database: Database) throws -> CalendarDate? {
    try all(of: kinds, in: database).last
  }

  /// The first and last date of a kind as they are stored; nil when it has no records.
  static func range(of kind: RecordKind, in database: Database) throws -> ClosedRange<String>? {
    let each = kind.tables.flatMap { table in
      ["min", "max"].map { "SELECT \($0)(\(Column.referenceDate)) FROM \(table.quotedName)" }
    }
    let bounds = try each.compactMap { try String.fetchOne(database, sql: $0) }
    guard let first = bounds.min(), let last = bounds.max() else { return nil }
    return first...last
  }
}
