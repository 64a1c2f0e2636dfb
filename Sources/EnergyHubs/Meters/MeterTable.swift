import Provenance
import Quantities

/// A file of meter values as it was read: rows of text under names of columns — *meterbestand*.
public struct MeterTable: Sendable, Hashable {
  /// Whose values these are when the file has no column that says so: its name.
  public let connection: String?
  public let table: SeriesTable

  public init(connection: String?, table: SeriesTable) {
    self.connection = connection
    self.table = table
  }

  /// Whether a header belongs to a file with a connection and a value in each row.
  public static func isLong(_ columns: [String]) -> Bool {
    let roles = columns.map(MeterColumn.init)
    return roles.contains(.connection) && roles.contains { if case .amount = $0 { true } else { false } }
  }
}

extension MeterTable {
  /// One text per row, for the year and the step of a study.
  public var times: [String] { MeterLayout.times(table, table.columns.map(MeterColumn.init)).times }

  /// The step of a table by its times.
  public static func step(of times: [String]) -> TimeStep { MeterStep(times).timeStep }
}

/// One connection's values in one direction, placed in the year of the study — *meetreeks*.
public struct MeterSeries: Sendable, Hashable {
  /// The connection as the file names it.
  public let connection: String
  public let direction: MeterDirection
  /// kW; not a number where the file has nothing.
  public let series: RawSeries
  public let file: String?

  public init(connection: String, direction: MeterDirection, series: RawSeries, file: String?) {
    self.connection = connection
    self.direction = direction
    self.series = series
    self.file = file
  }
}

/// How times without more are to be taken.
public struct MeterRules: Sendable, Hashable {
  public var clock: SeriesFormat.Clock
  public var label: SeriesFormat.Label
  /// Unit of values for which a file names none.
  public var measure: SeriesFormat.Measure?

  public init(clock: SeriesFormat.Clock, label: SeriesFormat.Label = .start, measure: SeriesFormat.Measure? = nil) {
    self.clock = clock
    self.label = label
    self.measure = measure
  }
}
