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
}
