import PlaneGeometry

/// A workbook as a value: the adapter writes it — *rekenblad*.
public struct Workbook: Sendable, Hashable {
  public enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    case number(Double, decimals: Int)
  }

  public struct Sheet: Sendable, Hashable {
    public let name: String
    /// Lines above the table that say what it is.
    public let heading: [String]
    public let columns: [String]
    public let rows: [[Cell]]

    public init(name: String, heading: [String], columns: [String], rows: [[Cell]]) {
      self.name = name
      self.heading = heading
      self.columns = columns
      self.rows = rows
    }
  }

  public let title: String
  public let sheets: [Sheet]

  public init(title: String, sheets: [Sheet]) {
    self.title = title
    self.sheets = sheets
  }
}

public protocol WorkbookWriter: Sendable {
  /// The bytes on disk depend on the workbook only, never on the clock.
  func write(_ workbook: Workbook, to path: String) throws
}

/// A Typst document with the pictures it names: the adapter makes a PDF of it.
public struct TypesetSource: Sendable, Hashable {
  public let markup: String
  /// File name in the markup → SVG text.
  public let pictures: [String: String]

  public init(markup: String, pictures: [String: String]) {
    self.markup = markup
    self.pictures = pictures
  }
}

public protocol Typesetter: Sendable {
  /// Typesets several documents at once, each as PDF/UA-1 and PDF/A-2a.
  /// - Parameter jobs: documents with the path of the PDF to write.
  /// - Throws: `PlanningError` with the typesetter's own message when a document is refused.
  func typeset(_ jobs: [(source: TypesetSource, path: String)]) throws
}

/// A map layer as a value, RD New — *kaartlaag*.
public struct MapLayer: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    case text(String)
    case number(Double)
    case whole(Int)
    case empty
  }

  public enum ColumnType: Sendable, Hashable { case text, number, whole }

  public struct Feature: Sendable, Hashable {
    public let shape: MultiPolygon
    public let values: [Value]

    public init(shape: MultiPolygon, values: [Value]) {
      self.shape = shape
      self.values = values
    }
  }

  public let name: String
  public let title: String
  public let columns: [(name: String, type: ColumnType)]
  public let features: [Feature]

  public init(name: String, title: String, columns: [(name: String, type: ColumnType)], features: [Feature]) {
    self.name = name
    self.title = title
    self.columns = columns
    self.features = features
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.title == right.title && left.features == right.features
      && left.columns.elementsEqual(right.columns, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(features)
  }
}

public protocol MapLayerWriter: Sendable {
  /// Writes a GeoPackage that opens in QGIS and passes the PDOK validator.
  func write(_ layers: [MapLayer], to path: String) throws
}
