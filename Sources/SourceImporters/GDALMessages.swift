import CGDAL

/// What GDAL says while a piece of work runs on this thread; nothing reaches the terminal.
final class GDALMessages {
  private(set) var failures: [String] = []

  /// Runs the work with GDAL's messages of this thread collected.
  static func collecting<Result, Failure: Error>(
    _ work: (GDALMessages) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let messages = GDALMessages()
    CPLPushErrorHandlerEx(note, Unmanaged.passUnretained(messages).toOpaque())
    defer { withExtendedLifetime(messages) { CPLPopErrorHandler() } }
    return try work(messages)
  }

  private static let note: CPLErrorHandler = { severity, _, text in
    guard severity == CE_Failure || severity == CE_Fatal, let text, let target = CPLGetErrorHandlerUserData() else {
      return
    }
    Unmanaged<GDALMessages>.fromOpaque(target).takeUnretainedValue().failures.append(String(cString: text))
  }
}
