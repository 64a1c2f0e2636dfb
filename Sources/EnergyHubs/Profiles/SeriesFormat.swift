import Quantities

/// A table of text as it was read from a file; row 1 is the first below the header.
public struct SeriesTable: Sendable, Hashable {
  public let file: String?
  public let columns: [String]
  public let rows: [[String]]
  /// Rows here for each row of the file.
  let perRow: Int
  /// The files that the rows are of, one after the other; none where all are of `file`.
  let pieces: [Piece]

  /// Rows of one file.
  struct Piece: Sendable, Hashable {
    let file: String?
    let count: Int
  }

  public init(file: String? = nil, columns: [String], rows: [[String]]) {
    self.init(file: file, columns: columns, rows: rows, perRow: 1)
  }

  init(file: String?, columns: [String], rows: [[String]], perRow: Int, pieces: [Piece] = []) {
    self.pieces = pieces
    self.file = file
    self.columns = columns
    self.rows = rows
    self.perRow = perRow
  }
}

extension SeriesTable {
  /// The file of a row, and its place in it.
  func place(_ row: Int) -> (file: String?, row: Int) {
    var rest = row
    for piece in pieces {
      if rest <= piece.count { return (piece.file, rest) }
      rest -= piece.count
    }
    return (file, rest)
  }
}

/// How a table holds series — *reeksindeling*.
public struct SeriesFormat: Sendable, Codable, Hashable {
  public enum Layout: Sendable, Codable, Hashable {
    /// A column per connection; all other columns than time when none are named.
    case wide(columns: [String])
    /// One connection and one value in each row.
    case long(connection: String, value: String)
  }

  /// The clock of times without an offset.
  public enum Clock: String, Sendable, Codable, Hashable, CaseIterable {
    case utc, dutch
  }

  public enum Measure: String, Sendable, Codable, Hashable, CaseIterable {
    case kilowatts = "kW"
    case megawatts = "MW"
    case kilowattHoursPerStep = "kWh"
    /// A meter's counter in kWh; the series is its rise — *meterstand*, as of a P1 port. Read at any moments: between two readings that lie
    /// at most a step apart it rises evenly.
    case counter = "kWh-counter"
  }

  /// Whether a time names the beginning or the end of its step.
  public enum Label: String, Sendable, Codable, Hashable, CaseIterable {
    case start, end
  }

  public var timeColumn: String
  public var layout: Layout
  public var clock: Clock
  public var measure: Measure
  public var label: Label
  /// True where the file counts feed-in as positive.
  public var isReversed: Bool

  public init(
    timeColumn: String, layout: Layout, clock: Clock, measure: Measure, label: Label = .start, isReversed: Bool = false
  ) {
    self.timeColumn = timeColumn
    self.layout = layout
    self.clock = clock
    self.measure = measure
    self.label = label
    self.isReversed = isReversed
  }
}
