import CPROJ

/// PROJ's working memory: one per transformation, so that nothing is shared between threads. Never uses the network.
final class ProjectionContext {
  let pointer: OpaquePointer

  init(gridDirectories: [String]) throws(GeometryError) {
    guard let context = proj_context_create() else {
      throw .operationFailed(operation: "proj_context_create", reason: "no memory")
    }
    pointer = context
    proj_log_level(context, PJ_LOG_NONE)
    proj_context_set_enable_network(context, 0)
    if !gridDirectories.isEmpty { setSearchPaths(gridDirectories + Self.defaultPaths) }
  }

  deinit { proj_context_destroy(pointer) }

  var lastError: String {
    let number = proj_context_errno(pointer)
    guard number != 0, let text = proj_context_errno_string(pointer, number) else { return "no operation found" }
    return String(cString: text)
  }

  private func setSearchPaths(_ paths: [String]) {
    withCStrings(paths) { proj_context_set_search_paths(pointer, Int32(paths.count), $0) }
  }

  /// Where PROJ looks by itself; setting paths replaces these. Read once, because PROJ overwrites the text on every
  /// request.
  private static let defaultPaths: [String] =
    proj_info().searchpath.map { String(cString: $0).split(separator: ":").map(String.init) } ?? []
}

/// PROJ copies the strings, so they only have to live during the call.
private func withCStrings(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Void) {
  let bytes = strings.map { Array($0.utf8CString) }
  let starts = bytes.reduce(into: [0]) { starts, text in starts.append(starts[starts.count - 1] + text.count) }
  bytes.flatMap { $0 }.withUnsafeBufferPointer { buffer in
    let pointers = starts.dropLast().map { start in buffer.baseAddress.map { $0 + start } }
    pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
