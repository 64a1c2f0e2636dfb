import CGEOS

/// A GEOS context with its own error memory: one per batch of calls, so that nothing is shared between threads.
final class GEOSSession {
  let context: GEOSContextHandle_t
  private var message: String?

  init() throws(GeometryError) {
    guard let context = GEOS_init_r() else { throw .operationFailed(operation: "GEOS_init_r", reason: "no memory") }
    self.context = context
    _ = GEOSContext_setErrorMessageHandler_r(
      context,
      { text, session in
        guard let text, let session else { return }
        Unmanaged<GEOSSession>.fromOpaque(session).takeUnretainedValue().message = String(cString: text)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { GEOS_finish_r(context) }

  /// Runs one call that makes a geometry.
  func shape(_ operation: String, _ call: (GEOSContextHandle_t) -> OpaquePointer?) throws(GeometryError) -> GEOSShape {
    guard let pointer = call(context) else { throw failure(operation) }
    return GEOSShape(owning: pointer, in: self)
  }

  /// Runs one call that writes a number and gives 0 on failure.
  func number(
    _ operation: String, _ call: (GEOSContextHandle_t, UnsafeMutablePointer<Double>) -> Int32
  ) throws(GeometryError) -> Double {
    var value = 0.0
    guard call(context, &value) == 1 else { throw failure(operation) }
    return value
  }

  func failure(_ operation: String) -> GeometryError {
    defer { message = nil }
    return .operationFailed(operation: operation, reason: message ?? "no reason given")
  }
}

/// Owns one GEOS geometry and keeps its session alive.
final class GEOSShape {
  let session: GEOSSession
  let pointer: OpaquePointer

  init(owning pointer: OpaquePointer, in session: GEOSSession) {
    self.session = session
    self.pointer = pointer
  }

  deinit { GEOSGeom_destroy_r(session.context, pointer) }

  /// Runs one call that makes a geometry from this one.
  func map(
    _ operation: String, _ call: (GEOSContextHandle_t, OpaquePointer) -> OpaquePointer?
  ) throws(GeometryError) -> GEOSShape {
    try session.shape(operation) { call($0, pointer) }
  }
}
