import Foundation
import GRDB
import Planning

/// Opens and creates registers that are one GeoPackage file each.
public struct GeoPackageRegisterLibrary: RegisterLibrary {
  public init() {}

  public func open(_ path: String) throws -> any RegisterStore {
    guard FileManager.default.fileExists(atPath: path) else { throw PlanningError.fileMissing(path: path) }
    do {
      if let problem = try problem(with: path) { throw problem.planningError(at: path) }
      return try GeoPackageRegister(opening: path)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw RegisterProblem.notAGeoPackage.planningError(at: path)
    } catch let error as DatabaseError {
      throw RegisterProblem.damaged(error).planningError(at: path)
    }
  }

  public func create(_ path: String, overwrite: Bool) throws -> any RegisterStore {
    guard overwrite || !FileManager.default.fileExists(atPath: path) else {
      throw RegisterProblem.exists.planningError(at: path)
    }
    try NewGeoPackage.write(to: path) { try RegisterSchema.migrator.migrate($0) }
    return try open(path)
  }

  /// Looks into a file without changing it: opening it as a register would set its journal mode.
  private func problem(with path: String) throws -> RegisterProblem? {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { database in
      let identifier = try Int.fetchOne(database, sql: "PRAGMA application_id")
      guard identifier == GeoPackageFormat.applicationIdentifier else { return .notAGeoPackage }
      let migrations = try RegisterSchema.migrator.appliedIdentifiers(database)
      guard migrations.contains(where: { $0.hasPrefix(RegisterSchema.migrationPrefix) }) else { return .notARegister }
      return try RegisterSchema.migrator.hasBeenSuperseded(database) ? .newerVersion : nil
    }
  }
}
