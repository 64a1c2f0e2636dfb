import Quantities
import WorkLocations

/// A stored register — *opgeslagen register*.
public protocol RegisterStore: Sendable {
  /// The register as it stood on a date: of every record the latest with a reference date on or before it. Nil takes the
  /// latest of everything; the register then bears the newest reference date of its parks. Records come in the order of
  /// their keys.
  /// - Throws: `PlanningError` when the file cannot be read, holds nothing, or has rows that are no valid records.
  func load(asOf date: CalendarDate?) throws -> Register
  /// Stores records in one transaction: all or nothing. A record with the same key and reference date is replaced; the plots
  /// of a park come and go with that park's measurement. `records` must bring the snapshots its records come from, or the
  /// store must have them.
  /// - Throws: `PlanningError`; the store is then as it was.
  func store(_ records: RegisterRecords) throws
  /// Stores `records` and removes the generated records whose place they take, in one transaction. Which generated records
  /// go depends on their kind; a kind of which `records` has none keeps all of them:
  /// - parks (with their plots), plans, withdrawals, establishments: those in the municipalities that occur in `records`, so
  ///   that a partial real register takes the place of the example there and only there;
  /// - regions: those with the same code; jobs, land use: those of the same region and year; issued land: those of the same
  ///   municipality and year;
  /// - clusters and housing areas: all, because their lists are national.
  ///
  /// Plans, withdrawals and clusters that named a generated park that is gone stay, without that reference. Generated
  /// snapshots that no record refers to any more go too. The new records are those of `records.snapshots`.
  /// - Throws: `PlanningError`; the store is then as it was.
  func replaceSynthetic(with records: RegisterRecords) throws
  /// Reference dates of the parks in the store, ascending.
  func referenceDates() throws -> [CalendarDate]
  /// Keeps forecasts, to be scored when what they are of has happened. One with the same key is replaced.
  /// - Throws: `PlanningError`; the store is then as it was.
  func store(forecasts: [StoredForecast]) throws
  /// Every forecast in the store, in the order of their keys.
  func forecasts() throws -> [StoredForecast]
  /// Keeps energy hubs with their history. One with the same name is replaced whole.
  /// - Throws: `PlanningError`; the store is then as it was.
  func store(hubs: [EnergyHub]) throws
  /// Every energy hub in the store, in the order of their names.
  func hubs() throws -> [EnergyHub]
}

/// Opens and creates stored registers.
public protocol RegisterLibrary: Sendable {
  /// - Throws: `PlanningError.fileMissing`, or `.cannotRead` for a file that is no register or of a newer version.
  func open(_ path: String) throws -> any RegisterStore
  /// Creates an empty register; an existing file is replaced only with `overwrite`.
  /// - Throws: `PlanningError.cannotWrite`.
  func create(_ path: String, overwrite: Bool) throws -> any RegisterStore
}
