import Foundation
import GRDB
import Planning

/// A GeoPackage that appears under its name only when it is complete.
enum NewGeoPackage {
  /// Makes a file beside `path`, lets `fill` write it, and gives it its name; what had that name is gone then.
  /// - Throws: `PlanningError.cannotWrite`.
  static func write(to path: String, fill: (DatabaseQueue) throws -> Void) throws {
    let draft = path + ".nieuw"
    do {
      try remove(draft)
      try fillDraft(draft, fill)
      // A log of the former file would be taken for one of the new file.
      for leftover in [path + "-wal", path + "-shm"] { try removeFile(leftover) }
      guard rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? remove(draft)
      throw planningError(error, at: path)
    }
  }

  private static func fillDraft(_ draft: String, _ fill: (DatabaseQueue) throws -> Void) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // A draft that a power failure breaks has no name yet: it need not reach the disk step by step.
      try database.execute(sql: "PRAGMA synchronous = OFF")
    }
    let queue = try DatabaseQueue(path: draft, configuration: configuration)
    try fill(queue)
    try queue.close()
  }

  private static func remove(_ draft: String) throws {
    for file in [draft, draft + "-journal"] { try removeFile(file) }
  }

  private static func removeFile(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    try FileManager.default.removeItem(atPath: path)
  }

  private static func planningError(_ error: any Error, at path: String) -> PlanningError {
    switch error {
    case let error as PlanningError: error
    case let error as DatabaseError:
      RegisterProblem.unwritable(error.message ?? error.description).planningError(at: path)
    default: RegisterProblem.unwritable(error.localizedDescription).planningError(at: path)
    }
  }
}
