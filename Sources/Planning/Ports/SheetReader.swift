import SourceMapping

/// Reads a sheet of a workbook cell by cell, with moments as the numbers in which a workbook keeps them.
public protocol SheetReader: Sendable {
  /// The cells of one sheet.
  /// - Parameters:
  ///   - name: the sheet that is wanted.
  ///   - orFirst: whether the first sheet is taken where none has that name.
  /// - Returns: nil where no sheet has that name.
  /// - Throws: `PlanningError` with a readable reason and remedy.
  func sheet(_ name: String, orFirst: Bool, of path: String) throws -> WorkbookSheet?
}

/// One sheet of a workbook as it was read — *werkblad*.
public struct WorkbookSheet: Sendable, Hashable {
  public let name: String
  /// Names of all sheets of the workbook, in its order.
  public let siblings: [String]
  /// Whether day 0 of a moment is 1 January 1904 instead of 30 December 1899.
  public let countsFrom1904: Bool
  /// Texts of the first row that holds anything.
  public let columns: [String]
  /// The rows below it that hold anything, with their distance to it.
  public let rows: [SourceRow]

  public init(name: String, siblings: [String], countsFrom1904: Bool, columns: [String], rows: [SourceRow]) {
    self.name = name
    self.siblings = siblings
    self.countsFrom1904 = countsFrom1904
    self.columns = columns
    self.rows = rows
  }
}
