import GRDB
import GRDBSQLite

/// A value on its way into a row.
enum RowValue {
  case null
  case whole(Int)
  case number(Double)
  case text(String)
  case bytes([UInt8])
}

extension Statement {
  /// Runs with one value for each place. Binds by SQLite's own functions: an import binds a quarter of a million values, and
  /// GRDB's arguments cost more than storing them.
  /// - Throws: `DatabaseError`.
  func run(_ values: [RowValue]) throws {
    defer { sqlite3_reset(sqliteStatement) }
    sqlite3_clear_bindings(sqliteStatement)
    for (index, value) in values.enumerated() { value.bind(to: sqliteStatement, at: Int32(index + 1)) }
    var code = sqlite3_step(sqliteStatement)
    while code == SQLITE_ROW { code = sqlite3_step(sqliteStatement) }
    if code != SQLITE_DONE { throw error }
  }

  private var error: DatabaseError {
    let connection = sqlite3_db_handle(sqliteStatement)
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: sqlite3_errmsg(connection).map { String(cString: $0) }, sql: sql)
  }
}

extension RowValue {
  /// A value that cannot be bound, for lack of memory only, leaves NULL: required columns then refuse the row.
  fileprivate func bind(to statement: SQLiteStatement, at place: Int32) {
    switch self {
    case .null: break  // As every place is before it is bound.
    case .whole(let whole): sqlite3_bind_int64(statement, place, Int64(whole))
    case .number(let number): sqlite3_bind_double(statement, place, number)
    case .text(var text):
      text.withUTF8 { bytes in
        _ = bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), Self.copied)
        }
      }
    case .bytes(let bytes):
      bytes.withUnsafeBytes { _ = sqlite3_bind_blob64(statement, place, $0.baseAddress, UInt64($0.count), Self.copied) }
    }
  }

  /// `SQLITE_TRANSIENT`, a macro that Swift does not see: SQLite copies the bytes.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
