import PlaneGeometry

/// One cell of a source file as it was read.
public enum SourceCell: Sendable, Hashable {
  case empty
  case text(String)
  case number(Double)
}

/// One row or feature of a source file.
public struct SourceRow: Sendable, Hashable {
  /// Position in the file, from 1; the header is not counted.
  public let number: Int
  /// Cells in the order of the table's columns.
  public let cells: [SourceCell]
  /// Shape in the table's coordinate system; nil without one.
  public let geometry: Geometry?
  /// Why the row has no shape although the file gives one; nil when nothing is wrong.
  public let geometryProblem: String?

  public init(number: Int, cells: [SourceCell], geometry: Geometry? = nil, geometryProblem: String? = nil) {
    self.number = number
    self.cells = cells
    self.geometry = geometry
    self.geometryProblem = geometryProblem
  }
}

/// A table or layer as a reader found it, before any meaning is given to it — *brontabel*.
public struct SourceTable: Sendable, Hashable {
  /// Name of the layer or sheet.
  public let layer: String
  public let columns: [String]
  public let rows: [SourceRow]
  /// Coordinate system as the file states it; nil when it states none.
  public let coordinateSystem: CoordinateReferenceSystem?

  public init(layer: String, columns: [String], rows: [SourceRow], coordinateSystem: CoordinateReferenceSystem? = nil) {
    self.layer = layer
    self.columns = columns
    self.rows = rows
    self.coordinateSystem = coordinateSystem
  }
}

/// What a source file is read as — *onderwerp*.
public enum SourceSubject: String, Sendable, Codable, Hashable, CaseIterable {
  case parks, plots, regions, jobs, landuse, issuance, establishments, plans, withdrawals
}
