import GRDB
import GRDBSQLite
import PlaneGeometry

/// The five functions that the triggers of a GeoPackage's R-tree call (OGC 12-128, annex F.3). SQLite lacks them; here they
/// read the header of the geometry, which holds the envelope.
///
/// Made with SQLite's own interface: for every area that is stored five of them are called, and GRDB's functions copy the
/// geometry for each call.
enum GeometryFunctions {
  /// - Throws: `DatabaseError`.
  static func register(in database: Database) throws {
    try register("ST_IsEmpty", in: database) { call, _, values in
      GeometryFunctions.answer(call, values) { sqlite3_result_int($0, $1 == nil ? 1 : 0) }
    }
    try register("ST_MinX", in: database) { call, _, values in
      GeometryFunctions.answer(call, values) { GeometryFunctions.give($0, $1?.minX) }
    }
    try register("ST_MaxX", in: database) { call, _, values in
      GeometryFunctions.answer(call, values) { GeometryFunctions.give($0, $1?.maxX) }
    }
    try register("ST_MinY", in: database) { call, _, values in
      GeometryFunctions.answer(call, values) { GeometryFunctions.give($0, $1?.minY) }
    }
    try register("ST_MaxY", in: database) { call, _, values in
      GeometryFunctions.answer(call, values) { GeometryFunctions.give($0, $1?.maxY) }
    }
  }

  private typealias Call = OpaquePointer?
  private typealias Values = UnsafeMutablePointer<OpaquePointer?>?

  private static func register(
    _ name: String, in database: Database, _ function: @convention(c) (Call, Int32, Values) -> Void
  ) throws {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
    let code = sqlite3_create_function_v2(database.sqliteConnection, name, 1, flags, nil, function, nil, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// Answers a call by the envelope of its value; NULL for NULL and for bytes that are no geometry, as other
  /// implementations do.
  private static func answer(_ call: Call, _ values: Values, _ give: (Call, BoundingBox?) -> Void) {
    guard let envelope = Envelope(of: values?[0]) else { return sqlite3_result_null(call) }
    give(call, envelope.boundingBox)
  }

  private static func give(_ call: Call, _ number: Double?) {
    guard let number else { return sqlite3_result_null(call) }
    sqlite3_result_double(call, number)
  }

  /// The envelope of a geometry: from its header, else from its coordinates.
  private struct Envelope {
    let boundingBox: BoundingBox?

    init?(of value: OpaquePointer?) {
      guard sqlite3_value_type(value) == SQLITE_BLOB, let start = sqlite3_value_blob(value) else { return nil }
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
      guard let header = try? GeoPackageBinary.header(of: bytes) else { return nil }
      if header.isEmpty || header.boundingBox != nil {
        boundingBox = header.boundingBox
      } else {
        boundingBox = (try? GeoPackageBinary.decode(bytes))?.geometry.boundingBox
      }
    }
  }
}
