import Quantities
import WorkLocations

/// A stored register — *opgeslagen register*.
public protocol RegisterStore: Sendable {
  /// The register as it stood on a date; nil takes the latest reference date.
  /// - Throws: `PlanningError` when the file cannot be read or holds no register.
  func load(asOf date: CalendarDate?) throws -> Register
  /// Stores records in one transaction: all or nothing. A record with the same key and reference date is replaced.
  func store(_ records: RegisterRecords) throws
  /// Removes every record whose snapshot is synthetic and of the subjects that `records` replaces, then stores `records`;
  /// one transaction. Real data takes the place of the example's.
  func replaceSynthetic(with records: RegisterRecords) throws
  /// Reference dates of the parks in the store, ascending.
  func referenceDates() throws -> [CalendarDate]
}

/// Opens and creates stored registers.
public protocol RegisterLibrary: Sendable {
  /// - Throws: `PlanningError.fileMissing` or `.notARegister`.
  func open(_ path: String) throws -> any RegisterStore
  /// Creates an empty register; an existing file is replaced only with `overwrite`.
  func create(_ path: String, overwrite: Bool) throws -> any RegisterStore
}
