import GRDB
import Planning
import Provenance
import Quantities
import WorkLocations

/// A register in one GeoPackage file.
struct GeoPackageRegister: RegisterStore {
  let path: String
  private let queue: DatabaseQueue

  /// Opens a file that is known to be a register, and brings its tables to the present version.
  init(opening path: String) throws {
    self.path = path
    queue = try DatabaseQueue(path: path, configuration: Self.configuration)
    if try queue.read({ try !RegisterSchema.migrator.hasCompletedMigrations($0) }) {
      try RegisterSchema.migrator.migrate(queue)
    }
  }

  func load(asOf date: CalendarDate?) throws -> Register {
    try reading { database in
      var loading = RegisterLoading(database, path: path, date: date)
      return try loading.register()
    }
  }

  func referenceDates() throws -> [CalendarDate] {
    try reading { try ReferenceDates.all(of: [WorkLocation.recordKind], in: $0) }
  }

  func store(_ records: RegisterRecords) throws {
    try writing { database in
      var storing = RegisterStoring(database)
      try storing.store(records)
    }
  }

  func replaceSynthetic(with records: RegisterRecords) throws {
    try writing { database in
      var storing = RegisterStoring(database)
      try storing.store(records)
      try SyntheticReplacement(database, by: records).run()
    }
  }

  func store(forecasts: [StoredForecast]) throws {
    try writing { database in
      var storing = RegisterStoring(database)
      try storing.store(forecasts: forecasts)
    }
  }

  func forecasts() throws -> [StoredForecast] {
    try reading { database in
      var loading = RegisterLoading(database, path: path, date: nil)
      return try loading.forecasts()
    }
  }

  func store(hubs: [EnergyHub]) throws {
    try writing { database in
      var storing = RegisterStoring(database)
      try storing.store(hubs: hubs)
    }
  }

  func hubs() throws -> [EnergyHub] {
    try reading { database in
      var loading = RegisterLoading(database, path: path, date: nil)
      return try loading.hubs()
    }
  }

  private func reading<Answer>(_ work: (Database) throws -> Answer) throws -> Answer {
    do { return try queue.read(work) } catch let error as DatabaseError {
      throw RegisterProblem.damaged(error).planningError(at: path)
    }
  }

  private func writing(_ work: (Database) throws -> Void) throws {
    do {
      try queue.write { database in
        try work(database)
        try RegisterSchema.describeTables(in: database)
      }
      try emptyLog()
    } catch let error as DatabaseError {
      throw RegisterProblem.refused(error).planningError(at: path)
    }
  }

  /// Moves the write-ahead log into the file, so that a copy of the one file is complete. While another program reads, that
  /// must wait: what was stored is safe in the log.
  private func emptyLog() throws {
    do {
      _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED {
      return
    }
  }

  /// Readers go on while an import writes (WAL); a stored import survives a power failure (synchronous FULL), which costs
  /// one flush per import.
  private static let configuration: Configuration = {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -\(cacheSize)")
    }
    return configuration
  }()

  /// Kibibytes of pages to keep: an import that fits is written once, at its commit.
  private static let cacheSize = 65_536
  /// Seconds to wait for another program that writes.
  private static let patience = 5.0
}
