import Foundation
import GRDB
import GeoPackageStore
import PlaneGeometry
import Planning

/// A folder of its own for a test; gone when the test is.
final class Workplace: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("werklocaties-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func newRegister(_ name: String = "register.gpkg") throws -> any RegisterStore {
    try GeoPackageRegisterLibrary().create(path(name), overwrite: false)
  }

  /// Opens a file as a program that knows nothing of our functions.
  func database(_ name: String = "register.gpkg") throws -> DatabaseQueue { try DatabaseQueue(path: path(name)) }

  var fileNames: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}

/// Places outside the package that tests read when they are there.
enum Shared {
  static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The root of the repository or of a work tree of it has the shared folder beside it.
  static func geopackage(_ name: String) -> String? {
    [packageRoot.appendingPathComponent("../shared"), packageRoot.appendingPathComponent("../../shared")]
      .map { $0.appendingPathComponent("data/geopackage/\(name)").standardizedFileURL.path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }
}

/// Another program that judges our files.
struct OtherProgram: Sendable {
  let executable: String

  /// Looks in the project's own tools, then along PATH.
  init?(_ name: String) {
    let own = Shared.packageRoot.appendingPathComponent(".tools/test-python/bin").path
    let folders = [own] + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let found = folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    executable = found
  }

  /// What the program prints; throws when it fails.
  func callAsFunction(_ arguments: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure(text: text) }
    return text
  }

  struct Failure: Error { let text: String }
}
